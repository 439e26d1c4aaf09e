import { codeWithin } from './printed-code.ts'
import { type Row, withText } from './rows.ts'
import { endOfAsking, endsSentence } from './sentences.ts'
import type { Section } from './structure.ts'

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
  /** The columns of the next question, which the text has at the end of this one's. */
  let waiting = ''
  return sections.map((section, index) => {
    const [first, ...others] = section.rows
    if (section.type !== 'question' || !first?.flows) return section
    // Where a code is out of its place, so may be the words around it.
    const guessed = { guessed: true }
    if (!parted.has(section)) {
      const rows = waiting === '' ? section.rows : [...withColumns(first, waiting), ...others]
      waiting = ''
      return { ...section, rows, ...guessed }
    }
    const rows = partedRows(section.rows)
    const [question, answer, ...behind] = rows
    const next = sections[index + 1]
    const isNextBare = next?.type === 'question' && !parted.has(next)
    const columns = answer && question ? columnsAtStart.exec(answer.text) : null
    if (!question || !answer || !columns || !isNextBare)
      return { ...section, rows, ...(holdsColumns(answer) ? guessed : {}) }
    waiting = columns[0].trim()
    const text = answer.text.slice(columns[0].length)
    return { ...section, rows: [question, withText(answer, text, { startsBlock: true }), ...behind], ...guessed }
  })
}

/** The question with its columns before its words, and what stands behind what it asks. */
function withColumns(row: Row, columns: string): Row[] {
  const end = endOfAsking(row.text)
  const asked = end < 0 ? row.text : row.text.slice(0, end)
  const rest = row.text.slice(asked.length).trim()
  const question = withText(row, `${columns} ${asked}`)
  return rest === '' ? [question] : [question, withText(row, rest, { startsBlock: true, marks: [] })]
}

/** A code and the page asked about, where an answer begins, or anywhere in it. */
const columnsSource = String.raw`20\d{2}D\s?(?:\d{5}|\d{1,4}\s\d{1,4})\s\d{1,4}(?:[-–]\d{1,4})?\s+(?=[\p{Lu}\d€«“‘"'(•-])`
const columnsAtStart = new RegExp(`^${columnsSource}`, 'u')
const columnsWithin = new RegExp(`(?<=[?.!»”"’')]\\s)${columnsSource}`, 'u')

const holdsColumns = (row: Row | undefined) => row !== undefined && columnsWithin.test(row.text)

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
