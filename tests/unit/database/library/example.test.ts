import { expect, test, vi } from 'vitest'
import { tidyExample } from '#components/welcome/tidy-example.ts'
import type { ChosenRows } from '#utils/browser/protocol/keeping.ts'
import { storeErrorOf } from '#utils/database/errors.ts'
import { exportedPapers } from '#utils/database/export/exported-papers.ts'
import { applyImport } from '#utils/database/import/import.ts'
import { removeAll, restoreAll } from '#utils/database/library/change-many.ts'
import { keptExample } from '#utils/database/library/example.ts'
import { questionsOf } from '#utils/database/names/named-documents.ts'
import { saveNote } from '#utils/database/notes/notes.ts'
import type { KamerlensDatabase } from '#utils/database/open.ts'
import { changeCorrections } from '#utils/database/questions/correct.ts'
import type { QuestionRow } from '#utils/database/schema.ts'
import { borderCorrection, joinCorrection, wholeText } from '#utils/documents/corrections.ts'
import { exported } from '../import/imported.ts'
import { at, openTestDatabase } from '../open-test-database.ts'
import { documentRow, questionRow } from '../rows.ts'

const list = 'kst-99999-5'

/** The example and notes on it, beside what is no example. */
async function filled(): Promise<KamerlensDatabase> {
  const db = openTestDatabase()
  await db.documents.bulkAdd([documentRow(list, { kind: 'kamerstuk' }), documentRow('2023D20951')])
  await db.questions.bulkAdd([
    questionRow(list, 0, '1', { code: '2099D00101' }),
    questionRow(list, 1, '2', { code: '2099D00102' }),
    questionRow('2023D20951', 0, '155'),
  ])
  await db.rests.add({ document: list, rest: [{ kind: 'outside', page: 1, text: 'Lijst' }] })
  const save = (id: string, target: string) =>
    saveNote(db, { id, target, opened: '', body: `Over ${target}`, tags: ['bieb'] }, at(1))
  await save('code', '2099D00101')
  await save('question', `${list}#2`)
  await save('own', '2023D20951')
  await saveNote(db, { id: 'code', target: '2099D00101', opened: 'Over 2099D00101', body: 'Anders' }, at(2))
  return db
}

const actionsOn = (db: KamerlensDatabase) => {
  const result = async <Value>(value: Promise<Value>) =>
    value.then(
      (done) => ({ ok: true, value: done }) as const,
      (error: unknown) => ({ ok: false, error: storeErrorOf(error) }) as const,
    )
  return {
    deleteChosen: (chosen: ChosenRows) => result(removeAll(db, chosen, at(3))),
    restoreChosen: (chosen: ChosenRows) => result(restoreAll(db, chosen, at(4))),
  }
}

const tidy = (db: KamerlensDatabase, actions: Parameters<typeof tidyExample>[1] = actionsOn(db)) =>
  tidyExample({ example: () => keptExample(db) }, actions)

test('what there is of the example is its documents, their questions and the notes on any of it', async () => {
  expect(await keptExample(await filled())).toEqual({ documents: [list], questions: 2, notes: ['code', 'question'] })
  expect(await keptExample(openTestDatabase())).toEqual({ documents: [], questions: 0, notes: [] })
})

test('it is tidied away, and brought back by the undo', async () => {
  const db = await filled()
  const before = await keptExample(db)
  const tidied = await tidy(db)
  expect(await keptExample(db)).toEqual({ documents: [], questions: 0, notes: [] })
  expect((await db.notes.get('own'))?.deletedAt).toBeUndefined()
  if (tidied.ok) await tidied.value()
  expect(await keptExample(db)).toEqual(before)
})

test('what was corrected in it goes with it and comes back with it; a correction taken back before stays so', async () => {
  const db = await filled()
  const rows = await questionsOf(db, list).toArray()
  const [first, second] = rows as [QuestionRow, QuestionRow]
  const border = borderCorrection(wholeText(first), wholeText(first).indexOf('1?'), { number: '1', occurrence: 1 })
  const join = joinCorrection(second, { number: '2', occurrence: 1 })
  await changeCorrections(db, { list, put: [border], remove: [] }, at(1))
  await changeCorrections(db, { list, put: [join], remove: [border] }, at(2))
  const state = async () => ({
    corrections: (await db.corrections.toArray()).map(({ kind, deletedAt }) => [kind, deletedAt ?? 'live']),
    originals: await db.originals.toArray(),
    questions: (await db.questions.toArray()).map(({ number, question }) => [number, question]),
  })
  const before = await state()
  expect(before).toMatchObject({
    corrections: [
      ['border', at(2).toISOString()],
      ['join', 'live'],
    ],
    originals: [{ list }],
  })
  const tidied = await tidy(db)
  expect((await state()).corrections.map(([, deletedAt]) => deletedAt)).not.toContain('live')
  expect(await db.originals.count()).toBe(0)
  expect(await questionsOf(db, list).toArray()).toEqual(rows)
  if (tidied.ok) await tidied.value()
  expect(await state()).toEqual(before)
})

test('where one thing of it can’t be removed, nothing of it is', async () => {
  const db = await filled()
  const before = await keptExample(db)
  vi.spyOn(db.documents, 'bulkPut').mockRejectedValueOnce(new DOMException('', 'QuotaExceededError'))
  expect(await tidy(db)).toEqual({ ok: false, error: 'quota' })
  expect(await keptExample(db)).toEqual(before)
})

test('where no answer comes all of it is there again, whatever was done', async () => {
  const db = await filled()
  const before = await keptExample(db)
  const actions = actionsOn(db)
  const lost = async (chosen: ChosenRows) => {
    await actions.deleteChosen(chosen)
    return { ok: false, error: 'unknown' } as const
  }
  expect(await tidy(db, { ...actions, deleteChosen: lost })).toEqual({ ok: false, error: 'unknown' })
  expect(await keptExample(db)).toEqual(before)
})

test('an export takes it along while it is there, and an import of that changes nothing', async () => {
  const db = await filled()
  const { added, changed } = await applyImport(db, await exported(db))
  expect(new Set([added, changed].flatMap(Object.values))).toEqual(new Set([0]))
  const other = openTestDatabase()
  await applyImport(other, await exported(db))
  expect(await keptExample(other)).toEqual(await keptExample(db))
})

test('of one that was tidied away nothing is left in an export; all else is', async () => {
  const db = await filled()
  await tidy(db)
  const records = await exported(db)
  expect(JSON.stringify(records)).not.toMatch(/2099D|99999/)
  expect(records.documents.map(({ id }) => id)).toEqual(['2023D20951'])
  expect(records.questions.map(({ number }) => number)).toEqual(['155'])
  expect(records.notes.map(({ id }) => id)).toEqual(['own'])
  expect(records.noteTags.map(({ noteId }) => noteId)).toEqual(['own'])
  expect(records.noteVersions).toEqual([])
  expect(records.rests).toEqual([])
})

test('it is no paper for a program that keeps references', async () => {
  const { papers, withoutCode } = await exportedPapers(await filled())
  expect(papers.map(({ code }) => code.id)).toEqual(['2023D20951'])
  expect(withoutCode).toBe(0)
})
