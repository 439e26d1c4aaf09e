import { expect, test } from 'vitest'
import { ByteReader, ByteWriter, DamagedIndex } from '#utils/search/segment/bytes.ts'

test('a number takes a byte for each seven bits, and no more', () => {
  for (const [value, bytes] of [
    [0, 1],
    [127, 1],
    [128, 2],
    [16_383, 2],
    [16_384, 3],
    [4_294_967_295, 5],
  ] as const) {
    const writer = new ByteWriter()
    writer.number(value)
    expect(writer.length).toBe(bytes)
    expect(new ByteReader(writer.bytes).number()).toBe(value)
    expect(() => new ByteReader(writer.bytes.subarray(0, bytes - 1)).number()).toThrow(DamagedIndex)
  }
})
