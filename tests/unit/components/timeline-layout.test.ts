import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cell, layOut, type TimelinePaper } from '#components/dossiers/timeline-layout.ts'
import { cases } from '../cases.ts'

const on = (date: string): TimelinePaper => ({ date, group: 'letters', notes: 0 })
const days = (count: number, from = '2020-01-01', step = 1): TimelinePaper[] =>
  Array.from({ length: count }, (_, index) =>
    on(new Date(Date.parse(from) + index * step * 86_400_000).toISOString().slice(0, 10)),
  )

describe('a timeline', () => {
  it('is nothing without papers', () => {
    expect(layOut([], 600)).toBeNull()
  })

  it('has a mark for each paper where there is room, in the order of time, those of one day above one another', () => {
    const papers = [on('2023-03-01'), on('2023-05-23'), on('2023-05-23'), on('2023-09-30')]
    const laid = layOut(papers, 600)
    if (laid?.is !== 'marks') throw new Error('no marks')
    expect(laid.marks.map(({ paper }) => paper)).toEqual(papers)
    const [first, second, third, last] = laid.marks
    expect(second?.x).toBe(third?.x)
    expect((second?.y ?? 0) - (third?.y ?? 0)).toBe(cell)
    expect((first?.x ?? 0) < (second?.x ?? 0) && (third?.x ?? 0) < (last?.x ?? 0)).toBe(true)
    expect(laid.ticks.map(({ month }) => month)).toEqual([3, 4, 5, 6, 7, 8, 9])
  })

  it('counts where marks would stand too high: by month, quarter, half-year or year, by the width that there is', () => {
    const unitOf = (count: number, width: number) => {
      const laid = layOut(days(count, '2020-01-01', 2), width)
      return laid?.is === 'bins' ? laid.unit : laid?.is
    }
    expect(unitOf(360, 600)).toBe('month')
    expect(unitOf(360, 300)).toBe('quarter')
    expect(unitOf(1_000, 200)).toBe('half-year')
    expect(unitOf(1_000, 120)).toBe('year')
    expect(unitOf(6, 300)).toBe('marks')
  })

  it('gives a bin its first and its last day', () => {
    const laid = layOut(days(400, '2019-11-15', 1), 300)
    if (laid?.is !== 'bins') throw new Error('no bins')
    expect(laid.unit).toBe('month')
    expect(laid.bins.slice(0, 4).map(({ from, until, papers }) => [from, until, papers.length])).toEqual([
      ['2019-11-01', '2019-11-30', 16],
      ['2019-12-01', '2019-12-31', 31],
      ['2020-01-01', '2020-01-31', 31],
      ['2020-02-01', '2020-02-29', 29],
    ])
    const heights = laid.bins.map(({ height, papers }) => [papers.length, height] as const)
    for (const [count, height] of heights)
      for (const [other, its] of heights) if (count > other) expect(height > its).toBe(true)
  })

  it('labels years where there are many, without one upon another', () => {
    const laid = layOut(days(1_000, '1998-06-01', 10), 320)
    expect(laid?.ticks.every(({ month }) => month === null)).toBe(true)
    const xs = laid?.ticks.map(({ x }) => x) ?? []
    expect(xs.slice(1).every((x, index) => x - (xs[index] ?? 0) >= 40)).toBe(true)
  })

  it('holds every paper once, inside its width, whatever the papers and the width', () => {
    const day = fc
      .date({ min: new Date('1814-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10))
    fc.assert(
      fc.property(fc.array(day, { minLength: 1, maxLength: 300 }), fc.integer({ min: 1, max: 2_000 }), (all, width) => {
        const papers = all.toSorted().map(on)
        const laid = layOut(papers, width)
        if (laid === null) return false
        const held = laid.is === 'marks' ? laid.marks.map(({ paper }) => paper) : laid.bins.flatMap((bin) => bin.papers)
        expect(held).toHaveLength(papers.length)
        expect(new Set(held).size).toBe(papers.length)
        if (laid.is === 'bins') {
          for (const { from, until, papers: some } of laid.bins) {
            expect(some.every(({ date }) => from <= date && date <= until)).toBe(true)
          }
        }
        const xs =
          laid.is === 'marks' ? laid.marks.map(({ x }) => x) : laid.bins.flatMap((bin) => [bin.x, bin.x + bin.width])
        expect(xs.every((x) => x >= 0 && x <= Math.max(width, cell + 8) + 0.001)).toBe(true)
        expect(laid.ticks.length).toBeGreaterThan(0)
      }),
      cases(100),
    )
  })
})
