import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { Postings } from '#utils/search/ranking/postings.ts'
import { Remembered } from '#utils/search/ranking/remembered.ts'
import { DamagedIndex } from '#utils/search/segment/bytes.ts'
import type { ScoredSegment } from '#utils/search/segment/open-segment.ts'
import { longPostings, SegmentWriter, shortIn } from '#utils/search/segment/segment.ts'
import { TermTable } from '#utils/search/terms/term-table.ts'
import { cases } from '../cases.ts'

/** Distances, so that the numbers of a term take one byte each, or up to five. */
const distance = fc.oneof(fc.nat(31), fc.nat(4_095), fc.nat(500_000), fc.nat(3_000_000))
const postings = fc.array(fc.tuple(distance, fc.nat(3)), { minLength: 1, maxLength: 60, size: 'max' })
const size = 200_000_000

/** Some terms, and what is to be read of them. */
function written(terms: readonly (readonly (readonly [number, number])[])[]) {
  const writer = new SegmentWriter()
  const expected = terms.map((own, index) => {
    writer.begin(`term${String(index).padStart(4, '0')}`)
    let number = -1
    return own.map(([more, fit]) => {
      number += more + 1
      writer.posting(number, fit)
      return number * 4 + fit
    })
  })
  const { postings: bytes, ...dictionary } = writer.end()
  return { expected, bytes, short: shortIn(dictionary), lexicon: new TermTable(dictionary) }
}

/** All postings of terms, read by so many at once; the bytes that are not short are those of long ones. */
function read(
  { lexicon, bytes, short }: { readonly lexicon: TermTable; readonly bytes: Uint8Array; readonly short: number },
  terms: readonly number[],
  atOnce: number,
): readonly number[] {
  const long = new Map(
    lexicon.longTerms.map((number) => {
      const from = lexicon.from(number)
      return [from, bytes.slice(from, from + lexicon.bytes(number))] as const
    }),
  )
  const room = { held: { length: size }, postings: new Uint32Array(atOnce) } as unknown as ScoredSegment['room']
  const segment = { id: 1, lexicon, short: bytes.slice(0, short), room, remembered: new Remembered() }
  const own = new Postings(segment, terms, long)
  const found: number[] = []
  for (let count = own.read(); count > 0; count = own.read()) found.push(...own.packed.subarray(0, count))
  return found
}

test('reads what was written, numbers of one byte and of several, in pieces of any size', () => {
  fc.assert(
    fc.property(
      fc.array(postings, { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 1, max: 50 }),
      (terms, atOnce) => {
        const { expected, ...own } = written(terms)
        const numbers = terms.map((_, number) => number)
        expect(read(own, numbers, atOnce)).toEqual(expected.flat())
      },
    ),
    cases(100),
  )
})

test('reads long postings, which lie by themselves', () => {
  const long = Array.from({ length: 50_000 }, (_, at): readonly [number, number] => [40 + (at % 7) * 500, at % 4])
  const { expected, ...own } = written([long, long.slice(0, 3), long])
  expect(own.bytes.length).toBeGreaterThan(2 * longPostings)
  expect(own.lexicon.longTerms).toEqual([0, 2])
  expect(read(own, [0, 1, 2], 4_096)).toEqual(expected.flat())
  expect(() => read({ ...own, bytes: own.bytes.slice(0, -1) }, [2], 4_096)).toThrow(DamagedIndex)
})

test.each([
  ['a number goes on', (bytes: Uint8Array) => bytes.fill(255)],
  ['numbers are longer than they were', (bytes: Uint8Array) => bytes.fill(128, 0, bytes.length - 1)],
  ['numbers are shorter', (bytes: Uint8Array) => bytes.fill(1)],
  ['bytes are missing', (bytes: Uint8Array) => bytes.slice(0, -2)],
])('tells of damage: %s', (_, damaged) => {
  const { bytes, ...own } = written([Array.from({ length: 20 }, () => [5_000, 1] as const)])
  expect(() => read({ ...own, bytes: damaged(bytes) }, [0], 8)).toThrow(DamagedIndex)
})
