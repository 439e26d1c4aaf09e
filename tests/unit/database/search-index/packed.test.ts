import { describe, expect, test } from 'vitest'
import { packPart, packUnits, splitHeads, unpackPart, unpackUnits } from '#utils/database/search-index/packed.ts'
import { DamagedIndex } from '#utils/search/bytes.ts'
import { headOf } from '#utils/search/heads.ts'
import { buildSegment, type Unit } from '#utils/search/segment.ts'

const unit = (id: string, ...places: readonly number[]): Unit => ({
  id,
  day: 20_000,
  findables: places.map((place) => ({ place, texts: [{ text: 'vraag over café', weight: 1 }], fields: ['tag=x'] })),
})

const parts = (units: readonly Unit[]) => {
  const { terms, lengths, sizes, many, groups, days, starts, jumps, units: names } = buildSegment(units)
  const [held, doubled] = [Uint8Array.of(0, 8), Uint8Array.of(1, 9)]
  return { part: { terms, lengths, sizes, many, groups, held, doubled }, list: { days, starts, jumps, units: names } }
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

test('heads are found again in the row that their part is in', () => {
  const count = 1_000
  // Each has 1 to 3 of the first kind, all there are of it, and none of the others.
  const own = Array.from({ length: count }, (_, at) => [
    2 * (1 + (at % 3)) + 1,
    ...Array(1 + (at % 3)).fill(at & 127),
    1,
    1,
  ])
  const heads = {
    parts: own.map((_, at) => `deel${String(at).padStart(4, '0')}`),
    starts: Uint32Array.from([0, ...own.keys()], (_, at) =>
      own.slice(0, at).reduce((sum, { length }) => sum + length, 0),
    ),
    bytes: Uint8Array.from(own.flat()),
  }
  const rows = splitHeads(heads, 500)
  expect(rows.length).toBeGreaterThan(5)
  expect(rows.every(({ bytes }) => bytes.length <= 500)).toBe(true)
  expect(rows.flatMap(({ parts: some }) => some)).toEqual(heads.parts)
  for (const row of rows) for (const part of row.parts) expect(headOf(row, part)).toEqual(headOf(heads, part))
  expect(headOf(heads, 'deel0002')?.map(({ first, isAll }) => [first.length, isAll])).toEqual([
    [3, true],
    [0, true],
    [0, true],
  ])
  expect(headOf(heads, 'deel')).toBeNull()
  expect(() => headOf({ ...heads, starts: heads.starts.map((start) => start + 1) }, 'deel0002')).toThrow(DamagedIndex)
})
