import { Tally } from './run.ts'
import { columnEdges } from './table-columns.ts'
import type { Piece } from './table-pieces.ts'

/**
 * Lines that run over several columns although they begin beside the numbers: answers in a row whose first cell is
 * empty. A few are words wider than their column.
 */
export function spanningOf(zones: readonly { readonly others: readonly Piece[] }[]): ReadonlySet<Piece> {
  const isLevel = (one: Piece, other: Piece | undefined) =>
    other !== undefined && Math.abs(one.y - other.y) <= 0.3 * one.size
  const all = zones.flatMap(({ others }) => others)
  const level = zones.flatMap(({ others }) =>
    others.filter((piece, at) => isLevel(piece, others[at - 1]) || isLevel(piece, others[at + 1])),
  )
  const edges = columnEdges(level)
  const beside = new Set(level)
  const found = all.filter(
    (piece) => !beside.has(piece) && edges.some((edge) => piece.x < edge - 2 && piece.right > edge + 2),
  )
  if (found.length < Math.max(3, all.length * 0.1)) return new Set()
  return withEnds(zones, new Set(found), beside)
}

/** With the short last lines of their paragraphs: as close below, and from the same left edge. */
function withEnds(
  zones: readonly { readonly others: readonly Piece[] }[],
  spanning: ReadonlySet<Piece>,
  beside: ReadonlySet<Piece>,
): ReadonlySet<Piece> {
  const whole = new Set(spanning)
  const pairs = zones.flatMap(({ others }) => others.slice(1).map((piece, index) => [others[index], piece] as const))
  const distances = new Tally()
  for (const [above, below] of pairs) {
    if (above && spanning.has(above) && spanning.has(below)) distances.add(Math.round((below.y - above.y) * 2) / 2)
  }
  const leading = distances.commonest
  for (const [above, below] of pairs) {
    if (!above || !whole.has(above) || beside.has(below)) continue
    if (below.y - above.y <= leading * 1.05 && Math.abs(below.x - above.x) < 1) whole.add(below)
  }
  return whole
}
