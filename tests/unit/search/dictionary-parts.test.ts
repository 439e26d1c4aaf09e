import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { longerScores, shares } from '#utils/search/answers.ts'
import { DamagedIndex } from '#utils/search/bytes.ts'
import { beyondIn, joinTerms, splitTerms } from '#utils/search/dictionary-parts.ts'
import { beyondOf } from '#utils/search/holding.ts'
import { containsPart } from '#utils/search/lexicon.ts'
import { buildSegment, fieldSign, fitScore, termsOf, type Unit } from '#utils/search/segment.ts'

const pause = () => undefined
const syllable = fc.constantFrom('zorg', 'stag', 'vrag', 'plicht', 'kind', 'ing', 'de', 'ж', '36', 'a')
const word = fc.array(syllable, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(''))
const prose = fc.array(word, { maxLength: 60 }).map((words) => words.join(' '))
const units = fc.array(prose, { maxLength: 30 }).map((all) =>
  all.map((text, index): Unit => {
    const findable = { place: 0, texts: [{ text, weight: 1 + (index % 3) }], fields: ['tag=zorg', `van=${index}`] }
    return { id: `n${index}`, day: index, findables: [findable] }
  }),
)

/** What holds each term beyond itself, by a look at every pair of terms in every thing. */
function naively(all: readonly Unit[]) {
  const things = all.flatMap(({ findables }) => findables.map((one) => [...termsOf(one)]))
  const fits = new Map<string, number[]>()
  for (const [term, fit] of things.flat()) fits.set(term, [...(fits.get(term) ?? []), fit])
  const scoreOf = (term: string, other: string, fit: number) =>
    (other.startsWith(term) ? shares.start : shares.part) * (fitScore[fit] ?? 0)
  return [...fits.keys()].sort().map((term) => {
    const isWord = (one: string) => !one.startsWith(fieldSign)
    const others = [...fits].filter(
      ([other]) => isWord(term) && isWord(other) && other !== term && containsPart(other, term),
    )
    const scores = others.flatMap(([other, own]) => own.map((fit) => scoreOf(term, other, fit)))
    return { term, count: scores.length, most: Math.max(0, ...scores) }
  })
}

test('what holds a term beyond itself is what a look at every pair says, in whichever part it stands', async () => {
  let held = 0
  await fc.assert(
    fc.asyncProperty(units, fc.integer({ min: 1, max: 3_000 }), async (all, most) => {
      const segment = buildSegment(all)
      const parts = splitTerms(segment, await beyondOf(segment, pause), most)
      const told = parts.flatMap((part) => {
        let at = 0
        return Array.from(part.lengths, (length, number) => {
          at += length
          return { term: part.terms.slice(at - length, at), ...beyondIn(part, number) }
        })
      })
      expect(told).toEqual(naively(all))
      held += told.filter(({ count }) => count > 0).length
    }),
    { numRuns: 100 },
  )
  expect(held).toBeGreaterThan(100)
  expect(longerScores).toHaveLength(8)
})

test('a dictionary in parts is the same when they are joined', async () => {
  await fc.assert(
    fc.asyncProperty(units, fc.integer({ min: 1, max: 3_000 }), async (all, most) => {
      const segment = buildSegment(all)
      const { terms, lengths, sizes, many, groups } = segment
      const parts = splitTerms(segment, await beyondOf(segment, pause), most)
      if (all.length === 0) expect(parts).toEqual([])
      expect(joinTerms(parts)).toEqual({ terms, lengths, sizes, many, groups })
    }),
    { numRuns: 100 },
  )
})

test('parts that are cut off are not joined', async () => {
  const text = Array.from({ length: 300 }, (_, index) => `woord${index}`).join(' ')
  const unit = { id: 'n1', day: 0, findables: [{ place: 0, texts: [{ text, weight: 1 }], fields: [] }] }
  const segment = buildSegment([unit])
  const parts = splitTerms(segment, await beyondOf(segment, pause), 1)
  expect(parts).toHaveLength(5)
  const [first, ...others] = parts
  if (first === undefined) throw new Error('no parts')
  expect(() => joinTerms([{ ...first, terms: first.terms.slice(1) }, ...others])).toThrow(DamagedIndex)
  expect(() => joinTerms([{ ...first, lengths: first.lengths.slice(1) }, ...others])).toThrow(DamagedIndex)
})
