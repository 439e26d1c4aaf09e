/** One quiet style for all pages of the stand-in; dark where the reader's system is. */
export const siteStyle = `
:root { color-scheme: light dark; --text: #1b1f24; --soft: #56606b; --line: #d6dbe1; --accent: #154273; --ground: #fff; }
@media (prefers-color-scheme: dark) {
  :root { --text: #e8eaed; --soft: #a3adb8; --line: #3a424b; --accent: #8fb8e8; --ground: #15181c; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--text); font: 17px/1.6 system-ui, sans-serif; }
header, main, footer { max-width: 46rem; margin: 0 auto; padding: 0 1.25rem; }
header { border-top: 10px solid var(--accent); padding-block: 1.25rem 1rem; border-bottom: 1px solid var(--line); }
header p { margin: 0; font-weight: 600; color: var(--accent); }
h1 { font-size: 1.8rem; line-height: 1.25; margin: 1.5rem 0 0.75rem; }
h2 { font-size: 1.2rem; margin: 2rem 0 0.5rem; }
a { color: var(--accent); }
.article-meta, .meta, footer { color: var(--soft); font-size: 0.9rem; }
.download-chunk { border: 1px solid var(--line); padding: 1rem 1.25rem; margin: 1.5rem 0; border-radius: 4px; }
.download-chunk p, .download-chunk h2 { margin: 0; }
table { border-collapse: collapse; width: 100%; margin: 1rem 0; }
caption { text-align: left; font-weight: 600; padding-bottom: 0.5rem; }
th, td { border: 1px solid var(--line); padding: 0.4rem 0.6rem; text-align: left; vertical-align: top; }
td.code { width: 5.2rem; }
h1 > span { display: block; font-size: 1rem; font-weight: 600; color: var(--soft); }
.h-visually-hidden, .visually-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
footer { border-top: 1px solid var(--line); margin-top: 3rem; padding-block: 1rem 3rem; }
.space { height: 60vh; }
`
