import { constants, deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { inflatedSize, mostInflation } from '#utils/documents/pdf/inflated-size.ts'

const noCap = Number.POSITIVE_INFINITY

it('counts what zlib inflates, however it was compressed', () => {
  const text = fc.array(
    fc.constantFrom('BT 1 0 0 1 72 720 Tm ', '(Vraag) Tj ', '[(ant) -12 (woord)] TJ ', 'é', '\u0000'),
    {
      maxLength: 3_000,
    },
  )
  const options = fc.record({
    level: fc.integer({ min: 0, max: 9 }),
    strategy: fc.constantFrom(
      constants.Z_DEFAULT_STRATEGY,
      constants.Z_FIXED,
      constants.Z_HUFFMAN_ONLY,
      constants.Z_RLE,
    ),
  })
  fc.assert(
    fc.property(
      fc.oneof(
        text.map((parts) => Buffer.from(parts.join(''))),
        fc.uint8Array({ maxLength: 5_000 }),
      ),
      options,
      (data, how) => {
        expect(inflatedSize(deflateSync(data, how), noCap)).toBe(data.length)
      },
    ),
  )
})

it('counts long runs, at no more than the most that there can be', () => {
  const size = 20_000_000
  const data = deflateSync(Buffer.alloc(size), { level: 9 })
  expect(inflatedSize(data, noCap)).toBe(size)
  expect(size).toBeLessThanOrEqual(data.length * mostInflation)
  expect(inflatedSize(data, 1_000_000)).toBeLessThan(1_000_300)
})

it('ends with any bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      const size = inflatedSize(Uint8Array.from([0x78, 0x9c, ...bytes]), noCap)
      expect(size).toBeLessThanOrEqual((bytes.length + 8) * mostInflation)
    }),
  )
})
