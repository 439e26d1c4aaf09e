import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  isWholeInView,
  pagesFor,
  type RowRange,
  rowsToDraw,
  shiftOf,
  slotOfFirst,
  topShowing,
} from '#components/rows/windowing.ts'
import { cases } from '../cases.ts'

const rowHeight = 60
const view = (top: number, height = 600) => ({ top, height, rowHeight })

describe('the rows that are drawn', () => {
  test('hold all that is in view, few besides, and none that is not there', () => {
    fc.assert(
      fc.property(
        fc.nat(100_000),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 1, max: 3_000 }),
        (count, share, height) => {
          const top = share * Math.max(0, count * rowHeight - height)
          const { first, last } = rowsToDraw(view(top, height), count)
          if (count === 0) return last < first
          const inView = [
            Math.floor(top / rowHeight),
            Math.min(count, Math.ceil((top + height) / rowHeight)) - 1,
          ] as const
          return (
            first >= 0 &&
            last < count &&
            first <= inView[0] &&
            last >= inView[1] &&
            last - first <= height / rowHeight + 22
          )
        },
      ),
      cases(100),
    )
  })

  test('stay the same while one scrolls by less than some rows', () => {
    const ranges = Array.from({ length: 24 }, (_, index) => rowsToDraw(view(6_000 + index * 10), 1_000))
    expect(new Set(ranges.map(({ first }) => first)).size).toBeLessThanOrEqual(2)
  })

  test('a list that has become shorter than where one was draws its end', () => {
    expect(rowsToDraw(view(60_000), 10)).toEqual({ first: 0, last: 9 })
    expect(rowsToDraw(view(60_000), 100)).toEqual({ first: 71, last: 99 })
    expect(rowsToDraw(view(0), 0)).toEqual({ first: 0, last: -1 })
  })
})

describe('what is drawn for rows', () => {
  const slots = ({ first, last }: RowRange, slot: number) =>
    new Map(
      Array.from({ length: last - first + 1 }, (_, index) => [first + index, (slot + index) % (last - first + 1)]),
    )

  test('stays with those that stay, and serves again for those that come, over any walk', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -40, max: 40 }), { maxLength: 20 }), (moves) => {
        let before = { slot: 0, range: { first: 1_000, last: 1_024 } }
        for (const move of moves) {
          const range = { first: before.range.first + move, last: before.range.last + move }
          const slot = slotOfFirst(range, before)
          const [old, now] = [slots(before.range, before.slot), slots(range, slot)]
          if (new Set(now.values()).size !== 25) return false
          for (const [row, place] of old) if (now.has(row) && now.get(row) !== place) return false
          before = { slot, range }
        }
        return true
      }),
      cases(100),
    )
  })

  test('keeps its order where none stays, and begins anew where there are more or fewer', () => {
    const before = { slot: 7, range: { first: 0, last: 24 } }
    expect(slotOfFirst({ first: 500, last: 524 }, before)).toBe(7)
    expect(slotOfFirst({ first: 2, last: 10 }, before)).toBe(0)
    expect(slotOfFirst({ first: 2, last: 26 }, null)).toBe(0)
  })
})

describe('the pages that are read', () => {
  test('those of the rows in view first, then those beside them', () => {
    expect(pagesFor({ first: 95, last: 130 }, 1_000, 40)).toEqual([2, 3, 4, 1])
    expect(pagesFor({ first: 0, last: 20 }, 1_000, 40)).toEqual([0, 1])
    expect(pagesFor({ first: 985, last: 999 }, 1_000, 40)).toEqual([24, 23])
    expect(pagesFor({ first: 0, last: 30 }, 10, 40)).toEqual([0])
    expect(pagesFor({ first: 0, last: -1 }, 0, 40)).toEqual([])
  })
})

describe('scrolling a row into view', () => {
  test('goes as far as is needed, and not at all where it is in view as a whole', () => {
    expect(topShowing(5, view(600))).toBe(300)
    expect(topShowing(12, view(600))).toBe(600)
    expect(topShowing(19, view(600))).toBe(600)
    expect(topShowing(20, view(600))).toBe(660)
    expect([9, 10, 19, 20].map((index) => isWholeInView(index, view(600)))).toEqual([false, true, true, false])
    expect(isWholeInView(10, view(601))).toBe(false)
  })
})

describe('what was in view in a new order', () => {
  const keys = Array.from({ length: 30 }, (_, index) => `row ${index}`)
  const shown = keys.slice(10, 15)

  test('one row above it that moved to the top moves nothing, one that came or went moves it by one', () => {
    const toTop = ['row 5', ...keys.filter((key) => key !== 'row 5')]
    expect(shiftOf(shown, 10, toTop)).toBe(0)
    expect(shiftOf(shown, 10, ['new', ...keys])).toBe(1)
    expect(shiftOf(shown, 10, keys.slice(1))).toBe(-1)
  })

  test('a row of those in view that moved to the top takes nobody along', () => {
    const moved = ['row 10', ...keys.filter((key) => key !== 'row 10')]
    expect(shiftOf(shown, 10, moved)).toBe(0)
  })

  test('where none of them is left nothing can be said', () => {
    expect(shiftOf(shown, 10, keys.slice(0, 5))).toBeNull()
  })
})
