import { describe, expect, test, vi } from 'vitest'
import type { ChangeProgress } from '#utils/browser/protocol/keeping.ts'
import { changeTagsOfAll, removeAll, restoreAll } from '#utils/database/library/change-many.ts'
import { deleteNote, saveNote } from '#utils/database/notes/notes.ts'
import { tagsOf } from '#utils/database/notes/tags.ts'
import type { KamerlensDatabase } from '#utils/database/open.ts'
import { at, justAfter, openTestDatabase } from '../open-test-database.ts'
import { documentRow } from '../rows.ts'

const ids = (count: number) => Array.from({ length: count }, (_, index) => `n${index}`)

async function filled(count = 3): Promise<KamerlensDatabase> {
  const db = openTestDatabase()
  for (const id of ids(count))
    await saveNote(db, { id, target: '2023D1', opened: '', body: id, tags: ['oud', id] }, at(1))
  await db.documents.bulkAdd([documentRow('2023D1'), documentRow('2023D2')])
  return db
}

const live = async (db: KamerlensDatabase) => [
  (await db.notes.toArray()).filter(({ deletedAt }) => deletedAt === undefined).map(({ id }) => id),
  (await db.documents.toArray()).filter(({ deletedAt }) => deletedAt === undefined).map(({ id }) => id),
]

describe('removing what was chosen', () => {
  test('takes all of it, answers what was not removed already, and putting that back leaves the others removed', async () => {
    const db = await filled()
    await deleteNote(db, 'n1', at(2))
    const before = await live(db)
    const done = await removeAll(db, { notes: [...ids(3), 'unknown'], documents: ['2023D1', '2023D9'] }, at(3))
    expect(done).toEqual({ notes: ['n0', 'n2'], documents: ['2023D1'] })
    expect(await live(db)).toEqual([[], ['2023D2']])
    expect(await db.notes.get('n0')).toMatchObject({ body: 'n0', version: 2, deletedAt: at(3).toISOString() })
    expect(await restoreAll(db, done, at(4))).toEqual(done)
    expect(await live(db)).toEqual(before)
    // It was not written then: a period, the order of the list and an export go by when that was.
    expect(await db.notes.get('n0')).toMatchObject({ body: 'n0', version: 3, updatedAt: at(1).toISOString() })
    expect(await tagsOf(db, 'n0')).toEqual(['n0', 'oud'])
  })

  test('more rows than go in one read, and nothing at all where one of them cannot be written', async () => {
    const db = await filled(0)
    const many = ids(1_201)
    await db.notes.bulkAdd(
      many.map((id) => ({
        id,
        target: '2023D1',
        type: 'document',
        body: id,
        version: 1,
        places: [],
        createdAt: at(0).toISOString(),
        updatedAt: at(9).toISOString(),
      })),
    )
    const put = db.notes.bulkPut.bind(db.notes)
    let calls = 0
    vi.spyOn(db.notes, 'bulkPut').mockImplementation(((rows: never) => {
      calls += 1
      if (calls === 3) throw new DOMException('', 'QuotaExceededError')
      return put(rows)
    }) as never)
    await expect(removeAll(db, { notes: many, documents: ['2023D1'] }, at(3))).rejects.toThrow()
    vi.restoreAllMocks()
    expect(await live(db)).toEqual([many.toSorted(), ['2023D1', '2023D2']])
    const told: ChangeProgress[] = []
    const done = await removeAll(db, { notes: many, documents: [] }, at(3), (progress) => told.push(progress))
    expect(told).toEqual([500, 1_000, 1_201].map((number) => ({ done: number, total: 1_201 })))
    expect(done.notes).toHaveLength(1_201)
    // A clock that ran back makes no note look as old as it was.
    expect(await db.notes.get('n1')).toMatchObject({ deletedAt: justAfter(at(9)), updatedAt: justAfter(at(9)) })
  })
})

describe('tags of what was chosen', () => {
  test('are given where they are not there and taken where they are; the answer undoes just that', async () => {
    const db = await filled()
    await deleteNote(db, 'n2', at(2))
    const tags = async () => Promise.all(ids(3).map((id) => tagsOf(db, id)))
    const before = await tags()
    const versions = async () => (await db.notes.toArray()).map(({ version }) => version)
    const of = (tag: string) => ids(3).map((noteId) => ({ noteId, tag }))
    const told = vi.fn()
    const change = { put: [...of('  nieuw  label '), ...of('n0')], remove: of('oud') }
    const undo = await changeTagsOfAll(db, change, at(3), told)
    expect(told.mock.calls).toEqual([[{ done: 3, total: 3 }]])
    expect(await tags()).toEqual([
      ['n0', 'nieuw label'],
      ['n1', 'n0', 'nieuw label'],
      ['n2', 'oud'],
    ])
    expect(await versions()).toEqual([2, 2, 2])
    const again = await changeTagsOfAll(db, { put: of('nieuw label'), remove: of('oud') }, at(4))
    expect(again).toEqual({ put: [], remove: [], moments: [] })
    expect(await versions()).toEqual([2, 2, 2])
    // One was written on since; the other says again when it last was.
    await saveNote(db, { id: 'n1', target: '2023D1', opened: 'n1', body: 'n1 verder' }, at(5))
    const redo = await changeTagsOfAll(db, undo, at(6))
    expect(await tags()).toEqual(before)
    const written = async () => (await db.notes.bulkGet(['n0', 'n1'])).map((note) => note?.updatedAt)
    expect(await written()).toEqual([at(1), at(6)].map((moment) => moment.toISOString()))
    await changeTagsOfAll(db, redo, at(7))
    await changeTagsOfAll(db, undo, at(8))
    expect(await tags()).toEqual(before)
  })
})
