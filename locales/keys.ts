import { messages } from './i18n.ts'

/** The commands that keys can be given to, by the names that the manifest has for them. */
export const keyMessages = messages(
  'keys',
  {
    title: 'Toetsen',
    change: 'Sneltoetsen wijzigen',
    none: 'geen toets',
    key: 'Toets',
    does: 'Wat die doet',
    _execute_action: 'Kamerlens openen',
    'next-reference': 'Naar de volgende code op de pagina',
    'previous-reference': 'Naar de vorige code op de pagina',
    'note-on-reference': 'Notitie bij de selectie of de gekozen code',
    'note-on-selection': 'Notitie bij de selectie',
    'next-passage': 'Naar de volgende passage met een notitie',
    'open-panel': 'Zijpaneel openen',
    _execute_sidebar_action: 'Zijpaneel openen of sluiten',
  },
  {
    title: 'Keys',
    change: 'Change shortcuts',
    none: 'no key',
    key: 'Key',
    does: 'What it does',
    _execute_action: 'Open Kamerlens',
    'next-reference': 'To the next code on the page',
    'previous-reference': 'To the previous code on the page',
    'note-on-reference': 'Note on the selection or the chosen code',
    'note-on-selection': 'Note on the selection',
    'next-passage': 'To the next passage with a note',
    'open-panel': 'Open the side panel',
    _execute_sidebar_action: 'Open or close the side panel',
  },
)
