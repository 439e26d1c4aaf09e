import { smallRomanValue } from '../list-numbers.ts'
import { numbersQuestion } from './asking.ts'
import type { Raised, Row } from './rows.ts'
import { endsAsking } from './sentences.ts'
import { gluedMark, joinedMark, leadingMark, partedMark } from './typed-marks.ts'

/** Whether a note's mark stands in rows `from` to `to`: alone on a line, raised, glued to a word, or in brackets. */
export function hasMark(
  rows: readonly Row[],
  from: number,
  to: number,
  mark: string,
  { headed, mayStandAlone }: { readonly headed: boolean; readonly mayStandAlone: boolean },
): boolean {
  for (let index = from; index < to; index += 1) {
    const row = rows[index]
    if (!row) continue
    if (
      mayStandAlone &&
      isMarkList(row.text) &&
      row.text.split(' ').includes(mark) &&
      (headed || !numbersQuestion(rows, index))
    )
      return true
    if (row.raised.some((run) => marksOf(row, run).includes(mark))) return true
    if (headed && leadingMark(row.text, mark)) return true
    if (row.text.includes(mark) && typedMark(row, mark, headed)) return true
  }
  return false
}

/**
 * The segment of the row before `to` in which a mark stands that nothing else can be: glued to a word, or parted from the sentence
 * that it stands behind. Null where there is none.
 */
export function hasSureMark(rows: readonly Row[], to: number, mark: string): number | null {
  for (let index = 0; index < to; index += 1) {
    const row = rows[index]
    if (!row?.text.includes(mark)) continue
    if (gluedMark(row.text, mark) ?? (row.flows ? ofItem(row.text, mark) : partedMark(row.text, mark, false)))
      return row.segment
    if (leadsAnswer(rows, index, mark)) return row.segment
  }
  return null
}

/** Whether a mark stands before the answer of an item in text without lines: `1 Wie beheert de kade?` / `1 De gemeente.` */
export function leadsAnswer(rows: readonly Row[], index: number, mark: string): boolean {
  const row = rows[index]
  const before = rows[index - 1]?.text ?? ''
  if (!row?.flows || !row.text.startsWith(`${mark} `) || !endsAsking(before)) return false
  const number = /^\d{1,3}(?= \p{Lu})/u.exec(before)?.[0]
  return (
    number !== undefined && Number(mark) <= Number(number) && /^\p{Lu}[^?]*$/u.test(row.text.slice(mark.length + 1))
  )
}

/** Whether a mark is glued to a word in rows `from` to `to`. */
export function hasGluedMark(rows: readonly Row[], from: number, to: number, mark: string): boolean {
  for (let index = from; index < to; index += 1) {
    const text = rows[index]?.text ?? ''
    if (text.includes(mark) && gluedMark(text, mark)) return true
  }
  return false
}

/** A mark that was typed behind a word, wherever it stands. */
export function typedMark({ text, flows }: Pick<Row, 'text' | 'flows'>, mark: string, headed: boolean): Raised | null {
  return joinedMark(text, mark) ?? (headed || !flows ? partedMark(text, mark, headed) : ofItem(text, mark))
}

/** A mark that was parted from its sentence in an item of a list without lines: no greater than the item's number, so that it is not the next one's. */
function ofItem(text: string, mark: string): Raised | null {
  const number = /^\d{1,3}(?=[.)]? )/.exec(text)?.[0]
  return number !== undefined && Number(mark) <= Number(number) ? partedMark(text, mark, true) : null
}

/** A line that holds marks only: `90`, or `2 3` where two notes share a place. */
export function isMarkList(text: string): boolean {
  return /^\d{1,3}(?: \d{1,3}){0,3}$/.test(text)
}

export function marksOf(row: Row, run: Raised): string[] {
  const text = row.text.slice(run.start, run.end)
  return text.match(/\d{1,3}/g) ?? romanMarks(text)
}

function romanMarks(text: string): string[] {
  const mark = text.replace(/^\s*\[?|\]?\s*$/g, '')
  return smallRomanValue(mark) === null ? [] : [mark]
}
