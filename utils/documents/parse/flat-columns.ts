import { codeWithin } from './printed-code.ts'
import { type Row, withText } from './rows.ts'
import type { Section } from './sections.ts'
import { endsSentence } from './sentences.ts'

/**
 * A table of questions in a text that has lost its lines: the columns beside a question, its code and the page asked about, stand
 * within its words or between it and its answer.
 */

/** A question's code stands within so many characters. */
const reach = 600
/** So many of the questions have one. */
const mostCoded = 0.6

const page = /^\s(\d{1,4}(?:[-–]\d{1,4})?)(?=\s+[\p{Lu}\d€«“‘"'(•-]|\s*$)/u
/** The letter's own reference, whose box stood beside the row. */
const reference = /^\s\d{7,9}(?=\s)/
const pageBehind = /(?<=[?.][»”"’')]*)\s(\d{1,4})(?=\s+[\p{Lu}\d€«“‘"'(•-])/u
const pageBehindQuestion = /(?<=\?[»”"’')]*)\s(\d{1,4})(?=\s+[\p{Lu}\d€«“‘"'(•-])/u
/** The mark of a note behind the question's last word. */
const mark = /(?<=[?.!»”]) \d{1,2}$/

/** The sections with code and page before the words of each question, where the document is such a table. */
export function withColumnsBefore(sections: readonly Section[]): readonly Section[] {
  const questions = sections.filter(({ type }) => type === 'question')
  const coded = questions.filter(({ rows: [first] }) => first?.flows && codeWithin(first.text, reach) !== null)
  if (coded.length < 2 || coded.length < questions.length * mostCoded) return sections
  const parted = new Set(coded)
  return sections.map((section) => (parted.has(section) ? { ...section, rows: partedRows(section.rows) } : section))
}

function partedRows([first, ...others]: readonly Row[]): Row[] {
  const code = first ? codeWithin(first.text, reach) : null
  if (!first || !code) return first ? [first, ...others] : others
  const before = first.text.slice(0, code.start).trim()
  const after = first.text.slice(code.end).replace(reference, '')
  const beside = page.exec(after)
  const isBorder = endsSentence(before.replace(mark, ''))
  if (isBorder) {
    const answer = after.slice(beside?.[0].length ?? 0).trim()
    const question = withText(first, [code.code, beside?.[1], before].filter(Boolean).join(' '))
    return [question, ...(answer === '' ? [] : [withText(first, answer, { startsBlock: true, marks: [] })]), ...others]
  }
  const words = `${before}${after}`
  const behind = pageIn(words)
  const next = behind || !endsSentence(words) ? null : page.exec(` ${others[0]?.text ?? ''}`)
  const text = behind ? `${words.slice(0, behind.index)}${words.slice(behind.index + behind[0].length)}` : words
  const number = behind?.[1] ?? next?.[1]
  const [below, ...rest] = others
  return [
    withText(first, [code.code, number, text.trim()].filter(Boolean).join(' ')),
    ...(below && next?.[1]
      ? [withText(below, below.text.slice(next[1].length).trim(), { startsBlock: true })]
      : below
        ? [below]
        : []),
    ...rest,
  ]
}

/** The page asked about behind a sentence; behind the first that asks none but what stands behind a question. */
function pageIn(words: string): RegExpExecArray | null {
  const found = pageBehind.exec(words)
  const asks = words.indexOf('?')
  return found && asks >= 0 && found.index > asks ? pageBehindQuestion.exec(words) : found
}
