import { type ExportColumn, type ExportedNote, type ExportWords, exportColumns } from './exported-note.ts'

/** Spreadsheets take a cell that begins with one of these for a formula (OWASP, «CSV Injection»). */
const formula = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/

/**
 * Notes as a table for a spreadsheet, RFC 4180 with a byte order mark: without one Excel reads UTF-8 as something else.
 *
 * @param separator what spreadsheets of the user's language expect: `;` in Dutch, `,` in English
 */
export function notesAsCsv(notes: readonly ExportedNote[], words: ExportWords, separator: ';' | ','): string {
  const rows = [
    exportColumns.map((column) => words.columns[column]),
    ...notes.map((note) => exportColumns.map((column) => cellOf(note, column, words))),
  ]
  const line = (cells: readonly string[]) => cells.map((cell) => escaped(cell, separator)).join(separator)
  return `\ufeff${rows.map(line).join('\r\n')}\r\n`
}

function cellOf(
  { note, tags, question, id, label, title, urls, quote }: ExportedNote,
  column: ExportColumn,
  words: ExportWords,
): string {
  const cells: Readonly<Record<ExportColumn, string>> = {
    code: id ?? '',
    citation: label ?? '',
    title,
    number: question?.number ?? '',
    question: question?.question ?? '',
    answer: question?.answer ?? '',
    passage: quote?.exact ?? '',
    note: note.body,
    tags: tags.join(', '),
    colour: note.colour === undefined ? '' : words.colours[note.colour],
    created: note.createdAt,
    changed: note.updatedAt,
    url: urls[0] ?? '',
    id: note.id,
  }
  return cells[column]
}

function escaped(cell: string, separator: string): string {
  const safe = formula.test(cell) ? `'${cell}` : cell
  const needsQuotes = safe.includes(separator) || /["\r\n]/.test(safe)
  return needsQuotes ? `"${safe.replaceAll('"', '""')}"` : safe
}
