import { expect, test } from 'vitest'
import { keepFound } from '#utils/database/documents/keep-found.ts'
import { exportedPapers } from '#utils/database/export/exported-papers.ts'
import { searchKept } from '#utils/database/library/search.ts'
import { deleteNote, saveNote } from '#utils/database/notes/notes.ts'
import type { KamerlensDatabase } from '#utils/database/open.ts'
import { nothingOf } from '#utils/sources/official-document.ts'
import { at, openTestDatabase } from '../open-test-database.ts'
import { questionRow, threeDocuments } from '../rows.ts'

async function filled(): Promise<KamerlensDatabase> {
  const db = openTestDatabase()
  await db.documents.bulkAdd(threeDocuments)
  await db.questions.add(questionRow('2023D20951', 0, '155', { question: 'Hoeveel stages zijn er?' }))
  const save = (id: string, target: string, body: string) => saveNote(db, { id, target, opened: '', body }, at(1))
  await save('asked', 'kst-36360-VIII-5#155', 'Bij de vraag')
  await save('own', 'file:ab', 'Bij eigen stuk')
  await save('letter', '2023D19158', 'Bij een brief over fietsen')
  await save('dossier', 'dossier-36360-VIII', 'Bij het dossier')
  await save('gone', '2023D40000', 'Weg')
  await deleteNote(db, 'gone', at(2))
  const letter = {
    ...nothingOf('document', '2023D19158'),
    kind: 'Brief regering',
    title: 'Fietspaden',
    date: '2023-05-22',
  }
  await keepFound(db, '2023D19158', { document: letter, failed: [] }, at(2))
  return db
}

test('every paper that is kept or has a note goes out once, as the services know it; what has no code is counted', async () => {
  const { papers, withoutCode } = await exportedPapers(await filled())
  expect(papers.map(({ code, title }) => [code.id, title])).toEqual([
    ['kst-36360-VIII-5', 'Jaarverslag OCW'],
    ['2023D19158', 'Fietspaden'],
  ])
  expect(papers[1]).toMatchObject({ kind: 'Brief regering', date: '2023-05-22' })
  expect(withoutCode).toBe(1)
})

test('of a search, those that it finds by themselves, by a question or by a note', async () => {
  const db = await filled()
  const found = (words: string) => searchKept(db, words, { limit: 100 })
  const ids = async (words: string) => (await exportedPapers(db, await found(words))).papers.map(({ code }) => code.id)
  expect(await ids('jaarverslag')).toEqual(['kst-36360-VIII-5'])
  expect(await ids('hoeveel stages')).toEqual(['kst-36360-VIII-5'])
  expect(await ids('fietsen')).toEqual(['2023D19158'])
  expect(await exportedPapers(db, await found('eigen'))).toEqual({ papers: [], withoutCode: 1 })
  expect(await exportedPapers(db, await found('staat nergens'))).toEqual({ papers: [], withoutCode: 0 })
})
