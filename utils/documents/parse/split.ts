import { beginsWithList, borderOf, isBehindAnswer, longestQuestion, type ReadRows } from './border.ts'
import { partColumns } from './columns.ts'
import { readHeading } from './headings.ts'
import { isFactAlone, type RowFacts, RowReader } from './question-row.ts'
import { type Row, withText } from './rows.ts'
import { endsAsking } from './sentences.ts'

/** What stands between one question's number and the next, taken apart. */
export interface Split extends RowFacts {
  readonly question: readonly Row[]
  readonly answer: readonly Row[]
  /** Left edge of the answers' own column, where the table has one. */
  readonly answerEdge: number | null
  /** No mark, look, column or question mark told where the answer begins. */
  readonly doubtful: boolean
}

export interface SplitOptions {
  /** Left edge of the number's own cell or line, null where unknown. */
  readonly numberX: number | null
  /** The rows are rows of a table: codes and pages may stand beside the words. */
  readonly columns: boolean
  /** Most rows of this document carry a printed code. */
  readonly codeColumn?: boolean
  /** Where most rows of this table have their answers. */
  readonly answerEdge?: number | null
  /** As in `partColumns`. */
  readonly beyond?: number
  /** Left edge of the question's words, where they stand below their heading in its cell. */
  readonly wordsX?: number
  /** The question stands under a heading in words. */
  readonly headed?: boolean
  /** Nearly all questions of this document end where their paragraph does. */
  readonly inParagraphs?: boolean
  /** Nothing tells of an answer (a heading does elsewhere in this document): all rows are the question. */
  readonly unanswered: boolean
}

function isAnswerHeading(row: Row | undefined): boolean {
  const heading = row ? readHeading(row.text) : null
  return heading?.type === 'answer' && heading.alone
}

/**
 * Parts question and answer, by the surest sign first: the table's columns, the look of the letters (bold, italic),
 * the place of the page column, the end of the paragraph that asks, the end of the sentences that ask (DOMAIN §2:
 * most lists of answers have no heading there).
 */
export function splitItem(rows: readonly Row[], options: SplitOptions): Split {
  const reader = new RowReader(options.codeColumn)
  const parted = partColumns(rows, options.numberX, reader, options.answerEdge, options.beyond, options.wordsX)
  // Under a heading in words a gap is no column where no answer stands behind it, or what begins in the middle of a sentence: justified
  // text has such gaps.
  const isColumn = parted.answer.length > 0 && !/^\p{Ll}/u.test(parted.answer[0]?.text ?? '')
  const isLoose = options.headed && !isColumn && !rows.some(({ role }) => role === 'table-row')
  const { left, fullWidth, answer, answerEdge, runsOver } = isLoose
    ? { ...parted, left: rows, fullWidth: null }
    : parted
  const read = readRows(left, reader, options)
  const whole = (question: readonly Row[], rest: readonly Row[], doubtful = false): Split => ({
    question: question.filter((row) => row.text !== ''),
    answer: rest,
    ...reader.facts,
    answerEdge,
    doubtful,
  })
  if (answer.length > 0) {
    const end = fullWidth ?? left.length
    // «Vraag 1 | Antwoord 1» above the cells of both.
    const isHeaded = options.wordsX !== undefined && isAnswerHeading(answer[0])
    const own = isHeaded ? answer.slice(1) : answer
    return whole(read.texts.slice(0, end), own.concat(left.slice(end)), runsOver)
  }
  if (options.unanswered) return whole(read.texts, [])
  const end = borderOf(left, read, fullWidth, options.inParagraphs === true)
  const before = read.texts.slice(0, end.row)
  const isPage = (row: number) => row === read.pageRow && read.texts[row]?.text === ''
  const kept = end.row <= read.pageRow && isBehindAnswer(read) ? left.filter((_, row) => !isPage(row)) : left
  let after = kept.slice(options.columns ? skipFacts(left, end.row) : end.row)
  if (end.offset > 0) {
    const row = read.texts[end.row]
    if (row) {
      before.push(withText(row, row.text.slice(0, end.offset).trim()))
      const rest = row.text.slice(end.offset).trim()
      after = [
        ...(rest === '' ? [] : [withText(row, rest, { startsBlock: true, marks: [] })]),
        ...kept.slice(end.row + 1),
      ]
    }
  }
  // Beside the other questions of this table stand their answers.
  const isLost = options.columns && options.answerEdge != null && answerEdge === null && !options.headed
  return whole(before, after, end.doubtful || isLost || (end.offset === 0 && beginsWithList(left, end.row)))
}

function readRows(left: readonly Row[], reader: RowReader, options: SplitOptions): ReadRows {
  const texts: Row[] = []
  let pageRow = -1
  let asked = false
  let ended = false
  left.forEach((row, index) => {
    // Beyond the question nothing is a column: numbers there are the answer's own.
    ended ||= index > 0 && asked && row.startsBlock && !row.interrupted && !isFactAlone(row)
    const head = options.columns && !ended && index < longestQuestion
    const before = reader.facts.page
    const text = head ? reader.read(row, index === 0) : row.text
    if (pageRow < 0 && reader.facts.page !== null && before === null) pageRow = index
    if (pageRow >= 0 && index > pageRow && text !== '' && asked) ended = true
    asked ||= endsAsking(text)
    texts.push(text === row.text ? row : withText(row, text))
  })
  return { texts, pageRow }
}

/** Pages and codes between a question and its answer belong to the row, not to the answer. */
function skipFacts(left: readonly Row[], from: number): number {
  let index = from
  for (; index > 0 && index < left.length; index += 1) {
    const row = left[index]
    if (!row || !isFactAlone(row)) break
  }
  return index
}
