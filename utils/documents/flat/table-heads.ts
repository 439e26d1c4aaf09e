import { headOfNumbersSource } from '../heads-of-columns.ts'
import type { Stretch } from './tokens.ts'

const factsSource = String.raw`(?:Antwoord|Document|Kamerstuk|Stuk|Bijlage|Bron|Code|Fractie|Partij|Artikel|Blz\.?|Pag\.?|Pagina|Bladzijde|van|t\/m)`
const head = new RegExp(
  String.raw`(?<!\S)${headOfNumbersSource}\s{1,3}(?:${factsSource}\s{1,3}){0,2}Vraag(?:\s{1,3}${factsSource}(?=\s)){0,4}(?=\s)`,
  'gu',
)

const beforeNumber = /^\s{1,4}\d{1,4}[.)]?\s/
const longestNumber = 10

/** Where the head of a table of questions is printed again, at the top of its further pages; the first print stands above the questions. */
export function repeatedTableHeads(text: string): Stretch[] {
  if (!text.includes('Vraag')) return []
  const all = [...text.matchAll(head)]
  const prints = all.flatMap(({ 0: print, index }) =>
    print === all[0]?.[0] ? { start: index, end: index + print.length } : [],
  )
  // «Wat staat onder Nr. Vraag in de tabel?»: within sentences alone it is no head.
  const isHead = prints.some(({ end }) => beforeNumber.test(text.slice(end, end + longestNumber)))
  return isHead ? prints.slice(1) : []
}
