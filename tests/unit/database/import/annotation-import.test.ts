import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exportedNotes } from '#utils/database/export/exported-notes.ts'
import { applyImport, previewImport } from '#utils/database/import/import.ts'
import { ImportFailure } from '#utils/database/import/read-export.ts'
import { readImport } from '#utils/database/import/read-import.ts'
import { saveNote } from '#utils/database/notes/notes.ts'
import type { KamerlensDatabase } from '#utils/database/open.ts'
import type { Passage } from '#utils/database/schema.ts'
import { mostAnnotations } from '#utils/notes/annotations/annotation.ts'
import { notesAsWebAnnotations } from '#utils/notes/export/web-annotation.ts'
import { cases } from '../../cases.ts'
import { at, openTestDatabase } from '../open-test-database.ts'
import { documentRow, questionRow } from '../rows.ts'
import { fileOf, hypothesisExport, hypothesisRow, page, paper, webAnnotation } from './annotations.ts'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
const words = 'Terugvragen.'

const notesOf = async (value: unknown) => (await readImport(fileOf(value))).records.notes

const failure = async (value: unknown): Promise<string> => {
  const error: unknown = await readImport(fileOf(value)).catch((thrown: unknown) => thrown)
  return error instanceof ImportFailure ? error.code : `no failure: ${JSON.stringify(error)}`
}

const content = async (db: KamerlensDatabase) => ({
  notes: await db.notes.toArray(),
  tags: await db.noteTags.toArray(),
  versions: await db.noteVersions.toArray(),
})

describe('notes of Hypothesis', () => {
  test.each([
    ['its export', hypothesisExport],
    ['an answer of its API', (rows: readonly unknown[]) => ({ total: rows.length, rows })],
    ['an array', (rows: readonly unknown[]) => rows],
  ])('%s is known by its content; what it marks is the note’s passage', async (_, wrap) => {
    const { kind, records, skipped } = await readImport(fileOf(wrap([hypothesisRow('yT8bCPNxEeyrCdNkS8_jMg')])))
    expect([kind, skipped]).toEqual(['hypothesis', 0])
    expect(records.notes).toMatchObject([
      {
        target: `url:${page}`,
        type: 'passage',
        passage: { quote: { exact: 'toenemende aandacht' }, url: page, format: 'page' },
        body: words,
        places: [{ url: page, title: 'Rapport over stages' }],
        createdAt: '2026-03-01T10:00:00.123Z',
        updatedAt: '2026-03-02T10:00:00.000Z',
      },
    ])
    expect(records.notes[0]?.id).toMatch(uuid)
    expect(records.noteTags.map(({ tag }) => tag)).toEqual(['stage', 'gelijke kansen'])
  })

  test('an address of an official site stands for its document, however a file names it', async () => {
    const targets = [{ source: paper }, { source: { id: paper, type: 'Text' } }, { id: paper }, paper]
    const files = [
      hypothesisExport([hypothesisRow('a', { uri: paper })]),
      ...targets.map((target) => webAnnotation('urn:x:a', { target })),
    ]
    for (const file of files) {
      const [note] = await notesOf(file)
      expect(note?.target).toBe('kst-36360-VIII-5')
    }
  })

  test('a highlight has its passage for text, a reply quotes what it answers, a page note has no quotation', async () => {
    const target = [{ source: page }]
    const notes = await notesOf(
      hypothesisExport([
        hypothesisRow('root', { text: 'Klopt dit?\nNagaan.' }),
        hypothesisRow('light', { text: '', tags: [] }),
        hypothesisRow('reply', { text: 'Ja.', tags: [], references: ['root'], target }),
        hypothesisRow('page', { text: 'Over het geheel.', target }),
      ]),
    )
    expect(notes.map(({ body }) => body)).toEqual([
      'Klopt dit?\nNagaan.',
      '> toenemende aandacht',
      '> Klopt dit?\n> Nagaan.\n\nJa.',
      'Over het geheel.',
    ])
  })

  test('words of others carry their name, one’s own do not', async () => {
    const notes = await notesOf(
      hypothesisExport([
        hypothesisRow('mine', { target: [] }),
        hypothesisRow('others', { target: [], user: 'acct:ander@hypothes.is' }),
      ]),
    )
    expect(notes.map(({ body }) => body)).toEqual(['Terugvragen.', '**ander:** Terugvragen.'])
  })

  test('what has no text or no web address is left out and counted', async () => {
    const { records, skipped } = await readImport(
      fileOf(
        hypothesisExport([
          hypothesisRow('good'),
          hypothesisRow('empty', { text: ' ', tags: [], target: [] }),
          hypothesisRow('local', { uri: 'file:///home/lezer/stuk.pdf' }),
          hypothesisRow('pdf', { uri: 'urn:x-pdf:abc' }),
          hypothesisRow('long', { uri: `${page}?${'x'.repeat(2000)}` }),
          hypothesisRow('others', { text: '', tags: [], target: [], user: 'acct:ander@hypothes.is' }),
        ]),
      ),
    )
    expect([records.notes.length, skipped]).toEqual([1, 5])
    expect(await failure(hypothesisExport([hypothesisRow('pdf', { uri: 'urn:x-pdf:abc' })]))).toBe('no-annotations')
    expect(await failure(hypothesisExport([]))).toBe('no-annotations')
  })
})

describe('Web Annotations', () => {
  test.each([
    ['one annotation', (one: unknown) => one],
    ['an array', (one: unknown) => [one]],
    ['a page', (one: unknown) => ({ type: 'AnnotationPage', items: [one] })],
    [
      'a collection',
      (one: unknown) => ({ type: ['AnnotationCollection'], total: 1, first: { type: 'AnnotationPage', items: [one] } }),
    ],
  ])('%s is known by its content', async (_, wrap) => {
    const { kind, records } = await readImport(fileOf(wrap(webAnnotation('https://voorbeeld.nl/anno/1'))))
    expect(kind).toBe('web-annotation')
    expect(records.notes).toMatchObject([{ target: `url:${page}`, type: 'passage', body: words }])
  })

  test('pages that follow each other are read; what a collection counts and does not hold is told', async () => {
    const last = { type: 'AnnotationPage', items: [webAnnotation('b')], next: 'https://voorbeeld.nl/page3' }
    const first = { type: 'AnnotationPage', items: [webAnnotation('a')], next: last }
    const { records, skipped } = await readImport(fileOf({ type: 'AnnotationCollection', total: 5, first }))
    expect([records.notes.length, skipped]).toEqual([2, 3])
  })

  test('bodies, tags and targets in every way that the model allows', async () => {
    const body = [
      { type: 'TextualBody', value: 'Eén.' },
      { type: 'TextualBody', value: 'stage', purpose: 'tagging' },
      { type: 'TextualBody', value: 'Twee.', purpose: ['commenting'] },
      'https://voorbeeld.nl/bron',
    ]
    const { records } = await readImport(
      fileOf([
        webAnnotation('a', { body, target: [{ id: `${page}#deel` }] }),
        webAnnotation('b', { body: undefined, bodyValue: 'Kort.', target: paper }),
        webAnnotation('c', { target: 'a' }),
      ]),
    )
    expect(records.notes).toMatchObject([
      { target: `url:${page}`, body: 'Eén.\n\nTwee.\n\n<https://voorbeeld.nl/bron>' },
      { target: 'kst-36360-VIII-5', body: 'Kort.' },
      // A reply to another annotation is on what that one is on.
      { target: `url:${page}`, body: '> Eén.\n>\n> Twee.\n>\n> <https://voorbeeld.nl/bron>\n\nTerugvragen.' },
    ])
    expect(records.noteTags.map(({ tag }) => tag)).toEqual(['stage'])
  })

  test('what Kamerlens exported comes back as it was, and changes nothing where it came from', async () => {
    const db = openTestDatabase()
    await db.documents.add(documentRow('2023D20951', { aliases: ['2023D20951', 'kst-36360-VIII-5'] }))
    await db.questions.add(questionRow('2023D20951', 0, '155'))
    const ids = ['b3a1c8f0-0000-4000-8000-000000000001', 'b3a1c8f0-0000-4000-8000-000000000002']
    const save = (id = '', target: string, body: string) =>
      saveNote(db, { id, target, opened: '', body, tags: ['ocw'], colour: 'pink' }, at(1))
    await save(ids[0], '2023D20951#155', 'Bij de vraag')
    // Its last line break is the text's own.
    await save(ids[1], 'file:ab', 'Bij eigen stuk\n')
    const file = notesAsWebAnnotations(await exportedNotes(db), 'Notities')
    const { records } = await readImport(new Blob([file]))
    const before = await content(db)
    expect(await applyImport(db, records)).toMatchObject({ unchanged: { notes: 2, tags: 2 } })
    expect(await content(db)).toEqual(before)
    const other = openTestDatabase()
    await applyImport(other, records)
    const notes = await other.notes.bulkGet(ids)
    expect(notes.map((note) => [note?.target, note?.type, note?.body, note?.colour])).toEqual([
      ['2023D20951#155', 'question', 'Bij de vraag', 'pink'],
      ['file:ab', 'document', 'Bij eigen stuk\n', 'pink'],
    ])
  })

  test('our own passages come back as they were: without a word, in a PDF, in a file of one’s own', async () => {
    const db = openTestDatabase()
    const quote = { exact: 'toenemende aandacht', prefix: 'er is ', suffix: ' voor', start: 10, end: 29 }
    const pdf = 'https://www.tweedekamer.nl/downloads/document?id=2023D20951'
    const id = (digit: number) => `b3a1c8f0-0000-4000-8000-00000000000${digit}`
    const save = (digit: number, target: string, body: string, passage: Passage) =>
      saveNote(db, { id: id(digit), target, opened: '', body, colour: 'pink', passage }, at(1))
    await save(1, `url:${page}`, '', { quote, url: page, format: 'page' })
    await save(2, `file:${'a'.repeat(64)}`, 'Eigen.', { quote, format: 'pdf', page: 3 })
    await save(3, '2023D20951', 'Van een PDF.', { quote, url: pdf, format: 'pdf', page: 7 })
    // Its colour was taken off: what is marked is marked all the same.
    await save(4, `url:${page}`, '', { quote, url: page, format: 'page' })
    await saveNote(db, { id: id(4), target: `url:${page}`, opened: '', body: '', colour: null }, at(2))
    const { records } = await readImport(new Blob([notesAsWebAnnotations(await exportedNotes(db), 'Notities')]))
    const before = await content(db)
    expect(await applyImport(db, records)).toMatchObject({ unchanged: { notes: 4 }, changesNothing: true })
    expect(await content(db)).toEqual(before)
    const other = openTestDatabase()
    await applyImport(other, records)
    const facts = async (one: KamerlensDatabase) =>
      (await one.notes.toArray()).map(({ target, body, passage }) => ({ target, body, passage }))
    expect(await facts(other)).toEqual(await facts(db))
  })

  test('many labels, a long one, a name that is no UUID and half a sign come back as they were too', async () => {
    const db = openTestDatabase()
    const save = (id: string, target = '2023D20951', tags: string[] = []) =>
      saveNote(db, { id, target, opened: '', body: words, tags }, at(0))
    const many = Array.from({ length: 2_500 }, (_, index) => `label ${index}`)
    await save('n1', 'file:ab#\ud83d', ['lang '.repeat(100), ...many])
    await save(crypto.randomUUID().toUpperCase())
    const { records } = await readImport(new Blob([notesAsWebAnnotations(await exportedNotes(db), 'Notities')]))
    expect(await applyImport(db, records)).toMatchObject({ changesNothing: true, unchanged: { notes: 2, tags: 2_501 } })
  })

  test('labels alone are a note, and so is a colour of ours', async () => {
    const [note] = await notesOf(hypothesisExport([hypothesisRow('a', { text: '', target: [] })]))
    expect([note?.type, note?.body]).toEqual(['document', ''])
    const db = openTestDatabase()
    await saveNote(db, { id: 'n1', target: '2023D20951', opened: '', body: '', tags: [], colour: 'pink' }, at(0))
    const file = notesAsWebAnnotations(await exportedNotes(db), 'Notities')
    expect((await readImport(new Blob([file]))).records.notes).toMatchObject([{ id: 'n1', colour: 'pink' }])
  })

  test('the UUID of another program is its name here', async () => {
    const own = 'B3A1C8F0-0000-4000-8000-000000000001'
    expect((await notesOf(webAnnotation(`urn:uuid:${own}`)))[0]?.id).toBe(own.toLowerCase())
    expect((await notesOf(webAnnotation('urn:uuid:n1')))[0]?.id).toMatch(uuid)
  })

  test('what is too long for a tag is a text', async () => {
    const tag = (value: string) => ({ type: 'TextualBody', value, purpose: 'tagging' })
    const body = [{ type: 'TextualBody', value: words }, tag('x'.repeat(2001)), tag('stage')]
    const { records } = await readImport(fileOf(webAnnotation('a', { body })))
    expect(records.noteTags.map((row) => row.tag)).toEqual(['stage'])
    expect(records.notes[0]?.body).toBe(`${words}\n\n${'x'.repeat(2001)}`)
  })

  test('a page that is none is not believed', async () => {
    for (const own of [0, 1.5, '3', null, -1]) {
      const target = { ...webAnnotation('a').target, 'kamerlens:target': '2023D20951', 'kamerlens:page': own }
      expect((await notesOf(webAnnotation('a', { target })))[0]?.passage?.format, String(own)).toBe('page')
    }
  })

  test('a target that is none of ours, or no address of the web, is not believed', async () => {
    for (const own of ['a b', 'url:javascript:alert(1)', '', 'x'.repeat(2001)]) {
      const target = { source: page, 'kamerlens:target': own }
      expect((await notesOf(webAnnotation('a', { target })))[0]?.target, own).toBe(`url:${page}`)
    }
  })
})

describe('importing annotations', () => {
  test('the second import changes no row, whatever order the file has', async () => {
    const db = openTestDatabase()
    const rows = [hypothesisRow('a'), hypothesisRow('b', { uri: paper }), hypothesisRow('c', { id: undefined })]
    const first = await applyImport(db, (await readImport(fileOf(hypothesisExport(rows)))).records)
    expect(first).toMatchObject({ added: { notes: 3, tags: 6 } })
    const before = await content(db)
    const again = (await readImport(fileOf({ rows: rows.toReversed() }))).records
    expect(await applyImport(db, again)).toEqual({
      added: { documents: 0, questions: 0, notes: 0, tags: 0, followed: 0 },
      changed: { documents: 0, questions: 0, notes: 0, tags: 0, followed: 0 },
      unchanged: { documents: 0, questions: 0, notes: 3, tags: 6, followed: 0 },
      changesNothing: true,
    })
    expect(await content(db)).toEqual(before)
  })

  test('of one that stands in the file twice no text and no label is lost', async () => {
    const [old, later] = [
      hypothesisRow('a', { text: 'Eerst.', tags: ['oud'], updated: '2026-03-02T10:00:00Z' }),
      hypothesisRow('a', { text: 'Later.', tags: ['nieuw'], updated: '2026-03-03T10:00:00Z' }),
    ]
    const db = openTestDatabase()
    for (const rows of [
      [old, later],
      [later, old],
    ]) {
      await applyImport(db, (await readImport(fileOf(hypothesisExport(rows)))).records)
      const { notes, tags, versions } = await content(db)
      expect([notes.map(({ body }) => body), versions.map(({ body }) => body)]).toEqual([['Later.'], ['Eerst.']])
      expect(tags.map(({ tag }) => tag)).toEqual(['nieuw', 'oud'])
    }
  })

  test('where the text here is another one the user chooses: merged, kept, or taken; each once and for good', async () => {
    const { records } = await readImport(fileOf(hypothesisExport([hypothesisRow('a')])))
    const id = records.notes[0]?.id ?? ''
    const own = 'Gebeld op maandag.'
    const filled = async () => {
      const db = openTestDatabase()
      await applyImport(db, records)
      await saveNote(db, { id, target: `url:${page}`, opened: words, body: own }, at(1))
      await db.noteVersions.clear()
      return db
    }
    for (const [choice, text, changed, versions] of [
      [
        undefined,
        expect.stringMatching(/Gebeld op maandag[\s\S]*Terugvragen|Terugvragen[\s\S]*Gebeld/),
        1,
        [own, words],
      ],
      ['mine', own, 0, []],
      ['theirs', words, 1, [own]],
    ] as const) {
      const db = await filled()
      const { conflicting, ...preview } = await previewImport(db, records, { choice })
      expect(conflicting, choice).toEqual([{ mine: own, theirs: words }])
      expect(preview, choice).toMatchObject({ conflicts: 1, changed: { notes: changed } })
      expect(await applyImport(db, records, { choice })).toEqual(preview)
      expect((await db.notes.get(id))?.body, choice).toEqual(text)
      expect((await db.noteVersions.toArray()).map(({ body }) => body).sort(), choice).toEqual([...versions].sort())
      const before = await content(db)
      expect((await applyImport(db, records, { choice })).changed.notes, choice).toBe(0)
      expect(await content(db), choice).toEqual(before)
    }
  })
})

describe('hostile and broken files of annotations', () => {
  test('one that is not as it should be is refused whole', async () => {
    for (const over of [
      { text: 5 },
      { tags: 'stage' },
      { tags: ['x'.repeat(2001)] },
      { created: 'gisteren' },
      { created: '2026-99-99' },
      { target: 'x' },
      { uri: 'x'.repeat(20_001) },
    ]) {
      const file = hypothesisExport([hypothesisRow('good'), hypothesisRow('bad', over)])
      expect(await failure(file), JSON.stringify(over).slice(0, 80)).toBe('damaged-annotations')
    }
    expect(await failure([webAnnotation('a'), webAnnotation('b', { target: 5 })])).toBe('damaged-annotations')
  })

  test('a note that grew by merging longer than one may be written comes back as it was', async () => {
    const body = `${'Lang. '.repeat(400_000)}Einde.`
    const db = await openTestDatabase()
    const id = 'b3a1c8f0-0000-4000-8000-000000000001'
    await saveNote(db, { id, target: 'kst-36360-VIII-5', opened: '', body }, at(1))
    const [note] = await notesOf(JSON.parse(notesAsWebAnnotations(await exportedNotes(db), 'Notities')))
    expect(note?.body).toBe(body)
  })

  test('keys that would reach a prototype are refused', async () => {
    const file = JSON.stringify(hypothesisExport([hypothesisRow('a')]))
    for (const key of ['__proto__', 'constructor']) {
      const hostile = new Blob([file.replace('{"id"', `{"${key}":{"x":1},"id"`)])
      await expect(readImport(hostile), key).rejects.toMatchObject({ code: 'damaged-annotations' })
    }
    expect(({} as { x?: number }).x).toBeUndefined()
  })

  test('too many are refused before they are read', async () => {
    const rows = Array.from({ length: mostAnnotations + 1 }, () => ({ uri: page }))
    expect(await failure(hypothesisExport(rows))).toBe('too-many-annotations')
    const first = { type: 'AnnotationPage', items: Array.from({ length: 200_000 }, () => 0) }
    expect(await failure({ type: 'AnnotationCollection', first })).toBe('too-many-annotations')
  })

  test('replies that answer each other come to an end', async () => {
    const notes = await notesOf(
      hypothesisExport([
        hypothesisRow('a', { references: ['b'], uri: '' }),
        hypothesisRow('b', { references: ['a'], uri: page }),
      ]),
    )
    expect(notes.length).toBeGreaterThan(0)
  })

  test('whatever JSON it is: read, or refused with one of the reasons', async () => {
    const shape = fc.oneof(
      fc.json().map((text) => JSON.parse(text) as unknown),
      fc.record({ type: fc.constant('Annotation'), target: fc.jsonValue(), body: fc.jsonValue(), id: fc.jsonValue() }),
      fc.record({ rows: fc.array(fc.record({ uri: fc.jsonValue(), text: fc.jsonValue(), target: fc.jsonValue() })) }),
    )
    await fc.assert(
      fc.asyncProperty(shape, async (value) => {
        const error: unknown = await readImport(fileOf(value)).then(
          () => null,
          (thrown: unknown) => thrown,
        )
        expect(error === null || error instanceof ImportFailure).toBe(true)
      }),
      cases(120),
    )
  })
})
