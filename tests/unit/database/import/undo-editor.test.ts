import { describe, expect, test } from 'vitest'
import { applyImport } from '#utils/database/import/import.ts'
import { undoImport } from '#utils/database/import/undo.ts'
import { forgetWayBack } from '#utils/database/import/way-back.ts'
import { saveNote } from '#utils/database/notes/notes.ts'
import { at } from '../open-test-database.ts'
import { exported, imported, list, nothing, source, undo } from './imported.ts'

describe('an editor that is open on an imported note while the import is undone', () => {
  const passage = {
    quote: { exact: 'woorden', prefix: '', suffix: '', start: 0, end: 7 },
    format: 'page',
  } as const
  const opened = 'eerste'

  async function undone() {
    const there = await source()
    const note = { id: 'p1', target: list }
    await saveNote(
      there,
      { ...note, opened: '', body: 'begin 2023D12345', tags: ['ocw'], colour: 'green', passage },
      at(3),
    )
    await saveNote(there, { ...note, opened: 'begin 2023D12345', body: opened }, at(2000))
    const db = await imported(there)
    const before = await db.notes.get('p1')
    expect(await undoImport(db, undo.id)).toEqual({ documents: 1, notes: 1, stayed: nothing })
    expect([await db.notes.count(), await db.noteTags.count(), await db.noteVersions.count()]).toEqual([0, 0, 0])
    return { db, before, there, note }
  }

  test('what is typed on is of the same note: its passage, tags, colour and earlier texts are there again', async () => {
    const { db, before, note } = await undone()
    const { note: saved } = await saveNote(db, { ...note, opened, body: 'eerste, over 2023D54321' }, at(101))
    expect(saved).toMatchObject({
      ...before,
      body: 'eerste, over 2023D54321',
      version: (before?.version ?? 0) + 1,
      saves: expect.anything(),
      updatedAt: expect.anything(),
    })
    expect(saved.passage).toEqual(passage)
    expect(await db.notes.toArray()).toEqual([saved])
    expect((await db.noteTags.toArray()).map(({ tag }) => tag)).toEqual(['ocw'])
    expect((await db.noteVersions.toArray()).map(({ body }) => body)).toContain('begin 2023D12345')
    expect((await db.noteMentions.toArray()).map(({ code }) => code)).toEqual(['2023D54321'])
  })

  test.each([
    ['its colour', { colour: 'blue' }, { colour: 'blue' }, ['ocw']],
    ['its tags', { tags: ['ocw', 'later'], openedTags: ['ocw'] }, { colour: 'green' }, ['later', 'ocw']],
  ] as const)('a change of %s alone brings it back too', async (_, change, row, tags) => {
    const { db, note } = await undone()
    await saveNote(db, { ...note, opened, body: opened, ...change } as Parameters<typeof saveNote>[1], at(101))
    expect(await db.notes.toArray()).toMatchObject([{ body: opened, type: 'passage', ...row }])
    expect((await db.noteTags.toArray()).map(({ tag }) => tag)).toEqual(tags)
  })

  test('a save that changes nothing brings nothing back, and the file brings the note as it was', async () => {
    const { db, before, there, note } = await undone()
    expect((await saveNote(db, { ...note, opened, body: opened }, at(101))).note.version).toBe(0)
    expect(await db.notes.count()).toBe(0)
    await applyImport(db, await exported(there), { undo: { id: 'again', at: at(102) } })
    expect(await db.notes.get('p1')).toEqual(before)
    expect(await db.noteTags.count()).toBe(1)
  })

  test('after a day what was taken away is forgotten', async () => {
    const { db } = await undone()
    const day = 24 * 60 * 60_000
    const kept = async () => (await db.meta.where('key').startsWith('undoneNotes').primaryKeys()).length
    await forgetWayBack(db, new Date(undo.at.getTime() + day - 1))
    expect(await kept()).toBe(2)
    await forgetWayBack(db, new Date(undo.at.getTime() + day))
    expect(await kept()).toBe(0)
  })
})
