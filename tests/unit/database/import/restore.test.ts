import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { exportAll, exportVersion } from '#utils/database/export/export.ts'
import { applyImport } from '#utils/database/import/import.ts'
import { readImport } from '#utils/database/import/read-import.ts'
import { at, openTestDatabase } from '../open-test-database.ts'
import { readExport } from './read-export.ts'

/** A file as each version wrote it (docs/export-format.md, «Earlier versions»); a new version adds its own here. */
const versions = [1, 2, 3, 4, 5]

const fileOf = (version: number) =>
  new Blob([readFileSync(new URL(`../../../fixtures/exports/version-${version}.json`, import.meta.url))])

test('there is a file of every version up to now', () => {
  expect(versions).toEqual(Array.from({ length: exportVersion }, (_, index) => index + 1))
})

test.each(versions)(
  'a backup of version %i restores into an empty browser, once, and goes out again',
  async (version) => {
    const db = openTestDatabase()
    const { kind, records } = await readImport(fileOf(version))
    expect(kind).toBe('kamerlens')
    // From version 2 on a correction joins the second question to the first.
    const questions = version > 1 ? 1 : 2
    expect((await applyImport(db, records)).added).toEqual({ documents: 1, questions, notes: 1, tags: 1, followed: 1 })
    expect(await db.notes.get('n1')).toMatchObject({ target: '2023D20951#155', body: 'een', version: 2 })
    expect((await db.notes.get('n1'))?.colour).toBe(version > 3 ? 'yellow' : undefined)
    for (const row of [await db.notes.get('n1'), await db.documents.get('2023D20951')])
      expect(row?.restoredAt !== undefined).toBe(version > 4)
    expect((await db.noteVersions.toArray()).map(({ body }) => body)).toEqual(['een\ntwee'])
    expect((await db.noteTags.toArray()).map(({ tag }) => tag)).toEqual(['ocw'])
    expect((await db.watches.toArray()).map(({ target }) => target)).toEqual(['2023D20951'])
    expect(await db.rests.count()).toBe(version > 1 ? 1 : 0)
    expect(await db.questions.count()).toBe(questions)
    const again = await applyImport(db, records)
    expect([again.added, again.changed]).toEqual([
      { documents: 0, questions: 0, notes: 0, tags: 0, followed: 0 },
      { documents: 0, questions: 0, notes: 0, tags: 0, followed: 0 },
    ])
    const out = await readExport((await exportAll(db, at(60)))[0])
    expect(out.notes).toEqual(records.notes)
    expect(out.questions).toEqual(records.questions)
  },
)
