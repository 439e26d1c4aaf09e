import type { Ruling } from './rulings.ts'
import { byColumn, type ColumnLine, columnEdges } from './table-columns.ts'
import type { RowNumbers } from './table-numbers.ts'
import type { Piece } from './table-pieces.ts'
import { spanningOf } from './table-spans.ts'

/** A stretch of a page where rows of the table follow each other, between lines that run over all of its width. */
export interface Zone {
  readonly page: number
  /** The cells that number the rows, from the top; each has its lines, one as a rule. */
  readonly numbers: readonly (readonly ColumnLine[])[]
  readonly isInline: boolean
  /** No other stands above it on its page: its first lines may end a row that began overleaf. */
  readonly isFirst: boolean
  /** Nothing of the page stands below it: its last row may go on overleaf. */
  readonly isLast: boolean
  /** By the column's index; the column of the numbers is not among them. */
  readonly columns: ReadonlyMap<number, readonly ColumnLine[]>
  /** Rows that share their cell of a column with others, and that column: its lines are not among the zone's. */
  readonly shared?: { readonly column: number; readonly rows: ReadonlySet<number> }
}

/** More lines than this in one stretch of a page are no table that people read, and would take long to fit. */
const mostLines = 300

/**
 * Parts the pages into zones of table rows. What lies in the column of the numbers and is none (an answer over the full
 * width, a heading, the table's head) ends a zone.
 */
export function zonesOf(
  pages: readonly (readonly Piece[])[],
  numbers: RowNumbers,
  rulings: readonly (readonly Ruling[])[],
): Zone[] {
  const kindOf = kindsOf(numbers)
  const first = partAtBarriers(pages, kindOf)
  // Beside a column of questions known to its right edge, lines that run over the columns of a small table are an answer's.
  const spanning = numbers.right === undefined ? spanningOf(first) : new Set<Piece>()
  const table =
    spanning.size === 0 ? first : partAtBarriers(pages, (piece) => (spanning.has(piece) ? 'barrier' : kindOf(piece)))
  const edges = columnEdges(table.flatMap(({ others }) => others))
  return table.map((zone, index) => ({
    page: zone.page,
    numbers: zone.numbers,
    isInline: numbers.isInline,
    isFirst: table[index - 1]?.page !== zone.page,
    isLast: !zone.isClosed,
    columns: byColumn(zone.others, edges, rulings[zone.page] ?? []),
  }))
}

type Kind = 'number' | 'continuation' | 'barrier' | 'other'

function partAtBarriers(pages: readonly (readonly Piece[])[], kindOf: (piece: Piece) => Kind): OpenZone[] {
  const zones: OpenZone[] = []
  for (const [page, pieces] of pages.entries()) {
    let open: OpenZone | null = null
    const sorted = [...pieces].sort((one, other) => one.y - other.y)
    const kinds = sorted.map(kindOf)
    const barriers = sorted.filter((_, index) => kinds[index] === 'barrier')
    let next = 0
    sorted.forEach((piece, index) => {
      const slack = 0.3 * piece.size
      while ((barriers[next]?.y ?? Infinity) <= piece.y + slack) {
        if (open) open.isClosed = true
        open = null
        next += 1
      }
      const kind = kinds[index]
      // The other cells of a barrier's line belong to it.
      if (kind !== 'number' && piece.y - (barriers[next - 1]?.y ?? -Infinity) <= slack) return
      if (!open) {
        open = { page, numbers: [], others: [], isClosed: false }
        zones.push(open)
      }
      if (kind === 'number') open.numbers.push([{ y: piece.y, pieces: [piece] }])
      else if (kind === 'continuation') open.numbers[open.numbers.length - 1]?.push({ y: piece.y, pieces: [piece] })
      else open.others.push(piece)
    })
  }
  return zones.filter((zone) => zone.numbers.length > 0 && zone.numbers.length + zone.others.length <= mostLines)
}

interface OpenZone {
  readonly page: number
  readonly numbers: ColumnLine[][]
  readonly others: Piece[]
  /** A line over the full width ended it. */
  isClosed: boolean
}

/** What heads a column of questions, where a table repeats its head on each page. */
const columnName = /^(?:nr\.?|nummer|#|vraag|vragen)(?: (?:en|\/) antwoord(?:en)?)?$/i

/** What a piece is to the column of the numbers: in it, in the way of it, or beside it. */
function kindsOf({ pieces, isInline, right: edge = -Infinity }: RowNumbers): (piece: Piece) => Kind {
  const own = new Set(pieces.map(({ piece }) => piece))
  const left = pieces.reduce((least, { piece }) => Math.min(least, piece.x), Infinity)
  const right = pieces.reduce((most, { piece }) => Math.max(most, piece.right), edge)
  return (piece) => {
    if (own.has(piece)) return 'number'
    if (piece.x >= right || piece.right <= left) return 'other'
    return isInline && piece.right <= right + 2 * piece.size && !columnName.test(piece.text)
      ? 'continuation'
      : 'barrier'
  }
}
