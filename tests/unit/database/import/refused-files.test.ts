import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exportAll, exportText, exportVersion } from '#utils/database/export/export.ts'
import { applyImport } from '#utils/database/import/import.ts'
import { largestExport } from '#utils/database/import/read-export.ts'
import { salvageExport } from '#utils/database/import/salvage-export.ts'
import { sha256 as hash } from '#utils/database/names/hash.ts'
import { cases } from '../../cases.ts'
import { at, openTestDatabase } from '../open-test-database.ts'
import { exported } from './imported.ts'
import { readExport } from './read-export.ts'
import { failure, filled } from './transferred.ts'

describe('files that are refused whole, with the reason', () => {
  const text = async () => (await exportAll(await filled(), at(60)))[0].text()

  test('cut off anywhere, it is said to be cut off', async () => {
    const whole = await text()
    for (let length = 60; length < whole.length - 2; length += 97) {
      expect(await failure(whole.slice(0, length)), `after ${length}`).toBe('cut-off')
    }
    const bytes = new TextEncoder().encode(whole)
    const inCharacter = bytes.findIndex((byte) => byte >= 0xc2) + 1
    expect(await failure(new Blob([bytes.slice(0, inCharacter)]))).toBe('cut-off')
  })

  test('changed anywhere in its records, it is said to be damaged', async () => {
    const whole = await text()
    for (const [from, to] of [
      ['"een"', '"twee"'],
      ['"number":"155"', '"number":"154"'],
      ['"noteTags":1', '"noteTags":2'],
      ['"body":', '"extra":1,"body":'],
      ['"body":', '"__proto__":{"x":1},"body":'],
      ['"links":[]', '"links":[{"rel":"page","url":"javascript:alert(1)"}]'],
      ['"version":2', '"version":-2'],
      ['"records"', '"record"'],
    ] as const) {
      expect(whole, from).toContain(from)
      expect(await failure(whole.replace(from, to)), to).toBe('damaged')
    }
  })

  test('what is no export, of a newer Kamerlens, or too large is told apart', async () => {
    const whole = await text()
    for (const other of [
      '',
      'x',
      '[]',
      'null',
      '{}',
      '{"format":"other"}',
      '%PDF-1.7',
      new Blob([Uint8Array.of(0xff, 0xfe, 0)]),
    ]) {
      expect(await failure(other), String(other)).toBe('not-an-export')
    }
    expect(await failure(whole.replace(`"version": ${exportVersion}`, `"version": ${exportVersion + 1}`))).toBe(
      'newer-export',
    )
    const large = { size: largestExport + 1, arrayBuffer: () => Promise.reject(new Error('read')) } as unknown as Blob
    await expect(readExport(large)).rejects.toMatchObject({ code: 'too-large' })
  })

  const first = ['documents', 'questions', 'notes', 'noteTags', 'noteVersions', 'watches'] as const
  test.each([
    [1, first],
    [2, [...first, 'rests', 'corrections'] as const],
  ])('a file of version %i is read as it is, and refused where it is not whole', async (version, tables) => {
    const records = await exported(await filled())
    const file = {
      format: 'kamerlens-export',
      version,
      exportedAt: at(0).toISOString(),
      records: Object.fromEntries(tables.map((table) => [table, records[table]])),
      counts: Object.fromEntries(tables.map((table) => [table, records[table].length])),
    }
    const sha256 = await hash(JSON.stringify(file.records))
    const read = await readExport(new Blob([JSON.stringify({ ...file, sha256 })]))
    expect(read).toEqual({ ...records, rests: [], corrections: [], lookups: [] })
    const other = openTestDatabase()
    expect((await applyImport(other, read)).added).toEqual({
      documents: 2,
      questions: 2,
      notes: 2,
      tags: 1,
      followed: 1,
    })
    expect(await failure(JSON.stringify({ ...file, version: version + 1, sha256 }))).toBe('damaged')
    expect(await failure(JSON.stringify({ ...file, sha256: sha256.replace(/^./, 'x') }))).toBe('damaged')
  })

  test('laid out anew by another program, with the same values, it is still whole', async () => {
    const whole = await text()
    expect(await failure(JSON.stringify(JSON.parse(whole), null, 2))).toMatch(/^no failure/)
  })

  test('a note by a name that no message takes gets another one, always the same, by which it can be changed and removed', async () => {
    const db = openTestDatabase()
    const note = { target: '2023D20951', type: 'document', body: 'x', version: 2, places: [] } as const
    const createdAt = at(1).toISOString()
    await db.notes.put({ id: '../a b', ...note, createdAt, updatedAt: createdAt })
    await db.noteTags.put({ noteId: '../a b', tag: 'stage', createdAt })
    await db.noteVersions.put({ noteId: '../a b', version: 1, body: 'w', at: createdAt })
    const copy = await exported(db)
    const id = copy.notes[0]?.id ?? ''
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect([copy.noteTags[0]?.noteId, copy.noteVersions[0]?.noteId]).toEqual([id, id])
    const other = openTestDatabase()
    await applyImport(other, copy)
    expect(await applyImport(other, copy)).toMatchObject({ changesNothing: true })
    expect(await exported(db)).toEqual(copy)
    const [file] = await exportAll(db, at(2))
    expect((await salvageExport(file)).records.notes[0]?.id).toBe(id)
  })

  test('two records with one key are refused: one of them would be lost', async () => {
    const records = await exported(await filled())
    expect(await failure(await exportText({ ...records, notes: [...records.notes, ...records.notes] }, at(0)))).toBe(
      'damaged',
    )
  })

  test('a prototype key is refused even where counts and hash are right', async () => {
    const records = await exported(await filled())
    for (const key of ['__proto__', 'constructor']) {
      const document = JSON.parse(JSON.stringify(records.documents[0]).replace('{', `{"${key}":{"x":1},`))
      expect(await failure(await exportText({ ...records, documents: [document] }, at(0))), key).toBe('damaged')
    }
    expect(({} as { x?: number }).x).toBeUndefined()
  })

  test('no mutation of a file gets a foreign key past the check', async () => {
    const whole = await text()
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: whole.length - 1 }), fc.string({ maxLength: 3 }), async (place, put) => {
        const mutated = whole.slice(0, place) + put + whole.slice(place + put.length)
        const code = await failure(mutated)
        if (code.startsWith('no failure')) expect(JSON.parse(mutated).records).toEqual(JSON.parse(whole).records)
      }),
      cases(120),
    )
  })
})
