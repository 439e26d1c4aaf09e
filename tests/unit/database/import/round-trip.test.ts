import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exportAll, exportVersion } from '#utils/database/export/export.ts'
import { applyImport } from '#utils/database/import/import.ts'
import { salvageExport } from '#utils/database/import/salvage-export.ts'
import { undoImport } from '#utils/database/import/undo.ts'
import type { KamerlensDatabase } from '#utils/database/open.ts'
import { recordTables } from '#utils/database/records/records.ts'
import type { NoteRow } from '#utils/database/schema.ts'
import { cases } from '../../cases.ts'
import { openTestDatabase } from '../open-test-database.ts'
import { moment, step } from '../user-steps.ts'
import { undo } from './imported.ts'
import { readExport } from './read-export.ts'

const tables = [...recordTables, 'originals', 'noteMentions'] as const

/** Where a passage was last found is of one machine alone. */
const contents = async (db: KamerlensDatabase) => {
  const rows = await Promise.all(tables.map(async (table) => [table, await db.table(table).toArray()] as const))
  const notes = (await db.notes.toArray()).map(({ seen: _, ...note }) => note)
  return { ...Object.fromEntries(rows), notes }
}

/** An undo is a change too: an editor that is open on the note must hear of it. */
const withoutVersions = ({ notes, ...others }: Record<string, unknown[]>) => ({
  ...others,
  notes: (notes as NoteRow[]).map(({ version: _, ...note }) => note),
})

test('whatever was done and written, what goes out comes back as it was, twice is once, and here it changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(step, moment), { maxLength: 12 }), async (steps) => {
      const db = openTestDatabase()
      // What does not fit (a note that is not there) is refused, and no part of this.
      for (const [make, now] of steps) await make(db, now).catch(() => undefined)
      const before = await contents(db)
      const [file] = await exportAll(db, new Date(0))
      const records = await readExport(file)
      // What later versions brought is read in one of version 3 too.
      const older = (await file.text()).replace(`"version": ${exportVersion}`, '"version": 3')
      expect(older).toContain('"version": 3')
      expect(await readExport(new Blob([older]))).toEqual(records)

      const other = openTestDatabase()
      await applyImport(other, records)
      expect(await contents(other)).toEqual(before)
      expect(await (await exportAll(other, new Date(0)))[0].text()).toBe(await file.text())
      expect(await applyImport(other, records)).toMatchObject({ changesNothing: true })
      expect(await contents(other)).toEqual(before)
      expect(await applyImport(db, records)).toMatchObject({ changesNothing: true })
      expect(await contents(db)).toEqual(before)

      const isEmpty = recordTables.every((table) => records[table].length === 0)
      if (!isEmpty) expect((await salvageExport(file)).records).toEqual(records)
      const parts = await exportAll(db, new Date(0), 500)
      const third = openTestDatabase()
      for (const part of parts.toReversed()) await applyImport(third, await readExport(part))
      expect(await contents(third)).toEqual(before)
    }),
    cases(16),
  )
}, 300_000)

test('whatever two machines did, importing what the other has twice is once, and undone it is as it was', async () => {
  const machine = fc.array(fc.tuple(step, moment), { maxLength: 8 })
  await fc.assert(
    fc.asyncProperty(machine, machine, async (here, there) => {
      const [db, other] = [openTestDatabase(), openTestDatabase()]
      for (const [make, now] of here) await make(db, now).catch(() => undefined)
      for (const [make, now] of there) await make(other, now).catch(() => undefined)
      const before = await contents(db)
      const records = await readExport((await exportAll(other, new Date(0)))[0])
      const { changesNothing } = await applyImport(db, records, { undo })
      const after = await contents(db)
      expect(await applyImport(db, records)).toMatchObject({ changesNothing: true })
      expect(await contents(db)).toEqual(after)
      await readExport((await exportAll(db, new Date(0)))[0])
      if (!changesNothing) await undoImport(db, undo.id)
      expect(withoutVersions(await contents(db))).toEqual(withoutVersions(before))
    }),
    cases(16),
  )
}, 300_000)
