import { describe, expect, test, vi } from 'vitest'
import { followProgress } from '#utils/browser/channels/change-progress.ts'
import { readPayload } from '#utils/browser/payloads.ts'
import { StoreFailure } from '#utils/database/errors.ts'
import { exportAll } from '#utils/database/export/export.ts'
import { keptHandlers } from '../../../entrypoints/background/kept/kept.ts'
import { transferHandlers } from '../../../entrypoints/background/kept/transfer.ts'
import { idleJournal } from '../database/idle-journal.ts'
import { at, justAfter, openTestDatabase } from '../database/open-test-database.ts'
import { documentRow, questionRow } from '../database/rows.ts'

const popup = { context: 'extension-page' } as const
const first = { id: 'n1', target: '2023D19158', opened: '', body: 'een' }

function keeping() {
  const db = openTestDatabase()
  const changed = vi.fn()
  return { db, changed, handlers: keptHandlers({ db, now: () => at(0), changed }) }
}

describe('changes that extension pages ask for', () => {
  test('two saves that an editor sends as it closes are stored in the order in which they were sent', async () => {
    const { db, handlers } = keeping()
    await Promise.all([
      handlers['note/save'](first, popup),
      handlers['note/save']({ ...first, opened: 'een', body: 'een twee' }, popup),
      handlers['note/save']({ ...first, opened: 'een twee', body: 'drie' }, popup),
    ])
    expect((await db.notes.get('n1'))?.body).toBe('drie')
  })

  test('a change is told to the pages, a refusal is not, and neither stops the next', async () => {
    const { changed, handlers } = keeping()
    expect(await handlers['note/delete']({ id: 'n1' }, popup)).toEqual({ ok: false, error: 'not-found' })
    expect(changed).not.toHaveBeenCalled()
    expect(await handlers['note/save'](first, popup)).toMatchObject({ ok: true, value: { note: { body: 'een' } } })
    expect(changed).toHaveBeenCalledTimes(1)
  })

  test('a change of many rows that the second copy lacks for now is done, and its answer undoes it', async () => {
    const { db, handlers } = keeping()
    await handlers['note/save']({ ...first, tags: ['oud'] }, popup)
    const append = vi.fn(async () => {})
    db.useJournal({ ...idleJournal, append })
    const failOnce = () => append.mockRejectedValueOnce(new StoreFailure('not-secured'))
    failOnce()
    const change = { put: [], remove: [{ noteId: 'n1', tag: 'oud' }] }
    const changed = await handlers['tags/change'](change, popup)
    expect(changed).toMatchObject({ ok: true, value: { put: [{ noteId: 'n1', tag: 'oud' }], remove: [], lags: true } })
    failOnce()
    const chosen = { notes: ['n1'], documents: [] }
    expect(await handlers['chosen/delete'](chosen, popup)).toEqual({ ok: true, value: { ...chosen, lags: true } })
    expect((await db.notes.get('n1'))?.deletedAt).toBeDefined()
    // Where the second copy can't be reached nothing is begun.
    db.useJournal({ ...idleJournal, begin: () => Promise.reject(new StoreFailure('journal-unavailable')), append })
    expect(await handlers['chosen/restore'](chosen, popup)).toEqual({ ok: false, error: 'journal-unavailable' })
    expect((await db.notes.get('n1'))?.deletedAt).toBeDefined()
  })

  test('a single one as well: what is said not to be removed would be gone with no way back', async () => {
    const { db, changed, handlers } = keeping()
    await handlers['note/save'](first, popup)
    await db.documents.put(documentRow('2023D20951'))
    await db.questions.bulkPut([questionRow('2023D20951', 0, '1'), questionRow('2023D20951', 1, '2')])
    const append = vi.fn(() => Promise.reject(new StoreFailure('not-secured')))
    db.useJournal({ ...idleJournal, append })
    const lagging = { ok: true, value: { lags: true } }
    expect(await handlers['note/delete']({ id: 'n1' }, popup)).toMatchObject(lagging)
    expect(await handlers['note/restore']({ id: 'n1' }, popup)).toMatchObject(lagging)
    expect((await db.notes.get('n1'))?.deletedAt).toBeUndefined()
    const join = { number: '2', occurrence: 1, kind: 'join', anchor: 'Vraag 2?', place: 1 } as const
    const corrected = await handlers['correction/change']({ list: '2023D20951', put: [join], remove: [] }, popup)
    expect(corrected).toMatchObject({ ok: true, value: { lags: true, put: [], remove: [{ number: '2' }] } })
    expect(await handlers['document/delete']({ id: '2023D20951' }, popup)).toMatchObject(lagging)
    expect((await db.documents.get('2023D20951'))?.deletedAt).toBeDefined()
    expect(await handlers['document/restore']({ id: '2023D20951' }, popup)).toMatchObject(lagging)
    expect(changed).toHaveBeenCalledTimes(6)
    // What is typed is said to be saved in both copies only.
    const save = { ...first, opened: 'een', body: 'twee' }
    expect(await handlers['note/save'](save, popup)).toEqual({ ok: false, error: 'not-secured' })
  })

  test('how far a change of many rows is, is told under the name that its page gave it, and under no other', async () => {
    const { handlers } = keeping()
    await handlers['note/save'](first, popup)
    const [mine, other] = [vi.fn(), vi.fn()]
    const ends = [followProgress('mine', mine), followProgress('other', other)]
    const chosen = { notes: ['n1'], documents: [] }
    const answer = await handlers['chosen/delete']({ ...chosen, progress: 'mine' }, popup)
    expect(answer).toEqual({ ok: true, value: chosen })
    await handlers['chosen/restore'](chosen, popup)
    await handlers['tags/change']({ put: [{ noteId: 'n1', tag: 'a' }], remove: [], progress: 'mine' }, popup)
    await vi.waitFor(() => expect(mine).toHaveBeenCalledTimes(2))
    expect(mine).toHaveBeenLastCalledWith({ done: 1, total: 1 })
    expect(other).not.toHaveBeenCalled()
    for (const end of ends) end()
    expect(readPayload('chosen/delete', { ...chosen, progress: 'no name' })).toBeNull()
  })

  test('a document that is known by a long address is removed as any other', async () => {
    const { db, handlers } = keeping()
    const id = `url:https://www.rijksoverheid.nl/${'lang/'.repeat(90)}`
    await db.documents.put(documentRow(id))
    const request = { notes: [], documents: [id] }
    expect(readPayload('chosen/delete', request)).toEqual({ value: request })
    expect(await handlers['chosen/delete'](request, popup)).toEqual({ ok: true, value: request })
  })

  test('a full disk is a failure that keeps what was stored, and the same save works later', async () => {
    const { db, handlers } = keeping()
    await handlers['note/save'](first, popup)
    const next = { ...first, opened: 'een', body: 'een twee' }
    const put = vi.spyOn(db.notes, 'put').mockRejectedValueOnce(new DOMException('', 'QuotaExceededError'))
    expect(await handlers['note/save'](next, popup)).toEqual({ ok: false, error: 'quota' })
    expect((await db.notes.get('n1'))?.body).toBe('een')
    put.mockRestore()
    expect(await handlers['note/save'](next, popup)).toMatchObject({ ok: true, value: { note: { body: 'een twee' } } })
  })

  test('documents are removed and restored', async () => {
    const { db, handlers } = keeping()
    await db.documents.add(documentRow('2023D20951'))
    expect(await handlers['document/delete']({ id: '2023D20951' }, popup)).toMatchObject({
      ok: true,
      value: { deletedAt: justAfter(at(0)) },
    })
    expect(await handlers['document/restore']({ id: '2023D20951' }, popup)).toMatchObject({ ok: true })
    expect((await db.documents.get('2023D20951'))?.deletedAt).toBeUndefined()
  })
})

describe('imports', () => {
  async function withFile(content: Blob | null) {
    const db = openTestDatabase()
    const [changed, remove] = [vi.fn(), vi.fn(async () => {})]
    const read = vi.fn(async () => content as File | null)
    return {
      db,
      changed,
      remove,
      handlers: transferHandlers({ db, now: () => at(5), changed, files: { read, remove } }),
    }
  }
  async function exported() {
    const { db, handlers } = keeping()
    await handlers['note/save'](first, popup)
    return (await exportAll(db, at(1)))[0]
  }

  test('a preview leaves file and database alone; applying it does what was shown and takes the file away', async () => {
    const { db, changed, remove, handlers } = await withFile(await exported())
    const preview = await handlers['import/preview']({ file: 'f' }, popup)
    expect(preview).toMatchObject({ ok: true, value: { added: { notes: 1 } } })
    expect([await db.notes.count(), changed.mock.calls.length, remove.mock.calls.length]).toEqual([0, 0, 0])
    expect(await handlers['import/apply']({ file: 'f' }, popup)).toEqual(preview)
    expect([await db.notes.count(), changed.mock.calls.length, remove.mock.calls]).toEqual([1, 1, [['f']]])
  })

  test('an import is undone by the name of its file, and both tell how far they are under the name that was given', async () => {
    const { db, changed, handlers } = await withFile(await exported())
    const told = vi.fn()
    const end = followProgress('mine', told)
    await handlers['import/apply']({ file: 'f', progress: 'mine' }, popup)
    expect(await handlers['import/undo']({ file: 'g' }, popup)).toEqual({ ok: false, error: 'undo-gone' })
    expect(changed).toHaveBeenCalledTimes(1)
    const value = { documents: 0, notes: 1, stayed: { documents: 0, notes: 0 } }
    expect(await handlers['import/undo']({ file: 'f', progress: 'mine' }, popup)).toEqual({ ok: true, value })
    expect([await db.notes.count(), changed.mock.calls.length]).toEqual([0, 2])
    await vi.waitFor(() => expect(told).toHaveBeenCalledTimes(2))
    end()
  })

  test('an import that only the second copy lacks for now is done, and can be undone', async () => {
    const { db, handlers } = await withFile(await exported())
    const append = vi.fn(async () => {}).mockRejectedValueOnce(new StoreFailure('not-secured'))
    db.useJournal({ ...idleJournal, append })
    expect(await handlers['import/apply']({ file: 'f' }, popup)).toMatchObject({ ok: true, value: { lags: true } })
    expect(await handlers['import/undo']({ file: 'f' }, popup)).toMatchObject({ ok: true, value: { notes: 1 } })
  })

  test('an import whose file can’t be removed is done', async () => {
    const { db, remove, handlers } = await withFile(await exported())
    remove.mockRejectedValue(new DOMException('', 'NoModificationAllowedError'))
    vi.spyOn(console, 'error').mockReturnValue()
    expect(await handlers['import/apply']({ file: 'f' }, popup)).toMatchObject({ ok: true })
    expect(await db.notes.count()).toBe(1)
  })

  test('a bad file is refused with its reason and taken away, a missing one is not found', async () => {
    const bad = await withFile(new Blob(['{}']))
    expect(await bad.handlers['import/apply']({ file: 'f' }, popup)).toEqual({ ok: false, error: 'not-an-export' })
    expect(bad.remove).toHaveBeenCalledWith('f')
    expect(bad.changed).not.toHaveBeenCalled()
    const none = await withFile(null)
    expect(await none.handlers['import/preview']({ file: 'f' }, popup)).toEqual({ ok: false, error: 'not-found' })
  })
})
