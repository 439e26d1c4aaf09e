import { expect, test } from 'vitest'
import { saveNote } from '#utils/database/notes/notes.ts'
import { forgetOld } from '#utils/database/official/forget-old.ts'
import { lookupRow } from '../lookup-rows.ts'
import { at, openTestDatabase } from '../open-test-database.ts'
import { documentRow } from '../rows.ts'

const day = 24 * 60 * 60_000
const after = (days: number) => new Date(at(0).getTime() + days * day)
const expiring = (days: number) => ({ expiresAt: after(days).toISOString() })

test('what was not fresh for 30 days goes, save what notes, documents and watches lean on and what is wanted', async () => {
  const db = openTestDatabase()
  await db.lookups.bulkAdd([
    lookupRow('2023D00001', {}, expiring(0)),
    lookupRow('2023D00002', {}, expiring(2)),
    lookupRow('2023D00003', null, { expiresAt: null, askedAt: null, failure: failureAt(0) }),
    lookupRow('2023D00004', null, {
      expiresAt: null,
      askedAt: null,
      failure: failureAt(0),
      wanted: at(0).toISOString(),
    }),
    lookupRow('2023D10001', { aliases: ['2023D10001', 'kst-36360-1'] }, expiring(0)),
    lookupRow('2023D10002', { aliases: ['2023D10002', 'kst-36360-2'] }, expiring(0)),
    lookupRow('2023D10003', { aliases: ['2023D10003', 'kst-36360-3'] }, expiring(0)),
    lookupRow('2023D10004', { aliases: ['2023D10004', 'kst-36360-4'] }, expiring(0)),
    lookupRow('2023Z10005', { aliases: ['2023Z10005'] }, expiring(0)),
  ])
  await saveNote(db, { id: 'n1', target: 'kst-36360-1', opened: '', body: 'x' }, at(1))
  await saveNote(db, { id: 'n2', target: 'kst-36360-2#155', opened: '', body: 'x' }, at(1))
  await db.documents.add(documentRow('kst-36360-3'))
  await db.watches.bulkAdd([
    { target: 'kst-36360-4', nextCheck: at(9).toISOString() },
    { target: 'kv-tk-2023Z10005', nextCheck: at(9).toISOString() },
  ])
  expect(await forgetOld(db, after(31))).toBe(2)
  expect((await db.lookups.toCollection().primaryKeys()).sort()).toEqual(
    ['2023D00002', '2023D00004', '2023D10001', '2023D10002', '2023D10003', '2023D10004', '2023Z10005'].sort(),
  )
})

test('is looked through once a day at most', async () => {
  const db = openTestDatabase()
  await db.lookups.add(lookupRow('2023D00009', {}, expiring(30)))
  await forgetOld(db, after(31))
  await db.lookups.add(lookupRow('2023D00001', {}, expiring(0)))
  expect(await forgetOld(db, after(31.5))).toBe(0)
  expect(await forgetOld(db, after(32.1))).toBe(1)
  // A clock that was set back must not put it off for years.
  await db.lookups.add(lookupRow('2023D00001', {}, expiring(-100)))
  expect(await forgetOld(db, after(1))).toBe(1)
})

const failureAt = (days: number) => ({ code: 'broken-answer', retryAt: null, at: after(days).toISOString() }) as const
