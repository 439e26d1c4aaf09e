import { describe, expect, it } from 'vitest'
import { layOut } from '#utils/documents/pdf/layout.ts'
import { page, run } from './page.ts'

/** A column of questions and answers from `number` on, 20 lines of 150 points. */
function column(x: number, number: number, heading: (of: string, number: number) => string) {
  return Array.from({ length: 20 }, (_, line) => {
    const question = number + Math.floor(line / 10)
    const text =
      line % 10 === 0
        ? heading('Vraag', question)
        : line % 10 === 4
          ? heading('Antwoord', question)
          : `regel ${question} van ${line} in een smalle kolom`
    // Lines of neighbouring columns do not stand level.
    return run(text, x, 120 + x / 40 + line * 13, { width: text.startsWith('regel') ? 150 : 45 })
  })
}

const three = (heading: (of: string, number: number) => string) => [
  ...column(50, 1, heading),
  ...column(220, 3, heading),
  ...column(390, 5, heading),
]

describe('three columns of text', () => {
  it('are read one after the other', () => {
    const lines = layOut([
      page(
        1,
        three((of, number) => `${of} ${number}`),
      ),
    ])
    expect(lines.map(({ text }) => text).filter((text) => text.startsWith('Vraag'))).toEqual(
      [1, 2, 3, 4, 5, 6].map((number) => `Vraag ${number}`),
    )
    expect(lines.findIndex(({ x }) => x === 220)).toBe(20)
  })

  it('are so on a page of two short ones too, as the page before is', () => {
    const short = [
      ...column(50, 7, (of, number) => `${of} ${number}`).slice(0, 6),
      ...column(220, 9, (of) => of).slice(0, 5),
    ]
    const lines = layOut([
      page(
        1,
        three((of, number) => `${of} ${number}`),
      ),
      page(2, short),
    ])
    expect(lines.slice(60).map(({ x }) => x)).toEqual([...Array(6).fill(50), ...Array(5).fill(220)])
  })

  it('are a table where no heading tells that they run on', () => {
    const lines = layOut([
      page(
        1,
        three(() => 'Stand van zaken'),
      ),
    ])
    expect(lines.findIndex(({ x }) => x === 220)).toBeLessThan(20)
  })

  it('are a table where they count alike', () => {
    const numbered = (of: string, number: number) => `${number}. ${of}`
    const lines = layOut([
      page(
        1,
        [50, 220, 390].flatMap((x) => column(x, 1, numbered)),
      ),
    ])
    expect(lines.findIndex(({ x }) => x === 220)).toBeLessThan(20)
  })
})
