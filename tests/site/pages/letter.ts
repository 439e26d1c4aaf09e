import { addresses } from '../addresses.ts'
import { html, type Markup } from '../markup.ts'
import { pageOf } from './shell.ts'

const { answersPdf, detailPage, questionList } = addresses

/**
 * The first page of the guide: a letter's landing page. Its codes stand in running text, wrapped by a narrow column
 * (`2023D19 158`), split over inline elements, behind links, in citations and in a closed section; the numbers of the last
 * paragraph only look like codes.
 */
export function letterPage(): Markup {
  return pageOf({
    title: 'Beantwoording vragen over het jaarverslag 2022',
    site: 'Rijksoverheid',
    main: html`<main id="content-wrapper"><div id="content">
<h1 class="download">Beantwoording vragen over het jaarverslag 2022</h1>
<p class="article-meta">Kamerstuk: Kamerbrief | 23-05-2023 | Ministerie van Onderwijs, Cultuur en Wetenschap</p>
<div class="intro"><p>De minister stuurt de Tweede Kamer de antwoorden op de vragen over het jaarverslag van het ministerie.
De antwoorden gaan onder meer over stages, de lerarenopleidingen en de bibliotheken.</p></div>
<div class="download-chunk"><h2>Document</h2>
<p><a class="icon-download" href="${answersPdf}">Antwoorden op de lijst van vragen (PDF)</a></p></div>
<h2>Waar de vragen over gaan</h2>
<p>Een van de vragen, met nummer 2023D19158, gaat over het actieplan Eerlijke Stageplek.
Daarover stelde een lid van de Kamer al eerder schriftelijke vragen (2023Z08012); het antwoord staat in het
Aanhangsel als <a href="${addresses.writtenAnswer}">ah-tk-20222023-2345</a>. De
<a href="${questionList}">eerdere lijst van vragen en antwoorden</a> is verschenen als kst-36360-VIII-5.</p>
<p>De commissie bespreekt de antwoorden tijdens het overleg met nummer 2023A01234. Wie daar wil inspreken, meldt zich
een week van tevoren bij de griffie.</p>
<table><caption>Vragen over stages</caption>
<thead><tr><th scope="col">Nr</th><th scope="col">Onderwerp</th><th scope="col">Stuk</th><th scope="col">Blz.</th></tr></thead>
<tbody><tr><td>155</td><td>Actieplan Eerlijke Stageplek</td><td class="code">2023D19 158</td><td>216</td></tr></tbody></table>
<h2>Verder lezen</h2>
<p>Op de <a href="${detailPage}">bladzijde van de Tweede Kamer</a> staat de vraag
<span class="jaar">2023</span><span class="nummer">D19158</span> bij de andere stukken van deze zaak.</p>
<h2>Wat eraan voorafging</h2>
<p>De Kamer vroeg al vaker naar stages: in een motie uit 2021 (Kamerstuk 35 925 VIII, nr. 87), in het debat over de
lerarenopleidingen (Handelingen II 2022/23, nr. 78, item 6, p. 12) en in schriftelijke vragen (Aanhangsel Handelingen,
vergaderjaar 2022–2023, nr. 2345). Het Stagepact staat bij Kamerstukken II 2022/23, 31 524, nrs. 541 en 548, blz. 3; het
besluit over de subsidie staat in Stcrt. 2023, 4711.</p>
<details><summary>Oudere stukken</summary>
<p>Zie voor de eerste afspraken Kamerstuk 30 012, nr. 33 en idem, nr. 41.</p></details>
<div class="space"></div>
<h2>Contact</h2>
<p>Heeft u een vraag over deze brief? Noem dan onze referentie 38922138. U bereikt ons op 070 – 000 20 23, of per post:
Postbus 20015, 2500 EA Den Haag. Facturen stuurt u met kenmerk 2023-0000129720 en ordernummer 12023D1915877.</p>
</div></main>`,
  })
}
