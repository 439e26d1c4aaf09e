import { messages, params } from './i18n.ts'

/** Words that several screens share. */
export const commonMessages = messages(
  'common',
  {
    back: 'Terug',
    cancel: 'Annuleren',
    close: 'Sluiten',
    copied: 'Gekopieerd',
    copyFailed: 'Kopiëren mislukte; selecteer de tekst en kopieer haar zelf.',
    loading: 'Laden…',
    retry: 'Opnieuw',
    stop: 'Stop',
    undo: 'Ongedaan maken',
    undoAtHand: 'Tab leidt naar «Ongedaan maken».',
    notDeleted: params('Niet verwijderd: {reason}'),
    notRestored: params('Niet teruggezet: {reason}'),
    failed: 'Kamerlens kon dit niet lezen.',
    opensNewTab: 'opent in een nieuw tabblad',
  },
  {
    back: 'Back',
    cancel: 'Cancel',
    close: 'Close',
    copied: 'Copied',
    copyFailed: 'Copying failed; select the text and copy it yourself.',
    loading: 'Loading…',
    retry: 'Try again',
    stop: 'Stop',
    undo: 'Undo',
    undoAtHand: 'Tab leads to “Undo”.',
    notDeleted: 'Not deleted: {reason}',
    notRestored: 'Not put back: {reason}',
    failed: 'Kamerlens could not read this.',
    opensNewTab: 'opens in a new tab',
  },
)
