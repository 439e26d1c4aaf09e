import { escaped } from './word-file.ts'
import type { Written } from './written.ts'

/** The written items as official XML, in the vocabularies of its several versions. */

const paragraphs = (item: Written) => item.paragraphs.map((text) => `<al>${escaped(text)}</al>`).join('\n')
const note = (item: Written) =>
  item.note
    ? `<noot id="n${item.note.mark}" type="voet"><noot.nr>${item.note.mark}</noot.nr><noot.al>${escaped(item.note.text)}</noot.al></noot>`
    : ''
const metadata = `<metadata><meta name="DC.identifier" scheme="OVERHEIDop.KstID" content="kst-36560-XII-7"/><meta name="DC.title" content="Lijst van vragen en antwoorden over sluizen"/></metadata>`

export const xmlPrints: Readonly<Record<string, (items: readonly Written[]) => string>> = {
  'questions and answers marked, headed in words': (items) => `<?xml version="1.0" encoding="UTF-8"?>
<officiele-publicatie xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${metadata}<kamervragen>
  <kamervraagkop><tekstregel inhoud="vergaderjaar">Vergaderjaar 2023-2024</tekstregel></kamervraagkop>
  <kamervraagnummer>40</kamervraagnummer>
  <kamervraagomschrijving type="vraag">Vragen van het lid <naam><achternaam>Van Sluis</achternaam></naam> over <kamervraagonderwerp>sluizen</kamervraagonderwerp>.</kamervraagomschrijving>
  ${items
    .map(
      (item) => `<vraag><nr>Vraag ${item.number}</nr><al>${escaped(item.question)}${note(item)}</al></vraag>
  <antwoord>
    <nr>Antwoord ${item.number}</nr>
    ${paragraphs(item)}
  </antwoord>`,
    )
    .join('\n')}
  <kamervraagopmerking><al>Toelichting: deze vragen vullen eerdere aan.</al></kamervraagopmerking>
</kamervragen></officiele-publicatie>`,
  'bare numbers, notes together at the end': (items) => `<kamervragen>${metadata}
  ${items
    .map(
      (item) =>
        `<vraag><nr>${item.number}</nr><al>${escaped(item.question)}${item.note ? `<nootref refid="n${item.note.mark}"/>` : ''}</al></vraag><antwoord><nr>${item.number}</nr>${paragraphs(item)}</antwoord>`,
    )
    .join('\n')}
  ${items.map(note).join('\n')}</kamervragen>`,
  'headings in paragraphs': (items) =>
    `<officiele-publicatie>${metadata}<kamervragen>${items
      .map(
        (item) =>
          `<vraag><al>Vraag ${item.number}</al><al>${escaped(item.question)}${note(item)}</al></vraag><antwoord><al>Antwoord ${item.number}</al>${paragraphs(item)}</antwoord>`,
      )
      .join('\n')}</kamervragen></officiele-publicatie>`,
  'a paper with bare numbers and bold questions': (items) => `<officiele-publicatie>${metadata}<kamerstuk>
<kamerstukkop><tekstregel inhoud="documenttype">Kamerstukken</tekstregel></kamerstukkop>
<stuk><stuknr>Nr. <ondernummer>7</ondernummer></stuknr><titel>LIJST VAN VRAGEN EN ANTWOORDEN</titel><algemeen><vrije-tekst><tekst>
${items
  .map(
    (item) =>
      `<al>${item.number}</al><al><nadruk type="vet">${escaped(item.question)}</nadruk>${note(item)}</al>${paragraphs(item)}`,
  )
  .join('\n')}</tekst></vrije-tekst></algemeen></stuk></kamerstuk></officiele-publicatie>`,
  'a paper with a table of questions': (
    items,
  ) => `<officiele-publicatie>${metadata}<kamerstuk><stuk><titel>LIJST VAN VRAGEN EN ANTWOORDEN</titel>
<table><tgroup cols="3"><colspec colname="c1"/><colspec colname="c2"/><colspec colname="c3"/><thead><row><entry><al>Nummer</al></entry><entry><al>Vraag</al></entry><entry><al>Antwoord</al></entry></row></thead><tbody>
${items
  .map(
    (item) =>
      `<row><entry colname="c1"><al>${item.number}</al></entry><entry colname="c2"><al>${escaped(item.question)}${note(item)}</al></entry><entry colname="c3">${paragraphs(item)}</entry></row>`,
  )
  .join('\n')}</tbody></tgroup></table></stuk></kamerstuk></officiele-publicatie>`,
}
