import { cellsOf } from './cells.ts'
import type { Row, Run } from './run.ts'

/**
 * What a row holds in one cell: text without a gap that a column could run through. Nearly all cells are drawn in one go, and the run is
 * then the piece itself: a piece made of each would be a third of all that a table takes.
 */
export interface Piece {
  readonly text: string
  readonly x: number
  readonly right: number
  /** Baseline. */
  readonly y: number
  readonly size: number
  /** What it is made of, where that is more than one run. */
  readonly runs?: readonly Run[]
}

/** A piece on its page, the page as an index. */
export interface PlacedPiece {
  readonly piece: Piece
  readonly page: number
}

/** The pieces of rows, row by row. */
export function piecesOf(rows: readonly Row[], columns: readonly number[]): Piece[] {
  const pieces: Piece[] = []
  for (const row of rows) {
    const [only] = row.runs
    if (only && row.runs.length === 1) pieces.push(only)
    else for (const runs of cellsOf(row, columns)) pieces.push(pieceOf(runs, row))
  }
  return pieces
}

function pieceOf(runs: readonly Run[], row: Row): Piece {
  const [only] = runs
  if (only && runs.length === 1) return only
  const main = runs.find((run) => !run.superscript) ?? only
  return {
    text: runs.map((run) => run.text).join(' '),
    x: runs.reduce((least, run) => Math.min(least, run.x), Infinity),
    right: runs.reduce((most, run) => Math.max(most, run.right), -Infinity),
    y: main?.y ?? row.y,
    size: main?.size ?? row.size,
    runs,
  }
}

export function runsOf(piece: Piece): readonly Run[] {
  return piece.runs ?? [piece as Run]
}
