import type { Row } from './run.ts'

/** Footnotes are set at most so large, in parts of the size of the text. */
const noteSize = 0.93

/**
 * Where the footnotes begin in a column of rows that reaches the foot of the page: the first row of the small print
 * at its end that opens with a mark. Small print before that mark belongs to a note of the page before.
 *
 * @param size font size of the text
 * @param continues the page before ended within its footnotes
 * @param follows another column of the page has footnotes, whose last may go on at the head of these
 * @returns index of the first row of the footnotes; `rows.length` for none
 */
export function footnotesFrom(
  rows: readonly Row[],
  size: number,
  height: number,
  continues: boolean,
  follows: boolean,
): number {
  let small = rows.length
  while (small > 0 && (rows[small - 1]?.size ?? size) < size * noteSize) small -= 1
  const first = rows.findIndex((row, index) => index >= small && opensWithMark(row, true))
  if (first >= 0) return continues || follows ? small : first
  if (small < rows.length && continues) return small
  // Notes in the size of the text: a raised mark at the start of a row, after a gap, in the lower half of the page.
  const large = rows.findIndex((row, index) => {
    const before = rows[index - 1]
    return (
      opensWithMark(row, false) &&
      row.y > height / 2 &&
      before !== undefined &&
      row.y - before.y > row.size * 1.6 &&
      rows.slice(index).every((each) => each.size <= size * 1.01)
    )
  })
  return large >= 0 ? large : rows.length
}

function opensWithMark(row: Row, isSmall: boolean): boolean {
  const first = row.runs[0]
  if (!first) return false
  if (first.superscript) return /^(?:\d{1,3}|[*†‡§]{1,3}|[a-z])\)?$/.test(first.text)
  return isSmall && /^\d{1,3}[.)]?(?:\s+\S|$)/.test(first.text)
}
