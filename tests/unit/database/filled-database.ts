import { saveNote } from '#utils/database/notes/notes.ts'
import type { DatabaseOptions, KamerlensDatabase } from '#utils/database/open.ts'
import { lookupRow } from './lookup-rows.ts'
import { at, openTestDatabase } from './open-test-database.ts'
import { documentRow, questionRow } from './rows.ts'

/** The tables that it has something in. */
export const filledTables = [
  'documents',
  'questions',
  'notes',
  'noteTags',
  'noteVersions',
  'watches',
  'rests',
  'corrections',
  'lookups',
] as const

/** A database with something in the tables of an export. */
export async function filledDatabase(options: DatabaseOptions = {}): Promise<KamerlensDatabase> {
  const db = openTestDatabase(options)
  const list = '2023D20951'
  await db.documents.add(
    documentRow(list, {
      aliases: [list, 'kst-36360-VIII-5'],
      links: [{ rel: 'page', url: 'https://zoek.officielebekendmakingen.nl/kst-36360-VIII-5.html' }],
      facts: {
        type: 'question-and-answer-list',
        askedBy: [{ name: 'Bos', party: 'VVD' }],
        answeredBy: [{ name: 'Dijkgraaf', function: 'minister', ministry: null }],
        askedOn: '2023-05-01',
        answeredOn: null,
        dossier: '36360-VIII',
        subject: null,
        printedIds: [list],
      },
    }),
  )
  await db.questions.bulkAdd([
    questionRow(list, 0, '155', { code: '2023D19158', footnotes: [{ mark: '90', text: 'Berenschot' }], top: 72.5 }),
    questionRow(list, 1, '156', { askedBy: [{ name: null, party: 'D66' }], references: ['kst-36360-VIII-4'] }),
  ])
  const target = `${list}#155`
  await saveNote(db, { id: 'n1', target, opened: '', body: 'een\ntwee', tags: ['ocw'] }, at(1))
  await saveNote(db, { id: 'n1', target, opened: 'een\ntwee', body: 'een' }, at(2))
  await db.rests.add({ document: list, rest: [{ kind: 'between', page: 3, text: 'Toelichting' }] })
  await db.corrections.add({
    list,
    number: '156',
    occurrence: 1,
    kind: 'join',
    anchor: 'Vraag 156?',
    place: 1,
    updatedAt: at(3).toISOString(),
  })
  await db.watches.add({
    target: list,
    nextCheck: at(9).toISOString(),
    news: [{ at: at(4).toISOString(), kind: 'answered', ids: [list], title: null, day: '2023-05-23', seen: false }],
  })
  await db.lookups.add(lookupRow(list))
  return db
}
