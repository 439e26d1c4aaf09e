import type { Piece } from './table-pieces.ts'
import type { Zone } from './table-zones.ts'

/** A printed code, the first line or the last digits of one that its column wrapped. */
const codePart = /^(?:(?:19|20)\d{2}\s?[DZA]\s?\d{0,5}|\d{1,5})$/
const mostOfThem = 0.7
/** Space between the table and a column that moves behind it, in points. */
const beyond = 40

/**
 * How far each column is to be moved to the right so that the table reads *number, question, other columns*: a column of
 * codes left of the question moves behind the table's last column. The last digits of a code, wrapped by its narrow
 * column, would otherwise begin lines as a question's number does.
 *
 * @param widest the column with the most words
 * @returns points by column; columns that stay are not in it
 */
export function shiftsOf(zones: readonly Zone[], widest: number): ReadonlyMap<number, number> {
  const before = new Map<number, Piece[]>()
  let last = 0
  for (const { columns } of zones) {
    for (const [column, lines] of columns) {
      const own = before.get(column) ?? []
      if (column < widest) before.set(column, own)
      lines.forEach(({ pieces }) => {
        for (const piece of pieces) {
          if (piece.right > last) last = piece.right
          if (column < widest) own.push(piece)
        }
      })
    }
  }
  const shifts = new Map<number, number>()
  for (const [column, own] of before) {
    const codes = own.filter(({ text }) => codePart.test(text)).length
    const hasCodes = own.some(({ text }) => /[DZA]/.test(text))
    if (hasCodes && codes >= own.length * mostOfThem) shifts.set(column, last + beyond)
  }
  return shifts
}
