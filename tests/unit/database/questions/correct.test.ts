import { describe, expect, test } from 'vitest'
import { storeDocument } from '#utils/database/documents/store-document.ts'
import { storeErrorOf } from '#utils/database/errors.ts'
import { exportAll } from '#utils/database/export/export.ts'
import { applyImport } from '#utils/database/import/import.ts'
import { keptNote, noteCounts } from '#utils/database/library/kept-notes.ts'
import { codeStates, lookup, notesOn } from '#utils/database/lookup/lookup.ts'
import { questionsOf } from '#utils/database/names/named-documents.ts'
import { saveNote } from '#utils/database/notes/notes.ts'
import type { KamerlensDatabase } from '#utils/database/open.ts'
import { changeCorrections, unfitCorrections } from '#utils/database/questions/correct.ts'
import { borderCorrection, joinCorrection, questionNames, wholeText } from '#utils/documents/corrections.ts'
import type { Question } from '#utils/documents/types.ts'
import { readExport } from '../import/read-export.ts'
import { at, openTestDatabase } from '../open-test-database.ts'
import { fileSource, question, reading } from '../rows.ts'

const list = '2023D20951'
/** A list whose second «question» is a point of the first one's answer; its third has the number of the second. */
const asRead: readonly Question[] = [
  question(0, '1', { code: '2023D00001' }),
  question(1, '2', { code: '2023D00002', question: 'tijd.', answer: '' }),
  question(2, '2', { code: '2023D00003' }),
]
const nameAt = (order: number) => questionNames(asRead).get(order) ?? { number: '', occurrence: 1 }
const second = asRead[1] as Question
const third = asRead[2] as Question
const join = joinCorrection(second, nameAt(1))
const border = borderCorrection(wholeText(third), wholeText(third).indexOf('2?'), nameAt(2))

async function filled(questions = asRead): Promise<KamerlensDatabase> {
  const db = openTestDatabase()
  await storeDocument(db, reading({ ownIds: [list], questions }), fileSource, at(0))
  return db
}
const shown = async (db: KamerlensDatabase) =>
  (await questionsOf(db, list).toArray()).map(({ number, question, answer }) => [number, question, answer])
const withList = asRead.map((one) => ({ ...one, list }))
const note = (db: KamerlensDatabase, id: string, target: string) =>
  saveNote(db, { id, target, opened: '', body: id }, at(1))
const code = (id: string) => ({ kind: 'document', id, label: id, url: '' }) as const

describe('correcting how a document was split', () => {
  test('a question is joined to the one before it, and the change that is answered takes it back whole', async () => {
    const db = await filled()
    const undo = await changeCorrections(db, { list, put: [join], remove: [] }, at(1))
    expect(await shown(db)).toEqual([
      ['1', 'Vraag 1?', 'Antwoord 1.\n\n2. tijd.'],
      ['2', 'Vraag 2?', 'Antwoord 2.'],
    ])
    expect(await unfitCorrections(db, list)).toBe(0)
    const redo = await changeCorrections(db, undo, at(2))
    expect(await questionsOf(db, list).toArray()).toEqual(withList)
    expect(await db.originals.count()).toBe(0)
    await changeCorrections(db, redo, at(3))
    expect(await questionsOf(db, list).count()).toBe(2)
  })

  test('a border that is moved twice goes back to where it was moved first', async () => {
    const db = await filled()
    await changeCorrections(db, { list, put: [border], remove: [] }, at(1))
    const undo = await changeCorrections(db, { list, put: [{ ...border, anchor: '' }], remove: [] }, at(2))
    expect((await shown(db))[2]).toEqual(['2', 'Vraag 2?\n\nAntwoord 2.', ''])
    await changeCorrections(db, undo, at(3))
    expect((await shown(db))[2]).toEqual(['2', 'Vraag', '2?\n\nAntwoord 2.'])
  })

  test('what no longer fitted is put back too, where the change that took its place is undone', async () => {
    const db = await filled()
    await changeCorrections(db, { list, put: [border], remove: [] }, at(1))
    const again = asRead.map((one) => (one.order === 2 ? { ...one, question: 'Nieuw?', answer: 'Nieuw. Meer.' } : one))
    await storeDocument(db, reading({ ownIds: [list], questions: again }), fileSource, at(2))
    expect(await unfitCorrections(db, list)).toBe(1)
    const moved = borderCorrection('Nieuw?\n\nNieuw. Meer.', 15, nameAt(2))
    const undo = await changeCorrections(db, { list, put: [moved], remove: [] }, at(3))
    expect((await shown(db))[2]).toEqual(['2', 'Nieuw?\n\nNieuw.', 'Meer.'])
    await changeCorrections(db, undo, at(4))
    expect((await shown(db))[2]).toEqual(['2', 'Nieuw?', 'Nieuw. Meer.'])
    await storeDocument(db, reading({ ownIds: [list], questions: asRead }), fileSource, at(5))
    expect((await shown(db))[2]).toEqual(['2', 'Vraag', '2?\n\nAntwoord 2.'])
  })

  test('notes stay findable: those of a joined question show at the one that took it in, others stay put', async () => {
    const db = await filled()
    await note(db, 'a', `${list}#2`)
    await note(db, 'b', `${list}#2~2`)
    await note(db, 'c', '2023D00002')
    await changeCorrections(db, { list, put: [join], remove: [] }, at(2))
    const on = async (target: string) => (await notesOn(db, target)).map(({ id }) => id)
    expect(await on(`${list}#1`)).toEqual(['a'])
    expect(await on(`${list}#2~2`)).toEqual(['b'])
    expect((await keptNote(db, 'a'))?.question?.number).toBe('1')
    expect((await keptNote(db, 'b'))?.question?.order).toBe(2)
    expect(await noteCounts(db, list)).toEqual(
      new Map([
        [0, 1],
        [2, 1],
      ]),
    )
    const found = await lookup(db, code('2023D00002'))
    expect(found.printed.map(({ question }) => question.order)).toEqual([0])
    expect(found.notes.map(({ id }) => id).sort()).toEqual(['a', 'c'])
    expect(await codeStates(db, ['2023D00002', '2023D00003'])).toEqual({ '2023D00002': 'noted', '2023D00003': 'noted' })
  })

  test('reading the document again keeps what was corrected where it fits, and leaves alone what does not', async () => {
    const db = await filled()
    await note(db, 'a', `${list}#2`)
    await changeCorrections(db, { list, put: [join, border], remove: [] }, at(1))
    const again = asRead.map((one) => ({ ...one, answer: one.answer.replace('Antwoord 1', 'Nieuw antwoord 1') }))
    await storeDocument(db, reading({ ownIds: [list], questions: again }), fileSource, at(2))
    expect(await shown(db)).toEqual([
      ['1', 'Vraag 1?', 'Nieuw antwoord 1.\n\n2. tijd.'],
      ['2', 'Vraag', '2?\n\nAntwoord 2.'],
    ])
    expect((await db.originals.get(list))?.questions).toEqual(again)
    const better = [question(0, '1', { answer: 'Antwoord 1.\n2. tijd.' }), question(1, '2')]
    await storeDocument(db, reading({ ownIds: [list], questions: better }), fileSource, at(3))
    expect((await shown(db)).map(([number]) => number)).toEqual(['1', '2'])
    expect(await db.notes.count()).toBe(1)
    expect(await unfitCorrections(db, list)).toBe(2)
    await changeCorrections(db, { list, put: [], remove: [join] }, at(4))
    expect(await unfitCorrections(db, list)).toBe(1)
    await changeCorrections(db, { list, put: [], remove: [border] }, at(4))
    expect(await shown(db)).toEqual(better.map(({ number, question, answer }) => [number, question, answer]))
  })

  test('a correction that fits nothing is refused whole, and so is one of a list that is not kept', async () => {
    const db = await filled()
    const refused = async (request: Parameters<typeof changeCorrections>[1]) =>
      storeErrorOf(await changeCorrections(db, request, at(1)).catch((error: unknown) => error))
    for (const wrong of [
      { ...join, anchor: 'iets anders' },
      { ...join, occurrence: 9 },
      joinCorrection(asRead[0] as Question, nameAt(0)),
      { ...border, anchor: 'staat er niet' },
    ]) {
      expect(await refused({ list, put: [border, wrong], remove: [] })).toBe('invalid')
    }
    expect(await refused({ list: '2023D99999', put: [join], remove: [] })).toBe('not-found')
    expect(await questionsOf(db, list).toArray()).toEqual(withList)
    expect(await db.corrections.count()).toBe(0)
  })

  test('a reading of another source is weighed against what was read, not against what was joined', async () => {
    const db = await filled()
    await changeCorrections(db, { list, put: [join], remove: [] }, at(1))
    const other = reading(
      { ownIds: [list], questions: [question(0, '9'), question(1, '10')] },
      { sha256: 'b'.repeat(64) },
    )
    await storeDocument(db, other, { type: 'file', name: 'ander.pdf', size: 1 }, at(2))
    expect((await shown(db)).map(([number]) => number)).toEqual(['1', '2'])
  })

  test('two lists that turn out to be one keep what was corrected in either', async () => {
    const db = openTestDatabase()
    const dropped = await storeDocument(db, reading({ questions: asRead }), fileSource, at(0))
    await storeDocument(
      db,
      reading({ ownIds: [list], questions: asRead }, { sha256: 'b'.repeat(64) }),
      fileSource,
      at(1),
    )
    await changeCorrections(db, { list, put: [join], remove: [] }, at(2))
    const joined = await storeDocument(db, reading({ ownIds: [list], questions: asRead }), fileSource, at(3))
    expect(joined.id).toBe(dropped.id)
    expect((await questionsOf(db, dropped.id).toArray()).map(({ number }) => number)).toEqual(['1', '2'])
    expect(await db.originals.toCollection().primaryKeys()).toEqual([dropped.id])
    expect((await db.corrections.toArray()).map((row) => row.list)).toEqual([dropped.id])
  })

  test('of two corrections of one thing in them the later one holds', async () => {
    const db = openTestDatabase()
    const first = await storeDocument(db, reading({ questions: asRead }), fileSource, at(0))
    const undo = await changeCorrections(db, { list: first.id, put: [join], remove: [] }, at(1))
    await changeCorrections(db, { ...undo, list: first.id }, at(2))
    await storeDocument(
      db,
      reading({ ownIds: [list], questions: asRead }, { sha256: 'b'.repeat(64) }),
      fileSource,
      at(3),
    )
    await changeCorrections(db, { list, put: [join], remove: [] }, at(4))
    await storeDocument(db, reading({ ownIds: [list], questions: asRead }), fileSource, at(5))
    expect((await questionsOf(db, first.id).toArray()).map(({ number }) => number)).toEqual(['1', '2'])
  })
})

describe('corrections in an export', () => {
  const moved = async (from: KamerlensDatabase, to: KamerlensDatabase) =>
    applyImport(to, await readExport((await exportAll(from, at(60)))[0]))

  test('go along, and so does what was read: there too it can be put back', async () => {
    const [here, there] = [await filled(), openTestDatabase()]
    const undo = await changeCorrections(here, { list, put: [join], remove: [] }, at(1))
    await moved(here, there)
    expect(await shown(there)).toEqual(await shown(here))
    expect((await moved(here, there)).changed).toEqual({ documents: 0, questions: 0, notes: 0, tags: 0, followed: 0 })
    await changeCorrections(there, undo, at(2))
    expect(await questionsOf(there, list).toArray()).toEqual(withList)
  })

  test('taken back by a clock that ran back, one does not come back with an older copy', async () => {
    const db = await filled()
    const undo = await changeCorrections(db, { list, put: [join], remove: [] }, at(50))
    const [copy] = await exportAll(db, at(51))
    await changeCorrections(db, undo, at(1))
    await applyImport(db, await readExport(copy))
    expect(await questionsOf(db, list).toArray()).toEqual(withList)
  })

  test('with more words to look for than any has are refused: to look for them could take without end', async () => {
    const db = await filled()
    await changeCorrections(db, { list, put: [border], remove: [] }, at(1))
    await db.corrections.toCollection().modify({ anchor: 'a '.repeat(61) })
    await expect(readExport((await exportAll(db, at(2)))[0])).rejects.toMatchObject({ code: 'damaged' })
  })

  test('made on two machines, both hold; taken back later, an older copy does not bring one back', async () => {
    const [here, there] = [await filled(), openTestDatabase()]
    await moved(here, there)
    const undo = await changeCorrections(here, { list, put: [join], remove: [] }, at(1))
    await changeCorrections(there, { list, put: [border], remove: [] }, at(2))
    await moved(here, there)
    await moved(there, here)
    expect(await shown(here)).toEqual(await shown(there))
    expect(await shown(here)).toHaveLength(2)
    await changeCorrections(here, undo, at(3))
    await moved(there, here)
    expect(await shown(here)).toHaveLength(3)
    await moved(here, there)
    expect(await shown(there)).toHaveLength(3)
  })
})
