import { html, type Markup } from '../markup.ts'
import { pageOf } from './shell.ts'

/** An article that names papers, on a site that is none of the official ones. */
export function newsPage(): Markup {
  return pageOf({
    title: 'Minister belooft register voor stagediscriminatie',
    site: 'Nieuws.example',
    main: html`<main><h1>Minister belooft register voor stagediscriminatie</h1>
<p>Dat schrijft de minister in antwoord op vragen (2023Z08012) en in haar brief 2023D19158.</p>
<p>Wie de brief 2023D19158 naleest, vindt er ook de cijfers.</p></main>`,
  })
}

export function newsWithoutCodesPage(): Markup {
  return pageOf({
    title: 'Uitslagen',
    site: 'Nieuws.example',
    main: html`<main><h1>Uitslagen</h1><p>Noord wint met 3-1 van Zuid.</p></main>`,
  })
}
