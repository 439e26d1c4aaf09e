import { Tally } from './run.ts'
import type { Piece, PlacedPiece } from './table-pieces.ts'

const bareNumber = /^(\d{1,4})[a-z]?\s?[.):]?$/
/** A number before the question's own words, in one cell with them. */
const leadingNumber = /^(\d{1,4})[a-z]?\s?[.):]?\s+(?=\p{Lu}\p{L}*\s)/u
/** The first line of a code in a narrow column; what stands below it is its end and no number of a row. */
const begunCode = /^(?:19|20)\d{2}\s?[DZA]\s?\d{0,4}$/

/** Numbers of one column lie so close, in points, by their left edges, their right edges or their middles. */
const tolerance = 1.5
/** Gaps in a numbering wider than this are two numberings, and so far back a number's predecessor is looked for. */
const widestStep = 12
const lookBack = 40
const piecesOfTwoLines = 10

/** The cells that number a table's rows, in reading order. */
export interface RowNumbers {
  readonly pieces: readonly PlacedPiece[]
  /** The numbers stand in one cell with the questions' words. */
  readonly isInline: boolean
  /** Right edge of their column, where it is wider than they are. */
  readonly right?: number
}

/**
 * The cells that number a table's rows: bare numbers below each other that rise, by one as a rule, the leftmost column
 * of them; otherwise numbers that begin a cell. Pages asked about repeat, amounts do not rise; the last digits of
 * wrapped codes do rise, but below a code. Empty where no column is numbered.
 *
 * @param pages the pieces of each page in reading order
 */
export function rowNumbers(pages: readonly (readonly Piece[])[]): RowNumbers {
  const bare = bareNumbers(pages)
  if (bare.length > 1) {
    const right = rightAboveWords(pages, bare)
    return right === null ? { pieces: bare, isInline: false } : { pieces: bare, isInline: true, right }
  }
  const leading = placedWhere(pages, (pieces, index) => leadingNumber.test(pieces[index]?.text ?? ''))
  const chain = longestChain(clusters(leading, (piece) => piece.x))
  return { pieces: chain.length > 1 ? chain : [], isInline: true }
}

/** So many of the numbers stand above words, and beside the answer. */
const mostNumbers = 0.7

/**
 * Right edge of the column of questions where each number stands on a line of its own above the question's words, in one cell with
 * them, beside the answer's first line; null for any other table, and where nothing stands beside.
 */
function rightAboveWords(pages: readonly (readonly Piece[])[], numbers: readonly PlacedPiece[]): number | null {
  const fewest = numbers.length * mostNumbers
  const isAbove = ({ piece, page }: PlacedPiece) =>
    pages[page]?.some(
      ({ x, right, y, size }) =>
        Math.abs(x - piece.x) < tolerance && right > piece.right && y > piece.y && y - piece.y < 2.5 * size,
    )
  if (numbers.filter(isAbove).length < fewest) return null
  const besides = new Tally()
  for (const { piece, page } of numbers) {
    const level = (pages[page] ?? []).filter((other) => Math.abs(other.y - piece.y) < 0.3 * piece.size)
    const next = level.reduce((least, { x }) => (x > piece.right ? Math.min(least, x) : least), Infinity)
    if (Number.isFinite(next)) besides.add(Math.round(next))
  }
  const edge = besides.commonest
  return besides.weightOf(edge) < fewest ? null : edge - tolerance
}

function placedWhere(
  pages: readonly (readonly Piece[])[],
  isWanted: (pieces: readonly Piece[], index: number) => boolean,
): PlacedPiece[] {
  const found: PlacedPiece[] = []
  for (const [page, pieces] of pages.entries()) {
    for (let index = 0; index < pieces.length; index += 1) {
      const piece = pieces[index]
      if (piece && isWanted(pieces, index)) found.push({ piece, page })
    }
  }
  return found
}

/** `155`, `2a.`, `12 )`. */
const longestBare = 7

function bareNumbers(pages: readonly (readonly Piece[])[]): PlacedPiece[] {
  const numbers = placedWhere(pages, (pieces, index) => {
    const text = pieces[index]?.text ?? ''
    return (
      text.length <= longestBare && bareNumber.test(text) && !endsCode(pieces, index) && !followsWords(pieces, index)
    )
  })
  const edges: readonly ((piece: Piece) => number)[] = [
    (piece) => piece.x,
    (piece) => piece.right,
    (piece) => (piece.x + piece.right) / 2,
  ]
  return longestChain(edges.flatMap((edge) => clusters(numbers, edge)))
}

/** The longest chain in any of the columns; of two, the one farther to the left. */
function longestChain(columns: readonly PlacedPiece[][]): PlacedPiece[] {
  let best: PlacedPiece[] = []
  for (const column of columns) {
    if (column.length < best.length) continue
    const chain = risingChain(column)
    const isLefter = (chain[0]?.piece.x ?? 0) < (best[0]?.piece.x ?? 0) - tolerance
    if (chain.length > best.length || (chain.length === best.length && isLefter)) best = chain
  }
  return best
}

/** Whether words stand left of this number, on its line or the next ones: then it is a page or an amount. */
function followsWords(pieces: readonly Piece[], index: number): boolean {
  const own = pieces[index]
  if (!own) return false
  const end = Math.min(pieces.length, index + piecesOfTwoLines)
  for (let at = Math.max(0, index - piecesOfTwoLines); at < end; at += 1) {
    const piece = pieces[at]
    if (!piece || piece.right > own.x + 1 || Math.abs(piece.y - own.y) >= 1.2 * piece.size) continue
    if (/\p{L}{3}/u.test(piece.text)) return true
  }
  return false
}

/** Whether a code stands above this number that lacks its last digits. Pieces come by height: a short look back suffices. */
function endsCode(pieces: readonly Piece[], index: number): boolean {
  const own = pieces[index]
  if (!own) return false
  for (let at = Math.max(0, index - piecesOfTwoLines); at < index; at += 1) {
    const piece = pieces[at]
    if (!piece || own.y <= piece.y || own.y - piece.y >= 2 * piece.size) continue
    if (own.x < piece.right && own.right > piece.x && begunCode.test(piece.text)) return true
  }
  return false
}

function clusters(numbers: readonly PlacedPiece[], edge: (piece: Piece) => number): PlacedPiece[][] {
  const sorted = [...numbers].sort((one, other) => edge(one.piece) - edge(other.piece))
  const found: PlacedPiece[][] = []
  let last = Number.NEGATIVE_INFINITY
  for (const each of sorted) {
    const at = edge(each.piece)
    if (at - last > tolerance) found.push([])
    found[found.length - 1]?.push(each)
    last = at
  }
  return found.map((each) => each.sort((one, other) => one.page - other.page || one.piece.y - other.piece.y))
}

function numberOf({ piece }: PlacedPiece): number {
  return Number((bareNumber.exec(piece.text) ?? leadingNumber.exec(piece.text))?.[1] ?? 0)
}

/** The longest run of rising numbers among these, in their order. */
function risingChain(numbers: readonly PlacedPiece[]): PlacedPiece[] {
  const best: { total: number; before: number }[] = []
  const values = numbers.map(numberOf)
  let top = -1
  for (const [index, value] of values.entries()) {
    let total = 1
    let before = -1
    for (let earlier = Math.max(0, index - lookBack); earlier < index; earlier += 1) {
      const step = value - (values[earlier] ?? value)
      if (step < 1 || step > widestStep) continue
      const sum = (best[earlier]?.total ?? 0) + (step === 1 ? 1 : 0.5)
      if (sum > total) {
        total = sum
        before = earlier
      }
    }
    best.push({ total, before })
    if (top < 0 || total > (best[top]?.total ?? 0)) top = index
  }
  const chain: PlacedPiece[] = []
  for (let index = top; index >= 0; index = best[index]?.before ?? -1) {
    const each = numbers[index]
    if (each) chain.push(each)
  }
  return chain.reverse()
}
