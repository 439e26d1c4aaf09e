import { describe, expect, test } from 'vitest'
import { storeDocument } from '#utils/database/documents/store-document.ts'
import { exportAll, exportText } from '#utils/database/export/export.ts'
import { applyImport } from '#utils/database/import/import.ts'
import type { DocumentFacts, Rest } from '#utils/documents/types.ts'
import { readExport } from '../import/read-export.ts'
import { at, openTestDatabase } from '../open-test-database.ts'
import { fileSource, question, reading, urlSource } from '../rows.ts'

const facts: DocumentFacts = {
  type: 'answers',
  askedBy: [{ name: 'Daniëlle Jansen', party: 'Nieuw Sociaal Contract' }],
  answeredBy: [{ name: 'Agema', function: 'minister', ministry: 'Volksgezondheid, Welzijn en Sport' }],
  askedOn: '2024-10-30',
  answeredOn: '2024-11-19',
  dossier: '36360-VIII',
  subject: 'het bericht «Wachtlijsten»',
  printedIds: ['2024Z18775'],
}
const rest: readonly Rest[] = [
  { kind: 'outside', page: 1, text: 'Geachte voorzitter,' },
  { kind: 'between', page: 2, text: 'Bijlage bij het antwoord' },
]
const questions = [
  question(0, '1', {
    askedBy: [{ name: null, party: 'VVD' }],
    references: ['kst-29338-258', '2023D19158'],
    top: 120.5,
  }),
]
const pdf = 'https://www.tweedekamer.nl/downloads/document?id=2023D20951'

describe('what a document says of itself, and what stands in no record', () => {
  test('is kept with it; dossier and date of the document follow from it', async () => {
    const db = openTestDatabase()
    const stored = await storeDocument(db, reading({ facts, rest, questions }), fileSource, at(0))
    expect(await db.documents.get(stored.id)).toMatchObject({ facts, dossier: '36360-VIII', date: '2024-11-19' })
    expect(await db.rests.get(stored.id)).toEqual({ document: stored.id, rest })
    expect(await db.questions.where('references').equals('2023D19158').primaryKeys()).toEqual([[stored.id, 0]])
  })

  test('goes with the reading whose questions stay: a poorer page about it changes neither', async () => {
    const db = openTestDatabase()
    const { id } = await storeDocument(db, reading({ facts, rest, questions }, { url: pdf }), urlSource(pdf), at(0))
    const page = 'https://www.tweedekamer.nl/kamerstukken/detail?id=2023Z08012&did=2023D20951'
    const poorer = reading(
      { facts: { ...facts, askedBy: [] }, questions: [question(0, '1', { answer: '' })] },
      { url: page },
    )
    await storeDocument(db, poorer, urlSource(page), at(1))
    expect((await db.documents.get(id))?.facts).toEqual(facts)
    expect((await db.rests.get(id))?.rest).toEqual(rest)
    await storeDocument(db, reading({ questions }, { url: pdf }), urlSource(pdf), at(2))
    expect((await db.documents.get(id))?.facts).toBeUndefined()
    expect(await db.rests.count()).toBe(0)
  })

  test('a reading that cannot be stored whole leaves it as it was', async () => {
    const db = openTestDatabase()
    const { id } = await storeDocument(db, reading({ facts, rest, questions }), fileSource, at(0))
    const broken = reading({ facts: { ...facts, subject: 'anders' }, rest: [], questions: [question(Number.NaN, '1')] })
    await expect(storeDocument(db, broken, fileSource, at(1))).rejects.toThrow()
    expect((await db.documents.get(id))?.facts?.subject).toBe(facts.subject)
    expect((await db.rests.get(id))?.rest).toEqual(rest)
  })

  test('is in an export and comes back out of it', async () => {
    const [here, there] = [openTestDatabase(), openTestDatabase()]
    await storeDocument(here, reading({ facts, rest, questions }), fileSource, at(0))
    await applyImport(there, await readExport((await exportAll(here, at(1)))[0]))
    for (const table of ['documents', 'questions', 'rests'] as const) {
      expect(await there.table(table).toArray(), table).toEqual(await here.table(table).toArray())
    }
  })

  test('an export that names more than a document can mean is refused', async () => {
    const db = openTestDatabase()
    await storeDocument(db, reading({ facts, rest, questions }), fileSource, at(0))
    const records = await readExport((await exportAll(db, at(1)))[0])
    const [document] = records.documents
    if (document === undefined) throw new Error('no document')
    for (const wrong of [
      { ...facts, askedOn: 'gisteren' },
      { ...facts, extra: 1 },
      { ...facts, type: 'brief' },
      { ...facts, askedBy: Array.from({ length: 1001 }, () => ({ name: null, party: 'x' })) },
    ]) {
      const text = await exportText({ ...records, documents: [{ ...document, facts: wrong as DocumentFacts }] }, at(2))
      await expect(readExport(new Blob([text]))).rejects.toMatchObject({ code: 'damaged' })
    }
  })
})
