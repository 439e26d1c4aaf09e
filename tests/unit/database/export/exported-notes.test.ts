import { expect, test } from 'vitest'
import { keepFound } from '#utils/database/documents/keep-found.ts'
import { exportedNotes } from '#utils/database/export/exported-notes.ts'
import { deleteNote, saveNote } from '#utils/database/notes/notes.ts'
import type { KamerlensDatabase } from '#utils/database/open.ts'
import { searchEverything } from '#utils/database/search-index/search-everything.ts'
import { nothingOf } from '#utils/sources/official-document.ts'
import { at, openTestDatabase } from '../open-test-database.ts'
import { documentRow, questionRow } from '../rows.ts'
import { unreadyIndex } from '../search-index/searched.ts'

async function filled(): Promise<KamerlensDatabase> {
  const db = openTestDatabase()
  await db.documents.bulkAdd([
    documentRow('2023D20951', {
      title: ' Jaarverslag OCW ',
      aliases: ['2023D20951', 'kst-36360-VIII-5'],
      links: [
        { rel: 'file', url: 'https://www.tweedekamer.nl/downloads/document?id=2023D20951' },
        { rel: 'page', url: 'https://www.tweedekamer.nl/kamerstukken/detail?did=2023D20951' },
      ],
    }),
    documentRow('file:ab', { title: 'eigen.pdf' }),
  ])
  await db.questions.bulkAdd([questionRow('2023D20951', 0, '155')])
  const save = (id: string, target: string, body: string, second: number, tags: string[] = []) =>
    saveNote(db, { id, target, opened: '', body, tags }, at(second))
  await save('whole', 'kst-36360-VIII-5', 'Bij het stuk', 1)
  await save('asked', '2023D20951#155', 'Bij de vraag', 2, ['ocw'])
  await save('own', 'file:ab', 'Bij eigen stuk', 3)
  await save('code', '2023Z08012', 'Bij een zaak', 4)
  await saveNote(
    db,
    {
      id: 'page',
      target: 'url:https://voorbeeld.nl/a?b=1',
      opened: '',
      body: 'Bij een pagina',
      place: { url: 'https://voorbeeld.nl/a?b=1', title: 'Een pagina' },
    },
    at(5),
  )
  await save('gone', '2023Z08012', 'Weg', 6)
  await deleteNote(db, 'gone', at(7))
  return db
}

test('each note goes out with what it is on, in words, by code and by address', async () => {
  const notes = new Map((await exportedNotes(await filled())).map((each) => [each.note.id, each]))
  expect([...notes.keys()]).toEqual(['page', 'code', 'own', 'asked', 'whole'])
  expect(notes.get('whole')).toMatchObject({
    id: 'kst-36360-VIII-5',
    label: 'Kamerstukken II, 36 360 VIII, nr. 5',
    title: 'Jaarverslag OCW',
    question: null,
    urls: [
      'https://www.tweedekamer.nl/kamerstukken/detail?did=2023D20951',
      'https://www.tweedekamer.nl/downloads/document?id=2023D20951',
      'https://zoek.officielebekendmakingen.nl/kst-36360-VIII-5.html',
    ],
  })
  expect(notes.get('asked')).toMatchObject({ id: '2023D20951', question: { number: '155' }, tags: ['ocw'] })
  expect(notes.get('own')).toMatchObject({ id: null, label: null, title: 'eigen.pdf', urls: [] })
  expect(notes.get('code')).toMatchObject({ id: '2023Z08012', document: null, title: '2023Z08012' })
  expect(notes.get('page')).toMatchObject({ id: null, title: 'Een pagina', urls: ['https://voorbeeld.nl/a?b=1'] })
})

test('the citation says what the services know of it; what its file is called by does not change with a look-up', async () => {
  const db = await filled()
  const record = { ...nothingOf('document', '2023D20951'), session: '2022-2023' }
  await keepFound(db, '2023D20951', { document: record, failed: [] }, at(9))
  const [whole] = await exportedNotes(db, new Set(['whole']))
  expect(whole).toMatchObject({
    label: 'Kamerstukken II, 36 360 VIII, nr. 5',
    citation: 'Kamerstukken II 2022/23, 36 360 VIII, nr. 5',
  })
})

test('those that a search found go out, and more of them than a screen shows', async () => {
  const db = await filled()
  expect((await exportedNotes(db, new Set(['asked']))).map(({ note }) => note.id)).toEqual(['asked'])
  for (let index = 0; index < 230; index += 1)
    await db.notes.add({
      id: `n${index}`,
      target: '2023Z08012',
      type: 'document',
      body: 'veel',
      version: 1,
      places: [],
      createdAt: at(8).toISOString(),
      updatedAt: at(8).toISOString(),
    })
  const found = await searchEverything(db, unreadyIndex(), 'veel', { limit: Number.POSITIVE_INFINITY })
  expect(await exportedNotes(db, new Set(found.notes.map(({ id }) => id)))).toHaveLength(230)
})
