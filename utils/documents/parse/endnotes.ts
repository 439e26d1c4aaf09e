import { smallRomanValue } from '../list-numbers.ts'
import { marksOf } from './note-marks.ts'
import type { Row } from './rows.ts'
import type { Note } from './structure.ts'

/** What LibreOffice prints before an endnote: its mark in the size of the note, and a tab. */
const romanBeforeText = /^[ivxl]{1,7}(?=\s(?:[\p{Lu}\d«“‘(]|https?:|www\.))/u

/** The small roman number that is raised where a row begins, as Word marks endnotes, or stands there as one of the marks above; or null. */
function romanAtStart({ raised, text }: Row, marks: ReadonlySet<string>): string | null {
  const [first] = raised
  const isRaised = first?.start === 0 && first.end < text.length
  const mark = isRaised ? text.slice(0, first.end).trim() : romanBeforeText.exec(text)?.[0]
  return mark === undefined || smallRomanValue(mark) === null || !(isRaised || marks.has(mark)) ? null : mark
}

/**
 * The notes under small roman numbers behind a document's text, each with the index of its first row: they rise by one from `i`, whose own
 * mark is raised above them.
 */
export function endnotesIn(rows: readonly Row[]): (readonly [row: number, note: Note])[] {
  let starts: { row: number; mark: string }[] = []
  const marks = new Set<string>()
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index]
    if (!row || (row.raised.length === 0 && marks.size === 0)) continue
    const mark = romanAtStart(row, marks)
    for (const run of row.raised) if (run.start > 0) for (const each of marksOf(row, run)) marks.add(each)
    if (mark === null || !marks.has('i')) continue
    const value = smallRomanValue(mark)
    if (value === 1) starts = [{ row: index, mark }]
    else if (value === starts.length + 1) starts.push({ row: index, mark })
  }
  return starts.map(({ row, mark }, at) => {
    const end = endOf(rows, row, starts[at + 1]?.row)
    const own = rows.slice(row, end)
    const text = own.map((each, line) => (line === 0 ? each.text.slice(mark.length).trim() : each.text)).join(' ')
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
