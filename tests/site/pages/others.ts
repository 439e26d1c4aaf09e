import { addresses, type PageName } from '../addresses.ts'
import { html, type Markup } from '../markup.ts'
import { pageOf, publicationOf } from './shell.ts'

export function statutePage(): Markup {
  return publicationOf(
    'Regeling schoolreizen',
    { 'DC.identifier': 'stb-2023-118' },
    html`<h1>Regeling schoolreizen</h1>
<h2>Artikel 1</h2><p>De bijdrage is ten hoogste € 20.155,00 per school in 2023, en € 19.158,00 in de jaren daarna.</p>
<h2>Artikel 2</h2><p>Aanvragen gaan naar Postbus 20015 2500 EA Den Haag, met het nummer 38922138 of 5401166 erbij, of telefonisch
via 070 2023 1915. Betaling vindt plaats op rekening NL00 KAMR 0202 3191 58.</p>
<h2>Artikel 3</h2><p>Bestanden heten 7f2a2023d19158b1-93a7-4d1e en 2023D1915; tabel 2023 D telt 19158 rijen, artikel 2023E19158
vervalt en code X2023D191580 geldt niet meer.</p>`,
  )
}

export function withoutCodesPage(): Markup {
  return pageOf({
    title: 'Wat is een stageovereenkomst?',
    site: 'Rijksoverheid',
    main: html`<main id="content-wrapper"><div id="content"><h1>Wat is een stageovereenkomst?</h1>
<div class="intro"><p>In een stageovereenkomst staat wat een student, de opleiding en het bedrijf met elkaar afspreken.</p></div>
<p>Denk aan de duur van de stage, de begeleiding en de vergoeding. De opleiding heeft meestal een voorbeeld.</p></div></main>`,
  })
}

export function senatePage(): Markup {
  return pageOf({
    title: 'Brief over gelijke kansen bij stages',
    site: 'Eerste Kamer der Staten-Generaal',
    main: html`<main><h1>Brief over gelijke kansen bij stages</h1>
<p>De commissie betrekt bij haar bespreking ook de antwoorden van de minister aan de Tweede Kamer, met daarin vraag
155 (2023D19158) over het actieplan Eerlijke Stageplek.</p></main>`,
  })
}

/** Papers of every status, and codes that only a look-up can tell apart, or that stand for nothing. */
export function openQuestionsPage(): Markup {
  return pageOf({
    title: 'Openstaande vragen',
    site: 'Tweede Kamer der Staten-Generaal',
    main: html`<main><h1>Openstaande vragen</h1>
<p>De beantwoording van 2023D22500 is uitgesteld. Op 2023D24876 kwam nog geen antwoord, en 2023D24990 is ingetrokken. Het
nummer 2023D99999 is nog niet vergeven.</p>
<p>Onder het kenmerk 36410-A valt de begroting van het Infrastructuurfonds; 36360-B is een brief aan de Eerste Kamer.</p>
<p>Zie verder Stb. 2021, 549 en ECLI:NL:HR:2021:1523.</p></main>`,
  })
}

/** Served with `default-src 'none'`: what is painted here, is painted under the strictest policy. */
export function strictPolicyPage(): Markup {
  return pageOf({
    title: 'Nota gelijke kansen',
    site: 'open.overheid.nl',
    main: html`<main><h1>Nota gelijke kansen</h1><p>Deze nota hoort bij 2023Z08012 en bij kst-36360-VIII-5.</p></main>`,
  })
}

/** What a site sends for an id that it does not know: a page, not an error. */
export function missingPage(): Markup {
  return pageOf({
    title: 'Niet gevonden',
    site: 'Officiële bekendmakingen',
    main: html`<main><h1>Dit document is niet gevonden</h1><p>Controleer het adres, of zoek op een woord uit de titel.</p></main>`,
  })
}

const titles: Record<PageName, string> = {
  firstPage: 'Een brief met codes in de tekst',
  answersPdf: 'Het antwoord van het ministerie, als PDF',
  longPdf: 'Antwoorden op een lange lijst (PDF)',
  detailPage: 'Een stuk op de site van de Tweede Kamer',
  questionList: 'Een lijst van vragen en antwoorden',
  longQuestionList: 'Een lijst van 300 vragen en antwoorden',
  writtenQuestion: 'Een schriftelijke vraag',
  writtenAnswer: 'Het antwoord daarop',
  openQuestions: 'Vragen die beantwoord, uitgesteld, ingetrokken of onbekend zijn',
  statute: 'Een wet met getallen die op codes lijken',
  withoutCodes: 'Een bladzijde zonder codes',
  senate: 'Een bladzijde van de Eerste Kamer',
  strictPolicy: 'Een bladzijde met het strengste beleid',
  linksOnly: 'Een bladzijde met codes in koppelingen',
  troubledFiles: 'Bestanden waar iets mee is',
  frames: 'Een bladzijde met vensters van allerlei soort',
}

export function indexPage(): Markup {
  const items = Object.entries(addresses) as [PageName, string][]
  return pageOf({
    title: 'Bladzijden om Kamerlens op te proberen',
    site: 'Rijksoverheid',
    main: html`<main><h1>Bladzijden om Kamerlens op te proberen</h1><ul>
${items.map(([name, address]) => html`<li><a href="${address}">${titles[name]}</a></li>`)}</ul></main>`,
  })
}
