import { cellsOf } from './cells.ts'
import type { Row, Run } from './run.ts'

/** What a row holds in one cell: text without a gap that a column could run through. */
export interface Piece {
  readonly text: string
  readonly x: number
  readonly right: number
  /** Baseline. */
  readonly y: number
  readonly size: number
  readonly runs: readonly Run[]
}

/** A piece on its page, the page as an index. */
export interface PlacedPiece {
  readonly piece: Piece
  readonly page: number
}

export function piecesOf(row: Row, columns: readonly number[]): Piece[] {
  return cellsOf(row, columns).map((runs) => {
    const [only] = runs
    if (only && runs.length === 1) {
      return { text: only.text, x: only.x, right: only.right, y: only.y, size: only.size, runs }
    }
    const main = runs.find((run) => !run.superscript) ?? only
    return {
      text: runs.map((run) => run.text).join(' '),
      x: runs.reduce((least, run) => Math.min(least, run.x), Infinity),
      right: runs.reduce((most, run) => Math.max(most, run.right), -Infinity),
      y: main?.y ?? row.y,
      size: main?.size ?? row.size,
      runs,
    }
  })
}
