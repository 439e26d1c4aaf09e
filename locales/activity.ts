import { count } from '@nanostores/i18n'
import { messages, params } from './i18n.ts'

/** The picture of when and on what one worked. */
export const activityMessages = messages(
  'activity',
  {
    title: 'Wanneer en waaraan',
    picture: params('Wat u bewaarde en schreef van {from} tot en met {until}'),
    keys: 'Met de pijltjestoetsen loopt u langs de tijd, met Enter tonen de lijsten alleen die periode.',
    week: params('week van {day}'),
    bar: params('{period}: {counts}'),
    notes: count({ one: '{count} notitie', many: '{count} notities' }),
    documents: count({ one: '{count} document', many: '{count} documenten' }),
    notesSign: 'notities, laatst gewijzigd',
    documentsSign: 'documenten, bewaard',
    subjects: 'Waaraan het meest',
    dossier: params('dossier {number}'),
    subject: params('{name} ({number})'),
    only: params('Alleen {what}'),
    both: params('{subject}, {period}'),
    clear: 'Alles tonen',
    nothing: 'In deze periode of bij dit onderwerp staat hier niets.',
  },
  {
    title: 'When and on what',
    picture: 'What you saved and wrote from {from} to {until}',
    keys: 'Walk through time with the arrow keys; Enter shows that period alone in the lists.',
    week: 'week of {day}',
    bar: '{period}: {counts}',
    notes: { one: '{count} note', many: '{count} notes' },
    documents: { one: '{count} document', many: '{count} documents' },
    notesSign: 'notes, last changed',
    documentsSign: 'documents, saved',
    subjects: 'Mostly on',
    dossier: 'dossier {number}',
    subject: '{name} ({number})',
    only: 'Only {what}',
    both: '{subject}, {period}',
    clear: 'Show all',
    nothing: 'There is nothing of this kind in this period or on this subject.',
  },
)
