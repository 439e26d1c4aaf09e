import { describe, expect, test } from 'vitest'
import { packTerms, packUnits, unpackTerms, unpackUnits } from '#utils/database/search-index/packed.ts'
import { DamagedIndex } from '#utils/search/bytes.ts'
import { buildSegment, type Unit } from '#utils/search/segment.ts'

const unit = (id: string, ...places: readonly number[]): Unit => ({
  id,
  day: 20_000,
  findables: places.map((place) => ({ place, texts: [{ text: 'vraag over café', weight: 1 }], fields: ['tag=x'] })),
})

const parts = (units: readonly Unit[]) => {
  const { lengths, sizes, many, groups, days, starts, places, units: names } = buildSegment(units)
  return { numbers: { lengths, sizes, many, groups }, list: { days, starts, places, units: names } }
}

describe('a dictionary as bytes', () => {
  test.each([
    ['places in one byte', [unit('dé', 0, 255), unit('n1', 0)]],
    ['in two', [unit('d1', 0, 256)]],
    ['in four', [unit('d1', 0, 65_536)]],
  ])('is read as it was: %s', (_, units) => {
    const { numbers, list } = parts(units)
    expect(unpackTerms(packTerms(numbers))).toEqual(numbers)
    expect(unpackUnits(packUnits(list))).toEqual(list)
  })

  test('is not read where bytes are missing, too many or of another kind', () => {
    const { numbers, list } = parts([unit('d1', 0, 1), unit('n1', 0)])
    for (const [bytes, unpack] of [
      [packTerms(numbers), unpackTerms],
      [packUnits(list), unpackUnits],
    ] as const) {
      for (let length = 0; length < bytes.length; length += 1) {
        expect(() => unpack(bytes.slice(0, length))).toThrow(DamagedIndex)
      }
      expect(() => unpack(Uint8Array.of(...bytes, 0))).toThrow(DamagedIndex)
      expect(() => unpack(bytes.map((byte, at) => (at === 0 ? 8 : byte)))).toThrow(DamagedIndex)
    }
  })
})
