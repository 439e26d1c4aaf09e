import { array, assert, boolean, constantFrom, integer, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Alignment, fitColumn } from '#utils/documents/pdf/table-fit.ts'
import { cases } from '../cases.ts'

const leading = 12

interface Line {
  readonly y: number
  readonly isParted: boolean
}

/** What it costs, in lines, that the row takes the lines `from` to `to`, `to` exclusive: every stretch is tried. */
function cheapest(column: readonly Line[], row: number, alignment: Alignment): number {
  let least = 1.2 + column.length * 0.6
  for (let from = 0; from < column.length; from += 1) {
    for (let to = from + 1; to <= column.length; to += 1) {
      const taken = column.slice(from, to)
      if (taken.slice(1).some(({ isParted }) => isParted)) continue
      const first = taken[0]?.y ?? 0
      const last = taken.at(-1)?.y ?? 0
      const place = alignment === 'top' ? first : alignment === 'bottom' ? last : (first + last) / 2
      const gaps = taken.slice(1).map(({ y }, index) => (y - (taken[index]?.y ?? y)) / leading)
      const wide = gaps.reduce((sum, gap) => sum + (gap > 1.15 ? Math.min(1, gap - 1) * 0.5 : 0), 0)
      least = Math.min(least, (Math.abs(place - row) / leading) * 2 + wide + (column.length - taken.length) * 0.6)
    }
  }
  return least
}

describe('the lines of a column beside a single number', () => {
  const columns = array(record({ gap: integer({ min: 4, max: 30 }), isParted: boolean() }), { maxLength: 6 }).map(
    (lines) => {
      let y = 100
      return lines.map(({ gap, isParted }): Line => {
        y += gap
        return { y, isParted }
      })
    },
  )

  it('are dealt out as cheaply as any stretch of them allows', () => {
    assert(
      property(
        columns,
        integer({ min: 90, max: 180 }),
        constantFrom<Alignment>('top', 'middle', 'bottom'),
        (column, y, alignment) => {
          const fit = fitColumn(column, [{ first: y, last: y }], alignment, leading)
          expect(fit.cost).toBeCloseTo(cheapest(column, y, alignment), 9)
          expect(fit.rows).toHaveLength(column.length)
          expect(fit.misfits[0] === Number.POSITIVE_INFINITY).toBe(!fit.rows.includes(0))
        },
      ),
      cases(200),
    )
  })

  it('are all its own where they stand beside it', () => {
    const lines = [100, 112, 124].map((y) => ({ y }))
    expect(fitColumn(lines, [{ first: 100, last: 100 }], 'top', leading)).toEqual({
      rows: [0, 0, 0],
      misfits: [0],
      cost: 0,
    })
  })
})
