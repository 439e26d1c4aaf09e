import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  hasPages,
  nextDoubtful,
  placesOf,
  questionAt,
  sameQuestion,
  topsByText,
} from '#components/reader/question-places.ts'
import { cases } from '../cases.ts'

const line = (text: string, top: number) => ({ text, top })
const question = (order: number, text: string) => ({ order, question: text })

describe('the place of a question, by its text', () => {
  const page = [
    line('144', 40),
    line('Hoeveel scholen hebben in 2022 gebruik-', 40),
    line('2023D19', 40),
    line('gemaakt van de regeling?', 52),
    line('148', 52),
    line('Er zijn 412 aanvragen gedaan.', 76),
    line('145', 100),
    line('Kunt u «toelichten» waarom de post is onderbesteed?', 100),
  ]

  test('is the height of its first line, whatever became of hyphens, quotes and spaces', () => {
    const tops = topsByText(page, [
      question(0, 'Hoeveel scholen hebben in 2022 gebruikgemaakt van de regeling?'),
      question(1, 'Kunt u "toelichten" waarom de post is onderbesteed?'),
    ])
    expect([...tops]).toEqual([
      [0, 40],
      [1, 100],
    ])
  })

  test('is not found where another question of the page says the same before it', () => {
    const twice = [line('Wat kost dit plan in 2023?', 10), line('Ja.', 20), line('Wat kost dit plan in 2023?', 30)]
    const tops = topsByText(twice, [
      question(4, 'Wat kost dit plan in 2023?'),
      question(5, 'Wat kost dit plan in 2023?'),
    ])
    expect([...tops.values()]).toEqual([10, 30])
  })

  test('may be the last words of the page', () => {
    const tops = topsByText(
      [line('Nee.', 10), line('Kunt u uiteenzetten', 700)],
      [question(0, 'Kunt u uiteenzetten hoe het verder gaat?')],
    )
    expect(tops.get(0)).toBe(700)
  })

  test('stays unknown where the words are too few or elsewhere', () => {
    expect(topsByText(page, [question(0, 'Waarom?'), question(1, 'Welke gemeenten vragen het meeste aan?')]).size).toBe(
      0,
    )
  })
})

describe('the places of all questions', () => {
  const rows = [
    { order: 0, ownPage: 1, top: 300 },
    { order: 1, ownPage: 2 },
    { order: 2, ownPage: 2 },
    { order: 3, ownPage: 3, top: 90 },
  ]

  test('are as the reading tells, as the text tells, else where the one before is', () => {
    expect(placesOf(rows, new Map([[1, { page: 2, top: 400 }]]))).toEqual([
      { order: 0, page: 1, top: 300 },
      { order: 1, page: 2, top: 400 },
      { order: 2, page: 2, top: 400 },
      { order: 3, page: 3, top: 90 },
    ])
  })

  test('are told from those of a web page, which has one page alone', () => {
    expect(hasPages([{ ownPage: 1 }, { ownPage: 1 }], 12)).toBe(false)
    expect(hasPages([{ ownPage: 1 }, { ownPage: 2 }], 12)).toBe(true)
    expect(hasPages([{ ownPage: 1 }, { ownPage: 1 }], 1)).toBe(true)
  })
})

describe('the question in view', () => {
  const places = placesOf(
    [
      { order: 0, ownPage: 1, top: 300 },
      { order: 1, ownPage: 2, top: 100 },
      { order: 2, ownPage: 2, top: 500 },
    ],
    new Map(),
  )

  test.each([
    ['none before the first', { page: 1, top: 120 }, null],
    ['the one whose first line the eyes reach', { page: 1, top: 300 }, 0],
    ['still that one at the top of the next page', { page: 2, top: 20 }, 0],
    ['the last one above the eyes', { page: 2, top: 499.9 }, 2],
    ['the last one on any later page', { page: 9, top: 0 }, 2],
  ])('is %s', (_, eyes, order) => {
    expect(questionAt(places, eyes)).toBe(order)
  })

  test('is the one that a look at each of them finds', () => {
    const place = fc.record({ page: fc.integer({ min: 1, max: 9 }), top: fc.integer({ min: 0, max: 800 }) })
    fc.assert(
      fc.property(fc.array(place, { maxLength: 40 }), place, (all, eyes) => {
        const sorted = all.sort((a, b) => a.page - b.page || a.top - b.top).map((one, order) => ({ ...one, order }))
        const last = sorted.findLast(({ page, top }) => page < eyes.page || (page === eyes.page && top - 6 <= eyes.top))
        expect(questionAt(sorted, eyes)).toBe(last?.order ?? null)
      }),
      cases(100),
    )
  })
})

test('checking goes from one doubtful question to the next, and around', () => {
  const rows = [0, 1, 2, 3].map((order) => ({
    order,
    doubts: order === 1 ? (['number-gap'] as const) : [],
    complete: order !== 3,
  }))
  expect(nextDoubtful(rows, null)).toBe(1)
  expect(nextDoubtful(rows, 1)).toBe(3)
  expect(nextDoubtful(rows, 3)).toBe(1)
  expect(nextDoubtful(rows.slice(0, 1), null)).toBeNull()
})

describe('a question of a list that was read so far, in the list that is read to its end', () => {
  const numbered = (...numbers: string[]) => numbers.map((number, order) => ({ order, number }))

  test('is the one with its number, wherever it stands now', () => {
    expect(sameQuestion(numbered('1', '3'), 1, numbered('1', '2', '3'))).toBe(2)
  })

  test('is that of the same occurrence where a number comes twice', () => {
    expect(sameQuestion(numbered('1', '2', '1'), 2, numbered('1', '1a', '2', '1'))).toBe(3)
  })

  test('may be gone', () => {
    expect(sameQuestion(numbered('1', '2'), 1, numbered('1', '3'))).toBeNull()
  })
})
