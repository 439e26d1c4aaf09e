import { describe, expect, test } from 'vitest'
import { packPart, packUnits, unpackPart, unpackUnits } from '#utils/database/search-index/packed.ts'
import { DamagedIndex } from '#utils/search/segment/bytes.ts'
import type { Unit } from '#utils/search/segment/segment.ts'
import { buildSegment } from '../../search/build-segment.ts'

const unit = (id: string, ...places: readonly number[]): Unit => ({
  id,
  day: 20_000,
  findables: places.map((place) => ({ place, texts: [{ text: 'vraag over café', weight: 1 }], fields: ['tag=x'] })),
})

const parts = (units: readonly Unit[]) => {
  const { terms, lengths, sizes, many, groups, days, starts, jumps, units: names } = buildSegment(units)
  const [held, doubled] = [Uint8Array.of(0, 8), Uint8Array.of(1, 9)]
  const [few, between] = [Uint8Array.of(3, 4, 5), Uint8Array.of(6)]
  const part = { terms, lengths, sizes, many, groups, held, doubled, few, between }
  return { part, list: { days, starts, jumps, units: names } }
}

describe('a dictionary as bytes', () => {
  test.each([
    ['places that follow each other', [unit('dé', 0, 1), unit('n1', 0)]],
    ['places that do not', [unit('d1', 0, 65_536)]],
  ])('is read as it was: %s', (_, units) => {
    const { part, list } = parts(units)
    expect(unpackPart(packPart(part))).toEqual(part)
    expect(unpackUnits(packUnits(list))).toEqual(list)
  })

  test('is not read where bytes are missing, too many or of another kind', () => {
    const { part, list } = parts([unit('d1', 0, 1), unit('n1', 0)])
    for (const [bytes, unpack] of [
      [packPart(part), unpackPart],
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
