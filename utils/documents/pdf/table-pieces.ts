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

/** The pieces of rows, row by row. */
export function piecesOf(rows: readonly Row[], columns: readonly number[]): Piece[] {
  const pieces: Piece[] = []
  for (const row of rows) {
    const [only] = row.runs
    if (only && row.runs.length === 1) pieces.push(pieceOfRun(only, row.runs))
    else for (const runs of cellsOf(row, columns)) pieces.push(pieceOf(runs, row))
  }
  return pieces
}

function pieceOfRun({ text, x, right, y, size }: Run, runs: readonly Run[]): Piece {
  return { text, x, right, y, size, runs }
}

function pieceOf(runs: readonly Run[], row: Row): Piece {
  const [only] = runs
  if (only && runs.length === 1) return pieceOfRun(only, runs)
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
