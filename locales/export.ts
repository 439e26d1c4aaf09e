import { count, params } from '@nanostores/i18n'
import { messages } from './i18n.ts'

/** Ways out of Kamerlens, and the words in the files. */
export const exportMessages = messages(
  'export',
  {
    export: 'Exporteren',
    kamerlens: 'Alles, om terug te zetten (Kamerlens)',
    markdown: 'Notities als Markdown (Obsidian)',
    csv: 'Notities als tabel (CSV)',
    webAnnotation: 'Notities als Web Annotation (JSON-LD)',
    onlyFound: count({ one: 'Alleen de {count} gevonden notitie', many: 'Alleen de {count} gevonden notities' }),
    onlyFoundMany: 'Alleen de gevonden notities',
    busy: 'Bezig met exporteren…',
    exported: params('Geëxporteerd: {file}'),
    exportedParts: params(
      'Geëxporteerd als {number} bestanden, want één was te groot: {file} en verder. Importeer ze allemaal.',
    ),
    label: 'Notities uit Kamerlens',
    fileName: 'kamerlens-notities',
    question: params('Vraag {number}'),
    answer: 'Antwoord',
    notes: 'Notities',
  },
  {
    export: 'Export',
    kamerlens: 'Everything, to put back (Kamerlens)',
    markdown: 'Notes as Markdown (Obsidian)',
    csv: 'Notes as a table (CSV)',
    webAnnotation: 'Notes as Web Annotation (JSON-LD)',
    onlyFound: { one: 'Only the {count} note found', many: 'Only the {count} notes found' },
    onlyFoundMany: 'Only the notes found',
    busy: 'Exporting…',
    exported: 'Exported: {file}',
    exportedParts: 'Exported as {number} files, since one was too large: {file} and on. Import all of them.',
    label: 'Notes from Kamerlens',
    fileName: 'kamerlens-notes',
    question: 'Question {number}',
    answer: 'Answer',
    notes: 'Notes',
  },
)

/** The heads of the columns of a table of notes. */
export const exportColumnMessages = messages(
  'export-columns',
  {
    code: 'Code',
    citation: 'Verwijzing',
    title: 'Titel',
    number: 'Vraagnummer',
    question: 'Vraag',
    answer: 'Antwoord',
    passage: 'Passage',
    note: 'Notitie',
    tags: 'Labels',
    created: 'Gemaakt',
    changed: 'Gewijzigd',
    url: 'Adres',
    id: 'Id',
  },
  {
    code: 'Code',
    citation: 'Citation',
    title: 'Title',
    number: 'Question number',
    question: 'Question',
    answer: 'Answer',
    passage: 'Passage',
    note: 'Note',
    tags: 'Tags',
    created: 'Created',
    changed: 'Changed',
    url: 'Address',
    id: 'Id',
  },
)
