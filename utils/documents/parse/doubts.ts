import type { Doubt, Question } from '../types.ts'
import { numeralOf } from './numbers.ts'
import type { Unplaced } from './records.ts'
import { beginsWithin, showsError, type Texts } from './signs-of-error.ts'

/** Places the records, and marks on each what a reader should check: gaps, repeated numbers, texts that end too soon. */
export function placed(records: readonly Unplaced[]): Question[] {
  const seen = new Set<string>()
  let highest = 0
  const usual = usualOf(records)
  return records.map(({ ended, ...record }, order) => {
    const doubts = new Set<Doubt>(record.doubts)
    const numeral = numeralOf(record.number)
    if (order > 0 && numeral > highest + 1 && !record.answeredWith.includes(record.number)) doubts.add('number-gap')
    if (seen.has(record.number)) doubts.add('repeated-number')
    seen.add(record.number)
    highest = Math.max(highest, numeral)
    const next = records[order + 1]
    if (looksWrong(record, usual, next)) doubts.add('doubtful-split')
    // Within the document an answer that stops in the middle of a sentence has lost its end, or gained what is no answer.
    if (next && record.answer !== '' && !ended && !isWhole(record)) doubts.add('doubtful-split')
    const complete = order < records.length - 1 || ended || isWhole(record)
    if (!complete) doubts.add('cut-off')
    return { order, ...record, complete, doubts: [...doubts] }
  })
}

type Parted = Texts & Pick<Question, 'number' | 'answeredWith'>

/** What no well-parted item looks like, whatever its layout. */
function looksWrong(record: Parted, { answered, usual }: Usual, next: Parted | undefined): boolean {
  const { answer, answeredWith } = record
  if (answered && answer === '') return true
  if (beginsWithin(answer) && answeredWith.length === 0) return true
  return showsError(record, usual) || swallowed(record, next)
}

/** What holds for most records of a document. */
interface Usual {
  readonly answered: boolean
  /** Characters of the answer in the middle. */
  readonly usual: number
}

function usualOf(records: readonly Texts[]): Usual {
  const lengths = records.flatMap(({ answer }) => (answer === '' ? [] : [answer.length])).sort((a, b) => a - b)
  return { answered: lengths.length > records.length / 2, usual: lengths[lengths.length >> 1] ?? 0 }
}

/** The number that is missing behind this record stands inside its answer, before a question. */
function swallowed({ number, answer, answeredWith }: Parted, next: Parted | undefined): boolean {
  const missing = numeralOf(number) + 1
  if (next === undefined || numeralOf(next.number) <= missing || answeredWith.length > 0) return false
  return new RegExp(`(?:^|\\s)(?:Vraag\\s*)?${missing}[.:)]?\\s`).test(answer) || /\?\s/.test(answer)
}

/** Answers that end without a full stop and yet are whole: «Ja», «N.v.t.», an address, a list, a table's figures. */
function isWhole(record: { readonly answer: string; readonly question: string }): boolean {
  const text = record.answer || record.question
  const lastLine = text.slice(text.lastIndexOf('\n') + 1)
  if (record.answer !== '' && text.length <= 25) return true
  return (
    /(?:https?:\/\/\S+|www\.\S+|\d[\d.,%]*)$/.test(lastLine) ||
    (text.includes('\n') && /^(?:[•·▪–-]|\d+[.)])\s/.test(lastLine) && !lastLine.endsWith(','))
  )
}
