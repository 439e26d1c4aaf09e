import { expect, test } from 'vitest'
import { keepFound } from '#utils/database/documents/keep-found.ts'
import { citableQuestions, exportedQuestions } from '#utils/database/export/exported-questions.ts'
import { deleteNote, saveNote } from '#utils/database/notes/notes.ts'
import type { KamerlensDatabase } from '#utils/database/open.ts'
import { nothingOf } from '#utils/sources/official-document.ts'
import { at, openTestDatabase } from '../open-test-database.ts'
import { documentRow, questionRow, threeDocuments } from '../rows.ts'

async function filled(): Promise<KamerlensDatabase> {
  const db = openTestDatabase()
  await db.documents.bulkAdd(threeDocuments)
  await db.questions.bulkAdd([
    questionRow('2023D20951', 0, '155'),
    questionRow('2023D20951', 4, '156'),
    questionRow('file:ab', 0, '1'),
    questionRow('2023D30000', 0, '1'),
  ])
  const official = {
    ...nothingOf('document', 'kst-36360-VIII-5'),
    session: '2022-2023',
    chamber: 'Tweede Kamer' as const,
    answeredBy: [{ name: 'J. van der Laken', function: 'Minister', ministry: 'Onderwijs, Cultuur en Wetenschap' }],
  }
  await keepFound(db, 'kst-36360-VIII-5', { document: official, failed: [] }, at(2))
  return db
}

test('questions go out in the order in which they are asked for, with their paper as the services know it', async () => {
  const found = await citableQuestions(await filled(), [
    ['file:ab', 0],
    ['2023D20951', 4],
    ['2023D20951', 3],
    ['2023D30000', 0],
    ['2023D20951', 0],
  ])
  expect(found.map(({ question, paper }) => [question.number, paper?.code.id, paper?.session])).toEqual([
    ['1', undefined, undefined],
    ['156', 'kst-36360-VIII-5', '2022-2023'],
    ['155', 'kst-36360-VIII-5', '2022-2023'],
  ])
})

test('with the notes on them, under whatever name they were made, first made first; removed and empty ones left out', async () => {
  const db = await filled()
  const save = (id: string, target: string, body: string, second: number) =>
    saveNote(db, { id, target, opened: '', body }, at(second))
  await save('second', '2023D20951#155', 'Tweede', 5)
  await save('first', 'kst-36360-VIII-5#155', 'Eerste', 4)
  await save('gone', '2023D20951#155', 'Weg', 6)
  await deleteNote(db, 'gone', at(7))
  await save('whole', '2023D20951', 'Bij het stuk', 8)
  await save('empty', '2023D20951#156', ' ', 9)
  const exported = await exportedQuestions(db, [
    ['2023D20951', 0],
    ['2023D20951', 4],
  ])
  expect(exported.map(({ question, notes }) => [question.number, notes])).toEqual([
    ['155', ['Eerste', 'Tweede']],
    ['156', []],
  ])
  expect(exported[0]?.document.title).toBe('Jaarverslag OCW')
  // The paper itself does not say it.
  expect(exported[0]?.people.answeredBy.map(({ name }) => name)).toEqual(['J. van der Laken'])
})

test('nobody can find the example, so nothing is cited by its codes', async () => {
  const db = openTestDatabase()
  await db.documents.add(documentRow('2099D00001', { aliases: ['2099D00001'] }))
  await db.questions.add(questionRow('2099D00001', 0, '1'))
  const [question] = await citableQuestions(db, [['2099D00001', 0]])
  expect(question).toMatchObject({ paper: null })
})
