import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { groupStep } from '#utils/search/segment/segment.ts'
import { forgiven } from '#utils/search/terms/distance.ts'
import { Lexicon } from '#utils/search/terms/lexicon.ts'
import { cases } from '../cases.ts'
import { buildSegment } from './build-segment.ts'
import { containsPart, naiveDistance } from './naive.ts'

/** Few letters, so that words are alike and parts of each other; others than Latin ones share signatures. */
const letters = fc.constantFrom('a', 'b', 'e', 'r', 's', 't', '7', 'ж', 'λ')
const word = fc.string({ unit: letters, minLength: 1, maxLength: 14, size: 'max' })
const words = fc.uniqueArray(word, { minLength: 1, maxLength: 200, size: 'max' })
/** A part of one of the words, or a word with an error or more: by which word, where, and how. */
const about = fc.array(fc.tuple(fc.nat(199), fc.nat(13), fc.nat(13), letters, fc.nat(5)), {
  minLength: 1,
  maxLength: 4,
})

function partOf(
  all: readonly string[],
  [which, from, length]: readonly [number, number, number, ...unknown[]],
): string {
  const own = all[which % all.length] ?? ''
  const start = from % own.length
  return own.slice(start, start + 1 + length)
}

/** One error, or two. */
function misspelt(
  all: readonly string[],
  [which, one, other, letter, how]: readonly [number, number, number, string, number],
) {
  const put = (text: string, at: number) => `${text.slice(0, at)}${letter}${text.slice(at)}`
  const drop = (text: string, at: number) => `${text.slice(0, at)}${text.slice(at + 1)}`
  const swap = (text: string, at: number) =>
    `${text.slice(0, at)}${text
      .slice(at, at + 2)
      .split('')
      .reverse()
      .join('')}${text.slice(at + 2)}`
  const ways = [put, drop, swap]
  const own = all[which % all.length] ?? ''
  const once = ways[how % 3]?.(own, one % own.length) ?? own
  return (how < 3 ? once : ways[which % 3]?.(once, other % own.length)) || own
}

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
  const groups = segment.groups.map((number, index) =>
    index % groupStep === 0 ? number - Math.min(segment.lengths.length, 64 * (index / groupStep)) : number,
  )
  let at = 0
  const terms = Array.from(segment.lengths, (length) => {
    at += length
    return segment.terms.slice(at - length + 1, at)
  })
  return { ...segment, terms: terms.join(''), lengths: segment.lengths.map((length) => length - 1), groups }
}

const termsOf = (lexicon: Lexicon, numbers: readonly number[]) => numbers.map((number) => lexicon.term(number))

test('finds what a look at every term finds, before and after the terms are prepared', () => {
  fc.assert(
    fc.property(words, about, (all, given) => {
      const parts = given.map((one) => partOf(all, one))
      const lexicon = lexiconOf(all)
      const sorted = all.toSorted()
      do {
        for (const part of parts) {
          const expected = sorted.filter((term) => containsPart(term, part))
          expect(termsOf(lexicon, lexicon.termsWith(part))).toEqual(expected)
        }
      } while (lexicon.prepareSome())
    }),
    cases(100),
  )
})

test('finds the same parts among many terms, before, while and after they are prepared', () => {
  const all = Array.from(
    { length: 20_000 },
    (_, index) => `${(index * 7_919).toString(36)}${(index * 104_729).toString(36)}`,
  )
  const sorted = [...new Set(all)].toSorted()
  const lexicon = lexiconOf(sorted, 1_000)
  const parts = [
    '1000',
    'abcd',
    sorted[12_345]?.slice(1, 6) ?? '',
    sorted[19_000]?.slice(2) ?? '',
    sorted[3]?.slice(-4) ?? '',
  ]
  const expected = parts.map((part) => sorted.filter((term) => containsPart(term, part)))
  do {
    expect(parts.map((part) => termsOf(lexicon, lexicon.termsWith(part)))).toEqual(expected)
  } while (lexicon.prepareSome())
})

test('finds all words within as many typing errors as are forgiven, and no others', () => {
  fc.assert(
    fc.property(words, about, (all, given) => {
      const lexicon = lexiconOf(all)
      for (const one of given.map((each) => misspelt(all, each))) {
        const most = forgiven(one.length)
        const expected = all.toSorted().filter((term) => most > 0 && naiveDistance(one, term) <= most)
        expect(termsOf(lexicon, lexicon.termsLike(one))).toEqual(expected)
      }
    }),
    cases(100),
  )
})

test('counts the postings of each term, few and many', () => {
  const all = Array.from({ length: 200 }, (_, index) => `woord${String(index).padStart(3, '0')}`)
  const lexicon = lexiconOf(all, 5)
  expect(all.map((_, number) => lexicon.count(number))).toEqual(all.map((_, at) => (at % 5 === 0 ? 13 : 1)))
  const ends = all.map((_, number) => lexicon.from(number) + lexicon.bytes(number))
  // Those with few lie before those with many, each behind the one before it.
  const [few, many] = [ends.filter((_, at) => at % 5 !== 0), ends.filter((_, at) => at % 5 === 0)]
  expect([...few, ...many]).toEqual(ends.toSorted((a, b) => a - b))
})
