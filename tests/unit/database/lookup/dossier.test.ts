import { expect, test } from 'vitest'
import { zaakOf } from '#tests/fixtures/zaak.ts'
import { dossierContents } from '#utils/database/lookup/dossier.ts'
import { foundRow } from '#utils/database/official/lookups.ts'
import type { KamerlensDatabase } from '#utils/database/open.ts'
import type { NoteRow } from '#utils/database/schema.ts'
import {
  mostDossierPapers,
  nothingOf,
  type OfficialDocument,
  type RelatedDocument,
} from '#utils/sources/official-document.ts'
import { openTestDatabase } from '../open-test-database.ts'
import { documentRow, questionRow } from '../rows.ts'

const id = 'dossier-36360-VIII'
const today = '2023-06-20'

const related = (aliases: readonly string[], more: Partial<RelatedDocument> = {}): RelatedDocument => ({
  aliases,
  by: 'dossier',
  kind: 'Brief regering',
  type: null,
  title: `Stuk ${aliases[0]}`,
  date: '2023-05-12',
  ...more,
})

const note = (noteId: string, target: string, more: Partial<NoteRow> = {}): NoteRow => ({
  id: noteId,
  target,
  type: target.includes('#') ? 'question' : 'document',
  body: 'Nakijken',
  version: 1,
  places: [],
  createdAt: '2023-06-01T08:00:00.000Z',
  updatedAt: '2023-06-01T08:00:00.000Z',
  ...more,
})

const dossier = (papers: readonly RelatedDocument[]): OfficialDocument => ({
  ...nothingOf('dossier', id),
  title: 'Jaarverslag en slotwet OCW 2022',
  related: papers,
})

const keep = (db: KamerlensDatabase, document: OfficialDocument) =>
  db.lookups.put(foundRow(document.id, document.aliases, { document, failed: [] }, new Date('2023-06-20T10:00:00Z')))

const list = related(['2023D20123', 'kst-36360-VIII-5', '5ca1ab1e-0001-4000-8000-000000000001'], {
  kind: 'Lijst van vragen en antwoorden',
  type: 'question-and-answer-list',
  date: '2023-05-23',
})

test('a dossier of which nothing is known has no papers', async () => {
  expect(await dossierContents(openTestDatabase(), id, today)).toEqual({ papers: [], mayBeMore: false })
})

test('a paper that the services name and that is kept under another name is one paper, with its questions', async () => {
  const db = openTestDatabase()
  await keep(db, dossier([list]))
  await db.documents.put(documentRow('kst-36360-VIII-5', { dossier: '36360-VIII', title: 'Zoals gelezen' }))
  await db.questions.bulkPut([
    questionRow('kst-36360-VIII-5', 0, '1'),
    questionRow('kst-36360-VIII-5', 1, '2'),
    questionRow('kst-36360-VIII-5', 2, '3', { answer: '' }),
  ])
  const { papers } = await dossierContents(db, id, today)
  expect(papers).toMatchObject([
    {
      code: 'kst-36360-VIII-5',
      document: 'kst-36360-VIII-5',
      ondernummer: '5',
      group: 'answers',
      title: 'Stuk 2023D20123',
      date: '2023-05-23',
      asked: 3,
      answered: 2,
      notes: 0,
    },
  ])
})

test('kept papers belong to it by what they say and by their id, and those of its neighbours do not', async () => {
  const db = openTestDatabase()
  await db.documents.bulkPut([
    documentRow('2023D20951', { dossier: '36360-VIII', date: '2023-05-23' }),
    documentRow('file:abc', { aliases: ['file:abc', 'kst-36360-VIII-7'], date: '2023-05-24' }),
    documentRow('kst-36360-5', { dossier: '36360' }),
    documentRow('kst-36360-XVI-5', { dossier: '36360-XVI' }),
    documentRow('2023D00001', { dossier: '36360-VIII', deletedAt: '2023-06-01T08:00:00.000Z' }),
  ])
  const own = await dossierContents(db, id, today)
  expect(own.papers.map(({ names }) => names[0])).toEqual(['2023D20951', 'file:abc'])
  const parent = await dossierContents(db, 'dossier-36360', today)
  expect(parent.papers.map(({ names }) => names[0])).toEqual(['kst-36360-5'])
})

test('papers stand in the order of their days, those of one day by ondernummer, those without a day last', async () => {
  const db = openTestDatabase()
  await keep(
    db,
    dossier([
      related(['kst-36360-VIII-10']),
      related(['2023D00009'], { date: null }),
      related(['kst-36360-VIII-9']),
      related(['2023D00001']),
      related(['kst-36360-VIII-1'], { date: '2023-05-01' }),
    ]),
  )
  const { papers } = await dossierContents(db, id, today)
  expect(papers.map(({ names }) => names[0])).toEqual([
    'kst-36360-VIII-1',
    'kst-36360-VIII-9',
    'kst-36360-VIII-10',
    '2023D00001',
    '2023D00009',
  ])
})

test('notes count on a paper and on its questions, under any of its names, without removed and emptied ones', async () => {
  const db = openTestDatabase()
  await keep(db, dossier([list, related(['2023D20951'])]))
  await db.notes.bulkPut([
    note('a', '2023D20123'),
    note('b', 'kst-36360-VIII-5#2'),
    note('c', 'kst-36360-VIII-5#2~2', { deletedAt: '2023-06-02T08:00:00.000Z' }),
    note('d', '2023D20951', { body: '  ' }),
    note('e', 'kst-36360-VIII-55'),
    note('f', id),
  ])
  const { papers } = await dossierContents(db, id, today)
  expect(papers.map(({ names, notes }) => [names[0], notes])).toEqual([
    ['2023D20951', 0],
    ['2023D20123', 2],
  ])
})

test('written questions have their status where they were looked up', async () => {
  const db = openTestDatabase()
  const asked = related(['2023D24876'], { kind: 'Schriftelijke vragen', type: 'written-questions' })
  await keep(db, dossier([asked]))
  expect((await dossierContents(db, id, today)).papers[0]?.status).toBeNull()
  await keep(db, {
    ...nothingOf('document', '2023D24876'),
    type: 'written-questions',
    zaken: [zaakOf('2023Z10477', { status: null, startedOn: '2023-06-10' })],
  })
  const { papers } = await dossierContents(db, id, today)
  expect(papers).toMatchObject([{ group: 'questions', status: { is: 'unanswered', overdue: false } }])
  expect((await dossierContents(db, id, '2023-08-01')).papers[0]?.status).toMatchObject({ overdue: true })
})

test('what a private window was told counts, and is not looked for in the database', async () => {
  const db = openTestDatabase()
  const { papers } = await dossierContents(db, id, today, dossier([list]))
  expect(papers).toHaveLength(1)
  expect(await db.lookups.count()).toBe(0)
})

test('two names of one paper that a kept document joins make one row; more may exist beyond what was asked for', async () => {
  const db = openTestDatabase()
  const many = Array.from({ length: mostDossierPapers - 2 }, (_, index) => related([`2023D${10_000 + index}`]))
  await keep(db, dossier([related(['2024D00001']), related(['kst-36360-VIII-3']), ...many]))
  await db.documents.put(documentRow('2024D00001', { aliases: ['2024D00001', 'kst-36360-VIII-3'] }))
  const { papers, mayBeMore } = await dossierContents(db, id, today)
  expect(papers).toHaveLength(mostDossierPapers - 1)
  expect(mayBeMore).toBe(true)
  expect(papers.filter(({ names }) => names.includes('2024D00001'))).toMatchObject([{ ondernummer: '3' }])
})
