import { numberListSource } from './numbers.ts'
import { type Row, withText } from './rows.ts'

/**
 * Headings in a narrow first column, which break before their number or within their numbers:
 *
 *     Antwoord 1,    Daar ben ik mee bekend. In 2023
 *     2 en 3         ging het om drie gevallen.
 */

/** A heading that says that its numbers go on, or are still to come. */
const open =
  /^(?:Vra(?:ag|gen)|Antwoord)(?:(?: op)? vra(?:ag|gen))?(?: \d[\d, ]*(?:,| en| t\/m| tot en met)| op| op vra(?:ag|gen)| vra(?:ag|gen))$/
const word = /^(?:Vra(?:ag|gen)|Antwoord)$/
const rest = /^(?:(?:op )?vra(?:ag|gen) )?[\d, ]*(?:(?:en|t\/m|tot en met) )?[\d, ]*(?:,| en)?$/
const goesOn = /^(?:en|t\/m|tot en met) \d/
const whole = new RegExp(`^(?:Vra(?:ag|gen)|Antwoord)(?:(?: op)? vra(?:ag|gen))? ${numberListSource}[.:]?$`)

const longestLabel = 40
const mostLines = 3
/** Points between the left edges of one column's lines. */
const sameEdge = 3
/** The word alone beside words is a heading where it recurs: once it heads a column. */
const fewestWords = 2

/** The rows with such headings whole in their first row. `candidates`: the rows that begin with «V» or «A», in order. */
export function withWrappedLabels(rows: readonly Row[], candidates: readonly number[]): readonly Row[] {
  const labels = candidates.filter((index) => {
    const row = rows[index]
    return row !== undefined && row.pieces.length > 1 && mayWrap(row.pieces[0]?.text ?? '')
  })
  const words = labels.filter((index) => isWord(rows[index])).length
  const changed = new Map<number, Row>()
  for (const index of labels) {
    const row = rows[index]
    if (!row || (isWord(row) && words < fewestWords)) continue
    const found = wrappedFrom(rows, index)
    if (!found) continue
    changed.set(index, withFirst(row, found.label))
    for (let at = index + 1; at <= found.last; at += 1) {
      const below = rows[at]
      if (below) changed.set(at, withFirst(below, ''))
    }
  }
  if (changed.size === 0) return rows
  return rows.map((row, index) => changed.get(index) ?? row).filter(({ text }) => text !== '')
}

const mayWrap = (label: string) =>
  label.length <= longestLabel && (open.test(label) || word.test(label) || whole.test(label))

const isWord = (row: Row | undefined) => {
  const [label, beside] = row?.pieces ?? []
  return word.test(label?.text ?? '') && /\S\s+\S|[.?!]$/.test(beside?.text ?? '')
}

/** The heading as it goes on below its first line, and the last row that holds a part of it; null where it does not. */
function wrappedFrom(rows: readonly Row[], from: number): { label: string; last: number } | null {
  const [first, beside] = rows[from]?.pieces ?? []
  if (!first || !beside || (word.test(first.text) && !isWord(rows[from]))) return null
  let label = first.text
  let last = from
  for (let at = from + 1; at <= from + mostLines; at += 1) {
    const piece = rows[at]?.pieces[0]
    if (!piece || Math.abs(piece.x - first.x) > sameEdge || piece.text.length > longestLabel) break
    if (!rest.test(piece.text) || (whole.test(label) && !goesOn.test(piece.text))) break
    label = `${label} ${piece.text}`
    last = at
  }
  return last > from && whole.test(label) ? { label, last } : null
}

/** A row whose first cell has another text, or none; what was raised behind it moves along. */
function withFirst(row: Row, text: string): Row {
  const [first, ...others] = row.pieces
  if (!first) return row
  const behind = row.text.slice(first.text.length).trimStart()
  const own = text === '' ? behind : `${text} ${behind}`
  const moved = own.length - row.text.length
  return withText(row, own, {
    pieces: text === '' ? others : [{ ...first, text }, ...others],
    raised: row.raised
      .map(({ start, end }) => ({ start: start + moved, end: end + moved }))
      .filter(({ start }) => start >= 0),
  })
}
