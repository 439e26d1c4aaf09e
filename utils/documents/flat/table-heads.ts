import { headOfNumbersSource } from '../heads-of-columns.ts'
import type { Stretch } from './tokens.ts'

const factsSource = String.raw`(?:Antwoord|Document|Kamerstuk|Stuk|Bijlage|Bron|Code|Fractie|Partij|Artikel|Blz\.?|Pag\.?|Pagina|Bladzijde|van|t\/m)`
const head = new RegExp(
  String.raw`(?<=\s)${headOfNumbersSource}\s{1,3}(?:${factsSource}\s{1,3}){0,2}Vraag(?:\s{1,3}${factsSource}(?=\s)){0,4}(?=\s)`,
  'gu',
)

/** Where the head of a table of questions is printed again, at the top of its further pages; the first print stands above the questions. */
export function repeatedTableHeads(text: string): Stretch[] {
  if (!text.includes('Vraag')) return []
  const prints = [...text.matchAll(head)]
  const first = prints[0]?.[0]
  return prints
    .slice(1)
    .filter(([print]) => print === first)
    .map(({ 0: print, index }) => ({ start: index, end: index + print.length }))
}
