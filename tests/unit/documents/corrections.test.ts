import { describe, expect, test } from 'vitest'
import {
  applyCorrections,
  borderCorrection,
  type Correction,
  joinCorrection,
  questionNames,
  wholeText,
} from '#utils/documents/corrections.ts'
import type { Question } from '#utils/documents/types.ts'
import { question } from '../database/rows.ts'

/** A list whose third «question» is the second point of an answer. */
const read: readonly Question[] = [
  question(0, '1', { question: 'Wat zijn de redenen?', answer: 'Twee redenen:\n1. geld' }),
  question(1, '2', { question: 'tijd.', answer: '', code: '2023D00002', doubts: ['number-gap'] }),
  question(2, '2', { question: 'Hoeveel kost het?', answer: 'Een miljoen.', doubts: ['doubtful-split'] }),
]

const nameOf = (questions: readonly Question[], order: number) => {
  const name = questionNames(questions).get(order)
  if (name === undefined) throw new Error('no such question')
  return name
}
const one = (questions: readonly Question[], order: number): Question => {
  const found = questions.find((row) => row.order === order)
  if (found === undefined) throw new Error('no such question')
  return found
}
const join = (order: number, questions = read): Correction =>
  joinCorrection(one(questions, order), nameOf(questions, order))
const border = (order: number, begins: string, questions: readonly Question[] = read): Correction => {
  const text = wholeText(one(questions, order))
  return borderCorrection(text, begins === '' ? text.length : text.indexOf(begins), nameOf(questions, order))
}
const texts = (questions: readonly Question[]) => questions.map(({ question, answer }) => [question, answer])

describe('corrections by hand', () => {
  test('without any, what was read is what is shown', () => {
    expect(applyCorrections(read, [])).toBe(read)
  })

  test('a point of an answer that was taken for a question goes back to it, with its number', () => {
    const [first, second, ...more] = applyCorrections(read, [join(1)])
    expect(first).toMatchObject({
      question: 'Wat zijn de redenen?',
      answer: 'Twee redenen:\n1. geld\n\n2. tijd.',
      code: '2023D00002',
      doubts: [],
      corrected: ['join'],
      joined: [{ order: 1, number: '2', code: '2023D00002' }],
    })
    expect(second).toEqual(read[2])
    expect(more).toEqual([])
  })

  test('a question that was cut in two becomes one question with the answer that follows', () => {
    const cut = [question(0, '1', { question: 'Klopt het dat:', answer: '' }), question(1, '2', { answer: 'Ja.' })]
    const [whole] = applyCorrections(cut, [join(1, cut)])
    expect(whole).toMatchObject({ question: 'Klopt het dat:\n\n2. Vraag 2?', answer: 'Ja.' })
  })

  test('a joint answer that stands under both stays one answer, and its numbers one question', () => {
    const joint = ['1', '2'].map((number, order) =>
      question(order, number, { answer: 'Samen.', answeredWith: ['1', '2'], footnotes: [{ mark: '3', text: 'Noot' }] }),
    )
    expect(applyCorrections(joint, [join(1, joint)])).toMatchObject([
      { question: 'Vraag 1?\n\n2. Vraag 2?', answer: 'Samen.', answeredWith: [], footnotes: [{ mark: '3' }] },
    ])
  })

  test('three in a row become one; a printed code of each stays findable', () => {
    const three = ['1', '2', '3'].map((number, order) => question(order, number, { code: `2023D0000${number}` }))
    const [whole, ...more] = applyCorrections(three, [join(2, three), join(1, three)])
    expect(more).toEqual([])
    expect(whole?.joined?.map(({ number }) => number)).toEqual(['2', '3'])
    expect(whole).toMatchObject({ code: '2023D00001', joinedCodes: ['2023D00002', '2023D00003'] })
  })

  test('the answer begins where the reader says; no letter is lost, and the doubt about it is gone', () => {
    const [, , moved] = applyCorrections(read, [border(2, 'kost het?')])
    expect(moved).toMatchObject({
      question: 'Hoeveel',
      answer: 'kost het?\n\nEen miljoen.',
      doubts: [],
      corrected: ['border'],
    })
    const [, , none] = applyCorrections(read, [border(2, '')])
    expect(none).toMatchObject({ question: 'Hoeveel kost het?\n\nEen miljoen.', answer: '' })
  })

  test.each([
    ['Klopt dit? Ja.', 'Ja. Ja.', 'Ja.'],
    ['Lang. '.repeat(60), 'Lang. '.repeat(40), 'Lang.'],
  ])('where the same words stand more than once, the place that was chosen is found: %s', (asked, answer, words) => {
    const twice = [question(0, '1', { question: asked.trim(), answer: answer.trim() })]
    const text = wholeText(one(twice, 0))
    const places = [...text.matchAll(new RegExp(`${words}(?=\\s|$)`, 'g'))].map(({ index }) => index)
    expect(places.length).toBeGreaterThan(2)
    for (const place of places.filter((index) => index > 0)) {
      const [moved] = applyCorrections(twice, [borderCorrection(text, place, nameOf(twice, 0))])
      expect(moved?.answer).toBe(text.slice(place))
    }
  })

  test('the border of a joined question is looked for in all of its text', () => {
    const joined = applyCorrections(read, [join(1)])
    const moved = applyCorrections(read, [join(1), border(0, '2. tijd', joined)])
    expect(moved[0]).toMatchObject({ answer: '2. tijd.', corrected: ['join', 'border'] })
  })

  test('an answer that is glued to its question can be parted from it', () => {
    const glued = [question(0, '1', { question: 'Kunt u dit toelichten?Ja, dat kan.', answer: '' })]
    const parted = applyCorrections(glued, [border(0, 'Ja, dat', glued)])
    expect(texts(parted)).toEqual([['Kunt u dit toelichten?', 'Ja, dat kan.']])
  })

  test('a question without words that was joined stays one of its own once a reading gives it words', () => {
    const empty = read.map((row) => (row.order === 1 ? { ...row, question: '' } : row))
    expect(applyCorrections(empty, [join(1, empty)])).toHaveLength(2)
    expect(applyCorrections(read, [join(1, empty)])).toHaveLength(3)
  })

  test('line breaks that another reader sets elsewhere do not matter; other words do', () => {
    const corrections = [join(1), border(2, 'Een miljoen')]
    const again = read.map((row) => ({
      ...row,
      question: row.question.replace(' ', '\n'),
      answer: row.answer.replace(' ', '\n'),
    }))
    expect(applyCorrections(again, corrections)).toHaveLength(2)
    const better = [read[0], { ...read[2], order: 1 }] as Question[]
    expect(texts(applyCorrections(better, corrections.slice(0, 1)))).toEqual(texts(better))
  })

  test('a first question has nothing to be joined to, and an answer needs a question before it', () => {
    expect(applyCorrections(read, [join(0)])).toHaveLength(3)
    expect(texts(applyCorrections(read, [border(2, 'Hoeveel')]))).toEqual(texts(read))
  })
})
