import { describe, expect, test, vi } from 'vitest'
import { exportAll } from '#utils/database/export.ts'
import { keptHandlers } from '../../../entrypoints/background/kept.ts'
import { transferHandlers } from '../../../entrypoints/background/transfer.ts'
import { at, openTestDatabase } from '../database/open-test-database.ts'
import { documentRow } from '../database/rows.ts'

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
      value: { deletedAt: at(0).toISOString() },
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
    return { db, changed, remove, handlers: transferHandlers({ db, changed, files: { read, remove } }) }
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

  test('a bad file is refused with its reason and taken away, a missing one is not found', async () => {
    const bad = await withFile(new Blob(['{}']))
    expect(await bad.handlers['import/apply']({ file: 'f' }, popup)).toEqual({ ok: false, error: 'not-an-export' })
    expect(bad.remove).toHaveBeenCalledWith('f')
    expect(bad.changed).not.toHaveBeenCalled()
    const none = await withFile(null)
    expect(await none.handlers['import/preview']({ file: 'f' }, popup)).toEqual({ ok: false, error: 'not-found' })
  })
})
