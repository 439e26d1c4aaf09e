import { describe, expect, test } from 'vitest'
import { exportAll } from '#utils/database/export/export.ts'
import { applyImport } from '#utils/database/import/import.ts'
import { keptNotes } from '#utils/database/library/kept-notes.ts'
import { lostOf, noteEntries } from '#utils/database/library/kept-order.ts'
import { searchKept } from '#utils/database/library/search.ts'
import { lookup } from '#utils/database/lookup/lookup.ts'
import { saveNote } from '#utils/database/notes/notes.ts'
import { documentOfAddress, passageOf, passagesOf, rememberLooked } from '#utils/database/notes/passages.ts'
import type { Passage } from '#utils/database/schema.ts'
import { codeOf } from '#utils/references/code.ts'
import { readExport } from '../import/read-export.ts'
import { at, openTestDatabase } from '../open-test-database.ts'
import { documentRow } from '../rows.ts'

const url = 'https://zoek.officielebekendmakingen.nl/kst-36360-VIII-5.html'
const exact = 'De minister zegt een evaluatie toe.'
const passage: Passage = {
  quote: { exact, prefix: 'Toezegging: ', suffix: ' Die komt', start: 120, end: 120 + exact.length },
  url,
  format: 'page',
}
const save = { id: 'n1', target: 'kst-36360-VIII-5', opened: '', body: 'Wanneer?', passage }

describe('the document of a page', () => {
  test.each([
    [url, 'kst-36360-VIII-5'],
    ['https://www.tweedekamer.nl/kamerstukken/detail?id=2023Z08012&did=2023D19158#top', '2023D19158'],
    ['http://www.rijksoverheid.nl/onderwerpen/stages?a=1#b', 'url:https://www.rijksoverheid.nl/onderwerpen/stages?a=1'],
    ['about:blank', null],
    [`https://nieuws.example/${'a'.repeat(3000)}`, null],
  ])('%s', (address, document) => expect(documentOfAddress(address)).toBe(document))
})

describe('a note on a passage', () => {
  test('keeps where it was taken, whatever is saved later, and is found by every name of its document', async () => {
    const db = openTestDatabase()
    await db.documents.put(documentRow('2023D20951', { aliases: ['2023D20951', 'kst-36360-VIII-5'] }))
    const { note } = await saveNote(db, save, at(0))
    expect(note).toMatchObject({ type: 'passage', passage, seen: { lastFound: at(0).toISOString() } })
    const elsewhere = { ...passage, url: 'https://nieuws.example/' }
    await saveNote(db, { ...save, opened: 'Wanneer?', body: 'Wanneer dan?', passage: elsewhere }, at(1))
    for (const name of ['kst-36360-VIII-5', '2023D20951']) {
      expect(await passagesOf(db, name)).toMatchObject([{ id: 'n1', body: 'Wanneer dan?', passage }])
      expect(await passageOf(db, 'n1', name)).not.toBeNull()
    }
    expect(await passagesOf(db, 'kst-36360-VIII-6')).toEqual([])
    expect(await passageOf(db, 'n1', 'url:https://nieuws.example/')).toBeNull()
  })

  test('is a note on the document as well, and found by the words of the passage', async () => {
    const db = openTestDatabase()
    await saveNote(db, save, at(0))
    const code = codeOf('kst-36360-VIII-5')
    expect(code && (await lookup(db, code)).notes).toMatchObject([{ id: 'n1' }])
    expect((await searchKept(db, 'evaluatie')).notes).toMatchObject([{ id: 'n1' }])
    expect((await keptNotes(db)).map(({ note }) => note.type)).toEqual(['passage'])
  })

  test('is refused on a question, and not stored without a word', async () => {
    const db = openTestDatabase()
    await expect(saveNote(db, { ...save, target: '2023D20951#155' }, at(0))).rejects.toThrow('invalid')
    expect((await saveNote(db, { ...save, body: ' ' }, at(0))).note.version).toBe(0)
    expect(await db.notes.count()).toBe(0)
  })

  test('on a page without a code has its address for a target', async () => {
    const db = openTestDatabase()
    const target = documentOfAddress('https://www.rijksoverheid.nl/onderwerpen/stages?a=1') ?? ''
    await saveNote(db, { ...save, target }, at(0))
    expect(await passagesOf(db, target)).toHaveLength(1)
  })
})

describe('what was looked for', () => {
  const lost = async (address: string | null, of: Passage = passage) => {
    const db = openTestDatabase()
    await saveNote(db, { ...save, passage: of }, at(0))
    const before = await db.notes.get('n1')
    await rememberLooked(db, { found: [], missing: ['n1', 'unknown'] }, address, at(5))
    return { db, before, after: await db.notes.get('n1') }
  }

  test('and is not there any more is an orphan, which is no change of the note; found again it is none', async () => {
    const { db, before, after } = await lost(`${url}#deel2`)
    expect(after).toEqual({ ...before, seen: { lastFound: at(0).toISOString(), orphanSince: at(5).toISOString() } })
    expect(lostOf(await noteEntries(db))).toMatchObject([{ id: 'n1', orphanSince: at(5).toISOString() }])
    // An editor that opened the note before saves as ever.
    await saveNote(db, { id: 'n1', target: save.target, opened: 'Wanneer?', body: 'Wanneer dan?' }, at(6))
    expect((await db.notes.get('n1'))?.seen?.orphanSince).toBe(at(5).toISOString())
    await rememberLooked(db, { found: ['n1'], missing: [] }, url, at(7))
    expect((await db.notes.get('n1'))?.seen).toEqual({ lastFound: at(7).toISOString() })
    expect(lostOf(await noteEntries(db))).toEqual([])
  })

  test('is an orphan only where it was taken: another page of the document need not have all of its text', async () => {
    expect((await lost('https://zoek.officielebekendmakingen.nl/dossier/36360/kst-36360-VIII-5')).after?.seen).toEqual({
      lastFound: at(0).toISOString(),
    })
    const { url: _, ...fromPrivate } = passage
    expect((await lost(url, fromPrivate)).after?.seen?.orphanSince).toBeUndefined()
    const ofFile: Passage = { ...fromPrivate, format: 'pdf', page: 3 }
    expect((await lost(null, ofFile)).after?.seen?.orphanSince).toBeDefined()
    expect((await lost(url, ofFile)).after?.seen?.orphanSince).toBeUndefined()
  })

  test('is written down once a day', async () => {
    const { db } = await lost(null)
    expect(await rememberLooked(db, { found: ['n1'], missing: [] }, url, at(9))).toBe(false)
    expect(await rememberLooked(db, { found: ['n1'], missing: [] }, url, new Date(Date.UTC(2026, 10, 25)))).toBe(true)
  })
})

describe('out and in', () => {
  test('a passage travels, where it was last found does not, and importing again changes nothing', async () => {
    const db = openTestDatabase()
    await saveNote(db, save, at(0))
    const [file] = await exportAll(db, at(1))
    const other = openTestDatabase()
    const records = await readExport(file)
    expect(records.notes[0]).not.toHaveProperty('seen')
    await applyImport(other, records)
    const { seen: _, ...own } = (await db.notes.get('n1')) ?? { seen: null }
    expect(await other.notes.get('n1')).toEqual(own)
    await rememberLooked(other, { found: [], missing: ['n1'] }, url, at(2))
    expect((await applyImport(other, records)).changed.notes).toBe(0)
    expect((await other.notes.get('n1'))?.seen?.orphanSince).toBeDefined()
  })

  test.each([
    ['a place that is not as long as the words', { ...passage, quote: { ...passage.quote, end: 300 } }],
    ['a context without end', { ...passage, quote: { ...passage.quote, prefix: 'x'.repeat(33) } }],
    ['a script for an address', { ...passage, url: 'javascript:alert(1)' }],
    ['a fragment', { ...passage, url: `${url}#x` }],
    ['a page of no PDF', { ...passage, page: 3 }],
    ['more than is described', { ...passage, markup: '<b>' }],
  ])('refuses %s', async (_, bad) => {
    const db = openTestDatabase()
    await saveNote(db, { ...save, passage: bad as Passage }, at(0))
    await expect(readExport((await exportAll(db, at(1)))[0])).rejects.toThrow('damaged')
  })
})
