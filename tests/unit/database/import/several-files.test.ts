import { describe, expect, test } from 'vitest'
import { exportAll } from '#utils/database/export/export.ts'
import { applyImport } from '#utils/database/import/import.ts'
import { saveNote } from '#utils/database/notes/notes.ts'
import type { KamerlensDatabase } from '#utils/database/open.ts'
import { at, openTestDatabase } from '../open-test-database.ts'
import { documentRow, questionRow } from '../rows.ts'
import { readExport } from './read-export.ts'
import { contents, filled } from './transferred.ts'

describe('more than one file holds', () => {
  async function much(): Promise<KamerlensDatabase> {
    const db = await filled()
    for (let index = 0; index < 12; index += 1) {
      const list = `2023D4000${String(index).padStart(2, '0')}`
      await db.documents.add(documentRow(list))
      await db.questions.bulkAdd([0, 1, 2].map((order) => questionRow(list, order, `${order + 1}`)))
      const id = `m${index}`
      await saveNote(db, { id, target: `${list}#1`, opened: '', body: 'é'.repeat(300), tags: ['x'] }, at(10))
    }
    return db
  }

  test('goes into several: none too large, each whole in itself, together everything, in any order', async () => {
    const db = await much()
    const most = 4_000
    const files = await exportAll(db, at(60), most)
    expect(files.length).toBeGreaterThan(3)
    for (const file of files) {
      // What stands around the records is the same in each.
      expect(file.size).toBeLessThan(most + 700)
      const { documents, questions, notes, noteTags } = await readExport(file)
      const lists = new Set(documents.map(({ id }) => id))
      expect(questions.every(({ list }) => lists.has(list))).toBe(true)
      const ids = new Set(notes.map(({ id }) => id))
      expect(noteTags.every(({ noteId }) => ids.has(noteId))).toBe(true)
    }
    const other = openTestDatabase()
    for (const file of [...files].reverse()) await applyImport(other, await readExport(file))
    expect(await contents(other)).toEqual(await contents(db))
  })

  test('and no more files than it must: one where that is not too large', async () => {
    const db = await much()
    const [whole, ...others] = await exportAll(db, at(60))
    expect(others).toEqual([])
    expect(await exportAll(db, at(60), whole.size)).toHaveLength(1)
    expect(await exportAll(db, at(60), whole.size - 2_000)).toHaveLength(2)
  })
})
