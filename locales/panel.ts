import { count, messages, params } from './i18n.ts'

/** The side panel, beside what it shares with the popup. */
export const panelMessages = messages(
  'panel',
  {
    document: 'Document',
    references: 'Verwijzingen',
    referencesOf: count({ many: 'Verwijzingen ({count})' }),
    held: params('U schrijft nog bij «{title}».'),
    heldUntitled: 'U schrijft nog bij de vorige pagina.',
    follow: 'Naar de pagina in beeld',
    notesOnPage: 'Bij deze pagina',
    notKept: 'Van dit bestand is nog niets bewaard. Zodra de lezer er vragen uit bewaart, staan ze hier.',
  },
  {
    document: 'Document',
    references: 'References',
    referencesOf: { many: 'References ({count})' },
    held: 'You are still writing a note on “{title}”.',
    heldUntitled: 'You are still writing a note on the previous page.',
    follow: 'Go to the current page',
    notesOnPage: 'On this page',
    notKept: 'Nothing from this file is saved yet. Once the reader has saved its questions, they appear here.',
  },
)
