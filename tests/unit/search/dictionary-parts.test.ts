import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { longerScores, shares } from '#utils/search/query/answers.ts'
import { DamagedIndex } from '#utils/search/segment/bytes.ts'
import { fieldSign, fitScore, groupStep, termsOf, type Unit } from '#utils/search/segment/segment.ts'
import { holdingIn, joinTerms, splitTerms } from '#utils/search/terms/dictionary-parts.ts'
import { beyondOf } from '#utils/search/terms/holding.ts'
import { doubleVowel } from '#utils/search/words/stem.ts'
import { cases } from '../cases.ts'
import { buildSegment } from './build-segment.ts'
import { containsPart } from './naive.ts'

const pause = () => undefined
const syllable = fc.constantFrom('zorg', 'stag', 'vrag', 'vraag', 'plicht', 'kind', 'ing', 'de', 'ж', '36', 'a')
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
    const told = (holding: typeof others, form: string) => {
      const scores = holding.flatMap(([other, own]) => own.map((fit) => scoreOf(form, other, fit)))
      return { count: scores.length, most: Math.max(0, ...scores) }
    }
    const form = isWord(term) ? doubleVowel(term) : null
    const held = told(others, term)
    if (form === null) return { term, held, doubled: { count: 0, most: 0 } }
    const ofForm = [...fits].filter(([other]) => isWord(other) && containsPart(other, form))
    const without = told(
      ofForm.filter(([other]) => !containsPart(other, term)),
      form,
    )
    const begun = told(
      ofForm.filter(([other]) => containsPart(other, term) && other.startsWith(form)),
      form,
    )
    return { term, held, doubled: { count: without.count, most: Math.max(without.most, begun.most) } }
  })
}

test('what holds a term beyond itself is what a look at every pair says, in whichever part it stands', async () => {
  const counts = { held: 0, doubled: 0 }
  await fc.assert(
    fc.asyncProperty(units, fc.integer({ min: 1, max: 3_000 }), async (all, most) => {
      const segment = buildSegment(all)
      const parts = splitTerms(segment, await beyondOf(segment, pause), most)
      const told = parts.flatMap((part) => {
        let at = 0
        return Array.from(part.lengths, (length, number) => {
          at += length
          const term = part.terms.slice(at - length, at)
          return { term, held: holdingIn(part.held, number), doubled: holdingIn(part.doubled, number) }
        })
      })
      expect(told).toEqual(naively(all))
      for (const one of told) {
        if (one.held.count > 0) counts.held += 1
        if (one.doubled.count > 0) counts.doubled += 1
      }
    }),
    cases(100),
  )
  expect(counts.held).toBeGreaterThan(100)
  expect(counts.doubled).toBeGreaterThan(30)
  expect(longerScores).toHaveLength(8)
})

test('a dictionary in parts is the same when they are joined', async () => {
  await fc.assert(
    fc.asyncProperty(units, fc.integer({ min: 1, max: 3_000 }), async (all, most) => {
      const segment = buildSegment(all)
      const { terms, lengths, sizes, many, groups, postings } = segment
      const parts = splitTerms(segment, await beyondOf(segment, pause), most)
      if (all.length === 0) expect(parts).toEqual([])
      expect(joinTerms(parts)).toEqual({ terms, lengths, sizes, many, groups, short: postings })
    }),
    cases(100),
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
  expect(() => joinTerms([{ ...first, few: first.few.slice(1) }, ...others])).toThrow(DamagedIndex)
  expect(() => joinTerms([{ ...first, between: new Uint8Array(1) }, ...others])).toThrow(DamagedIndex)
  expect(() => joinTerms(others)).toThrow(DamagedIndex)
  // Where their few postings begin, far behind the end of all.
  const groups = first.groups.map((place, at) => (at % groupStep === 2 ? place + 100_000 : place))
  expect(() => joinTerms([{ ...first, groups }, ...others])).toThrow(DamagedIndex)
})
