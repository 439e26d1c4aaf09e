import { messages } from './i18n.ts'

/** The chip over the browser's own PDF viewer. */
export const chipMessages = messages(
  'chip',
  {
    open: 'Lezen met Kamerlens',
    close: 'Verbergen',
    failed: 'De lezer kon niet worden geopend. Laad deze pagina opnieuw en probeer het nog eens.',
  },
  {
    open: 'Read with Kamerlens',
    close: 'Hide',
    failed: 'The reader could not be opened. Reload this page and try again.',
  },
)
