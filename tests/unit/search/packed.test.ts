import { describe, expect, test } from 'vitest'
import { DamagedIndex } from '#utils/search/bytes.ts'
import { pack, unpack } from '#utils/search/packed.ts'
import { buildSegment, type Unit } from '#utils/search/segment.ts'

const unit = (id: string, ...places: readonly number[]): Unit => ({
  id,
  day: 20_000,
  findables: places.map((place) => ({ place, texts: [{ text: 'vraag over café', weight: 1 }], fields: ['tag=x'] })),
})

function packedOf(units: readonly Unit[]) {
  const { terms: _, postings: __, ...rest } = buildSegment(units)
  return { rest, bytes: pack(rest) }
}

describe('a dictionary as bytes', () => {
  test.each([
    ['nothing', []],
    ['places in one byte', [unit('dé', 0, 255), unit('n1', 0)]],
    ['in two', [unit('d1', 0, 256)]],
    ['in four', [unit('d1', 0, 65_536)]],
  ])('is read as it was: %s', (_, units) => {
    const { rest, bytes } = packedOf(units)
    expect(unpack(bytes)).toEqual(units.length === 0 ? { ...rest, units: [''] } : rest)
  })

  test('is not read where bytes are missing, too many or of another kind', () => {
    const { bytes } = packedOf([unit('d1', 0, 1), unit('n1', 0)])
    for (let length = 0; length < bytes.length; length += 1) {
      expect(() => unpack(bytes.slice(0, length))).toThrow(DamagedIndex)
    }
    expect(() => unpack(Uint8Array.of(...bytes, 0))).toThrow(DamagedIndex)
    expect(() => unpack(bytes.map((byte, at) => (at === 0 ? 4 : byte)))).toThrow(DamagedIndex)
  })
})
