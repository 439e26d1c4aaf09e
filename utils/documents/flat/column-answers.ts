import { headOfNumbers, headOfNumbersSource } from '../heads-of-columns.ts'
import { withAnswersInPlace } from '../text-answers.ts'
import { withNumbersInPlace } from '../text-numbers.ts'
import type { TabledText } from './tables.ts'
import type { Stretch } from './tokens.ts'

/** The head of a table's first columns, above all that stands in them. */
const head = new RegExp(
  String.raw`(?<=^|\s)${headOfNumbersSource} (?:Blz\.?(?: \(van\))? )?(?:\d{1,3} ){0,60}(?:Vraag|Vragen)(?= )`,
  'gu',
)
/** The head of the answers behind the last question. */
const answers = /(?<=[?.!»”)\d] )(?:Antwoord|Antwoorden|Reactie)(?= [\p{Lu}«“‘(€\d])/gu
/** A number that stands alone between sentences or other numbers. */
const number =
  /(?<=^|[?.!»”)\d] |\p{L} )(?<!\b(?:[Aa]rtikel(?:en)?|[Hh]oofdstuk|[Pp]aragraaf|[Tt]abel|[Vv]raag|nrs?\.|in|van|op|tot|en|de) )\d{1,3}(?= (?:[\p{Lu}«“‘]|\d)|$)/gu
const sentence =
  /(?<=[.?!][»”"’')\]]?)(?<!\b(?:nrs?|blz|pp?|jl|c\.s|drs?|mr|prof|art|ca|St)\.) (?=[\p{Lu}«“‘(€\d•–-])| (?=• )/gu
/** «Zo ja, wanneer?» goes on in the question before it. */
const sentenceThatAsks = /(?<=[.?!][»”"’')\]]?) (?=(?!Zo (?:ja|nee|niet)\b|En )[\p{Lu}«“‘(€])/gu
const noteStart = /^\d{1,2} \p{Lu}/u
/** Longer texts hold no such page. */
const longest = 60_000

/**
 * The text with the answers of a table behind their questions, where an extraction printed them below all questions of a page, and where
 * it did so: whose each is was guessed. The same text where none stand so.
 */
export function withColumnAnswersInPlace(text: string, mayGoOn: boolean): TabledText {
  const heads = text.length > longest ? [] : [...text.matchAll(head)].map(({ index }) => index)
  if (heads.length === 0) return { text, tables: [] }
  const tables: Stretch[] = []
  let result = text.slice(0, heads[0])
  heads.forEach((from, place) => {
    const page = text.slice(from, heads[place + 1])
    const ordered = orderedPage(page, mayGoOn || place > 0)
    if (ordered === null) {
      result += page
      return
    }
    result += '\n'
    tables.push({ start: result.length, end: result.length + ordered.length })
    result += `${ordered}\n`
  })
  return tables.length === 0 ? { text, tables } : { text: result, tables }
}

function orderedPage(page: string, mayGoOn: boolean): string | null {
  const names = page.match(head)?.[0] ?? ''
  const own = page.slice(names.length)
  const [at, ...others] = [...own.matchAll(answers)]
  if (!at || others.length > 0) return null
  const questions = own.slice(0, at.index).trim().replace(number, '\n$&\n')
  const told = own.slice(at.index + at[0].length).trim()
  const below = told.split(sentence).flatMap((line) => (noteStart.test(line) ? ['', line] : [line]))
  const above = questions.split('\n').flatMap((part) => part.trim().split(sentenceThatAsks))
  const lines = [...names.split(' '), ...above.filter((line) => line !== ''), '', at[0], ...below]
  const numbered = withNumbersInPlace({ lines, guessed: new Set() })
  const ordered = withAnswersInPlace(numbered, { mayGoOn, areLines: false })
  if (ordered === numbered) return null
  const count = ordered.names ?? 0
  const rest = ordered.lines.slice(count).filter((line) => !headOfNumbers.test(line))
  return [
    [...ordered.lines.filter((line) => headOfNumbers.test(line)), ...ordered.lines.slice(0, count)].join(' '),
    ...rest,
  ].join('\n')
}
