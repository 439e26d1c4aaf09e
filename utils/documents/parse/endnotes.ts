import { smallRomanValue } from '../list-numbers.ts'
import { marksOf } from './note-marks.ts'
import type { Row } from './rows.ts'
import type { Note } from './structure.ts'

/** The small roman number that is raised where a row begins, as Word marks endnotes, or null. */
function romanAtStart({ raised, text }: Row): string | null {
  const [first] = raised
  if (!first || first.start > 0 || first.end >= text.length) return null
  const mark = text.slice(0, first.end).trim()
  return smallRomanValue(mark) === null ? null : mark
}

/**
 * The notes under small roman numbers behind a document's text, each with the index of its first row: they rise by one from `i`, whose own
 * mark is raised above them.
 */
export function endnotesIn(rows: readonly Row[]): (readonly [row: number, note: Note])[] {
  let starts: { row: number; mark: string }[] = []
  let isMarked = false
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index]
    if (!row || row.raised.length === 0) continue
    const mark = romanAtStart(row)
    isMarked ||= row.raised.some((run) => run.start > 0 && marksOf(row, run).includes('i'))
    if (mark === null || !isMarked) continue
    const value = smallRomanValue(mark)
    if (value === 1) starts = [{ row: index, mark }]
    else if (value === starts.length + 1) starts.push({ row: index, mark })
  }
  return starts.map(({ row, mark }, at) => {
    const end = endOf(rows, row, starts[at + 1]?.row)
    const own = rows.slice(row, end)
    const text = own
      .map((each, line) => (line === 0 ? each.text.slice(each.raised[0]?.end).trim() : each.text))
      .join(' ')
    return [row, { mark, text, segment: own[0]?.segment ?? 0, rows: own }] as const
  })
}

/** A note's lines go on until a block begins; of one that another follows, until a footnote does. */
function endOf(rows: readonly Row[], from: number, next: number | undefined): number {
  for (let index = from + 1; index < (next ?? rows.length); index += 1) {
    const row = rows[index]
    if (row?.startsBlock && (next === undefined || /^\d/.test(row.text))) return index
  }
  return next ?? rows.length
}
