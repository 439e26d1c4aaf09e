import { expect, test } from 'vitest'
import { deleteDocument } from '#utils/database/documents/remove-document.ts'
import { applyImport } from '#utils/database/import/import.ts'
import { undoImport } from '#utils/database/import/undo.ts'
import type { KamerlensDatabase } from '#utils/database/open.ts'
import { at, openTestDatabase } from '../open-test-database.ts'
import { documentRow, questionRow } from '../rows.ts'
import { exported } from './imported.ts'
import { contents } from './transferred.ts'

const paper = '2023D20951'
const [file, otherFile, officialBytes] = ['a', 'b', 'c'].map((digit) => `file:${digit.repeat(64)}`) as [
  string,
  string,
  string,
]
const address = 'https://www.tweedekamer.nl/a.pdf'

/** A machine that read the paper in one place, with so many questions. */
async function machine(from: string, names: readonly string[], questions: number): Promise<KamerlensDatabase> {
  const db = openTestDatabase()
  const provenance = [{ fact: 'questions', from, at: at(1).toISOString() }]
  await db.documents.add(
    documentRow(paper, { title: from, aliases: [paper, ...names], provenance, updatedAt: at(9).toISOString() }),
  )
  const rows = Array.from({ length: questions }, (_, order) => questionRow(paper, order, String(order + 1)))
  await db.questions.bulkAdd(rows)
  return db
}

const questionsIn = (db: KamerlensDatabase, list: string) => db.questions.filter((row) => row.list === list).count()

test('what was brought in beside the official reading is removed with the file, and the paper stays', async () => {
  const official = await machine(address, [], 1)
  const own = await machine('concept.pdf', [file], 3)
  await applyImport(official, await exported(own))
  await deleteDocument(own, paper, at(20))
  const removed = await exported(own)
  await applyImport(official, removed)
  expect((await official.documents.get(paper))?.deletedAt).toBeUndefined()
  expect((await official.documents.get(file))?.deletedAt).toBeDefined()
  expect((await official.documents.get(paper))?.aliases).toEqual([paper])
  expect(await applyImport(official, removed)).toMatchObject({ changesNothing: true })
})

test('the same import changes nothing once the paper beside it was removed', async () => {
  const official = await machine(address, [], 1)
  const fromOwn = await exported(await machine('concept.pdf', [file], 3))
  await applyImport(official, fromOwn)
  await deleteDocument(official, paper, at(20))
  expect(await applyImport(official, fromOwn)).toMatchObject({ changesNothing: true })
})

test('a file that the official bytes are known of too does not take their place either', async () => {
  const official = await machine(address, [officialBytes], 1)
  const before = await contents(official)
  const fromOwn = await exported(await machine('concept.pdf', [officialBytes, file], 3))
  await applyImport(official, fromOwn, { undo: { id: 'import-1', at: at(100) } })
  expect(await questionsIn(official, paper)).toBe(1)
  expect(await official.documents.get(file)).toMatchObject({ aliases: [file] })
  expect(await questionsIn(official, file)).toBe(3)
  expect(await applyImport(official, fromOwn)).toMatchObject({ changesNothing: true })
  await undoImport(official, 'import-1')
  expect(await contents(official)).toEqual(before)
})

test('a file beside the official reading that has got further bytes stays one document', async () => {
  const official = await machine(address, [], 1)
  await applyImport(official, await exported(await machine('concept.pdf', [file], 3)))
  const further = await exported(await machine('concept.pdf', [otherFile, file], 4))
  await applyImport(official, further)
  expect(await official.documents.toCollection().primaryKeys()).toEqual([paper, file])
  expect((await official.documents.get(file))?.aliases).toEqual([file, otherFile])
  expect(await applyImport(official, further)).toMatchObject({ changesNothing: true })
})

test('the rows beside an official reading go out and come in again as they are', async () => {
  const official = await machine(address, [officialBytes], 1)
  await applyImport(official, await exported(await machine('concept.pdf', [file], 3)))
  const both = await exported(official)
  const third = openTestDatabase()
  await applyImport(third, both)
  expect(await contents(third)).toEqual(await contents(official))
  expect(await applyImport(third, both)).toMatchObject({ changesNothing: true })
  expect(await applyImport(official, both)).toMatchObject({ changesNothing: true })
  const own = await machine('concept.pdf', [file], 3)
  await applyImport(own, both)
  const twice = await contents(own)
  expect(await applyImport(own, both)).toMatchObject({ changesNothing: true })
  expect(await contents(own)).toEqual(twice)
})
