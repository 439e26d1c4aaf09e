// Live queries look for the browser's own database, so this one test has a global one.
import 'fake-indexeddb/auto'
import { liveQuery } from 'dexie'
import { expect, test, vi } from 'vitest'
import { codeStates, lookup } from '#utils/database/lookup.ts'
import { deleteNote, saveNote } from '#utils/database/notes.ts'
import { openDatabase } from '#utils/database/open.ts'
import { at } from './open-test-database.ts'

test('a view that asked before the database was open follows notes and states live', async () => {
  const view = openDatabase()
  const background = openDatabase()
  const seen: unknown[] = []
  const code = { kind: 'document', id: '2023D19158', label: '', url: '' } as const
  const subscription = liveQuery(async () => {
    const { notes } = await lookup(view, code)
    return [notes.length, await codeStates(view, [code.id])]
  }).subscribe((found) => seen.push(found))
  await vi.waitFor(() => expect(seen).toEqual([[0, {}]]))
  await saveNote(background, { id: 'n1', target: code.id, opened: '', body: 'x' }, at(0))
  await vi.waitFor(() => expect(seen.at(-1)).toEqual([1, { [code.id]: 'noted' }]))
  await deleteNote(background, 'n1', at(1))
  await vi.waitFor(() => expect(seen.at(-1)).toEqual([0, {}]))
  subscription.unsubscribe()
  view.close()
  background.close()
})
