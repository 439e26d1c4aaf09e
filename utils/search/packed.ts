import { DamagedIndex } from './bytes.ts'
import type { Dictionary } from './segment.ts'

/** What of a dictionary is numbers, and the names of its units: one list of bytes, which can be kept in blocks. */
export type PackedPart = Omit<Dictionary, 'terms'>

const wide = { 1: Uint8Array, 2: Uint16Array, 4: Uint32Array } as const
type Width = keyof typeof wide
/** What may stand there, in their order, by the bytes of a number. */
const widths: readonly (readonly Width[])[] = [[1, 2], [1], [1], [4], [2], [4], [1, 2, 4], [1]]

/** Each part by the bytes of a number and its length in bytes, then the parts. Of use on the machine that made it. */
export function pack({
  lengths,
  sizes,
  many,
  groups,
  days,
  starts,
  places,
  units,
}: PackedPart): Uint8Array<ArrayBuffer> {
  const names = new TextEncoder().encode(units.join('\n'))
  const parts = [lengths, sizes, many, groups, days, starts, places, names]
  const header = Uint32Array.from(parts.flatMap((part) => [part.BYTES_PER_ELEMENT, part.byteLength]))
  const all = [header, ...parts]
  const bytes = new Uint8Array(all.reduce((sum, { byteLength }) => sum + byteLength, 0))
  let at = 0
  for (const { buffer, byteOffset, byteLength } of all) {
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), at)
    at += byteLength
  }
  return bytes
}

/** Throws `DamagedIndex` where that is not what was packed. */
export function unpack(bytes: Uint8Array): PackedPart {
  const ofHeader = 8 * widths.length
  const header = new Uint32Array(bytes.length < ofHeader ? [] : bytes.slice(0, ofHeader).buffer)
  let at = ofHeader
  const parts = widths.map((allowed, index) => {
    const width = allowed.find((one) => one === header[2 * index])
    const length = header[2 * index + 1] ?? 0
    at += length
    if (width === undefined || length % width > 0 || at > bytes.length)
      throw new DamagedIndex('a dictionary is cut off')
    return new wide[width](bytes.slice(at - length, at).buffer)
  })
  if (at !== bytes.length) throw new DamagedIndex('a dictionary is too long')
  // They are as wide as they must be.
  const [lengths, sizes, many, groups, days, starts, places, names] = parts as unknown as Parts
  return { lengths, sizes, many, groups, days, starts, places, units: new TextDecoder().decode(names).split('\n') }
}

type Parts = readonly [
  PackedPart['lengths'],
  PackedPart['sizes'],
  PackedPart['many'],
  PackedPart['groups'],
  PackedPart['days'],
  PackedPart['starts'],
  PackedPart['places'],
  Uint8Array<ArrayBuffer>,
]
