import { describe, expect, it } from 'vitest'
import { parseQuestions } from '#utils/documents/parse/questions.ts'
import { layOut } from '#utils/documents/pdf/layout.ts'
import { page, run } from '../pdf/page.ts'

const pairs = (runs: readonly ReturnType<typeof run>[]) =>
  parseQuestions(layOut([page(1, runs)])).map(({ number, question, answer }) => [
    number,
    question.replace(/\s+/g, ' '),
    answer.replace(/\s+/g, ' '),
  ])

describe('cells of a printed table', () => {
  it('a number above its question is in one cell with it, and the answer begins beside the number', () => {
    const rows = [1, 2, 3, 4].flatMap((number) => {
      const y = 80 + number * 90
      return [
        run(`${number}.`, 46, y, { width: 9 }),
        run(`Klopt het dat de ${'abcd'[number - 1]}-sluis al jaren niet meer open`, 46, y + 17, { width: 235 }),
        run('kan?', 46, y + 30, { width: 20 }),
        run('Nee, dat is niet zo. Er zijn daar dit jaar wel enkele', 301, y, { width: 230 }),
        run('schepen geweigerd, omdat het water te laag stond.', 301, y + 12.5, { width: 210 }),
      ]
    })
    const answer =
      'Nee, dat is niet zo. Er zijn daar dit jaar wel enkele schepen geweigerd, omdat het water te laag stond.'
    expect(pairs(rows)).toEqual(
      ['a', 'b', 'c', 'd'].map((letter, index) => [
        `${index + 1}`,
        `Klopt het dat de ${letter}-sluis al jaren niet meer open kan?`,
        answer,
      ]),
    )
  })

  it('a wide gap in a justified line is no column of answers, whose text would begin a sentence', () => {
    const asked = (y: number, number: number) => [
      run(`Vraag ${number}`, 75, y, { bold: true }),
      run('Is de waterbeheerder van de streek', 75, y + 14, { width: 150 }),
      run('voldoende toegerust voor deze taak, en', 260, y + 14, { width: 190 }),
      run('waaruit blijkt dat?', 75, y + 27, { width: 90 }),
      run(`Antwoord ${number}`, 75, y + 50, { bold: true }),
      run('Ja, dat blijkt uit het verslag van vorig jaar.', 75, y + 64),
    ]
    const question = 'Is de waterbeheerder van de streek voldoende toegerust voor deze taak, en waaruit blijkt dat?'
    const answer = 'Ja, dat blijkt uit het verslag van vorig jaar.'
    expect(pairs([...asked(100, 1), ...asked(300, 2)])).toEqual([
      ['1', question, answer],
      ['2', question, answer],
    ])
  })

  it('a list in a question keeps its words, which a tab parts from their signs', () => {
    const items = ['gemeenten zelf mogen kiezen;', 'er geen norm is;', 'de kosten stijgen?']
    const asked = (y: number, number: number) => [
      run(`Vraag ${number}`, 57, y, { bold: true }),
      run('Acht u het wenselijk dat:', 57, y + 14),
      ...items.flatMap((text, index) => [
        run('•', 71, y + 30 + index * 14, { width: 4 }),
        run(text, 85, y + 30 + index * 14),
      ]),
      run(`Antwoord ${number}`, 57, y + 90, { bold: true }),
      run('Nee, dat acht ik niet wenselijk.', 57, y + 104),
    ]
    const question = `Acht u het wenselijk dat: ${items.map((text) => `- ${text}`).join(' ')}`
    const found = pairs([...asked(100, 1), ...asked(300, 2)]).map(([number, text, answer]) => [
      number,
      text?.replace(/•/g, '-'),
      answer,
    ])
    expect(found).toEqual([
      ['1', question, 'Nee, dat acht ik niet wenselijk.'],
      ['2', question, 'Nee, dat acht ik niet wenselijk.'],
    ])
  })
})
