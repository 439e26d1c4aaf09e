import { describe, expect, test } from 'vitest'
import type { ChosenRows } from '#utils/browser/protocol/keeping.ts'
import { exportAll } from '#utils/database/export/export.ts'
import { exportedNotes } from '#utils/database/export/exported-notes.ts'
import { exportedPapers } from '#utils/database/export/exported-papers.ts'
import { applyImport } from '#utils/database/import/import.ts'
import { chosenContent, notesOfChosen } from '#utils/database/library/chosen.ts'
import { deleteNote, saveNote } from '#utils/database/notes/notes.ts'
import type { KamerlensDatabase } from '#utils/database/open.ts'
import { readExport } from '../import/read-export.ts'
import { lookupRow } from '../lookup-rows.ts'
import { at, openTestDatabase } from '../open-test-database.ts'
import { documentRow, questionRow } from '../rows.ts'

async function filled(): Promise<KamerlensDatabase> {
  const db = openTestDatabase()
  await db.documents.bulkAdd([
    documentRow('2023D1', { aliases: ['2023D1', 'kst-36360-5'] }),
    documentRow('2023D2'),
    documentRow('2023D3', { deletedAt: at(1).toISOString() }),
  ])
  await db.questions.bulkAdd([
    questionRow('2023D1', 0, '1'),
    questionRow('2023D1', 1, '2'),
    questionRow('2023D2', 0, '1'),
  ])
  await db.rests.bulkAdd([
    { document: '2023D1', rest: [] },
    { document: '2023D2', rest: [] },
  ])
  const save = (id: string, target: string, tags: string[] = []) =>
    saveNote(db, { id, target, opened: '', body: `Over ${target}`, tags }, at(2))
  await save('on', 'kst-36360-5', ['x'])
  await save('asked', '2023D1#2')
  await save('other', '2023D2', ['y'])
  await save('code', '2023Z08012')
  await save('gone', '2023D1', ['geheim'])
  await saveNote(db, { id: 'gone', target: '2023D1', opened: 'Over 2023D1', body: 'Weg ermee' }, at(3))
  await saveNote(db, { id: 'on', target: 'kst-36360-5', opened: 'Over kst-36360-5', body: 'Anders' }, at(3))
  await deleteNote(db, 'gone', at(4))
  await db.lookups.bulkAdd([lookupRow('2023Z08012', { is: 'zaak' }), lookupRow('2023D2')])
  await db.watches.add({ target: '2023D1', nextCheck: at(9).toISOString() })
  return db
}

const documents: ChosenRows = { notes: [], documents: ['2023D1', '2023D3', '2023D9'] }
const notes: ChosenRows = { notes: ['code', 'other', 'gone', 'unknown'], documents: [] }

describe('what was chosen', () => {
  test('are the rows that are still kept; documents bring the notes on them, on their questions too', async () => {
    const db = await filled()
    const content = await chosenContent(db, { notes: notes.notes, documents: documents.documents })
    expect([content.documents.map(({ id }) => id), content.notes.map(({ id }) => id)]).toEqual([
      ['2023D1'],
      ['code', 'other'],
    ])
    expect([...(await notesOfChosen(db, documents))].toSorted()).toEqual(['asked', 'gone', 'on'])
  })

  test('goes out in the forms of other programs', async () => {
    const db = await filled()
    const bodies = async (chosen: ChosenRows) =>
      (await exportedNotes(db, await notesOfChosen(db, chosen))).map(({ note }) => note.body).toSorted()
    expect(await bodies(documents)).toEqual(['Anders', 'Over 2023D1#2'])
    const papers = await exportedPapers(db, await chosenContent(db, documents))
    expect(papers.papers.map(({ code }) => code.id)).toEqual(['kst-36360-5'])
  })

  test('goes out as a file of ours with what belongs to it and nothing else, and comes in as that', async () => {
    const db = await filled()
    const fileOf = async (chosen: ChosenRows) => readExport((await exportAll(db, at(9), undefined, chosen))[0])
    const ofDocuments = await fileOf(documents)
    const ids = ({ documents, questions, notes }: typeof ofDocuments) => [
      documents.map(({ id }) => id),
      questions.map(({ list, order }) => `${list}/${order}`),
      notes.map(({ id }) => id).toSorted(),
    ]
    expect(ids(ofDocuments)).toEqual([['2023D1'], ['2023D1/0', '2023D1/1'], ['asked', 'on']])
    expect(ofDocuments.noteTags.map(({ tag }) => tag)).toEqual(['x'])
    expect(ofDocuments.noteVersions.map(({ body }) => body)).toEqual(['Over kst-36360-5'])
    expect([ofDocuments.rests.length, ofDocuments.watches, ofDocuments.lookups]).toEqual([1, [], []])
    const ofNotes = await fileOf(notes)
    expect(ids(ofNotes)).toEqual([[], [], ['code', 'other']])
    expect(ofNotes.lookups.map(({ id }) => id).toSorted()).toEqual(['2023D2', '2023Z08012'])
    const other = openTestDatabase()
    expect((await applyImport(other, ofDocuments)).added).toMatchObject({
      documents: 1,
      questions: 2,
      notes: 2,
      tags: 1,
    })
    expect((await applyImport(other, ofDocuments)).added).toMatchObject({ documents: 0, questions: 0, notes: 0 })
  })
})
