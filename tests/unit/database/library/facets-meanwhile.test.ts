import { IDBFactory } from 'fake-indexeddb'
import { expect, test, vi } from 'vitest'
import { facetColumns, facetedQuestions } from '#utils/database/library/question-facets.ts'
import type { KamerlensDatabase } from '#utils/database/open.ts'
import { openTestDatabase } from '../open-test-database.ts'
import { documentRow, questionRow } from '../rows.ts'

const lists = Array.from({ length: 40 }, (_, index) => `2023D${10_000 + index}`)

/** A connection in another context to the same database, as a worker has one. */
async function connections(): Promise<readonly [KamerlensDatabase, KamerlensDatabase, IDBFactory]> {
  const indexedDB = new IDBFactory()
  const other = openTestDatabase({ indexedDB })
  await other.documents.bulkAdd(lists.map((id) => documentRow(id)))
  await other.questions.bulkAdd(lists.flatMap((id) => [questionRow(id, 0, '1'), questionRow(id, 1, '2')]))
  return [other, openTestDatabase({ indexedDB }), indexedDB]
}

/** Does something once some documents have been read, and reads on when it is begun. */
function midway(reader: KamerlensDatabase, something: () => void): void {
  const where = reader.questions.where.bind(reader.questions)
  let reads = 0
  vi.spyOn(reader.questions, 'where').mockImplementation(((index: string) => {
    reads += 1
    if (reads === 10) something()
    return where(index)
  }) as typeof reader.questions.where)
}

test('a newer Kamerlens that takes the database over while the filters are read neither waits for them nor stops them', async () => {
  const [, reader, indexedDB] = await connections()
  const upgraded = Promise.withResolvers<void>()
  midway(reader, () => {
    const request = indexedDB.open(reader.name, 10_000)
    request.onupgradeneeded = () => request.result.createObjectStore('somethingNew')
    request.onsuccess = () => {
      request.result.close()
      upgraded.resolve()
    }
  })
  const columns = await facetColumns(reader)
  await upgraded.promise
  expect(facetedQuestions(columns)).toHaveLength(80)
})

test('what is erased while the filters are read leaves columns that fit together', async () => {
  const [other, reader] = await connections()
  const erased = Promise.withResolvers<void>()
  midway(reader, () => void other.erase().then(erased.resolve, erased.reject))
  const columns = await facetColumns(reader)
  await erased.promise
  const { starts, orders, kindOf } = columns
  expect([starts.length, starts.at(-1), kindOf.length]).toEqual([lists.length + 1, orders.length, orders.length])
  const rows = facetedQuestions(columns)
  expect(rows).toHaveLength(orders.length)
  expect(rows.length).toBeLessThan(80)
  vi.restoreAllMocks()
  expect(facetedQuestions(await facetColumns(reader))).toEqual([])
})

test('where the browser took the database away the reading ends with what there is, or with an error, and not never', async () => {
  const [other, reader] = await connections()
  midway(reader, () => void other.delete())
  const outcome = await Promise.race([
    facetColumns(reader).then(
      (columns) => facetedQuestions(columns).length,
      (error: unknown) => String(error),
    ),
    new Promise((resolve) => setTimeout(() => resolve('never'), 3_000)),
  ])
  expect(outcome).not.toBe('never')
})
