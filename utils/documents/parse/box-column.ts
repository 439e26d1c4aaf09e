import { isAt } from './column-edges.ts'
import { type Piece, type Row, withoutRows, withText } from './rows.ts'

/** What heads a value in a letter's reference box, and no column of a table. */
const label = /^(?:on[sz]e? (?:kenmerk|referentie)|uw (?:kenmerk|referentie|brief(?: van)?)|bijlagen?(?:\(n\))?):?$/i
const annexes = /^bijlagen?(?:\(n\))?:?$/i
/** Farther left stands the text itself. */
const leastEdge = 50
/** `2024-0000129720`, `DGRW/38922138`, `2024Z08012`: the value of a label. */
const reference = /^(?=(?:.*\d){4})[A-Z\d][A-Z\d./ -]{4,40}$/
/** A name that goes on below begins a little to the right. */
const widestIndent = 3
const pageAlone = /^\d{1,4}$/
/** Lines of a value below the last label. */
const rowsOfValue = 3

/** Lines of a box, from the top of its page. */
const longestBox = 24

interface Box {
  readonly x: number
  last: number
  /** Two labels, or a label and what looks like a reference. */
  isSure: boolean
}

/**
 * The rows without the letter's reference box, where plain text keeps it beside the words, as a column of its own from the page's
 * first line on («Directie Water», «Onze referentie» and its value below it). Told by its labels, which share a left edge.
 */
export function withoutBoxColumn(rows: readonly Row[]): readonly Row[] {
  const boxes = new Map<number, Box>()
  let first = 0
  rows.forEach((row, index) => {
    if (row.segment !== rows[first]?.segment) first = index
    const piece = row.pieces.at(-1)
    if (
      index > first + longestBox ||
      !piece ||
      row.y !== null ||
      row.role === 'table-row' ||
      piece.x < leastEdge ||
      !label.test(piece.text)
    )
      return
    const box = boxes.get(row.segment)
    if (!box) boxes.set(row.segment, { x: piece.x, last: index + rowsOfValue, isSure: false })
    else if (standsIn(piece, box)) {
      box.last = index + rowsOfValue
      box.isSure = true
    }
  })
  if (boxes.size === 0) return rows
  const above = new Map<number, string>()
  // What goes on below the box, or holds pages, is a column of a table.
  rows.forEach((row, index) => {
    const box = boxes.get(row.segment)
    const piece = box && row.pieces.find((one) => standsIn(one, box))
    if (!box || !piece) return
    const isCount = annexes.test(above.get(row.segment) ?? '')
    above.set(row.segment, piece.text)
    if (index > box.last || (pageAlone.test(piece.text) && !isCount)) boxes.delete(row.segment)
    else box.isSure ||= reference.test(piece.text)
  })
  for (const [segment, { isSure }] of boxes) if (!isSure) boxes.delete(segment)
  if (boxes.size === 0) return rows
  const parted = rows.map((row, index) => {
    const box = boxes.get(row.segment)
    const piece = row.pieces.at(-1)
    if (!box || !piece || index > box.last || !(standsIn(piece, box) || isIndented(piece, box))) return row
    const pieces = row.pieces.slice(0, -1)
    return withText(row, pieces.map(({ text }) => text).join('  '), pieces.length > 0 ? { pieces } : {})
  })
  return withoutRows(
    parted,
    parted.flatMap(({ text }, index) => (text === '' ? index : [])),
  )
}

const standsIn = ({ x }: Piece, box: Box) => isAt(x, box.x)
const isIndented = ({ x }: Piece, box: Box) => x > box.x && x <= box.x + widestIndent
