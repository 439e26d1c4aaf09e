import { messages, params } from './i18n.ts'

/** What stands under the browser's address bar after the keyword. */
export const omniboxMessages = messages(
  'omnibox',
  {
    prompt: 'Typ een code, een dossier of woorden uit wat u bewaart',
    openCode: params('{code} openen'),
    search: params('Zoek «{words}» in wat u bewaart'),
    question: params('Vraag {number}'),
    note: 'Notitie',
    untitled: 'Document zonder titel',
  },
  {
    prompt: 'Type a code, a dossier, or words from what you have saved',
    openCode: 'Open {code}',
    search: 'Search for “{words}” in what you have saved',
    question: 'Question {number}',
    note: 'Note',
    untitled: 'Untitled document',
  },
)
