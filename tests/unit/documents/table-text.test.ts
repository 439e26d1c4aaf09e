import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseQuestions } from '#utils/documents/parse/questions.ts'
import { linesOfText } from '#utils/documents/text.ts'
import { cases } from '../cases.ts'
import { expected, printText, type Setting, usual, written } from './written.ts'

function read(text: string) {
  return parseQuestions(linesOfText(text)).map(({ number, code, page, question, answer, footnotes, complete }) => ({
    number,
    code,
    page,
    question,
    answer,
    footnotes,
    complete,
  }))
}

const variants: readonly (readonly [name: string, changes: Partial<Setting>])[] = [
  ['as the seed prints it', {}],
  ['codes broken after the letter and one digit', { codeBreak: 6 }],
  ['codes broken after the year', { codeBreak: 4 }],
  ['codes broken after the letter', { codeBreak: 5 }],
  ['codes in one piece', { codeBreak: null }],
  ['codes before the question’s words', { code: 'after-number' }],
  ['codes before the number', { code: 'before-number' }],
  ['codes on the next line', { code: 'next-line', page: 'own-line' }],
  [
    'codes wrapped by their column over two lines of the question',
    { code: 'two-lines', box: 'none', page: 'own-line' },
  ],
  ['no codes', { code: 'none' }],
  ['no pages', { page: 'none' }],
  ['neither codes nor pages', { code: 'none', page: 'none' }],
  ['pages on their own line', { page: 'own-line' }],
  ['pages behind the code on the first line', { page: 'behind-code' }],
  ['the reference box inside an answer', { box: 'answer' }],
  ['no reference box', { box: 'none' }],
  [
    'the reference box between the lines of questions in a narrow column',
    { code: 'none', codeBreak: null, page: 'own-line', box: 'row', pageLength: 33, width: 56, introduction: false },
  ],
  ['notes on one line', { notes: 'one-line' }],
  ['page marks at the top', { footer: 'top', pageLength: 30 }],
  ['pages of 19 lines', { pageLength: 19 }],
  ['pages of 23 lines without form feeds', { pageLength: 23, formFeed: false }],
  ['Windows line ends', { lineEnd: '\r\n' }],
  ['no last line end', { finalLineEnd: false }],
  ['tabs between the columns', { gap: '\t' }],
  ['several blanks between the columns', { gap: '    ' }],
  ['no-break spaces', { nbsp: true }],
  ['after a letter’s introduction', { introduction: true }],
  ['no blank line before the answer', { blankBeforeAnswer: false }],
  ['a wide page', { width: 110 }],
  ['a narrow page', { width: 54 }],
]

describe('questions of the table layout in plain text', () => {
  it.each(variants)('are the same records with %s', (_, changes) => {
    expect(read(printText(written, changes))).toEqual(expected(written, changes))
  })

  it('are the same records in any mix of those prints', () => {
    const setting = fc.record({
      code: fc.constantFrom<Setting['code']>('none', 'first-line', 'before-number', 'after-number'),
      codeBreak: fc.constantFrom(null, 4, 5, 6, 7, 8),
      page: fc.constantFrom<Setting['page']>('none', 'behind-question', 'own-line'),
      box: fc.constantFrom<Setting['box']>('none', 'row', 'answer'),
      notes: fc.constantFrom<Setting['notes']>('one-line', 'two-lines'),
      footer: fc.constantFrom<Setting['footer']>('bottom', 'top'),
      formFeed: fc.boolean(),
      pageLength: fc.constantFrom(200, 60, 41, 33),
      width: fc.integer({ min: 56, max: 100 }),
      gap: fc.constantFrom(' ', '   ', '\t'),
      lineEnd: fc.constantFrom('\n', '\r\n'),
      finalLineEnd: fc.boolean(),
      nbsp: fc.boolean(),
      introduction: fc.boolean(),
    })
    fc.assert(
      fc.property(setting, (changes) => {
        const folded = <Item extends { answer: string }>(items: Item[]) =>
          items.map((item) => ({ ...item, answer: item.answer.replaceAll('\n\n', ' ') }))
        // A page may end where a paragraph ends with a full line: then nothing on paper tells whether it goes on.
        const text = printText(written, { ...usual, ...changes })
        expect(folded(read(text))).toEqual(folded(expected(written, changes)))
      }),
      cases(100),
    )
  })
})
