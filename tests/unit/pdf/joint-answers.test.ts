import { describe, expect, it } from 'vitest'
import { parseQuestions } from '#utils/documents/parse/questions.ts'
import { layOut } from '#utils/documents/pdf/layout.ts'
import { page, run } from './page.ts'

const height = 80
const top = (number: number) => 60 + number * height

/** Four questions; the answer of the second reaches down beside the third, and stands in the middle of both. */
const cells = [1, 2, 3, 4].flatMap((number) => [
  run(`${number}`, 60, top(number) + 30, { width: 6 }),
  run(`Wat kost kade ${number} het Rijk,`, 90, top(number) + 24, { width: 150 }),
  run('en wie betaalt dat?', 90, top(number) + 36, { width: 110 }),
])
const answer = (y: number, ...lines: readonly string[]) =>
  lines.map((text, line) => run(text, 300, y + line * 12, { width: 200 }))
const answers = [
  ...answer(top(1) + 24, 'Kade 1 kost twee miljoen euro,', 'te betalen door de gemeente.'),
  ...answer(
    top(2) + 52,
    'Beide kaden worden betaald uit',
    'het fonds, dat daarvoor is',
    'ingesteld door het Rijk, zoals',
    'eerder is gemeld.',
  ),
  ...answer(top(4) + 24, 'Kade 4 kost niets, want', 'die is van de provincie.'),
]
const across = (y: number) => [
  { y, x: 55, right: 280 },
  { y, x: 280, right: 510 },
]
const read = (heights: readonly number[], inner: readonly number[]) => {
  const rulings = [...heights.flatMap(across), ...inner.map((y) => ({ y, x: 55, right: 280 }))]
  return parseQuestions(layOut([page(1, [...cells, ...answers])], new Map([[1, rulings]])))
}
const joint =
  'Beide kaden worden betaald uit het fonds, dat daarvoor is ingesteld door het Rijk, zoals eerder is gemeld.'

describe('an answer in a table without lines', () => {
  const place = (number: number) => 60 + number * 60
  const asked = [1, 2, 3, 4, 5].flatMap((number) => [
    run(`${number}`, 60, place(number), { width: 6 }),
    run(`Wat kost kade ${number} het Rijk,`, 90, place(number), { width: 150 }),
    run('en wie betaalt dat?', 90, place(number) + 12, { width: 110 }),
  ])
  const told = (number: number) =>
    answer(place(number), `Kade ${number} kost twee miljoen euro,`, 'te betalen door Almen.')
  const readAnswers = (...lines: readonly ReturnType<typeof answer>[]) =>
    parseQuestions(layOut([page(1, [...asked, ...lines.flat()])]))

  it('is that of the rows below it too, which have nothing beside them, and doubtful', () => {
    const questions = readAnswers(told(1), told(2), told(4), told(5))
    expect(questions.map(({ answeredWith }) => answeredWith)).toEqual([[], ['2', '3'], ['2', '3'], [], []])
    expect(questions[2]?.answer).toBe('Kade 2 kost twee miljoen euro, te betalen door Almen.')
    expect(questions.map(({ doubts }) => doubts.length > 0)).toEqual([false, true, true, false, false])
  })

  it('is its row’s alone where each has one, an empty line lower or overleaf, or most have none', () => {
    const lower = answer(place(3) + 12, 'Kade 3 kost drie miljoen euro.')
    expect(readAnswers(told(1), told(2), lower, told(4), told(5)).flatMap((question) => question.answeredWith)).toEqual(
      [],
    )
    const beside = [1, 2, 3, 4].flatMap(told)
    const later = [...told(1), ...asked].map((one) => ({
      ...one,
      text: one.text.replace(/^[1-5]$/, (digit) => `${Number(digit) + 5}`),
    }))
    const overleaf = [page(1, [...asked, ...beside]), page(2, [...answer(80, 'Kade 5 kost vijf miljoen.'), ...later])]
    expect(parseQuestions(layOut(overleaf))[3]?.answeredWith).toEqual([])
    expect(readAnswers(...[1, 2, 3, 4, 5].map(told)).flatMap((question) => question.answeredWith)).toEqual([])
    expect(readAnswers(told(1), told(4)).flatMap((question) => question.answeredWith)).toEqual([])
  })
})

describe('an answer whose cell several rows of a table share', () => {
  const outer = [1, 2, 4, 5].map(top)

  it('answers all of them, where a line parts their questions and not the answer', () => {
    const questions = read(outer, [top(3)])
    expect(questions.map(({ number, answeredWith }) => [number, answeredWith])).toEqual([
      ['1', []],
      ['2', ['2', '3']],
      ['3', ['2', '3']],
      ['4', []],
    ])
    expect(questions.map((question) => question.answer)).toEqual([
      'Kade 1 kost twee miljoen euro, te betalen door de gemeente.',
      joint,
      joint,
      'Kade 4 kost niets, want die is van de provincie.',
    ])
    expect(questions[2]?.question).toBe('Wat kost kade 3 het Rijk, en wie betaalt dat?')
  })

  it('answers them too where lines part all other rows', () => {
    expect(read(outer, []).map((question) => question.answeredWith)).toEqual([[], ['2', '3'], ['2', '3'], []])
  })

  it('is none where each row has lines of its own, though lines part chapters or questions alone', () => {
    const own = [1, 2, 3, 4].flatMap((number) =>
      answer(top(number) + 24, `Kade ${number} kost twee miljoen euro,`, 'te betalen door de gemeente.'),
    )
    const rulings = (heights: readonly number[], inner: readonly number[]) =>
      new Map([[1, [...heights.flatMap(across), ...inner.map((y) => ({ y, x: 55, right: 280 }))]]])
    for (const known of [rulings([1, 2, 4, 5].map(top), []), rulings([1, 5].map(top), [2, 3, 4].map(top))]) {
      const questions = parseQuestions(layOut([page(1, [...cells, ...own])], known))
      expect(questions.map((question) => [question.answer, question.answeredWith])).toEqual(
        [1, 2, 3, 4].map((number) => [`Kade ${number} kost twee miljoen euro, te betalen door de gemeente.`, []]),
      )
    }
  })

  it('is none where the last column holds a few remarks', () => {
    const columns = [1, 2, 3, 4].flatMap((number) =>
      answer(top(number) + 24, `Kade ${number} kost twee miljoen euro,`, 'te betalen door de gemeente.'),
    )
    const remark = run('Zie bijlage', 520, top(2) + 70, { width: 60 })
    const wide = [1, 2, 4, 5].map((number) => ({ y: top(number), x: 55, right: 590 }))
    const questions = parseQuestions(layOut([page(1, [...cells, ...columns, remark])], new Map([[1, wide]])))
    expect(questions.map(({ answeredWith }) => answeredWith)).toEqual([[], [], [], []])
  })
})
