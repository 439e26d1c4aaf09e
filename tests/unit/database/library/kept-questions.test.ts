import { describe, expect, test } from 'vitest'
import { factsOf } from '#tests/fixtures/facts.ts'
import { deleteDocument } from '#utils/database/documents/remove-document.ts'
import { facetsOf, filterOffer, noFilter, passes } from '#utils/database/library/facets.ts'
import { lastCorrection, mentions, questionsAt } from '#utils/database/library/kept-questions.ts'
import { facetColumns, facetedQuestions } from '#utils/database/library/question-facets.ts'
import { deleteNote, saveNote } from '#utils/database/notes/notes.ts'
import type { DocumentFacts } from '#utils/documents/types.ts'
import { at, openTestDatabase } from '../open-test-database.ts'
import { documentRow, questionRow } from '../rows.ts'

const facts = (parties: readonly string[], ministry: string): DocumentFacts =>
  factsOf({
    type: 'answers',
    askedBy: parties.map((party) => ({ name: 'X', party })),
    answeredBy: [{ name: null, function: 'minister', ministry }],
  })
const code = (id: string) => ({ kind: 'document', id, label: id, url: '' }) as const

async function filled() {
  const db = openTestDatabase()
  await db.documents.bulkAdd([
    documentRow('2023D1', { updatedAt: at(2).toISOString(), facts: facts(['VVD', 'D66'], 'Financiën') }),
    documentRow('2023D2', {
      aliases: ['2023D2', 'kst-36360-5'],
      updatedAt: at(3).toISOString(),
      facts: facts(['SP'], 'OCW'),
    }),
    documentRow('2023D3', { updatedAt: at(4).toISOString() }),
  ])
  await db.questions.bulkAdd([
    questionRow('2023D1', 0, '1', { answer: '', references: ['kst-36360-5', '2023D9'] }),
    questionRow('2023D1', 1, '2', { doubts: ['number-gap'], pointsTo: '1', askedBy: [{ name: null, party: 'PVV' }] }),
    questionRow('2023D2', 0, '1', { complete: false, references: ['2023D9'] }),
    questionRow('2023D3', 0, '1', { references: ['2023D9'] }),
  ])
  await saveNote(db, { id: 'a', target: 'kst-36360-5#1', opened: '', body: 'a' }, at(5))
  await saveNote(db, { id: 'b', target: '2023D1#1', opened: '', body: 'b' }, at(5))
  await deleteNote(db, 'b', at(6))
  await deleteDocument(db, '2023D3', at(7))
  return db
}

describe('questions of all documents', () => {
  test('as filters see them, newest documents first, removed ones left out', async () => {
    expect(facetedQuestions(await facetColumns(await filled()))).toEqual([
      { key: ['2023D2', 0], facets: { marks: ['doubtful', 'noted'], parties: ['SP'], ministries: ['OCW'] } },
      { key: ['2023D1', 0], facets: { marks: ['unanswered'], parties: ['VVD', 'D66'], ministries: ['Financiën'] } },
      { key: ['2023D1', 1], facets: { marks: ['doubtful', 'pointing'], parties: ['PVV'], ministries: ['Financiën'] } },
    ])
  })

  test('are read by their keys, in that order; those that are gone are left out', async () => {
    const found = await questionsAt(await filled(), [
      ['2023D1', 1],
      ['2023D3', 0],
      ['2023D2', 0],
      ['2023D1', 9],
    ])
    expect(found.map(({ question, list }) => [list.id, question.order])).toEqual([
      ['2023D1', 1],
      ['2023D2', 0],
    ])
  })

  test('that name a code are found under any name of its document, at most so many and one more', async () => {
    const db = await filled()
    const named = async (id: string, most = 9) =>
      (await mentions(db, code(id), most)).map(({ list, question }) => `${list.id}/${question.order}`)
    expect(await named('2023D9')).toEqual(['2023D2/0', '2023D1/0'])
    expect(await named('2023D2')).toEqual(['2023D1/0'])
    expect(await named('2023D404')).toEqual([])
    expect(await named('2023D9', 0)).toHaveLength(1)
  })

  test('tell when one was last corrected', async () => {
    const db = await filled()
    expect(await lastCorrection(db)).toBe('')
    const row = { list: '2023D1', number: '1', occurrence: 1, anchor: '', place: 1 }
    await db.corrections.bulkAdd([
      { ...row, kind: 'join', updatedAt: at(9).toISOString(), deletedAt: at(9).toISOString() },
      { ...row, kind: 'border', updatedAt: at(8).toISOString() },
    ])
    expect(await lastCorrection(db)).toBe(at(9).toISOString())
  })
})

describe('filters', () => {
  const all = [
    facetsOf(questionRow('x', 0, '1', { answer: '' }), facts(['VVD'], 'Financiën'), false),
    facetsOf(questionRow('x', 1, '2', { doubts: ['cut-off'] }), facts(['VVD'], 'Financiën'), true),
    facetsOf(questionRow('x', 2, '3', { askedBy: [{ name: 'Y', party: 'D66' }] }), facts(['VVD'], 'Financiën'), true),
  ]

  test('only those that make a difference are offered, each with what it would leave beside the others', () => {
    expect(filterOffer(all, noFilter)).toEqual({
      marks: [
        ['doubtful', 1],
        ['unanswered', 1],
        ['noted', 2],
      ],
      parties: [
        ['D66', 1],
        ['VVD', 2],
      ],
      ministries: [],
    })
    const chosen = { ...noFilter, marks: ['noted' as const], party: 'D66' }
    expect(filterOffer(all, chosen)).toEqual({
      marks: [
        ['doubtful', 0],
        ['unanswered', 0],
        ['noted', 1],
      ],
      parties: [
        ['D66', 1],
        ['VVD', 1],
      ],
      ministries: [],
    })
    expect(all.filter((one) => passes(one, chosen))).toEqual([all[2]])
  })

  test('what is the same of all questions is no filter; questions to check are always told', () => {
    const doubtful = [facetsOf(questionRow('x', 0, '1', { complete: false, answer: '' }), undefined, true)]
    expect(filterOffer(doubtful, noFilter)).toEqual({ marks: [['doubtful', 1]], parties: [], ministries: [] })
    expect(filterOffer([], noFilter)).toEqual({ marks: [], parties: [], ministries: [] })
  })

  test('a filter that is chosen stays in sight, though nothing passes it any more', () => {
    const offer = filterOffer(all.slice(0, 1), { marks: ['noted'], party: 'VVD', ministry: null })
    expect(offer.marks).toEqual([['noted', 0]])
    expect(offer.parties).toEqual([['VVD', 0]])
  })
})
