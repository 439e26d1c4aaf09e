import { describe, expect, test } from 'vitest'
import { joinDocuments } from '#utils/database/documents/join-documents.ts'
import { follow, unfollow } from '#utils/database/following/watches.ts'
import { applyImport, previewImport } from '#utils/database/import/import.ts'
import { undoImport } from '#utils/database/import/undo.ts'
import { forgetWayBack, keptFor, wayBack } from '#utils/database/import/way-back.ts'
import { deleteNote, restoreNote, saveNote } from '#utils/database/notes/notes.ts'
import { changeCorrections } from '#utils/database/questions/correct.ts'
import type { News } from '#utils/sources/news.ts'
import { idleJournal } from '../idle-journal.ts'
import { at, justAfter, openTestDatabase } from '../open-test-database.ts'
import { documentRow } from '../rows.ts'
import { exported, imported, list, nothing, source, undo } from './imported.ts'

/** What happens between an import and its undo. */

const join = (number: string) => ({ number, occurrence: 1, kind: 'join', anchor: '', place: 1 }) as const

describe('what the user did since an import stays when it is undone', () => {
  test('a correction, also where an imported one is of a clock that is ahead', async () => {
    const there = await source()
    await changeCorrections(there, { list, put: [join('156')], remove: [], restores: true }, at(500))
    const db = await imported(there)
    await changeCorrections(db, { list, put: [join('157')], remove: [], restores: true }, at(101))
    const before = await db.corrections.toArray()
    expect(before).toHaveLength(2)
    expect(await undoImport(db, undo.id)).toEqual({ documents: 0, notes: 0, stayed: { documents: 1, notes: 0 } })
    expect(await db.corrections.toArray()).toEqual(before)
  })

  test('another place of an imported correction, by a clock that runs behind', async () => {
    const border = { number: '155', occurrence: 1, kind: 'border', anchor: 'Tweede deel?', place: 1 } as const
    const there = await source()
    await changeCorrections(there, { list, put: [border], remove: [], restores: true }, at(500))
    const db = await imported(there)
    const [before] = await db.corrections.toArray()
    await changeCorrections(db, { list, put: [{ ...border, anchor: 'deel?' }], remove: [], restores: true }, at(101))
    const [after] = await db.corrections.toArray()
    expect(after).toEqual({ ...before, anchor: 'deel?', updatedAt: justAfter(at(500)) })
    expect(await undoImport(db, undo.id)).toEqual({ ...nothing, stayed: { documents: 1, notes: 0 } })
    expect(await db.corrections.toArray()).toEqual([after])
  })

  test.each([
    ['the paper under a twin of its name', 'kv-tk-2023Z12345', '2023Z12345', 101],
    ['a code that is printed with a question', list, '2023D19158', 101],
    ['a question, by a clock that ran back', list, `${list}#155`, 99],
  ])('a paper, where a note was written on %s', async (_, id, target, second) => {
    const db = await imported(await source(id))
    await saveNote(db, { id: 'n9', target, opened: '', body: 'nieuw' }, at(second))
    expect(await undoImport(db, undo.id)).toEqual({ ...nothing, stayed: { documents: 1, notes: 0 } })
    expect([await db.documents.count(), await db.questions.count(), await db.notes.count()]).toEqual([1, 3, 1])
  })

  test('notes that were on it when the import ended keep no paper, nor do those that were removed', async () => {
    const there = await source()
    await saveNote(there, { id: 'n1', target: `${list}#155`, opened: '', body: 'een' }, at(3))
    const db = openTestDatabase()
    await saveNote(db, { id: 'own', target: '2023D19158', opened: '', body: 'van hier' }, at(300))
    await applyImport(db, await exported(there), { undo })
    await saveNote(db, { id: 'n9', target: list, opened: '', body: 'nieuw' }, at(101))
    await deleteNote(db, 'n9', at(102))
    expect(await undoImport(db, undo.id)).toEqual({ documents: 1, notes: 1, stayed: nothing })
    expect((await db.notes.toArray()).map(({ id }) => id)).toEqual(['n9', 'own'])
  })

  test('a note that was removed and put back, with its paper', async () => {
    const there = await source()
    await saveNote(there, { id: 'n1', target: `${list}#155`, opened: '', body: 'een' }, at(3))
    const db = await imported(there)
    await deleteNote(db, 'n1', at(101))
    await restoreNote(db, 'n1', at(102))
    expect(await undoImport(db, undo.id)).toEqual({ ...nothing, stayed: { documents: 1, notes: 1 } })
  })

  test('a paper that a look-up has made one with an own one is counted as stayed, once', async () => {
    const there = await source('2023D00001', { createdAt: at(50).toISOString() })
    const db = openTestDatabase()
    const own = 'kst-36360-VIII-5'
    await db.documents.add(documentRow(own, { aliases: [own], createdAt: at(1).toISOString() }))
    await applyImport(db, await exported(there), { undo })
    await joinDocuments(db, ['2023D00001', own], at(101))
    expect((await db.documents.toArray()).map(({ id }) => id)).toEqual([own])
    expect(await undoImport(db, undo.id)).toEqual({ ...nothing, stayed: { documents: 1, notes: 0 } })
    expect((await db.documents.get(own))?.aliases).toContain('2023D00001')
  })
})

describe('which import is undone', () => {
  test('one that changes nothing says so, and leaves the way back of the one before', async () => {
    const there = await source()
    await saveNote(there, { id: 'n1', target: list, opened: '', body: 'eerste' }, at(3))
    const records = await exported(there)
    const db = openTestDatabase()
    expect(await previewImport(db, records)).not.toHaveProperty('changesNothing')
    expect(await applyImport(db, records, { undo })).not.toHaveProperty('changesNothing')
    expect(await applyImport(db, records, { undo: { id: 'import-2', at: at(101) } })).toMatchObject({
      changesNothing: true,
    })
    await expect(undoImport(db, 'import-2')).rejects.toMatchObject({ code: 'undo-gone' })
    expect(await undoImport(db, undo.id)).toEqual({ documents: 1, notes: 1, stayed: nothing })
    expect(await db.notes.count()).toBe(0)
  })

  test('one that changes what is followed alone can be undone', async () => {
    const there = await source()
    const db = await imported(there)
    await follow(there, list, at(3), () => 0)
    const second = { id: 'import-2', at: at(101) }
    expect(await applyImport(db, await exported(there), { undo: second })).not.toHaveProperty('changesNothing')
    await undoImport(db, second.id)
    expect([await db.watches.count(), await db.documents.count()]).toEqual([0, 1])
  })

  test('one that is asked for twice answers the same and is undone whole', async () => {
    const records = await exported(await source())
    const db = openTestDatabase()
    const changes = await applyImport(db, records, { undo })
    expect(await applyImport(db, records, { undo })).toEqual(changes)
    expect(await undoImport(db, undo.id)).toEqual({ documents: 1, notes: 0, stayed: nothing })
    expect(await db.documents.count()).toBe(0)
  })

  test('one that is asked for twice keeps its first way back, also where the second time changes something', async () => {
    const there = await source()
    await there.documents.add(documentRow('2023D30000', { updatedAt: at(2).toISOString() }))
    const records = await exported(there)
    const db = openTestDatabase()
    await applyImport(db, records, { undo })
    await there.documents.update(list, { title: 'nieuw', updatedAt: at(70).toISOString() })
    expect((await applyImport(db, await exported(there), { undo })).changed.documents).toBe(1)
    expect(await undoImport(db, undo.id)).toEqual({ documents: 1, notes: 0, stayed: { documents: 1, notes: 0 } })
    expect((await db.documents.toArray()).map(({ id, title }) => [id, title])).toEqual([[list, 'nieuw']])
  })

  test('a later one whose way back is laid down while an old one is being forgotten keeps it', async () => {
    const records = await exported(await source())
    const db = openTestDatabase()
    await applyImport(db, records, { undo: { id: 'old', at: new Date(at(0).getTime() - 2 * keptFor) } })
    const later = records.documents.map((row) => ({ ...row, title: 'nieuw', updatedAt: at(70).toISOString() }))
    // As at a start: what forgets has read that there is an old one, and its change waits for the journal.
    let begin = () => {}
    const isWaited = new Promise<void>((isBegun) => {
      let isFirst = true
      const held = new Promise<void>((go) => {
        begin = go
      })
      const beginning = async () => {
        if (!isFirst) return
        isFirst = false
        isBegun()
        await held
      }
      db.useJournal({ ...idleJournal, begin: beginning })
    })
    const forgetting = forgetWayBack(db, at(100))
    await isWaited
    await applyImport(db, { ...records, documents: later }, { undo })
    begin()
    await forgetting
    expect((await wayBack(db))?.id).toBe(undo.id)
    expect(await undoImport(db, undo.id)).toMatchObject({ documents: 1 })
    expect((await db.documents.get(list))?.title).toBe(documentRow(list).title)
  })

  test('what tells which one can be undone is small, and nothing of it is left when it is forgotten', async () => {
    const there = await source()
    await there.documents.bulkAdd(Array.from({ length: 45 }, (_, index) => documentRow(`2023D3${1000 + index}`)))
    const db = await imported(there)
    const keys = async () => (await db.meta.where('key').startsWith('lastImport').primaryKeys()).length
    // Itself, and 46 papers of which 20 are in a row.
    expect(await keys()).toBe(4)
    expect(JSON.stringify(await wayBack(db)).length).toBeLessThan(500)
    await forgetWayBack(db, new Date(undo.at.getTime() + keptFor))
    expect(await keys()).toBe(0)
  })

  test('nothing of it stays for years where the clock ran ahead', async () => {
    const db = openTestDatabase()
    const ahead = new Date('2100-01-01T00:00:00.000Z')
    const records = await exported(await source())
    await applyImport(db, records, { undo: { id: 'ahead', at: ahead } })
    await forgetWayBack(db, new Date(ahead.getTime() - 60_000))
    expect(await wayBack(db)).toBeDefined()
    await forgetWayBack(db, at(200))
    expect(await db.meta.where('key').startsWith('lastImport').count()).toBe(0)
  })
})

describe('what is followed, when an import is undone after a check', () => {
  const newsAt = (second: number, more: Partial<News> = {}): News => ({
    at: at(second).toISOString(),
    kind: 'answered',
    ids: [list],
    title: null,
    day: null,
    seen: false,
    ...more,
  })

  test('keeps what the check has found, and takes back what the import changed', async () => {
    const here = openTestDatabase()
    const there = await source()
    await follow(here, list, at(1), () => 0)
    await unfollow(here, list, at(2))
    const before = await here.watches.get(list)
    await follow(there, list, at(3), () => 0)
    await there.watches.update(list, { papers: ['2023D1'] })
    await applyImport(here, await exported(there), { undo })
    expect((await here.watches.get(list))?.deletedAt).toBeUndefined()
    const found = { lastStatus: 'answered', lastChecked: at(101).toISOString(), news: [newsAt(101, { told: true })] }
    await here.watches.update(list, { ...found, nextCheck: at(900).toISOString() })
    await undoImport(here, undo.id)
    const after = await here.watches.get(list)
    expect(after).toMatchObject({ ...found, nextCheck: at(900).toISOString() })
    expect([after?.since, after?.updatedAt, after?.deletedAt]).toEqual([
      before?.since,
      before?.updatedAt,
      before?.deletedAt,
    ])
  })

  test('without a check it is as it was, but of its news none is told a second time', async () => {
    const here = openTestDatabase()
    const there = await source()
    await follow(here, list, at(1), () => 0)
    await here.watches.update(list, { news: [newsAt(50)], lastStatus: 'open', lastChecked: at(50).toISOString() })
    const before = await here.watches.get(list)
    await follow(there, list, at(3), () => 0)
    await there.watches.update(list, { news: [newsAt(40, { kind: 'postponed' })], papers: ['2023D1'] })
    await applyImport(here, await exported(there), { undo })
    const joined = (await here.watches.get(list))?.news ?? []
    expect(joined).toHaveLength(2)
    await here.watches.update(list, { news: joined.map((one) => ({ ...one, told: true })) })
    await undoImport(here, undo.id)
    expect(await here.watches.get(list)).toEqual({ ...before, news: [newsAt(50, { told: true })] })
  })
})
