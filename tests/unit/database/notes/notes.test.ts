import { IDBObjectStore as FDBObjectStore } from 'fake-indexeddb'
import fc from 'fast-check'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { storeErrorOf } from '#utils/database/errors.ts'
import { joinNotes } from '#utils/database/import/join-notes.ts'
import { deleteNote, restoreNote, saveNote } from '#utils/database/notes/notes.ts'
import { tagsOf } from '#utils/database/notes/tags.ts'
import { versionsOf } from '#utils/database/notes/versions.ts'
import { cases } from '../../cases.ts'
import { at, justAfter, openTestDatabase } from '../open-test-database.ts'

const target = '2023D19158'
const first = { id: 'n1', target, opened: '', body: 'Terugvragen na het congres.' }

describe('saving a note', () => {
  test('a new note is stored with its target, place and tags', async () => {
    const db = openTestDatabase()
    const place = { url: 'https://www.rijksoverheid.nl/documenten', title: 'Brief' }
    const { note, merged } = await saveNote(db, { ...first, tags: ['ocw', ' ocw ', ''], place }, at(0))
    expect(merged).toBe(false)
    expect(note).toMatchObject({ ...{ id: 'n1', target, type: 'document', version: 1 }, places: [place] })
    expect(await db.notes.get('n1')).toEqual(note)
    expect(await tagsOf(db, 'n1')).toEqual(['ocw'])
  })

  test('asks the disk three times: for what is there, to write, and to count', async () => {
    const db = openTestDatabase()
    await saveNote(db, { ...first, body: 'Zie 2023D19158.' }, at(0))
    onTestFinished(() => void vi.restoreAllMocks())
    let rounds = 0
    let isAnswered = true
    for (const method of ['get', 'getAll', 'openCursor', 'put', 'add', 'delete'] as const) {
      const asked = FDBObjectStore.prototype[method] as (...parameters: unknown[]) => IDBRequest
      vi.spyOn(FDBObjectStore.prototype, method).mockImplementation(function (
        this: IDBObjectStore,
        ...parameters: unknown[]
      ) {
        const request = asked.apply(this, parameters)
        // What another test left under way is no round of this one.
        if (this.transaction.db !== db.backendDB()) return request
        if (isAnswered) rounds += 1
        isAnswered = false
        request.addEventListener('success', () => {
          isAnswered = true
        })
        return request
      })
    }
    await saveNote(db, { ...first, opened: 'Zie 2023D19158.', body: 'Zie Stb. 2021, 549.' }, at(1))
    expect(rounds).toBe(3)
    expect((await db.noteMentions.toArray()).map(({ code }) => code)).toEqual(['stb-2021-549'])
    expect(await versionsOf(db, 'n1')).toHaveLength(1)
  })

  test('a note that never had a text is not stored, and can be begun later', async () => {
    const db = openTestDatabase()
    const { note } = await saveNote(db, { ...first, body: ' \n' }, at(0))
    expect(note.version).toBe(0)
    expect(await db.notes.count()).toBe(0)
    await saveNote(db, first, at(1))
    expect((await db.notes.get('n1'))?.version).toBe(1)
  })

  test('the same save sent again changes nothing, also after other saves', async () => {
    const db = openTestDatabase()
    await saveNote(db, first, at(0))
    const mine = { ...first, opened: first.body, body: `${first.body} En in maart.` }
    await saveNote(db, mine, at(1))
    const theirs = { ...first, opened: first.body, body: `${first.body} Of in april.` }
    const { note } = await saveNote(db, theirs, at(2))
    for (const again of [first, mine, theirs]) expect((await saveNote(db, again, at(3))).note).toEqual(note)
    expect(note.body.match(/maart/g)).toHaveLength(1)
    expect(note.body.match(/april/g)).toHaveLength(1)
    expect(await versionsOf(db, 'n1')).toHaveLength(1)
  })

  test('a save whose answer was lost takes nothing away when it comes again', async () => {
    const db = openTestDatabase()
    const opened = 'dag plan'
    await saveNote(db, { ...first, body: opened }, at(0))
    await saveNote(db, { ...first, opened, body: 'dag' }, at(1))
    const mine = { ...first, opened, body: 'plan' }
    const { note } = await saveNote(db, mine, at(2))
    expect(note.body).toBe('dag plan')
    expect((await saveNote(db, mine, at(3))).note).toEqual(note)
  })

  test('nor does it double anything where another window has gone on with its text', async () => {
    const db = openTestDatabase()
    await saveNote(db, first, at(0))
    const { note } = await saveNote(
      db,
      { ...first, opened: first.body, body: 'Terugvragen na het grote congres.' },
      at(1),
    )
    expect((await saveNote(db, first, at(2))).note).toEqual(note)
  })

  test('a change made, taken back and made again is made', async () => {
    const db = openTestDatabase()
    await saveNote(db, { ...first, body: 'een' }, at(0))
    await saveNote(db, { ...first, opened: 'een', body: 'twee' }, at(1))
    await saveNote(db, { ...first, opened: 'twee', body: 'een' }, at(2))
    expect((await saveNote(db, { ...first, opened: 'een', body: 'twee' }, at(3))).note.body).toBe('twee')
  })

  test('two windows that edit one note both keep their words, and the later is told', async () => {
    const db = openTestDatabase()
    await saveNote(db, { ...first, body: 'een\ntwee\ndrie' }, at(0))
    const opened = 'een\ntwee\ndrie'
    const one = await saveNote(db, { ...first, opened, body: 'een!\ntwee\ndrie' }, at(1))
    expect(one.merged).toBe(false)
    const other = await saveNote(db, { ...first, opened, body: 'een\ntwee\ndrie?' }, at(2))
    expect(other).toMatchObject({ merged: true, note: { body: 'een!\ntwee\ndrie?' } })
  })

  test('whatever two windows save, in whatever order and however often, no word that they typed is lost', async () => {
    const word = fc.constantFrom('alfa', 'beta', 'gamma', 'delta')
    const text = fc.array(word, { maxLength: 4 }).map((words) => words.join(' '))
    const edits = fc.array(fc.record({ window: fc.nat({ max: 1 }), typed: text, again: fc.boolean() }), {
      maxLength: 8,
    })
    await fc.assert(
      fc.asyncProperty(text, edits, async (start, steps) => {
        const db = openTestDatabase()
        await saveNote(db, { ...first, body: `start ${start}` }, at(0))
        const windows = [`start ${start}`, `start ${start}`]
        for (const [index, { window, typed, again }] of steps.entries()) {
          const opened = windows[window] ?? ''
          // Every edit brings a word of its own, so that it can be told whether it stands there.
          const request = { ...first, opened, body: `${opened} ${typed} w${window}s${index}` }
          const { note } = await saveNote(db, request, at(index))
          windows[window] = note.body
          if (again) expect((await saveNote(db, request, at(index))).note).toEqual(note)
        }
        const stored = (await db.notes.get('n1'))?.body.split(/\s+/) ?? []
        for (const [index, { window }] of steps.entries()) {
          expect(stored.filter((word) => word === `w${window}s${index}`)).toHaveLength(1)
        }
      }),
      cases(30),
    )
  }, 30_000)

  test('an edit revives a note that another window removed; a repeated save of the old text does not', async () => {
    const db = openTestDatabase()
    await saveNote(db, first, at(0))
    await deleteNote(db, 'n1', at(1))
    await saveNote(db, first, at(2))
    expect((await db.notes.get('n1'))?.deletedAt).toBe(at(1).toISOString())
    const { note } = await saveNote(db, { ...first, opened: first.body, body: `${first.body} Toch.` }, at(3))
    expect(note.deletedAt).toBeUndefined()
    expect(note.body).toBe(`${first.body} Toch.`)
  })

  test('an edit of which the merge with another window’s leaves nothing revives it too; sent again, it does not', async () => {
    const db = openTestDatabase()
    const opened = 'een\ntwee'
    await saveNote(db, { ...first, body: opened }, at(0))
    await saveNote(db, { ...first, opened, body: `${opened}\ndrie` }, at(1))
    await deleteNote(db, 'n1', at(2))
    const taken = { ...first, opened, body: 'een' }
    const { note } = await saveNote(db, taken, at(3))
    expect([note.body, note.deletedAt]).toEqual([`${opened}\ndrie`, undefined])
    await deleteNote(db, 'n1', at(4))
    await saveNote(db, taken, at(5))
    expect((await db.notes.get('n1'))?.deletedAt).toBeDefined()
  })

  test('removing and restoring are undone by each other and may be sent twice', async () => {
    const db = openTestDatabase()
    await saveNote(db, first, at(0))
    const removed = await deleteNote(db, 'n1', at(1))
    expect(await deleteNote(db, 'n1', at(2))).toEqual(removed)
    const restored = await restoreNote(db, 'n1', at(3))
    expect(restored.deletedAt).toBeUndefined()
    expect(await restoreNote(db, 'n1', at(4))).toEqual(restored)
    expect(restored.version).toBe(3)
    expect(storeErrorOf(await deleteNote(db, 'n2', at(5)).catch((error: unknown) => error))).toBe('not-found')
  })

  test('a note that was removed and put back was last changed when it was written, however often', async () => {
    const db = openTestDatabase()
    const { note } = await saveNote(db, first, at(0))
    for (const hour of [1, 3]) {
      expect(await deleteNote(db, 'n1', at(hour))).toMatchObject({ updatedAt: at(hour).toISOString() })
      expect(await restoreNote(db, 'n1', at(hour + 1))).toMatchObject({ updatedAt: note.updatedAt })
    }
    const changed = await saveNote(db, { ...first, opened: first.body, body: 'Anders.' }, at(9))
    expect(changed.note).toMatchObject({ updatedAt: at(9).toISOString() })
    expect(changed.note).not.toHaveProperty('restoredAt')
    // A clock that ran back: what comes after the putting back is later than it.
    await deleteNote(db, 'n1', at(20))
    await restoreNote(db, 'n1', at(21))
    const late = await saveNote(db, { ...first, opened: 'Anders.', body: 'Nog eens.' }, at(10))
    expect(late.note.updatedAt).toBe(justAfter(at(21)))
  })

  test('a copy that was made while it was removed does not remove it again; one that was removed since does', async () => {
    const db = openTestDatabase()
    const note = (await saveNote(db, first, at(0))).note
    const removed = { note: await deleteNote(db, 'n1', at(1)), versions: [] }
    const back = { note: await restoreNote(db, 'n1', at(2)), versions: [] }
    expect(joinNotes(back, removed)).toEqual(back)
    expect(joinNotes(removed, back).note).toMatchObject({ updatedAt: note.updatedAt })
    expect(joinNotes(removed, back).note.deletedAt).toBeUndefined()
    const again = { note: await deleteNote(db, 'n1', at(3)), versions: [] }
    expect(joinNotes(back, again).note.deletedAt).toBe(at(3).toISOString())
    // Written elsewhere between the two: then it last changed there.
    const elsewhere = { ...note, body: `${note.body} Elders.`, version: 2, updatedAt: at(1.5).toISOString() }
    const joined = joinNotes(back, { note: elsewhere, versions: [] }).note
    expect([joined.body, joined.updatedAt, joined.deletedAt]).toEqual([elsewhere.body, elsewhere.updatedAt, undefined])
  })

  test('the history keeps every text from which something was taken, not each step of typing on', async () => {
    const db = openTestDatabase()
    const bodies = ['Te', 'Terug', 'Terugvragen', 'Terugvragen na', 'Vragen na', 'Vragen na maart']
    let opened = ''
    for (const [index, body] of bodies.entries()) {
      await saveNote(db, { ...first, opened, body }, at(index))
      opened = body
    }
    await saveNote(db, { ...first, opened, body: 'Vragen na maart 2024' }, at(3600))
    expect((await versionsOf(db, 'n1')).map(({ body }) => body)).toEqual(['Vragen na maart', 'Terugvragen na'])
    expect((await db.notes.get('n1'))?.version).toBe(7)
  })

  test('tags of two windows are both kept; a tag that one took off is gone', async () => {
    const db = openTestDatabase()
    await saveNote(db, { ...first, tags: ['a', 'b'] }, at(0))
    const same = { ...first, opened: first.body, openedTags: ['a', 'b'] }
    await saveNote(db, { ...same, tags: ['a', 'b', 'c'] }, at(1))
    await saveNote(db, { ...same, tags: ['b', 'd'] }, at(2))
    expect(await tagsOf(db, 'n1')).toEqual(['b', 'c', 'd'])
    await saveNote(db, { ...first, opened: first.body, tags: ['e'] }, at(3))
    expect(await tagsOf(db, 'n1')).toEqual(['e'])
  })

  test('what is no target, or the id of a note on something else, is refused and changes nothing', async () => {
    const db = openTestDatabase()
    await saveNote(db, first, at(0))
    for (const bad of [
      { ...first, target: 'x#' },
      { ...first, target: '2023D99999' },
      { ...first, id: '' },
    ]) {
      expect(storeErrorOf(await saveNote(db, bad, at(1)).catch((error: unknown) => error))).toBe('invalid')
    }
    expect(await db.notes.toArray()).toHaveLength(1)
  })

  test('a place that is no web address is not remembered, and a place is remembered once', async () => {
    const db = openTestDatabase()
    const place = { url: 'https://www.tweedekamer.nl/a', title: 'A' }
    await saveNote(db, { ...first, place: { url: 'javascript:alert(1)', title: '' } }, at(0))
    await saveNote(db, { ...first, opened: first.body, body: 'b', place }, at(1))
    const { note } = await saveNote(db, { ...first, opened: 'b', body: 'c', place }, at(2))
    expect(note.places).toEqual([place])
  })

  test('a clock that runs back makes no change look older than the one before, nor as old', async () => {
    const db = openTestDatabase()
    await saveNote(db, first, at(10))
    const { note } = await saveNote(db, { ...first, opened: first.body, body: 'later' }, at(5))
    expect(note.updatedAt).toBe(justAfter(at(10)))
  })

  test('a colour is given, kept by saves that do not speak of it, changed and taken away', async () => {
    const db = openTestDatabase()
    expect((await saveNote(db, { ...first, colour: 'yellow' }, at(0))).note.colour).toBe('yellow')
    await saveNote(db, { ...first, opened: first.body, body: 'later', tags: ['ocw'] }, at(1))
    const { note } = await saveNote(db, { ...first, opened: 'later', body: 'later', colour: 'blue' }, at(2))
    expect(note).toMatchObject({ body: 'later', colour: 'blue', version: 3 })
    expect((await saveNote(db, { ...first, opened: 'later', body: 'later', colour: 'blue' }, at(3))).note).toEqual(note)
    await saveNote(db, { ...first, opened: 'later', body: 'later', colour: null }, at(4))
    expect(await db.notes.get('n1')).not.toHaveProperty('colour')
    expect((await db.notes.get('n1'))?.body).toBe('later')
  })

  test('a note that has a colour alone is one: a passage may be marked without a word', async () => {
    const db = openTestDatabase()
    await saveNote(db, { ...first, body: '', colour: null }, at(0))
    expect(await db.notes.count()).toBe(0)
    await saveNote(db, { ...first, body: '', colour: 'green' }, at(1))
    expect((await db.notes.get('n1'))?.colour).toBe('green')
  })
})
