import { csvTable, type Separator } from './csv-table.ts'
import { type ExportColumn, type ExportedNote, type ExportWords, exportColumns } from './exported-note.ts'

/** Notes as a table for a spreadsheet. */
export function notesAsCsv(notes: readonly ExportedNote[], words: ExportWords, separator: Separator): string {
  const rows = [
    exportColumns.map((column) => words.columns[column]),
    ...notes.map((note) => exportColumns.map((column) => cellOf(note, column, words))),
  ]
  return csvTable(rows, separator)
}

function cellOf(
  { note, tags, question, id, citation, title, urls, quote }: ExportedNote,
  column: ExportColumn,
  words: ExportWords,
): string {
  const cells: Readonly<Record<ExportColumn, string>> = {
    code: id ?? '',
    citation: citation ?? '',
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
