import { describe, expect, it } from 'vitest'
import { type AlignedTable, alignedTablePdf } from '#tests/fixtures/pdf/aligned-table.ts'
import { expectedQuestion, records, saidBy } from '#tests/fixtures/pdf/records.ts'
import { parseQuestions } from '#utils/documents/parse/questions.ts'
import { layOut } from '#utils/documents/pdf/layout.ts'
import { readDocument } from '#utils/documents/read.ts'
import { page, run } from './page.ts'

const tables: AlignedTable[] = (['top', 'middle', 'bottom'] as const).flatMap((valign) =>
  [true, false].flatMap((ruled) => (['narrow', 'wide'] as const).map((code) => ({ valign, ruled, code }))),
)

async function read(table: AlignedTable) {
  const { questions } = await readDocument(await alignedTablePdf(records, table))
  return {
    doubts: questions.flatMap(({ doubts }) => doubts),
    records: questions.map(saidBy),
  }
}

describe('question tables, however their cells are aligned', () => {
  it.each(tables)('$valign, ruled: $ruled, code column: $code', async (table) => {
    const found = await read(table)
    expect(found.records).toEqual(records.map(expectedQuestion))
    expect(found.doubts).toEqual([])
  })

  it.each(['top', 'middle', 'bottom'] as const)('%s, with answers that begin below the question', async (valign) => {
    // Unruled and aligned at the bottom, a short answer may as well be the next row's first line.
    const found = await read({ valign, ruled: valign === 'bottom', code: 'narrow', indented: true })
    expect(found.records).toEqual(records.map(expectedQuestion))
    expect(found.doubts).toEqual([])
  })

  it.each(['middle', 'bottom'] as const)('%s, with rows that touch, as Word sets them', async (valign) => {
    const found = await read({ valign, ruled: true, code: 'narrow', padding: 0 })
    expect(found.records).toEqual(records.map(expectedQuestion))
  })
})

/** A row of 4 lines; the number's own height is given. */
function row(number: number, y: number, numberY: number) {
  const words = ['Kunt u van regeling', 'zo goed als het gaat', 'toelichten wat er met', 'het budget gebeurt?']
  return [
    run(`${number}`, 80, numberY),
    ...words.map((text, index) => run(`${text} ${'abcdefgh'[number % 8]}`, 110, y + index * 12, { width: 200 })),
    ...[0, 1, 2].map((index) =>
      run(`antwoord ${'abcdefgh'[number % 8]} ${index}`, 80, y + 60 + index * 12, { width: 300 }),
    ),
  ]
}

describe('rows of a table as lines', () => {
  const texts = (offset: (index: number) => number) =>
    layOut([
      page(
        1,
        [0, 1, 2, 3, 4].flatMap((index) => row(index + 1, 120 + index * 120, 120 + index * 120 + offset(index))),
      ),
    ])

  it('have the number on the first line of a centred question, and are certain', () => {
    const lines = texts(() => 18)
    expect(lines.filter(({ text }) => /^\d/.test(text)).map(({ text }) => text.slice(0, 21))).toEqual(
      [1, 2, 3, 4, 5].map((number) => `${number} Kunt u van regeling`),
    )
    expect(lines.some(({ uncertain }) => uncertain)).toBe(false)
  })

  it('are uncertain where no alignment explains them', () => {
    const lines = texts((index) => [8, 28, 16, 30, 4][index] ?? 0)
    expect(lines.filter(({ text, uncertain }) => /^\d/.test(text) && uncertain).length).toBeGreaterThan(2)
  })
})

describe('a table of questions beside answers, its cells centred', () => {
  const words = ['een', 'twee', 'drie', 'vier', 'vijf', 'zes', 'zeven', 'acht', 'negen', 'tien']
  const height = 110
  const tops = [0, 1, 2, 3, 4].map((index) => 120 + index * height)
  /** An answer of two paragraphs, as far apart as the rows are. */
  const answer = (index: number) =>
    [0, 12, 24, 44, 56, 68].map((down, line) => [down, `${words[index + line]} is waar.`] as const)
  const cells = tops.flatMap((y, index) => [
    run(`${index + 1}`, 80, y + 34),
    run(`Waarom duurt dit project`, 110, y + 28, { width: 110 }),
    run(`al ${words[index]} jaar?`, 110, y + 40, { width: 80 }),
    ...answer(index).map(([down, text]) => run(`Dit antwoord van regel ${text}`, 260, y + down, { width: 200 })),
  ])
  const rulings = [...tops, 120 + 5 * height].map((y) => ({ y: y - 25, x: 76, right: 470 }))
  const questions = parseQuestions(layOut([page(1, cells)], new Map([[1, rulings]])))

  it('keeps the lines of each row together, and the paragraphs of each answer', () => {
    expect(questions.map(({ number, question, answer: text }) => ({ number, question, text }))).toEqual(
      tops.map((_, index) => {
        const lines = answer(index).map(([, text]) => `Dit antwoord van regel ${text}`)
        return {
          number: `${index + 1}`,
          question: `Waarom duurt dit project al ${words[index]} jaar?`,
          text: `${lines.slice(0, 3).join(' ')}\n\n${lines.slice(3).join(' ')}`,
        }
      }),
    )
    expect(questions.flatMap(({ doubts }) => doubts)).toEqual([])
  })

  it('is doubtful where rows stand as close as paragraphs and no ruling parts them', () => {
    const close = cells.map((each) => ({ ...each, y: each.y - Math.floor((each.y - 120) / height) * 22 }))
    const found = parseQuestions(layOut([page(1, close)]))
    expect(found.flatMap(({ doubts }) => doubts)).toContain('doubtful-split')
  })
})
