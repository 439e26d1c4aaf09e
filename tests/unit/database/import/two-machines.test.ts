import fc from 'fast-check'
import { expect, test } from 'vitest'
import { follow, markSeen, refollow, unfollow } from '#utils/database/following/watches.ts'
import { applyImport } from '#utils/database/import/import.ts'
import { deleteNote, restoreNote, saveNote } from '#utils/database/notes/notes.ts'
import type { KamerlensDatabase } from '#utils/database/open.ts'
import { cases } from '../../cases.ts'
import { at, openTestDatabase } from '../open-test-database.ts'
import { exported } from './imported.ts'

/** One note and what is followed on two machines, whose clocks say what they like, and which take over each other's exports. */

const target = '2023D19158'

async function edit(db: KamerlensDatabase, now: Date, change: { words?: string; colour?: 'green' | 'blue' }) {
  const opened = (await db.notes.get('a'))?.body ?? ''
  const { words, ...colour } = change
  await saveNote(db, { id: 'a', target, opened, body: words === undefined ? opened : opened + words, ...colour }, now)
}

const acts = {
  edit: (db, now) => edit(db, now, { words: ' En nog iets.' }),
  'edit otherwise': (db, now) => edit(db, now, { words: ' Iets anders.' }),
  green: (db, now) => edit(db, now, { colour: 'green' }),
  blue: (db, now) => edit(db, now, { colour: 'blue' }),
  delete: (db, now) => deleteNote(db, 'a', now),
  restore: (db, now) => restoreNote(db, 'a', now),
  follow: (db, now) => follow(db, target, now, () => 0.5),
  unfollow: (db, now) => unfollow(db, target, now),
  refollow: (db, now) => refollow(db, target, now).catch(() => undefined),
} satisfies Record<string, (db: KamerlensDatabase, now: Date) => Promise<unknown>>

const act = fc.record({
  on: fc.constantFrom('one', 'other'),
  what: fc.constantFrom(...(Object.keys(acts) as (keyof typeof acts)[])),
  minute: fc.integer({ min: 0, max: 5 }),
  isGiven: fc.boolean(),
})

async function give(from: KamerlensDatabase, to: KamerlensDatabase): Promise<boolean> {
  return (await applyImport(to, await exported(from))).changesNothing === true
}

const told = async (db: KamerlensDatabase) => {
  const notes = (await db.notes.toArray()).map(({ saves: _, version: __, ...note }) => note)
  const watches = (await db.watches.toArray()).map(({ updatedAt, deletedAt }) => [updatedAt, deletedAt])
  const versions = await db.noteVersions.toArray()
  return { notes, watches, texts: new Set([...notes, ...versions].map(({ body }) => body)) }
}

async function begun() {
  const [one, other] = [openTestDatabase(), openTestDatabase()]
  await saveNote(one, { id: 'a', target, opened: '', body: 'Navragen.' }, at(3))
  await give(one, other)
  return { one, other }
}

test('once each has the export of the other both say the same, whatever was done on them and when', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 12 }), async (all) => {
      const { one, other } = await begun()
      for (const { on, what, minute, isGiven } of all) {
        await acts[what](on === 'one' ? one : other, at(minute))
        if (isGiven) await give(one, other)
      }
      for (let round = 0; round < 2; round += 1) {
        await give(one, other)
        await give(other, one)
      }
      expect(await give(one, other)).toBe(true)
      expect(await told(one)).toEqual(await told(other))
    }),
    cases(60),
  )
})

test('what a clock that ran ahead wrote, and one machine removed and the other changed, is there on both', async () => {
  const { one, other } = await begun()
  await acts.follow(one, at(3))
  await give(one, other)
  // Each a millisecond later than what it changes: at the same moment.
  await acts.delete(one, at(1))
  await acts.unfollow(one, at(1))
  await acts.edit(other, at(2))
  const news = {
    at: at(2).toISOString(),
    kind: 'decision',
    ids: [target],
    title: null,
    day: null,
    seen: false,
  } as const
  await other.watches.update(target, { news: [news] })
  await markSeen(other, target, at(2))
  await give(one, other)
  await give(other, one)
  expect((await one.notes.get('a'))?.deletedAt).toBeUndefined()
  expect((await one.watches.get(target))?.deletedAt).toBeUndefined()
  expect(await told(one)).toEqual(await told(other))
})
