// Live queries look for the browser's own database, so this one test has a global one.
import 'fake-indexeddb/auto'
import { expect, test, vi } from 'vitest'
import { aWhile } from '#tests/a-while.ts'
import { codeStates, lookup } from '#utils/database/lookup/lookup.ts'
import { deleteNote, saveNote } from '#utils/database/notes/notes.ts'
import { openDatabase } from '#utils/database/open.ts'
import { followQuery } from '#utils/database/rows/follow-query.ts'
import { at } from '../open-test-database.ts'
import { documentRow } from '../rows.ts'

test('a view that asked before the database was open follows notes and states live', async () => {
  const view = openDatabase()
  const background = openDatabase()
  const seen: unknown[] = []
  const code = { kind: 'document', id: '2023D19158', label: '', url: '' } as const
  const read = async () => {
    const { notes } = await lookup(view, code)
    return [notes.length, await codeStates(view, [code.id])]
  }
  const subscription = followQuery(read, { next: (found) => seen.push(found), error: (error) => seen.push(error) })
  await vi.waitFor(() => expect(seen).toEqual([[0, {}]]))
  await saveNote(background, { id: 'n1', target: code.id, opened: '', body: 'x' }, at(0))
  await vi.waitFor(() => expect(seen.at(-1)).toEqual([1, { [code.id]: 'noted' }]))
  await deleteNote(background, 'n1', at(1))
  await vi.waitFor(() => expect(seen.at(-1)).toEqual([0, {}]))
  subscription.unsubscribe()
  view.close()
  background.close()
})

test('a query is begun anew after many changes of rows that it never read, so that they need not be remembered', async () => {
  const db = openDatabase()
  const read = vi.fn(() => db.documents.get('2023D00001'))
  const seen: unknown[] = []
  const subscription = followQuery(read, { next: (row) => seen.push(row?.title), error: (error) => seen.push(error) })
  await vi.waitFor(() => expect(seen).toEqual([undefined]))
  const change = async (times: number) => {
    for (let each = 0; each < times; each += 1) await db.documents.put(documentRow(`2024D${each}`))
  }
  await change(200)
  expect(read).toHaveBeenCalledTimes(1)
  await change(1)
  await vi.waitFor(() => expect(seen).toHaveLength(2))
  expect(read).toHaveBeenCalledTimes(2)
  await db.documents.put(documentRow('2023D00001', { title: 'De onze' }))
  await vi.waitFor(() => expect(seen).toEqual([undefined, undefined, 'De onze']))

  expect(subscription.closed).toBe(false)
  subscription.unsubscribe()
  expect(subscription.closed).toBe(true)
  await change(250)
  expect(read).toHaveBeenCalledTimes(3)
  await db.delete()
})

test('a query that takes long is not begun anew in its middle, however much is changed meanwhile', async () => {
  const db = openDatabase()
  // Making the database is a change too.
  await db.open()
  const goOn = Promise.withResolvers<void>()
  const read = vi.fn(async () => {
    const row = await db.documents.get('2023D00001')
    await goOn.promise
    return row?.title ?? 'none'
  })
  const seen: unknown[] = []
  const subscription = followQuery(read, { next: (title) => seen.push(title), error: (error) => seen.push(error) })
  await vi.waitFor(() => expect(read).toHaveBeenCalledOnce())
  for (let each = 0; each < 450; each += 1) await db.documents.put(documentRow(`2024D${each}`))
  expect(read).toHaveBeenCalledOnce()
  goOn.resolve()
  await vi.waitFor(() => expect(seen).toEqual(['none']))
  // What came meanwhile counts: the next change has it begun anew.
  await db.documents.put(documentRow('2024D0'))
  await vi.waitFor(() => expect(seen).toEqual(['none', 'none']))
  expect(read).toHaveBeenCalledTimes(2)
  subscription.unsubscribe()
  await db.delete()
})

/** Errors by their names among what a follower was told. */
const told = (seen: unknown[]) => ({
  next: (value: unknown) => seen.push(value),
  error: (error: unknown) => seen.push((error as Error).name),
})

test('a database that is closed in the middle of a run is told, and following anew opens it', async () => {
  const db = openDatabase()
  await db.open()
  const goOn = Promise.withResolvers<void>()
  const seen: unknown[] = []
  const begun = vi.fn()
  const subscription = followQuery(async () => {
    await db.documents.count()
    begun()
    await goOn.promise
    return db.documents.count()
  }, told(seen))
  await vi.waitFor(() => expect(begun).toHaveBeenCalledOnce())
  db.close()
  goOn.resolve()
  await vi.waitFor(() => expect(seen).toEqual(['DatabaseClosedError']))
  subscription.unsubscribe()
  await db.open()
  const again = followQuery(() => db.documents.count(), told(seen))
  await vi.waitFor(() => expect(seen).toEqual(['DatabaseClosedError', 0]))
  again.unsubscribe()
  await db.delete()
})

test('a transaction that is broken off is told; one whose place a newer run took, or nobody follows any more, is not', async () => {
  const db = openDatabase()
  await db.open()
  const broken = Object.assign(new Error('broken off'), { name: 'AbortError' })
  let runs: PromiseWithResolvers<number>[] = []
  const read = async () => {
    await db.documents.get('2023D00001')
    const run = Promise.withResolvers<number>()
    runs.push(run)
    return run.promise
  }
  const seen: unknown[] = []
  const subscription = followQuery(read, told(seen))
  await vi.waitFor(() => expect(runs).toHaveLength(1))
  runs[0]?.reject(broken)
  await vi.waitFor(() => expect(seen).toEqual(['AbortError']))
  subscription.unsubscribe()

  runs = []
  const other = followQuery(read, told(seen))
  await vi.waitFor(() => expect(runs).toHaveLength(1))
  other.unsubscribe()
  runs[0]?.reject(broken)
  await aWhile(20)
  expect(seen).toEqual(['AbortError'])
  await db.delete()
})
