import type { Doubt, Question } from '../types.ts'
import { numeralOf } from './numbers.ts'
import type { Unplaced } from './records.ts'
import { startsLowerCase } from './sentences.ts'

/** Places the records, and marks on each what a reader should check: gaps, repeated numbers, texts that end too soon. */
export function placed(records: readonly Unplaced[]): Question[] {
  const seen = new Set<string>()
  let highest = 0
  const answered = records.filter(({ answer }) => answer !== '').length > records.length / 2
  return records.map(({ ended, ...record }, order) => {
    const doubts = new Set<Doubt>(record.doubts)
    const numeral = numeralOf(record.number)
    if (order > 0 && numeral > highest + 1 && !record.answeredWith.includes(record.number)) doubts.add('number-gap')
    if (seen.has(record.number)) doubts.add('repeated-number')
    seen.add(record.number)
    highest = Math.max(highest, numeral)
    const next = records[order + 1]
    if (looksWrong(record, answered, next)) doubts.add('doubtful-split')
    // Within the document an answer that stops in the middle of a sentence has lost its end, or gained what is no answer.
    if (next && record.answer !== '' && !ended && !isWhole(record)) doubts.add('doubtful-split')
    const complete = order < records.length - 1 || ended || isWhole(record)
    if (!complete) doubts.add('cut-off')
    return { order, ...record, complete, doubts: [...doubts] }
  })
}

type Texts = Pick<Question, 'question' | 'answer' | 'number' | 'answeredWith'>

/** A question of so many characters has taken up its answer, most likely. */
const longestQuestion = 1500

/** What no well-parted item looks like, whatever its layout. */
function looksWrong(record: Texts, answered: boolean, next: Texts | undefined): boolean {
  const { question, answer } = record
  if (question === '' || question.length > longestQuestion) return true
  // All others are answered.
  if (answered && answer === '') return true
  // The answer goes on in the middle of a sentence: the border stands inside one.
  if (answer !== '' && startsLowerCase(answer) && record.answeredWith.length === 0) return true
  return holdsNote(answer) || swallowed(record, next)
}

/** The words of a note that nothing told from the answer: a figure and a new sentence, a place of publication. */
function holdsNote(answer: string): boolean {
  return (
    /(?:^|\n|[.?!]\s)\d{1,2}\s+\p{Lu}\p{Ll}/u.test(answer) ||
    /\bDen Haag: Sdu\b|\p{Lu}\p{L}+ \((?:19|20)\d{2}\)\. \p{Lu}/u.test(answer)
  )
}

/** The number that is missing behind this record stands inside its answer, before a question. */
function swallowed({ number, answer, answeredWith }: Texts, next: Texts | undefined): boolean {
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
    (text.includes('\n') && /^(?:[•·▪–-]|\d+[.)])\s/.test(lastLine))
  )
}
