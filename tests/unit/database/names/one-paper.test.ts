import { describe, expect, test } from 'vitest'
import { keepFound } from '#utils/database/documents/keep-found.ts'
import { storeDocument } from '#utils/database/documents/store-document.ts'
import { documentsAt } from '#utils/database/library/kept-documents.ts'
import { keptNote, keptNotes, noteCounts, notesAt } from '#utils/database/library/kept-notes.ts'
import { codeStates, lookup, notesOn, summaries } from '#utils/database/lookup/lookup.ts'
import { isAlike } from '#utils/database/names/alike.ts'
import { findDocument } from '#utils/database/names/named-documents.ts'
import { saveNote } from '#utils/database/notes/notes.ts'
import { notesByPaper } from '#utils/database/notes/notes-by-paper.ts'
import { passagesOf } from '#utils/database/notes/passages.ts'
import type { KamerlensDatabase } from '#utils/database/open.ts'
import type { Passage } from '#utils/database/schema.ts'
import { codeOf } from '#utils/references/code.ts'
import type { Code } from '#utils/references/types.ts'
import { nothingOf } from '#utils/sources/official-document.ts'
import { lookupRow } from '../lookup-rows.ts'
import { at, openTestDatabase } from '../open-test-database.ts'
import { fileSource, reading, urlSource } from '../rows.ts'

/** Two ids of one paper. Which they are of others the services say; of these their form. */
const byForm = [
  ['2023Z08012', 'kv-tk-2023Z08012'],
  ['2022D42137', 'nds-tk-2022D42137'],
  ['kst-36351-3', 'kst-36351-R2184-3'],
  ['kst-28867-C', 'kst-20032004-28867-C'],
  ['kst-26976-175a', 'kst-20002001-26976-175a'],
  ['kst-31700-IV-D', 'kst-20082009-31700-IV-D'],
  ['kst-LXI-A', 'kst-20072008-00LXI-A'],
  ['kst-27485-R1669-B', 'kst-20032004-27485-B'],
] as const
const byServices = [
  ['2023D20951', 'kst-36360-VIII-5'],
  ['2023D20951', 'ah-tk-20222023-2345'],
  ['2023D20951', 'blg-1234567'],
  ['2023D20951', 'kv-tk-2023Z08012'],
  ['kst-1158283', 'kst-36360-VIII-5'],
  ['ah-1158283', 'ah-tk-20252026-17'],
] as const

const codeNamed = (id: string): Code => codeOf(id) as Code
const passage = (url: string): Passage => ({
  quote: { exact: 'De minister zegt toe.', prefix: '', suffix: '', start: 0, end: 21 },
  url,
  format: 'page',
})

/** Notes on a paper, on its question 155 and on a passage of it, under one id. */
async function noted(db: KamerlensDatabase, id: string): Promise<void> {
  await saveNote(db, { id: 'on-paper', target: id, opened: '', body: 'a' }, at(1))
  await saveNote(db, { id: 'on-question', target: `${id}#155`, opened: '', body: 'b' }, at(2))
  const { url } = codeNamed(id)
  await saveNote(db, { id: 'on-passage', target: id, opened: '', body: 'c', passage: passage(url) }, at(3))
}

const found = (id: string, other: string) => ({
  document: { ...nothingOf('document', id), aliases: [id, other] },
  failed: [],
})

/** Where notes are shown that nothing but a look at this id leads to. */
async function shownAt(db: KamerlensDatabase, id: string) {
  const code = codeNamed(id)
  return {
    page: (await codeStates(db, [id]))[id],
    card: (await lookup(db, code)).notes.map((note) => note.id),
    popup: [...(await summaries(db, [code])).values()].flatMap(({ notes }) => notes.map((note) => note.id)),
    editor: (await notesOn(db, id)).map((note) => note.id),
    editorOfQuestion: (await notesOn(db, `${id}#155`)).map((note) => note.id),
    passages: (await passagesOf(db, id)).map((note) => note.id),
  }
}

const onPaper = ['on-passage', 'on-paper']
const everywhere = {
  page: 'noted',
  card: onPaper,
  popup: onPaper,
  editor: onPaper,
  editorOfQuestion: ['on-question'],
  passages: ['on-passage'],
}

/** Where notes are shown beside a document. */
async function besideDocument(db: KamerlensDatabase, id: string) {
  const document = await findDocument(db, id)
  if (document === undefined) return null
  const kept = [...(await notesAt(db, ['on-paper', 'on-question', 'on-passage'])), await keptNote(db, 'on-paper')]
  const ofPaper = await (await notesByPaper(db))(document)
  return {
    count: (await documentsAt(db, [document.id])).map(({ notes }) => notes),
    onQuestions: [...(await noteCounts(db, document.id))],
    documents: kept.map((one) => one?.document?.id),
    question: kept[1]?.question?.number,
    keptByNotes: ofPaper.map(([note]) => note).sort(),
  }
}

const besides = (id: string) => ({
  count: [3],
  onQuestions: [[0, 1]],
  documents: [id, id, id, id],
  question: '155',
  // On its question no note keeps it there: the paper that it is in does.
  keptByNotes: ['on-paper', 'on-passage', 'on-question'],
})

/** Both ways round. */
const bothWays = (pairs: readonly (readonly [string, string])[]) =>
  pairs.flatMap(([a, b]) => [[a, b] as const, [b, a] as const])

describe('what is kept under one id of a paper is shown at its other', () => {
  test.each(bothWays(byForm))('by their form: kept at %s, at %s', async (kept, other) => {
    const db = openTestDatabase()
    await noted(db, kept)
    expect(await shownAt(db, other)).toEqual(everywhere)
    const { url } = codeNamed(other)
    await storeDocument(db, reading({ ownIds: [other] }, { url }), urlSource(url), at(4))
    expect((await lookup(db, codeNamed(kept))).document?.id).toBe(other)
    expect(await besideDocument(db, kept)).toEqual(besides(other))
  })

  test.each(bothWays(byServices))('as the services said: kept at %s, at %s', async (kept, other) => {
    const db = openTestDatabase()
    await noted(db, kept)
    await keepFound(db, kept, found(kept, other), at(4))
    expect(await shownAt(db, other)).toEqual(everywhere)
    // A document that is read after the services said what else it is called.
    const { url } = codeNamed(other)
    await storeDocument(db, reading({ ownIds: [other] }, { url }), urlSource(url), at(5))
    expect(await besideDocument(db, kept)).toEqual(besides(other))
  })

  test.each(bothWays(byServices))(
    'as the services said of what is kept: read at %s, noted at %s',
    async (kept, other) => {
      const db = openTestDatabase()
      await noted(db, other)
      const { url } = codeNamed(kept)
      await storeDocument(db, reading({ ownIds: [kept] }, { url }), urlSource(url), at(4))
      await keepFound(db, other, found(other, kept), at(5))
      expect(await shownAt(db, kept)).toMatchObject({ page: 'noted', card: onPaper })
      expect(await besideDocument(db, other)).toEqual(besides(kept))
    },
  )

  test('a file that claims the other name of a paper from an official address does not take its place', async () => {
    const db = openTestDatabase()
    await keepFound(db, '2023D20951', found('2023D20951', 'kst-36360-VIII-5'), at(1))
    const { url } = codeNamed('kst-36360-VIII-5')
    await storeDocument(db, reading({}, { url }), urlSource(url), at(2))
    const own = await storeDocument(
      db,
      reading({ ownIds: ['2023D20951'] }, { sha256: 'b'.repeat(64) }),
      fileSource,
      at(3),
    )
    expect(own.id).toBe(`file:${'b'.repeat(64)}`)
    expect((await findDocument(db, '2023D20951'))?.id).toBe('kst-36360-VIII-5')
  })
})

describe('what is not the same is kept apart', () => {
  test.each([
    ['of two sessions', 'kst-20032004-28867-C', 'kst-20042005-28867-C'],
    ['of the other chamber', 'kst-20002001-26976-175', 'kst-26976-175'],
    ['of two letters', 'kst-28867-C', 'kst-20032004-28867-D'],
    ['of two dossiers', 'kst-36351-R2184-3', 'kst-36352-3'],
    ['of two numbers', 'kst-36351-R2184-3', 'kst-36351-33'],
    ['a piece and a chapter', 'kst-36410-A', 'dossier-36410-A'],
    ['an annex', 'kst-20032004-28867-C-b1', 'kst-28867-C'],
  ])('%s: %s and %s', async (_, kept, other) => {
    for (const [one, two] of bothWays([[kept, other]])) {
      expect(isAlike(one, two)).toBe(false)
      const db = openTestDatabase()
      await noted(db, one)
      expect(await shownAt(db, two)).toMatchObject({ page: undefined, card: [], editor: [], passages: [] })
      const { url } = codeNamed(two)
      await storeDocument(db, reading({ ownIds: [two] }, { url }), urlSource(url), at(4))
      expect((await keptNotes(db)).map(({ document }) => document ?? null)).toEqual([null, null, null])
    }
  })

  test('documents that are alike by their form stay two, each with its own name first', async () => {
    const db = openTestDatabase()
    for (const id of ['kst-20032004-28867-C', 'kst-20042005-28867-C', 'kst-28867-C']) {
      const { url } = codeNamed(id)
      await storeDocument(db, reading({}, { url, sha256: id.slice(4, 12).padEnd(64, '0') }), urlSource(url), at(1))
      await keepFound(db, id, { document: nothingOf('document', id), failed: [] }, at(2))
    }
    expect(await db.documents.count()).toBe(3)
    expect((await findDocument(db, 'kst-28867-C'))?.id).toBe('kst-28867-C')
    expect((await findDocument(db, 'kst-20042005-28867-C'))?.id).toBe('kst-20042005-28867-C')
  })
})

test('a note under a name that the services gave the paper under the other of its ids is on it', async () => {
  const db = openTestDatabase()
  await db.lookups.add(lookupRow('kst-36351-R2184-3', { aliases: ['kst-36351-R2184-3', '2023D05555'] }))
  await saveNote(db, { id: 'n1', target: '2023D05555', opened: '', body: 'Terugvragen.' }, at(1))
  expect((await lookup(db, codeNamed('kst-36351-3'))).notes.map(({ id }) => id)).toEqual(['n1'])
})

test('what the services said of the paper of another session paints no code of this one', async () => {
  const db = openTestDatabase()
  const [bare, full] = ['kst-28867-C', 'kst-20032004-28867-C']
  await saveNote(db, { id: 'n1', target: full, opened: '', body: 'Weg.' }, at(1))
  await saveNote(db, { id: 'n1', target: full, opened: 'Weg.', body: '' }, at(2))
  await db.lookups.add(lookupRow(full, { aliases: [full] }))
  expect(await codeStates(db, [bare])).toEqual({})
  expect((await lookup(db, codeNamed(bare))).official).toBeNull()
  expect(await codeStates(db, [full])).toEqual({ [full]: 'known' })
})
