import { describe, expect, test } from 'vitest'
import { deleteDocument, restoreDocument } from '#utils/database/documents/remove-document.ts'
import { codeStates, lookup, notesOn } from '#utils/database/lookup/lookup.ts'
import { deleteNote, saveNote } from '#utils/database/notes/notes.ts'
import { isFresh } from '#utils/database/official/lookups.ts'
import type { KamerlensDatabase } from '#utils/database/open.ts'
import type { Code } from '#utils/references/types.ts'
import { lookupRow } from '../lookup-rows.ts'
import { at, openTestDatabase } from '../open-test-database.ts'
import { documentRow, questionRow } from '../rows.ts'

const code = (id: string): Code => ({ kind: 'document', id, label: id, url: `https://www.tweedekamer.nl/${id}` })

/** The seed: a list of answers in which question 155 carries the printed code 2023D19158, and the number 9 twice. */
async function seeded(): Promise<KamerlensDatabase> {
  const db = openTestDatabase()
  await db.documents.add(documentRow('file:ab', { aliases: ['file:ab', '2023D20951', 'kst-36360-VIII-5'] }))
  await db.questions.bulkAdd([
    questionRow('file:ab', 0, '155', { code: '2023D19158' }),
    questionRow('file:ab', 1, '9'),
    questionRow('file:ab', 2, '9', { code: '2023D19160' }),
  ])
  return db
}

const write = (db: KamerlensDatabase, id: string, target: string, second = 0) =>
  saveNote(db, { id, target, opened: '', body: `notitie ${id}` }, at(second))

describe('what the services said', () => {
  const of = (expiresAt: string | null) => isFresh(lookupRow('2023D19158', {}, { expiresAt }), at(0))
  const days = (count: number) => new Date(at(0).getTime() + count * 24 * 60 * 60_000).toISOString()

  test('holds until it is worth asking again', () => {
    expect([days(-1), at(0).toISOString(), null].map(of)).toEqual([false, false, false])
    expect([days(1 / 24), days(30)].map(of)).toEqual([true, true])
  })

  test('is asked for again where a clock that ran ahead would have it hold for years', () => {
    expect(of('2041-01-01T00:00:00.000Z')).toBe(false)
  })
})

describe('looking a code up in what is kept', () => {
  test('a printed code finds its question and list; the document of that number is a separate fact', async () => {
    const db = await seeded()
    const found = await lookup(db, code('2023D19158'))
    expect(found.document).toBeNull()
    expect(found.printed.map(({ question, list }) => [question.number, list.id])).toEqual([['155', 'file:ab']])
    await db.documents.add(documentRow('2023D19158'))
    expect((await lookup(db, code('2023D19158'))).document?.id).toBe('2023D19158')
  })

  test('a document is found under each of its names, with the number of its questions', async () => {
    const db = await seeded()
    for (const id of ['2023D20951', 'kst-36360-VIII-5', 'file:ab']) {
      expect(await lookup(db, code(id))).toMatchObject({ document: { id: 'file:ab' }, questionCount: 3, printed: [] })
    }
  })

  test('a written question is one thing under its zaak and its publication', async () => {
    const db = openTestDatabase()
    await db.documents.add(documentRow('kv-tk-2023Z08012'))
    await write(db, 'n1', '2023Z08012')
    expect((await lookup(db, code('2023Z08012'))).document?.id).toBe('kv-tk-2023Z08012')
    expect((await lookup(db, code('kv-tk-2023Z08012'))).notes).toHaveLength(1)
    expect(await codeStates(db, ['2023Z08012', 'kv-tk-2023Z08012'])).toEqual({
      '2023Z08012': 'noted',
      'kv-tk-2023Z08012': 'noted',
    })
  })

  test('notes on the code, on the document under any name and on the questions are shown, newest first', async () => {
    const db = await seeded()
    await write(db, 'on-code', '2023D19158', 1)
    await write(db, 'on-question', 'kst-36360-VIII-5#155', 2)
    await write(db, 'on-other', '2023D20951#9', 3)
    const ids = async (id: string) => (await lookup(db, code(id))).notes.map((note) => note.id)
    expect(await ids('2023D19158')).toEqual(['on-question', 'on-code'])
    await write(db, 'on-document', '2023D20951', 4)
    expect(await ids('kst-36360-VIII-5')).toEqual(['on-document'])
  })

  test('of two questions with one number the note is on the one that it was made on', async () => {
    const db = await seeded()
    await write(db, 'on-second', '2023D20951#9~2')
    await write(db, 'on-first', '2023D20951#9')
    expect((await lookup(db, code('2023D19160'))).notes.map(({ id }) => id)).toEqual(['on-second'])
  })

  test('removed notes and emptied notes are not shown; the editor still finds the emptied one', async () => {
    const db = await seeded()
    await write(db, 'n1', '2023D19158')
    await write(db, 'n2', '2023D19158')
    await deleteNote(db, 'n1', at(1))
    await saveNote(db, { id: 'n2', target: '2023D19158', opened: 'notitie n2', body: '' }, at(2))
    expect((await lookup(db, code('2023D19158'))).notes).toEqual([])
    expect(await codeStates(db, ['2023D19158'])).toEqual({ '2023D19158': 'known' })
    expect((await notesOn(db, '2023D19158')).map(({ id }) => id)).toEqual(['n2'])
  })

  test('a removed document is hidden with its printed codes, its notes are not, and it comes back', async () => {
    const db = await seeded()
    await write(db, 'n1', 'kst-36360-VIII-5')
    await deleteDocument(db, 'file:ab', at(1))
    expect(await lookup(db, code('2023D19158'))).toMatchObject({ document: null, printed: [] })
    expect(await lookup(db, code('2023D20951'))).toMatchObject({
      document: null,
      questionCount: 0,
      notes: [{ id: 'n1' }],
    })
    expect(await codeStates(db, ['2023D19158', '2023D20951'])).toEqual({ '2023D20951': 'noted' })
    await restoreDocument(db, 'file:ab', at(2))
    expect((await lookup(db, code('2023D19158'))).printed).toHaveLength(1)
  })
})

describe('how to paint codes', () => {
  test('each code is painted as its look-up would show it; what is not kept is left out', async () => {
    const db = await seeded()
    await write(db, 'n1', '2023D20951#9~2')
    await write(db, 'n2', '2024Z00001')
    const ids = ['2023D19158', '2023D19160', '2023D20951', '2024Z00001', '2024Z00002', '__proto__', 'constructor']
    expect(await codeStates(db, ids)).toEqual({
      '2023D19158': 'known',
      '2023D19160': 'noted',
      '2023D20951': 'known',
      '2024Z00001': 'noted',
    })
  })

  test('thousands of ids are answered in a few queries', async () => {
    const db = await seeded()
    let queries = 0
    db.use({
      stack: 'dbcore',
      name: 'count',
      create: (core) => ({
        ...core,
        table: (name) => {
          const table = core.table(name)
          const counted =
            <Request, Answer>(method: (request: Request) => Promise<Answer>) =>
            (request: Request) => {
              queries += 1
              return method(request)
            }
          return {
            ...table,
            openCursor: counted(table.openCursor),
            query: counted(table.query),
            getMany: counted(table.getMany),
          }
        },
      }),
    })
    db.close()
    await db.open()
    queries = 0
    const ids = Array.from({ length: 3000 }, (_, index) => `2023D${String(index).padStart(5, '0')}`)
    expect(await codeStates(db, [...ids, '2023D19158'])).toEqual({ '2023D19158': 'known' })
    expect(queries).toBeLessThan(12)
  })
})

describe('notes on a target', () => {
  test('are found under every name of the document and question', async () => {
    const db = await seeded()
    await write(db, 'n1', '2023D20951#155')
    await write(db, 'n2', 'kst-36360-VIII-5')
    expect((await notesOn(db, 'file:ab#155')).map(({ id }) => id)).toEqual(['n1'])
    expect((await notesOn(db, '2023D20951')).map(({ id }) => id)).toEqual(['n2'])
    expect(await notesOn(db, '2023D20951#9')).toEqual([])
  })

  test('a note under a name that the services alone know is where the note of a code is looked for and written', async () => {
    const db = openTestDatabase()
    await db.lookups.put(lookupRow('2023D20951', { aliases: ['2023D20951', 'kst-36360-VIII-5'] }))
    await saveNote(db, { id: 'n1', target: 'kst-36360-VIII-5', opened: '', body: 'Terugvragen' }, at(0))
    expect((await lookup(db, code('2023D20951'))).notes.map(({ id }) => id)).toEqual(['n1'])
    expect((await notesOn(db, '2023D20951')).map(({ id }) => id)).toEqual(['n1'])
    await saveNote(db, { id: 'n2', target: '2023D20951#4', opened: '', body: 'Bij vraag 4' }, at(1))
    expect((await notesOn(db, 'kst-36360-VIII-5#4')).map(({ id }) => id)).toEqual(['n2'])
    expect(await notesOn(db, '2023D20952')).toEqual([])
  })
})
