import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { DamagedIndex } from '#utils/search/bytes.ts'
import type { ScoredSegment } from '#utils/search/open-segment.ts'
import { Postings } from '#utils/search/postings.ts'
import { Remembered } from '#utils/search/remembered.ts'
import { blockSize, SegmentWriter } from '#utils/search/segment.ts'
import { TermTable } from '#utils/search/term-table.ts'

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
  return { expected, bytes, lexicon: new TermTable(dictionary) }
}

/** All postings of terms, read by so many at once. */
function read(lexicon: TermTable, bytes: Uint8Array, terms: readonly number[], atOnce: number): readonly number[] {
  const blocks = Array.from({ length: Math.ceil(bytes.length / blockSize) }, (_, at) =>
    bytes.slice(at * blockSize, (at + 1) * blockSize),
  )
  const room = { held: { length: size }, postings: new Uint32Array(atOnce) } as unknown as ScoredSegment['room']
  const own = new Postings({ id: 1, lexicon, room, remembered: new Remembered() }, terms, blocks)
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
        const { expected, bytes, lexicon } = written(terms)
        const numbers = terms.map((_, number) => number)
        expect(read(lexicon, bytes, numbers, atOnce)).toEqual(expected.flat())
      },
    ),
  )
})

test('reads postings that lie in several blocks', () => {
  const long = Array.from({ length: 50_000 }, (_, at): readonly [number, number] => [40 + (at % 7) * 500, at % 4])
  const { expected, bytes, lexicon } = written([long, long.slice(0, 3), long])
  expect(bytes.length).toBeGreaterThan(2 * blockSize)
  expect(read(lexicon, bytes, [0, 1, 2], 4_096)).toEqual(expected.flat())
})

test.each([
  ['a number goes on', (bytes: Uint8Array) => bytes.fill(255)],
  ['numbers are longer than they were', (bytes: Uint8Array) => bytes.fill(128, 0, bytes.length - 1)],
  ['numbers are shorter', (bytes: Uint8Array) => bytes.fill(1)],
  ['bytes are missing', (bytes: Uint8Array) => bytes.slice(0, -2)],
])('tells of damage: %s', (_, damaged) => {
  const { bytes, lexicon } = written([Array.from({ length: 20 }, () => [5_000, 1] as const)])
  expect(() => read(lexicon, damaged(bytes), [0], 8)).toThrow(DamagedIndex)
})
