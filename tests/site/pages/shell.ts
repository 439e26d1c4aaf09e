import { html, type Markup } from '../markup.ts'

interface Page {
  readonly title: string
  /** Name of the site, as its header shows it. */
  readonly site: string
  readonly main: Markup
  /** More for the head: the meta data of an official publication. */
  readonly head?: Markup
}

const nothing = html``

/** A whole page of the stand-in. Its footer says what it is, so that nobody takes it for the real site. */
export function pageOf({ title, site, main, head = nothing }: Page): Markup {
  return html`<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} | ${site}</title>
<link rel="stylesheet" href="/assets/site.css">
${head}
</head>
<body>
<header><p>${site}</p></header>
${main}
<footer><p>Nagebouwde bladzijde voor het proberen van Kamerlens. Dit is niet de echte site.</p></footer>
</body>
</html>
`
}

/** The meta data that an official publication carries in its head. */
function metaOf(names: Readonly<Record<string, string>>): Markup {
  const lines = Object.entries(names).map(([name, content]) => html`<meta name="${name}" content="${content}">`)
  return html`${lines}`
}

/** The frame of a publication on zoek.officielebekendmakingen.nl. */
export function publicationOf(title: string, meta: Readonly<Record<string, string>>, body: Markup): Markup {
  return pageOf({
    title,
    site: 'Officiële bekendmakingen',
    head: metaOf(meta),
    main: html`<main id="content"><article><div id="broodtekst" class="stuk broodtekst-container">${body}</div></article></main>`,
  })
}
