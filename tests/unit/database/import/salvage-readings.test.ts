import { describe, expect, test } from 'vitest'
import { oneReading } from '#utils/database/import/salvage-readings.ts'
import { noRecords, type Records } from '#utils/database/records/records.ts'
import type { DocumentRow, QuestionRow } from '#utils/database/schema.ts'
import { at } from '../open-test-database.ts'
import { documentRow, questionRow } from '../rows.ts'

/** A file in which two machines' exports became one. */

const list = '2023D20951'
const other = '2023D30001'
const reading = (words: string, orders: readonly number[] = [0, 1]) =>
  orders.map((order) => questionRow(list, order, `${order + 1}`, { question: `${words} ${order}?`, answer: 'Ja.' }))
const read = (seconds: number, title: string) => documentRow(list, { title, updatedAt: at(seconds).toISOString() })

function taken(
  sections: readonly (readonly QuestionRow[])[],
  documents: readonly DocumentRow[],
  rests: Records['rests'] = [],
) {
  const records = { ...noRecords(), documents, questions: sections.flat(), rests }
  const placed = sections.flatMap((rows, section) => rows.map((record) => ({ record, section })))
  const one = oneReading(records, placed)
  return {
    questions: one.questions.filter((row) => row.list === list).map(({ question }) => question),
    titles: one.documents.map(({ title }) => title),
    rests: one.rests.map(({ rest }) => rest[0]?.text),
    all: one.questions.length,
  }
}

const rest = (text: string): Records['rests'][number] => ({ document: list, rest: [{ text } as never] })

describe('of two readings of one document', () => {
  const elsewhere = questionRow(other, 0, '1')

  test('the later one is taken whole, wherever it stands, with its rest; other documents stay', () => {
    const [older, newer] = [reading('Oud'), reading('Nieuw')]
    for (const [first, second, documents, rests] of [
      [older, newer, [read(1, 'Oud'), read(2, 'Nieuw')], [rest('oud'), rest('nieuw')]],
      [newer, older, [read(2, 'Nieuw'), read(1, 'Oud')], [rest('nieuw'), rest('oud')]],
    ] as const) {
      expect(taken([[...first, elsewhere], second], documents, rests)).toEqual({
        questions: ['Nieuw 0?', 'Nieuw 1?'],
        titles: ['Nieuw'],
        rests: ['nieuw'],
        all: 3,
      })
    }
  })

  test('one stays where the later one has less, or where nothing tells which is later', () => {
    const documents = [read(1, 'Oud'), read(2, 'Nieuw')]
    expect(taken([reading('Oud'), reading('Nieuw', [0])], documents).questions).toEqual(['Oud 0?', 'Oud 1?'])
    for (const lost of [[], documents.slice(0, 1)]) {
      expect(taken([reading('Oud'), reading('Nieuw')], lost).questions).toEqual(['Oud 0?', 'Oud 1?'])
    }
  })

  test('rests of which one is lost stay all, since nothing tells whose the other is', () => {
    const documents = [read(1, 'Oud'), read(2, 'Nieuw')]
    expect(taken([reading('Oud'), reading('Nieuw')], documents, [rest('nieuw')]).rests).toEqual(['nieuw'])
  })

  test('the same one twice is one, and what stands in no order is one without doubles', () => {
    expect(taken([reading('Oud'), reading('Oud')], [read(1, 'Oud')]).questions).toEqual(['Oud 0?', 'Oud 1?'])
    const [first, second] = [reading('Oud', [1, 0]), reading('Nieuw', [1, 0])]
    expect(taken([[...first, ...second]], [read(1, 'Oud')]).questions.toSorted()).toEqual(['Nieuw 0?', 'Nieuw 1?'])
  })
})
