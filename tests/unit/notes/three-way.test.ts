import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mergeTexts } from '#utils/notes/merge.ts'
import { commonPlaces } from '#utils/notes/three-way.ts'
import { cases } from '../cases.ts'

/** By the square of the lengths. */
function longestOf(one: readonly string[], other: readonly string[]): number {
  let before = other.map(() => 0)
  for (const part of one) {
    const now: number[] = []
    for (const [place, own] of other.entries()) {
      now.push(own === part ? (before[place - 1] ?? 0) + 1 : Math.max(before[place] ?? 0, now[place - 1] ?? 0))
    }
    before = now
  }
  return before.at(-1) ?? 0
}

test('common places rise in both lists, are of equal parts, and no more of them could be found', () => {
  const list = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 20 })
  fc.assert(
    fc.property(list, list, (one, other) => {
      const places = commonPlaces(one, other)
      expect(places.every(([place, own]) => one[place] === other[own])).toBe(true)
      const rise = (at: 0 | 1) => places.every((pair, index) => pair[at] > (places[index - 1]?.[at] ?? -1))
      expect([rise(0), rise(1)]).toEqual([true, true])
      expect(places.length).toBe(longestOf(one, other))
    }),
    cases(300),
  )
})

test('of a note of very many lines both edits are kept, at its start and at its end', () => {
  const lines = Array.from({ length: 150_000 }, (_, index) => `regel ${index}`)
  const [first, last] = [lines.with(0, 'regel nul'), lines.with(-1, 'de laatste')]
  const texts = [lines, first, last].map((each) => each.join('\n')) as [string, string, string]
  expect(mergeTexts(...texts) === first.with(-1, 'de laatste').join('\n')).toBe(true)
})
