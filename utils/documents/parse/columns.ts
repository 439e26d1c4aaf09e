import { pageCell, tolerance } from './column-edges.ts'
import { edgesOfWords, isLaidOut, partAtEdges } from './laid-out-columns.ts'
import { isFactAlone, type RowReader } from './question-row.ts'
import { type Piece, type Row, withText } from './rows.ts'
import { endsAsking, endsSentence } from './sentences.ts'
import { isTableBelowAnswer } from './table-below-answer.ts'
import { itemMark } from './table-lines.ts'

/** A question's rows with their columns parted. */
export interface Columns {
  /** The words of the question, and what follows the table's row over its full width. */
  readonly left: readonly Row[]
  /** Index in `left` where the full width begins, or null where the layout does not tell. */
  readonly fullWidth: number | null
  /** The answer's own column; empty where the table has none. */
  readonly answer: readonly Row[]
  /** Left edge of that column, null where the table has none. */
  readonly answerEdge: number | null
  /** A line of the question runs on where the answers' column is: its end may be the answer's. */
  readonly runsOver: boolean
}

/** Fewer letters than this are a title or a code, not a column of answers. */
const answerLetters = 25
/** No table of questions has more: gaps at so many places are the text's own, and looking at all of them takes too long. */
const mostColumns = 50

/**
 * Parts the columns of a table's row: number, question, then either narrow columns (printed code, page asked about)
 * or a column of answers. `numberX` is the left edge of the number's own cell, null where the number shares a cell
 * with the question. The first row must already be without its number. Only the question's own rows are parted, for
 * an answer over the full width may hold a table of its own. `answerEdge`: where the table's other rows have their answers, however
 * short this row's is. `beyond`: left edge of the column to the right of the answers', as the table's head tells. `below`: left edge of the
 * question's words, where they begin below the first row.
 */
export function partColumns(
  printed: readonly Row[],
  numberX: number | null,
  reader: RowReader,
  answerEdge: number | null = null,
  beyond = Number.POSITIVE_INFINITY,
  below = Number.POSITIVE_INFINITY,
): Columns {
  const rows = withWholeItems(withoutPageBefore(printed, reader))
  if (!rows.some(({ pieces, x }) => pieces.length > 1 || pieces[0]?.x !== x)) return withoutColumns(rows)
  const wordsX = numberX !== null && isBelowNumber(rows, numberX) ? numberX : below
  const isQuestion = (piece: Piece) => isWords(piece) && piece.x <= wordsX + tolerance
  const first = rows.find(({ pieces }) => pieces.some(isQuestion))
  const question = first?.pieces.find(isQuestion)
  if (!first || !question) return withoutColumns(rows)
  // A question that stands in no table has no columns: the table below it is its answer's own.
  const isBelowHeading = Number.isFinite(wordsX)
  if (
    !isBelowHeading &&
    first.role !== 'table-row' &&
    rows.every((row) => row.pieces.length === 1 || row.role === 'table-row')
  )
    return withoutColumns(rows)
  if (isTableBelowAnswer(rows)) return withoutColumns(rows)
  const { end, fullWidth } = headOf(rows, question, numberX, isQuestion)
  const edges = rightEdges(rows.slice(0, end), question)
  if (!edges) return withoutColumns(rows)
  const ofWords = edgesOfWords(rows, edges)
  const head = partRows(rows.slice(0, end), edges, ofWords)
  const isKnown = (edge: number) => answerEdge !== null && Math.abs(edge - answerEdge) <= 2 * tolerance
  const own = [...head.columns].find(([edge, cells]) => isKnown(edge) || isAnswer(cells))?.[0]
  const from = own ?? Number.POSITIVE_INFINITY
  // Indents inside the column of answers look like columns further to the right.
  const answers = [...head.columns]
    .filter(
      ([edge, cells]) => edge === own || (edge >= from && edge < beyond && cells.some(({ piece }) => isWords(piece))),
    )
    .map(([edge]) => edge)
  // A column of answers goes on for as long as the table's row does.
  const all = answers.length === 0 || fullWidth !== null ? head : partRows(rows, edges, ofWords)
  const rest = all === head ? rows.slice(end) : []
  const isAnswers = (edge: number) =>
    answers.includes(edge) || (edge >= from && edge < beyond && !head.columns.has(edge))
  for (const [edge, cells] of all.columns) {
    if (!isAnswers(edge)) reader.readColumn(cells.map(({ piece }) => piece.text))
  }
  return {
    left: all.left.concat(rest),
    fullWidth: fullWidth === null ? null : all.left.length,
    answer: own === undefined ? [] : answerOf(rows, all, isAnswers),
    answerEdge: own ?? null,
    runsOver: own !== undefined && all.left.some((row) => runsOver(row, own)),
  }
}

/** Text laid out by characters leaves one blank before the next column where a line is long, and not always at the column's edge. */
const runsOver = (row: Row, edge: number) =>
  isLaidOut(row) && row.pieces.some(({ x, text }) => x < edge - tolerance && x + text.length > edge + 2 * tolerance)

const withoutColumns = (rows: readonly Row[]): Columns => ({
  left: rows,
  fullWidth: null,
  answer: [],
  answerEdge: null,
  runsOver: false,
})

/** The rows without the pages asked about, where their columns («Blz.», or «Blz. van» and «t/m») stand between the number and the question. */
function withoutPageBefore(rows: readonly Row[], reader: RowReader): readonly Row[] {
  const first = rows[0]
  const from = first?.pieces.findIndex(isWords) ?? 0
  const pages = first?.pieces.slice(0, Math.max(0, from)) ?? []
  if (!first || pages.length === 0 || pages.length > 2 || !pages.every(({ text }) => pageCell.test(text))) return rows
  for (const { text } of pages) reader.readColumn([text])
  return [ofPieces(first, first.pieces.slice(from)), ...rows.slice(1)]
}

/** In points: what begins nearer to its number, behind a tab or «Vraag 10:», is the question itself. */
const narrowestQuestion = 90

/**
 * Whether the question's words stand below their number, in one cell with it, and beside the number stands the answer: they end left
 * of it on all rows, and ask, or the answer goes on beside them. What follows a question over the full width does neither.
 */
function isBelowNumber([first, ...others]: readonly Row[], numberX: number): boolean {
  const beside = first?.pieces[0]
  if (!beside || first?.y === null || beside.x < numberX + narrowestQuestion || !isWords(beside)) return false
  const isUnder = ({ x }: Piece) => Math.abs(x - numberX) <= tolerance
  const words = others.flatMap(({ pieces }) => pieces.filter((piece) => isUnder(piece) && isWords(piece)))
  if (words.length === 0 || words.some(({ right }) => right > beside.x)) return false
  const from = others.findIndex(({ pieces }) => pieces.some(isUnder))
  const goesOn = others.slice(from).some(({ pieces }) => pieces.some(({ x }) => Math.abs(x - beside.x) <= tolerance))
  return goesOn || (endsAsking(words.at(-1)?.text ?? '') && !endsAsking(first?.text ?? ''))
}

/** In points: a tab parts the sign of a list's item from its words, no column does. */
const widestTab = 40

/** The rows with the items of lists in one piece: their words are no column of their own. */
function withWholeItems(rows: readonly Row[]): readonly Row[] {
  const isItem = ({ pieces: [mark, words, ...others], y, role }: Row) =>
    mark !== undefined &&
    words !== undefined &&
    others.length === 0 &&
    y !== null &&
    role !== 'table-row' &&
    words.x - mark.x <= widestTab &&
    itemMark.test(mark.text) &&
    isWords(words)
  if (!rows.some(isItem)) return rows
  return rows.map((row, index) => {
    const [mark, words] = row.pieces
    if (index === 0 || !mark || !words || !isItem(row)) return row
    return { ...row, pieces: [{ ...mark, text: `${mark.text} ${words.text}`, right: words.right }] }
  })
}

/** The cells of the columns of answers, row by row. */
function answerOf(rows: readonly Row[], { columns }: Parted, isAnswers: (edge: number) => boolean): Row[] {
  const order = new Map(rows.map((row, index) => [row, index]))
  return [...columns]
    .flatMap(([edge, cells]) => (isAnswers(edge) ? cells : []))
    .sort((a, b) => (order.get(a.row) ?? 0) - (order.get(b.row) ?? 0) || a.piece.x - b.piece.x)
    .map(({ row, piece }) => ofPieces(row, [piece]))
}

/** Words of a question: a code has one letter, a page none. */
const isWords = ({ text }: Piece) => /\p{L}{2}/u.test(text)

/**
 * The rows of the question itself: up to where the text returns to the left edge of the number (the answer over the full
 * width, known from positions or from an indent seen before), or to a paragraph after a sentence's end.
 */
function headOf(
  rows: readonly Row[],
  question: Piece,
  numberX: number | null,
  isQuestion: (piece: Piece) => boolean,
): { readonly end: number; readonly fullWidth: number | null } {
  const hangs = numberX !== null && numberX < question.x - tolerance
  let indented = false
  let text = ''
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index]
    if (!row) continue
    const x = row.pieces[0]?.x ?? question.x
    if (index > 0) {
      const placed = indented || row.x !== null || row.role === 'table-row'
      if (hangs && placed && x < question.x - tolerance) return { end: index, fullWidth: index }
      if (x >= question.x - tolerance) indented = true
      // A table below a question that stands in none is the answer's own.
      const ownTable = row.role === 'table-row' && rows[0]?.role === 'table-row'
      if (!ownTable && row.startsBlock && !isFactAlone(row) && endsSentence(text)) {
        return { end: index, fullWidth: null }
      }
    }
    text = row.pieces.find(isQuestion)?.text ?? text
  }
  return { end: rows.length, fullWidth: null }
}

/** Left edges of the columns to the right of the question, from the rows that show them; null where they are too many to be columns. */
function rightEdges(rows: readonly Row[], question: Piece): number[] | null {
  const edges: number[] = []
  /** Places within the question's words that are no edges. */
  const within = new Set<number>()
  for (const row of rows) {
    for (const piece of row.pieces) {
      // A gap inside the question's own words is no column.
      if (piece.x <= question.x + tolerance || within.has(piece.x)) continue
      if (edges.length > mostColumns) return null
      if (piece.x < question.right - tolerance && !edges.includes(piece.x)) {
        if (within.size > mostColumns || edgesOfWords(rows, [piece.x]).size === 0) {
          within.add(piece.x)
          continue
        }
      }
      if (!edges.some((edge) => Math.abs(edge - piece.x) <= 2 * tolerance)) edges.push(piece.x)
    }
  }
  return edges.sort((a, b) => a - b)
}

interface Parted {
  readonly left: readonly Row[]
  /** By the column's left edge, from left to right; cells from the top. */
  readonly columns: ReadonlyMap<number, readonly { readonly row: Row; readonly piece: Piece }[]>
}

function partRows(rows: readonly Row[], edges: readonly number[], ofWords: ReadonlySet<number>): Parted {
  const columns = new Map<number, { row: Row; piece: Piece }[]>(edges.map((edge) => [edge, []]))
  const left: Row[] = []
  for (const row of rows) {
    const pieces = partAtEdges(row, edges, ofWords)
    const mine: Piece[] = []
    for (const piece of pieces) {
      const edge = columnOf(piece, edges)
      if (edge === null) mine.push(piece)
      else columns.get(edge)?.push({ row, piece })
    }
    if (mine.length > 0)
      left.push(mine.length === pieces.length && pieces.length === row.pieces.length ? row : ofPieces(row, mine))
  }
  return { left, columns }
}

function columnOf(piece: Piece, edges: readonly number[]): number | null {
  for (let index = edges.length - 1; index >= 0; index -= 1) {
    const edge = edges[index]
    if (edge !== undefined && piece.x >= edge - tolerance) return edge
  }
  return null
}

/** «De provincie.»: titles and codes have no full stop. */
const shortSentence = /^\p{L}.* .*[\p{Ll}\d)%]{3}\.$/u

function isAnswer(cells: readonly { readonly piece: Piece }[]): boolean {
  const text = cells.map(({ piece }) => piece.text).join(' ')
  if (text.length >= answerLetters && text.replace(/\P{L}/gu, '').length >= answerLetters) return true
  return /^(?:ja|nee|zie)\b/i.test(text) || (text.endsWith('.') && shortSentence.test(text))
}

function ofPieces(row: Row, pieces: readonly Piece[]): Row {
  const startsBlock = pieces[0]?.startsBlock ?? row.startsBlock
  return { ...withText(row, pieces.map((piece) => piece.text).join('  ')), pieces, look: row.look, startsBlock }
}
