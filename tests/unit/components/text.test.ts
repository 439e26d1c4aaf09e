import { describe, expect, test } from 'vitest'
import {
  differenceOf,
  makeLink,
  movedCaret,
  type TextEdit,
  toggleLines,
  toggleMark,
} from '#components/notes/text-edits.ts'
import { filterable, filterQuestions } from '#components/questions/question-filter.ts'
import { partsOf } from '#components/questions/text-parts.ts'
import { questionRow } from '#tests/browser/components/rows.ts'
import { findReferences } from '#utils/references/find.ts'

const apply = (text: string, edit: TextEdit) => {
  const after = text.slice(0, edit.from) + edit.insert + text.slice(edit.to)
  return `${after.slice(0, edit.selectionStart)}[${after.slice(edit.selectionStart, edit.selectionEnd)}]${after.slice(edit.selectionEnd)}`
}

describe('Markdown keys', () => {
  test('marks whole lines, and takes the mark away where all have it', () => {
    expect(apply('een\ntwee', toggleLines('een\ntwee', 5, 5, '- '))).toBe('een\n- t[]wee')
    expect(apply('een\n- twee', toggleLines('een\n- twee', 7, 7, '- '))).toBe('een\nt[]wee')
    expect(apply('een\ntwee\ndrie', toggleLines('een\ntwee\ndrie', 1, 6, '> '))).toBe('[> een\n> twee]\ndrie')
    expect(apply('> een\n> twee', toggleLines('> een\n> twee', 0, 11, '> '))).toBe('[een\ntwee]')
    expect(apply('', toggleLines('', 0, 0, '- '))).toBe('- []')
  })

  test('marks go around the selection and come off again', () => {
    expect(apply('een twee', toggleMark('een twee', 4, 8, '**'))).toBe('een **[twee]**')
    expect(apply('een **twee**', toggleMark('een **twee**', 6, 10, '**'))).toBe('een [twee]')
    expect(apply('een **twee**', toggleMark('een **twee**', 4, 12, '**'))).toBe('een [twee]')
  })
  test('without a selection the caret stands between the marks', () => {
    expect(apply('', toggleMark('', 0, 0, '_'))).toBe('_[]_')
  })
  test('a link has the part that is still to be typed selected', () => {
    expect(apply('zie stuk', makeLink('zie stuk', 4, 8, 'adres'))).toBe('zie [stuk]([adres])')
    expect(apply('', makeLink('', 0, 0, 'adres'))).toBe('[[]](adres)')
    const address = 'https://www.tweedekamer.nl/x'
    expect(apply(address, makeLink(address, 0, address.length, 'adres'))).toBe(`[[]](${address})`)
  })
})

test.each([
  ['before the change it stays', 'abc def', 'abc DEF ghi', 2, 2],
  ['after the change it moves along', 'abc def', 'x abc def', 7, 9],
  ['inside what was replaced it stays as near as it can', 'abcdef', 'abXf', 4, 3],
  ['at the end of a text that grows at the end it stays at its place', 'abc', 'abcdef', 3, 3],
])('the caret: %s', (_, before, after, caret, expected) => {
  const difference = differenceOf(before, after)
  expect(difference && movedCaret(caret, difference)).toBe(expected)
})

describe('texts of documents', () => {
  const numbers = new Set(['4', '5a', '7'])
  const kinds = (text: string) =>
    partsOf(text, findReferences(text), numbers)
      .filter(({ type }) => type !== 'text')
      .map(({ type, text: part }) => `${type} ${part}`)

  test.each([
    ['Zie het antwoord op vraag 4.', ['question 4']],
    ['Zie de antwoorden op de vragen 4, 5a en 7.', ['question 4', 'question 5a', 'question 7']],
    ['zoals in de beantwoording van vraag 4', ['question 4']],
    ['zie ook vraag 7', ['question 7']],
    ['Zie het antwoord op vraag 12.', []],
    ['In vraag 4 van een ander stuk staat dit.', []],
    ['Zie 2023D19163 en het antwoord op vraag 4.', ['code 2023D19163', 'question 4']],
  ])('%s', (text, expected) => expect(kinds(text)).toEqual(expected))

  test('no character is lost or doubled', () => {
    const text = 'Zie de antwoorden op de vragen 4, 5a en 7, en 2023D19 158 (Kamerstuk 36 360 VIII, nr. 5).'
    expect(
      partsOf(text, findReferences(text), numbers)
        .map((part) => part.text)
        .join(''),
    ).toBe(text)
  })
})

describe('the filter of questions', () => {
  const rows = [
    questionRow('x', 0, { number: '1', question: 'Wat doet de coördinator?', answer: 'Overleggen in 15 steden.' }),
    questionRow('x', 1, { number: '15', question: 'Hoeveel scholen?', answer: 'Drie.' }),
    questionRow('x', 2, { number: '155', code: '2023D19158', question: 'Waarom?', answer: 'Daarom.' }),
  ]
  const numbers = (typed: string) => filterQuestions(filterable(rows), typed).map(({ number }) => number)
  test.each([
    ['15', ['15', '155']],
    ['155', ['155']],
    ['coordinator', ['1']],
    ['WAT steden', ['1']],
    ['2023d19158', ['155']],
    ['fietspad', []],
  ])('%s', (typed, expected) => expect(numbers(typed)).toEqual(expected))
  test('a number that no question has is a word like any other', () => {
    expect(
      filterQuestions(filterable([{ ...questionRow('x', 0), number: '1', answer: 'In 2022.' }]), '2022'),
    ).toHaveLength(1)
  })
})
