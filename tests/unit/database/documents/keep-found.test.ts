import { describe, expect, test } from 'vitest'
import { keepFound } from '#utils/database/documents/keep-found.ts'
import { deleteDocument } from '#utils/database/documents/remove-document.ts'
import { storeDocument } from '#utils/database/documents/store-document.ts'
import { notesOn } from '#utils/database/lookup/lookup.ts'
import { findDocument, questionsOf } from '#utils/database/names/named-documents.ts'
import { saveNote } from '#utils/database/notes/notes.ts'
import type { KamerlensDatabase } from '#utils/database/open.ts'
import { nothingOf, type OfficialDocument } from '#utils/sources/official-document.ts'
import { at, openTestDatabase } from '../open-test-database.ts'
import { documentRow, fileSource, question, reading, urlSource } from '../rows.ts'

const names = ['2023D20951', 'kst-36360-VIII-5', '5ca1ab1e-0001-4000-8000-000000000001']
const found = (document: Partial<OfficialDocument> = {}) => ({
  document: { ...nothingOf('document', names[0] ?? ''), aliases: names, ...document },
  failed: [],
})
const pdf = 'https://www.tweedekamer.nl/downloads/document?id=2023D20951'
const html = 'https://zoek.officielebekendmakingen.nl/kst-36360-VIII-5.html'
const hash = (digit: string) => ({ sha256: digit.repeat(64) })

/** One paper, read at two addresses that do not know each other's name for it: the later reading has more in it. */
async function twoReadings(): Promise<KamerlensDatabase> {
  const db = openTestDatabase()
  const brief = { title: 'Lijst', questions: [question(0, '1'), question(1, '2', { answer: '' })] }
  const whole = { title: 'Lijst van vragen en antwoorden', questions: [question(0, '1'), question(1, '2')] }
  await storeDocument(db, reading(brief, { url: pdf, ...hash('a') }), urlSource(pdf), at(0))
  await storeDocument(db, reading(whole, { url: html, ...hash('b') }), urlSource(html), at(1))
  await saveNote(db, { id: 'n1', target: '2023D20951#2', opened: '', body: 'Bij het nummer.' }, at(2))
  await saveNote(db, { id: 'n2', target: 'kst-36360-VIII-5#2', opened: '', body: 'Bij de publicatie.' }, at(3))
  return db
}

describe('keeping what the services say of a document that is kept', () => {
  test('makes one of two that turn out to be the same: its names, the fuller reading, the notes on both', async () => {
    const db = await twoReadings()
    await keepFound(db, '2023D20951', found(), at(4))
    const documents = await db.documents.toArray()
    expect(documents).toMatchObject([
      { id: '2023D20951', title: 'Lijst van vragen en antwoorden', createdAt: at(0).toISOString() },
    ])
    for (const name of [...names, `file:${'a'.repeat(64)}`, `file:${'b'.repeat(64)}`]) {
      expect((await findDocument(db, name))?.id).toBe('2023D20951')
    }
    expect(documents[0]?.links.map(({ url }) => url)).toEqual(expect.arrayContaining([pdf, html]))
    expect((await questionsOf(db, '2023D20951').toArray()).map(({ answer }) => answer)).toEqual([
      'Antwoord 1.',
      'Antwoord 2.',
    ])
    expect(await db.questions.count()).toBe(2)
    for (const list of ['2023D20951', 'kst-36360-VIII-5']) {
      expect((await notesOn(db, `${list}#2`)).map(({ id }) => id)).toEqual(['n2', 'n1'])
    }
    // The next reading under either name is of the one that stayed.
    await storeDocument(db, reading({}, { url: html, ...hash('c') }), urlSource(html), at(5))
    expect(await db.documents.count()).toBe(1)
  })

  test('gives the one that is kept all its names, and touches nothing where it has them', async () => {
    const db = openTestDatabase()
    await db.documents.add(documentRow('2023D20951'))
    await saveNote(db, { id: 'n1', target: 'kst-36360-VIII-5', opened: '', body: 'x' }, at(1))
    await keepFound(db, '2023D20951', found(), at(2))
    const kept = await db.documents.get('2023D20951')
    expect(kept?.aliases).toEqual(names)
    expect(kept?.updatedAt).toBe(documentRow('2023D20951').updatedAt)
    expect(await notesOn(db, '2023D20951')).toHaveLength(1)
  })

  test('no file takes the place of what an official address gave, however much it says', async () => {
    const db = openTestDatabase()
    const invented = Array.from({ length: 9 }, (_, index) => question(index, `${index + 1}`, { answer: 'Verzonnen.' }))
    await storeDocument(db, reading({ ownIds: ['2023D20951'], questions: invented }, hash('a')), fileSource, at(0))
    await storeDocument(db, reading({}, { url: html, ...hash('b') }), urlSource(html), at(1))
    await keepFound(db, 'kst-36360-VIII-5', found(), at(2))
    expect(await db.documents.count()).toBe(1)
    expect((await db.questions.toArray()).map(({ answer }) => answer)).toEqual(['Antwoord 155.'])
  })

  test('a printed code and the number of a zaak make no document the same, and a zaak is no document', async () => {
    const db = openTestDatabase()
    await db.documents.bulkAdd([
      documentRow('kst-36360-VIII-5'),
      documentRow('2023D19158'),
      documentRow('file:ab', { aliases: ['file:ab', '2023Z08012'] }),
      documentRow('kv-tk-2023Z08012'),
    ])
    await db.questions.add({ ...question(0, '155', { code: '2023D19158' }), list: 'kst-36360-VIII-5' })
    const before = await db.documents.toArray()
    const zaak = { ...nothingOf('zaak', '2023Z08012'), aliases: ['2023Z08012'] }
    await keepFound(db, '2023Z08012', { document: zaak, failed: [] }, at(1))
    const paper = { ...nothingOf('document', '2023D19158'), aliases: ['2023D19158', '2023Z08012'] }
    await keepFound(db, '2023D19158', { document: paper, failed: [] }, at(2))
    expect((await db.documents.toArray()).map(({ id }) => id)).toEqual(before.map(({ id }) => id))
    expect(await db.documents.get('kst-36360-VIII-5')).toEqual(before.find(({ id }) => id === 'kst-36360-VIII-5'))
    expect(await db.documents.get('file:ab')).toEqual(before.find(({ id }) => id === 'file:ab'))
  })

  test('what the user removed stays removed and can be put back', async () => {
    const db = await twoReadings()
    await deleteDocument(db, 'kst-36360-VIII-5', at(4))
    await keepFound(db, '2023D20951', found(), at(5))
    expect(await db.documents.get('kst-36360-VIII-5')).toMatchObject({ deletedAt: at(4).toISOString() })
    expect(await questionsOf(db, 'kst-36360-VIII-5').count()).toBe(2)
    expect(await questionsOf(db, '2023D20951').count()).toBe(2)
  })
})
