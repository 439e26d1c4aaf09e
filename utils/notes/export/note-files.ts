import { strToU8, zipSync } from 'fflate'
import { notesAsCsv } from './csv.ts'
import type { Separator } from './csv-table.ts'
import type { ExportedNote, ExportWords } from './exported-note.ts'
import { notesAsMarkdown } from './markdown-files.ts'
import { notesAsWebAnnotations } from './web-annotation.ts'

/** The forms in which notes go out to other programs. */
export const noteForms = ['markdown', 'csv', 'web-annotation'] as const

export type NoteForm = (typeof noteForms)[number]

/** What the files say besides the notes, in the language of the interface. */
export interface NoteFileWords extends ExportWords {
  /** Name of the collection. */
  readonly label: string
  /** What spreadsheets of that language part cells by. */
  readonly separator: Separator
}

interface NoteFile {
  /** Ending of the file's name. */
  readonly ending: string
  readonly type: string
  readonly content: (notes: readonly ExportedNote[], words: NoteFileWords) => string | Uint8Array<ArrayBuffer>
}

const files: Readonly<Record<NoteForm, NoteFile>> = {
  markdown: { ending: 'zip', type: 'application/zip', content: zipped },
  csv: {
    ending: 'csv',
    type: 'text/csv',
    content: (notes, words) => notesAsCsv(notes, words, words.separator),
  },
  'web-annotation': {
    ending: 'jsonld',
    type: 'application/ld+json',
    content: (notes, { label }) => notesAsWebAnnotations(notes, label),
  },
}

/** Notes as one file of this form, with the ending of its name. */
export function noteFile(
  form: NoteForm,
  notes: readonly ExportedNote[],
  words: NoteFileWords,
): { readonly blob: Blob; readonly ending: string } {
  const { ending, type, content } = files[form]
  return { blob: new Blob([content(notes, words)], { type }), ending }
}

/** fflate's way beside the main thread makes workers of its own text, which no extension page allows. */
function zipped(notes: readonly ExportedNote[], words: NoteFileWords): Uint8Array<ArrayBuffer> {
  const texts = notesAsMarkdown(notes, words).map(({ name, text }) => [name, strToU8(text)] as const)
  return zipSync(Object.fromEntries(texts)) as Uint8Array<ArrayBuffer>
}
