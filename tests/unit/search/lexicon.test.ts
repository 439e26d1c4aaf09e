import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { forgiven } from '#utils/search/distance.ts'
import { containsPart, Lexicon } from '#utils/search/lexicon.ts'
import { buildSegment } from '#utils/search/segment.ts'
import { naiveDistance } from './naive.ts'

/** Few letters, so that words are alike and parts of each other; others than Latin ones share signatures. */
const letters = fc.constantFrom('a', 'b', 'e', 'r', 's', 't', '7', 'ж', 'λ')
const word = fc.string({ unit: letters, minLength: 1, maxLength: 14 })
const words = fc.uniqueArray(word, { minLength: 1, maxLength: 300 })

/** The words are terms as they are: no stem is made of those with such letters. */
function lexiconOf(terms: readonly string[], seldom = 3): Lexicon {
  const findables = [...terms].map((term, place) => ({ place, texts: [], fields: [term] }))
  const often = Array.from({ length: 12 }, (_, index) => ({
    place: terms.length + index,
    texts: [],
    fields: terms.filter((_, at) => at % seldom === 0),
  }))
  return new Lexicon(withoutSign(buildSegment([{ id: 'd1', day: 0, findables: [...findables, ...often] }])))
}

/** Terms of fields as if they were words: without the sign that they begin with, so that any text can be a term. */
function withoutSign(segment: ReturnType<typeof buildSegment>): ReturnType<typeof buildSegment> {
  const groups = segment.groups.map((number, index) => (index % 4 === 0 ? number - 64 * (index / 4) : number))
  let at = 0
  const terms = Array.from(segment.lengths, (length) => {
    at += length
    return segment.terms.slice(at - length + 1, at)
  })
  return { ...segment, terms: terms.join(''), lengths: segment.lengths.map((length) => length - 1), groups }
}

const termsOf = (lexicon: Lexicon, numbers: readonly number[]) => numbers.map((number) => lexicon.term(number))

test('finds what a look at every term finds, by their text and by their signatures', () => {
  fc.assert(
    fc.property(words, fc.array(word, { minLength: 1, maxLength: 4 }), (all, parts) => {
      const lexicon = lexiconOf(all)
      const sorted = all.toSorted()
      // From some search on signatures are made.
      for (let round = 0; round < 12; round += 1) {
        for (const part of parts) {
          const expected = sorted.filter((term) => containsPart(term, part))
          expect(termsOf(lexicon, lexicon.termsWith(part))).toEqual(expected)
        }
      }
    }),
    { numRuns: 200 },
  )
})

test('finds all words within as many typing errors as are forgiven, and no others', () => {
  fc.assert(
    fc.property(words, fc.array(word, { minLength: 1, maxLength: 4 }), (all, typed) => {
      const lexicon = lexiconOf(all)
      for (const one of typed) {
        const most = forgiven(one.length)
        const expected = all.toSorted().filter((term) => most > 0 && naiveDistance(one, term) <= most)
        expect(termsOf(lexicon, lexicon.termsLike(one))).toEqual(expected)
      }
    }),
    { numRuns: 200 },
  )
})

test('counts the postings of each term, few and many', () => {
  const all = Array.from({ length: 200 }, (_, index) => `woord${String(index).padStart(3, '0')}`)
  const lexicon = lexiconOf(all, 5)
  expect(all.map((_, number) => lexicon.count(number))).toEqual(all.map((_, at) => (at % 5 === 0 ? 13 : 1)))
  expect(all.map((_, number) => lexicon.hasMany(number))).toEqual(all.map((_, at) => at % 5 === 0))
})
