import { describe, expect, it } from 'vitest'
import { layOut } from '#utils/documents/pdf/layout.ts'
import { page, run } from './page.ts'

describe('a table of questions whose rows have no space between them', () => {
  const height = 60
  const left = (n: number) => [
    run(`${n}`, 60, 100 + n * height, { width: 10 }),
    ...[
      `Wat is de stand van zaken bij kade ${n}`,
      'en wanneer is die klaar voor al het',
      'verkeer dat daar vaart, uitgesplitst',
      'naar maand?',
    ].map((text, at) => run(text, 80, 100 + n * height + at * 12, { width: 200 })),
  ]
  const right = (n: number, ...lines: readonly string[]) =>
    lines.map((text, at) => run(text, 310, 100 + n * height + at * 12, { width: 230 }))
  const rows = [1, 2, 3, 4, 5]
  const read = (beside: (n: number) => readonly string[]) =>
    layOut([
      page(
        1,
        rows.flatMap((n) => [...left(n), ...right(n, ...beside(n))]),
      ),
    ]).map(({ text }) => text)
  const more = [
    'gebruikt door de schippers die daar in',
    'alle maanden langskomen en aanleggen',
    'voor de nacht, want dat is wat de gemeente',
  ]
  const at = (texts: readonly string[], part: string) => texts.findIndex((text) => text.includes(part))

  it('is read row by row', () => {
    const texts = read((n) => [`De kade ${n} is klaar en wordt nu al`, ...more, 'wil.'])
    expect(at(texts, 'De kade 1')).toBeLessThan(at(texts, 'bij kade 2'))
  })

  it('is none where the lines beside the numbers go on with a sentence', () => {
    const texts = read((n) => [`de kade ${n} is klaar en wordt nu al`, ...more, 'en het Rijk willen met'])
    expect(at(texts, 'de kade 1')).toBeGreaterThan(at(texts, 'bij kade 5'))
  })
})
