import { describe, expect, test } from 'vitest'
import { deleteDocument } from '#utils/database/documents/remove-document.ts'
import { storeDocument } from '#utils/database/documents/store-document.ts'
import { exportAll } from '#utils/database/export/export.ts'
import { lookup, notesOn } from '#utils/database/lookup/lookup.ts'
import { findDocument, questionsOf } from '#utils/database/names/named-documents.ts'
import { saveNote } from '#utils/database/notes/notes.ts'
import { readExport } from '../import/read-export.ts'
import { lookupRow } from '../lookup-rows.ts'
import { at, openTestDatabase } from '../open-test-database.ts'
import { fileSource, question, reading, urlSource } from '../rows.ts'

const pdf = 'https://www.tweedekamer.nl/downloads/document?id=2023D20951'
const hash = (digit: string) => ({ sha256: digit.repeat(64) })

describe('keeping a document that was read', () => {
  test('its id is its best official id; the others, the address and the file lead to it too', async () => {
    const db = openTestDatabase()
    const read = reading({ ownIds: ['kst-36360-VIII-5'], title: 'Lijst van vragen' }, { url: pdf })
    const stored = await storeDocument(db, read, urlSource(pdf, 'Download'), at(0))
    expect(stored).toMatchObject({ id: 'kst-36360-VIII-5', kind: 'kamerstuk', title: 'Lijst van vragen', pages: 68 })
    expect(stored.dossier).toBe('36360-VIII')
    expect(stored.aliases).toEqual(['kst-36360-VIII-5', '2023D20951', `file:${'a'.repeat(64)}`])
    expect(stored.links[0]).toEqual({ rel: 'file', url: pdf })
    for (const alias of stored.aliases) expect((await findDocument(db, alias))?.id).toBe(stored.id)
    expect(await questionsOf(db, stored.id).toArray()).toEqual([{ ...question(0, '155'), list: stored.id }])
  })

  test('known by its zaak alone it takes no name of what the services say that shares the zaak', async () => {
    const db = openTestDatabase()
    await db.lookups.add(lookupRow('2023Z08012', { aliases: ['2023Z08012', '2023D30000'] }))
    const stored = await storeDocument(db, reading({ ownIds: ['2023Z08012'] }), fileSource, at(0))
    expect(stored.aliases).not.toContain('2023D30000')
  })

  test('looking up the printed code after the reading shows the question with its answer', async () => {
    const db = openTestDatabase()
    const questions = [question(0, '155', { code: '2023D19158', answer: 'Dit traject loopt.' })]
    await storeDocument(db, reading({ questions }), fileSource, at(0))
    const code = { kind: 'document', id: '2023D19158', label: '', url: '' } as const
    expect((await lookup(db, code)).printed[0]?.question.answer).toBe('Dit traject loopt.')
  })

  test('a file without any code is known by its bytes; later an id is learnt without rewriting it', async () => {
    const db = openTestDatabase()
    const dropped = await storeDocument(db, reading(), fileSource, at(0))
    expect(dropped).toMatchObject({ id: `file:${'a'.repeat(64)}`, kind: 'file', title: 'beantwoording.pdf' })
    await saveNote(db, { id: 'n1', target: `${dropped.id}#155`, opened: '', body: 'x' }, at(1))
    const again = await storeDocument(db, reading({}, { url: pdf }), urlSource(pdf), at(2))
    expect(again.id).toBe(dropped.id)
    expect(again.aliases).toContain('2023D20951')
    expect(again.kind).toBe('document')
    expect(again.createdAt).toBe(at(0).toISOString())
    expect(await notesOn(db, '2023D20951#155')).toHaveLength(1)
  })

  test('a file that an older Kamerlens named by its name alone is named by its head when it is read again', async () => {
    const db = openTestDatabase()
    expect((await storeDocument(db, reading(), fileSource, at(0))).title).toBe('beantwoording.pdf')
    const heading = 'Beantwoording Kamervragen over sluizen'
    expect((await storeDocument(db, reading({ heading }), fileSource, at(1))).title).toBe(heading)
  })

  test('reading again replaces the questions, leaves notes alone and takes a removal back', async () => {
    const db = openTestDatabase()
    const first = reading({ questions: [question(0, '1'), question(1, '2'), question(2, '3')] }, { url: pdf })
    const { id } = await storeDocument(db, first, urlSource(pdf), at(0))
    await saveNote(db, { id: 'n1', target: `${id}#2`, opened: '', body: 'x' }, at(1))
    await deleteDocument(db, id, at(2))
    const corrected = reading({ questions: [question(0, '1', { answer: 'Nieuw.' })] }, { url: pdf, ...hash('b') })
    const stored = await storeDocument(db, corrected, urlSource(pdf), at(3))
    expect(stored.deletedAt).toBeUndefined()
    expect((await questionsOf(db, id).toArray()).map(({ answer }) => answer)).toEqual(['Nieuw.'])
    expect(await db.notes.count()).toBe(1)
    expect(await db.documents.count()).toBe(1)
  })

  test('an address without end is no name of it, and what an older Kamerlens named so goes out without that name', async () => {
    const db = openTestDatabase()
    const url = `https://www.rijksoverheid.nl/zoeken?q=${'a'.repeat(3000)}`
    const stored = await storeDocument(db, reading({ format: 'html' }, { url }), urlSource(url), at(0))
    expect(stored.aliases).toEqual([stored.id])
    const exported = async () => (await readExport((await exportAll(db, at(1)))[0])).documents
    expect(await exported()).toEqual([stored])
    await db.documents.put({ ...stored, aliases: [stored.id, `url:${url}`] })
    expect(await exported()).toEqual([stored])
  })

  test('a file that claims a code of a document from an official address does not take its place', async () => {
    const db = openTestDatabase()
    const official = await storeDocument(db, reading({ ownIds: ['2023D20951'] }, { url: pdf }), urlSource(pdf), at(0))
    const claims = reading(
      {
        ownIds: ['2023D20951'],
        questions: [question(0, '1', { answer: 'Verzonnen.' }), question(1, '2', { answer: 'Ook.' })],
      },
      hash('b'),
    )
    const stored = await storeDocument(db, claims, fileSource, at(1))
    expect(stored.id).toBe(`file:${'b'.repeat(64)}`)
    expect(stored.aliases).toEqual([stored.id])
    expect((await findDocument(db, '2023D20951'))?.id).toBe(official.id)
    expect(await questionsOf(db, official.id).toArray()).toEqual([{ ...question(0, '155'), list: official.id }])
  })

  test('a newer file of a document that only files gave takes the place of the older', async () => {
    const db = openTestDatabase()
    await storeDocument(db, reading({ ownIds: ['2023D20951'] }), fileSource, at(0))
    const newer = reading({ ownIds: ['2023D20951'], questions: [question(0, '156')] }, hash('b'))
    const stored = await storeDocument(db, newer, fileSource, at(1))
    expect(stored.id).toBe('2023D20951')
    expect((await questionsOf(db, stored.id).toArray()).map(({ number }) => number)).toEqual(['156'])
  })

  test('a page about a document that quotes a few of its questions does not replace what the document gave', async () => {
    const db = openTestDatabase()
    const page = 'https://www.tweedekamer.nl/kamerstukken/detail?id=2023Z08012&did=2023D20951'
    const whole = [1, 2, 3].map((number) => question(number - 1, `${number}`, { answer: 'Antwoord.' }))
    const quoted = { title: 'Detailpagina', pages: 1, questions: [question(0, '1', { answer: 'Antw…' })] }
    const first = await storeDocument(
      db,
      reading({ title: 'Antwoorden', questions: whole }, { url: pdf }),
      urlSource(pdf),
      at(0),
    )
    const again = await storeDocument(db, reading(quoted, { url: page, ...hash('b') }), urlSource(page), at(1))
    expect(again).toMatchObject({ id: first.id, title: 'Antwoorden', pages: 68 })
    expect(again.links.map(({ url }) => url)).toContain(page)
    expect(await questionsOf(db, first.id).count()).toBe(3)
    const readAgain = reading({ questions: whole.slice(0, 2) }, { url: pdf, ...hash('c') })
    await storeDocument(db, readAgain, urlSource(pdf), at(2))
    expect(await questionsOf(db, first.id).count()).toBe(2)
  })

  test('questions without answers do not replace those with answers, and make way for them', async () => {
    const db = openTestDatabase()
    const asked = reading({
      ownIds: ['2023Z08012'],
      questions: [question(0, '1', { answer: '' }), question(1, '2', { answer: '' })],
    })
    const answered = reading({ ownIds: ['2023Z08012'], questions: [question(0, '1', { answer: 'Ja.' })] }, hash('b'))
    const other = { ...fileSource, name: 'vragen.txt' }
    const answers = async () => (await db.questions.toArray()).map(({ answer }) => answer)
    await storeDocument(db, asked, other, at(0))
    await storeDocument(db, answered, fileSource, at(1))
    expect(await answers()).toEqual(['Ja.'])
    await storeDocument(db, asked, other, at(2))
    expect(await answers()).toEqual(['Ja.'])
  })

  test('two rows that turn out to be one document become the one that was there first', async () => {
    const db = openTestDatabase()
    const dropped = await storeDocument(db, reading(), fileSource, at(0))
    const page = await storeDocument(db, reading({ ownIds: ['kst-36360-VIII-5'] }, hash('b')), fileSource, at(1))
    await saveNote(db, { id: 'n1', target: page.id, opened: '', body: 'x' }, at(2))
    const joined = await storeDocument(db, reading({ ownIds: ['kst-36360-VIII-5'] }), fileSource, at(3))
    expect(joined.id).toBe(dropped.id)
    expect(await db.documents.count()).toBe(1)
    expect(await db.questions.count()).toBe(1)
    expect(await notesOn(db, joined.id)).toHaveLength(1)
  })

  test('question and answer that share their zaak stay two documents', async () => {
    const db = openTestDatabase()
    await storeDocument(db, reading({ ownIds: ['kv-tk-2023Z08012', '2023Z08012'] }), fileSource, at(0))
    await storeDocument(db, reading({ ownIds: ['2023D20000', '2023Z08012'] }, hash('b')), fileSource, at(1))
    expect((await db.documents.toArray()).map(({ id }) => id)).toEqual(['2023D20000', 'kv-tk-2023Z08012'])
  })

  test('a page without a code is one document each time it is read, by its address without the fragment', async () => {
    const db = openTestDatabase()
    const url = 'https://www.rijksoverheid.nl/documenten/kamerstukken/2023/05/23/vragen'
    const read = (digit: string) => reading({ format: 'html' }, { ...hash(digit), url: `${url}#top` })
    const source = { type: 'page', url, title: 'Vragen' } as const
    const first = await storeDocument(db, read('b'), source, at(0))
    const second = await storeDocument(db, read('c'), source, at(1))
    expect(second.id).toBe(first.id)
    expect(second.title).toBe('Vragen')
    const other = { ...source, url: `${url}?p=2` }
    expect((await storeDocument(db, reading({}, { ...hash('d'), url: other.url }), other, at(2))).id).not.toBe(first.id)
  })

  test('the title is the document’s own, else what its head says, else the link’s, else what the address ends in', async () => {
    const db = openTestDatabase()
    const url = 'https://www.rijksoverheid.nl/binaries/beantwoording-vragen.pdf'
    const title = async (own: string | null, given: string | undefined, digit: string) =>
      (await storeDocument(db, reading({ title: own }, { ...hash(digit) }), urlSource(`${url}?${digit}`, given), at(0)))
        .title
    expect(await title('Eigen titel', 'Link', '1')).toBe('Eigen titel')
    expect(await title(' ', 'Link', '2')).toBe('Link')
    expect(await title(null, undefined, '3')).toBe('beantwoording-vragen.pdf')
    const headed = reading({ title: null, heading: 'Beantwoording Kamervragen over sluizen' }, hash('4'))
    const stored = await storeDocument(db, headed, urlSource(`${url}?4`, 'Download'), at(0))
    expect(stored.title).toBe('Beantwoording Kamervragen over sluizen')
    const own = 'Aanhangsel van de Handelingen, vergaderjaar 2022–2023, nr. 2345'
    const numbered = (digit: string, more: Parameters<typeof reading>[0]) =>
      storeDocument(db, reading({ title: own, ...more }, hash(digit)), urlSource(`${url}?${digit}`), at(0))
    const heading = 'Vragen van het lid Bos over sluizen'
    expect((await numbered('5', { heading })).title).toBe(heading)
    expect((await numbered('6', {})).title).toBe(own)
  })

  test('a reading that cannot be stored whole changes nothing', async () => {
    const db = openTestDatabase()
    const { id } = await storeDocument(db, reading(), fileSource, at(0))
    const broken = reading({ questions: [question(0, '1'), { ...question(1, '2'), order: Number.NaN }] })
    await expect(storeDocument(db, broken, fileSource, at(1))).rejects.toThrow()
    expect((await questionsOf(db, id).toArray()).map(({ number }) => number)).toEqual(['155'])
    expect((await db.documents.get(id))?.updatedAt).toBe(at(0).toISOString())
  })
})
