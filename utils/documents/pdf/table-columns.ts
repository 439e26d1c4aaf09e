import type { Ruling } from './rulings.ts'
import type { Piece } from './table-pieces.ts'

/** Lines of one column within a zone: pieces on one baseline, from the top. */
export interface ColumnLine {
  readonly y: number
  readonly pieces: readonly Piece[]
  /** A ruling runs between this line and the one above it. */
  readonly isParted?: boolean
}

/** Left edges of the table's columns: where, over all of its rows, a strip without text ends. Points. */
export function columnEdges(pieces: readonly Piece[]): number[] {
  const changes = new Map<number, number>()
  for (const { x, right } of pieces) {
    const start = Math.floor(x)
    const end = Math.max(Math.ceil(right), start + 1)
    changes.set(start, (changes.get(start) ?? 0) + 1)
    changes.set(end, (changes.get(end) ?? 0) - 1)
  }
  // A word wider than its column sticks out into the strip now and then.
  const fewest = Math.floor(pieces.length * 0.01)
  const edges: number[] = []
  let covered = 0
  for (const at of [...changes.keys()].sort((one, other) => one - other)) {
    const before = covered
    covered += changes.get(at) ?? 0
    if (before <= fewest && covered > fewest) edges.push(at)
  }
  return edges
}

/** Pieces as lines of their columns, by the column's index. Where rulings run between lines they say so. */
export function byColumn(
  pieces: readonly Piece[],
  edges: readonly number[],
  rulings: readonly Ruling[],
): Map<number, ColumnLine[]> {
  const columns = new Map<number, { y: number; pieces: Piece[] }[]>()
  for (const piece of pieces) {
    const column = edges.findLastIndex((edge) => piece.x >= edge - 0.5)
    const lines = columns.get(column) ?? []
    if (lines.length === 0) columns.set(column, lines)
    const last = lines[lines.length - 1]
    if (last && piece.y - last.y <= 0.3 * piece.size) last.pieces.push(piece)
    else lines.push({ y: piece.y, pieces: [piece] })
  }
  if (rulings.length === 0) return columns
  return new Map([...columns].map(([column, lines]) => [column, partedBy(rulings, lines)]))
}

/** Rulings part lines where they run over all of the column and beyond: shorter ones underline words. */
function partedBy(rulings: readonly Ruling[], lines: readonly ColumnLine[]): ColumnLine[] {
  const left = Math.min(...lines.flatMap(({ pieces }) => pieces.map(({ x }) => x)))
  const right = Math.max(...lines.flatMap(({ pieces }) => pieces.map((piece) => piece.right)))
  const heights = rulings
    .filter((ruling) => ruling.x < left + 1 && ruling.right > right - 1 && ruling.right - ruling.x > right - left + 0.5)
    .map(({ y }) => y)
    .sort((one, other) => one - other)
  let next = 0
  return lines.map((line, index) => {
    const above = lines[index - 1]?.y ?? line.y
    while ((heights[next] ?? Infinity) <= above) next += 1
    return index > 0 && (heights[next] ?? Infinity) < line.y ? { ...line, isParted: true } : line
  })
}
