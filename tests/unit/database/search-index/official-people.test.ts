import { IDBDatabase as FDBDatabase, IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { expect, onTestFinished, test, vi } from 'vitest'
import { aWhile } from '#tests/a-while.ts'
import { keepFound } from '#utils/database/documents/keep-found.ts'
import { facetColumns, facetedQuestions } from '#utils/database/library/question-facets.ts'
import { saveNote } from '#utils/database/notes/notes.ts'
import { want } from '#utils/database/official/lookups.ts'
import { createIndexer } from '#utils/database/search-index/indexer.ts'
import { searchEverything } from '#utils/database/search-index/search-everything.ts'
import { SearchIndex } from '#utils/database/search-index/search-index.ts'
import { IndexStore } from '#utils/database/search-index/store.ts'
import { nothingOf, type OfficialDocument } from '#utils/sources/official-document.ts'
import { idleJournal } from '../idle-journal.ts'
import { at, openTestDatabase } from '../open-test-database.ts'
import { documentRow, questionRow } from '../rows.ts'

const answer: OfficialDocument = {
  ...nothingOf('document', 'ah-tk-20222023-2345'),
  subject: 'Gelijke kansen bij het zoeken van een stage',
  date: '2023-05-22',
  askedBy: [{ name: 'F. van Zuilen', party: 'LKP' }],
  answeredBy: [{ name: 'J. van der Laken', function: 'Minister', ministry: 'Onderwijs, Cultuur en Wetenschap' }],
  dossiers: [{ number: '31524', title: null }],
}

/** A paper that says nothing of people, a note on it and one on a code of which nothing is kept, and an index that follows both. */
async function followed() {
  const db = openTestDatabase()
  db.useJournal(idleJournal)
  await db.documents.add(documentRow('ah-tk-20222023-2345', { title: 'Antwoord' }))
  await db.questions.add(questionRow('ah-tk-20222023-2345', 0, '2', { question: 'Hoeveel meldingen zijn er?' }))
  await saveNote(db, { id: 'on-it', target: 'ah-tk-20222023-2345', opened: '', body: 'Navragen' }, at(0))
  await saveNote(db, { id: 'elsewhere', target: '2023D24876', opened: '', body: 'Gymzalen' }, at(0))
  const store = new IndexStore({ indexedDB: new IDBFactory(), IDBKeyRange })
  onTestFinished(() => store.close())
  const index = new SearchIndex(store, () => {})
  let wrote = 0
  let byServices = 0
  const onChange = (isByServices: boolean) => {
    wrote += 1
    if (isByServices) byServices += 1
    index.changed()
  }
  const begin = (wait: (task: () => void) => unknown) => {
    const indexer = createIndexer({ db, store, onChange, pause: () => undefined, now: Date.now, wait })
    db.onWritten(indexer.changed)
    db.onFound(indexer.found)
    return indexer
  }
  const indexer = begin((task) => setTimeout(task))
  await indexer.start()
  const settle = async () => {
    await aWhile(20)
    await indexer.settled()
  }
  const found = async (words: string) => {
    const { documents, questions, notes } = await searchEverything(db, index, words)
    return [
      ...documents.map(({ id }) => id),
      ...questions.map(({ question }) => question.number),
      ...notes.map(({ id }) => id),
    ]
  }
  return { db, found, settle, begin, changes: () => wrote, changesByServices: () => byServices }
}

test('what the services say of people, ministry, dossier and day is found once they have said it', async () => {
  const { db, found, settle } = await followed()
  expect(await found('van:laken')).toEqual([])
  await keepFound(db, 'ah-tk-20222023-2345', { document: answer, failed: [] }, at(1))
  await settle()
  const all = ['ah-tk-20222023-2345', '2', 'on-it']
  for (const words of ['van:laken', 'van:"van zuilen"', 'ministerie:onderwijs', 'partij:lkp', 'dossier:31524']) {
    expect(await found(words), words).toEqual(all)
  }
  expect(await found('van:laken meldingen sinds:2023-05 status:beantwoord')).toEqual(['2'])
  expect(await found('meldingen sinds:2023-06')).toEqual([])
  expect(await found('gelijke kansen')).toEqual(['ah-tk-20222023-2345'])
})

test('what they said just before the browser ended is found after the next start, and gone into once', async () => {
  const { db, found, begin, changes, changesByServices } = await followed()
  begin(() => undefined)
  await keepFound(db, 'ah-tk-20222023-2345', { document: answer, failed: [] }, at(1))
  const before = changes()
  for (const all of [1, 1]) {
    await begin(() => undefined).start()
    expect(await found('van:laken')).toEqual(['ah-tk-20222023-2345', '2', 'on-it'])
    expect([changes() - before, changesByServices()]).toEqual([all, all])
  }
})

test('is on the disk, in the index, before nothing says any more that it is to be followed', async () => {
  const { db, settle } = await followed()
  const begun = vi.spyOn(FDBDatabase.prototype, 'transaction')
  onTestFinished(() => begun.mockRestore())
  const forgotten = vi.spyOn(db.meta, 'bulkDelete')
  await keepFound(db, 'ah-tk-20222023-2345', { document: answer, failed: [] }, at(1))
  await settle()
  const [before = 0] = forgotten.mock.invocationCallOrder
  const written = begun.mock.calls.filter(
    ([, mode], call) => mode === 'readwrite' && (begun.mock.invocationCallOrder[call] ?? 0) < before,
  )
  expect(written.at(-1)?.[2]).toEqual({ durability: 'strict' })
  expect(await db.meta.where('key').startsWith('found:').count()).toBe(0)
})

test('a note on a code of which nothing else is kept is found by them too', async () => {
  const { db, found, settle } = await followed()
  const other = { ...answer, id: '2023D24876', aliases: ['2023D24876'] }
  await keepFound(db, '2023D24876', { document: other, failed: [] }, at(1))
  await settle()
  expect(await found('ministerie:onderwijs')).toEqual(['elsewhere'])
})

test('a record under one of two names of a paper is found by a note on the other', async () => {
  const { db, found, settle } = await followed()
  await db.documents.add(documentRow('kv-tk-2023Z08391', { title: 'Stages' }))
  await saveNote(db, { id: 'twin', target: 'kv-tk-2023Z08391', opened: '', body: 'Stages' }, at(0))
  await settle()
  const zaak = { ...answer, ...nothingOf('zaak', '2023Z08391'), askedBy: answer.askedBy }
  await keepFound(db, '2023Z08391', { document: zaak, failed: [] }, at(1))
  await settle()
  expect(await found('partij:lkp')).toEqual(['kv-tk-2023Z08391', 'twin'])
})

const questions: OfficialDocument = {
  ...nothingOf('document', 'kv-tk-2023Z08391'),
  type: 'written-questions',
  related: [
    {
      aliases: ['ah-tk-20222023-2345'],
      by: 'zaak',
      kind: 'Antwoord schriftelijke vragen',
      type: 'answers',
      title: null,
      date: '2023-05-22',
    },
  ],
}

test('questions that the services know the answer of are answered, by whatever paper', async () => {
  const { db, found, settle } = await followed()
  await db.documents.add(documentRow('kv-tk-2023Z08391', { title: 'Stages' }))
  await saveNote(db, { id: 'asked', target: 'kv-tk-2023Z08391', opened: '', body: 'Stages' }, at(0))
  await keepFound(db, 'kv-tk-2023Z08391', { document: { ...questions, related: [] }, failed: [] }, at(1))
  await settle()
  expect(await found('stages status:open')).toEqual(['kv-tk-2023Z08391', 'asked'])
  await keepFound(db, 'kv-tk-2023Z08391', { document: questions, failed: [] }, at(2))
  await settle()
  expect(await found('stages status:open')).toEqual([])
  expect(await found('stages status:beantwoord')).toEqual(['kv-tk-2023Z08391', 'asked'])
})

test('a record that changes nothing of what is found has no page search again', async () => {
  const { db, settle, changes } = await followed()
  await settle()
  const before = changes()
  const other = { ...answer, id: '2023D11111', aliases: ['2023D11111'] }
  await keepFound(db, '2023D11111', { document: other, failed: [] }, at(1))
  await settle()
  expect(changes()).toBe(before)
})

test('that an answer is wanted changes nothing in the index', async () => {
  const { db, settle, changes } = await followed()
  await keepFound(db, 'ah-tk-20222023-2345', { document: answer, failed: [] }, at(1))
  await settle()
  const before = changes()
  await want(db, 'ah-tk-20222023-2345', at(2))
  await settle()
  expect(changes()).toBe(before)
})

test('the filters of questions have the ministry and the party that the services name', async () => {
  const { db, settle } = await followed()
  await keepFound(db, 'ah-tk-20222023-2345', { document: answer, failed: [] }, at(1))
  await settle()
  const [one] = facetedQuestions(await facetColumns(db))
  expect(one?.facets).toMatchObject({ parties: ['LKP'], ministries: ['Onderwijs, Cultuur en Wetenschap'] })
})
