import { DamagedIndex } from '../../search/segment/bytes.ts'
import { Names } from '../../search/segment/names.ts'
import { groupStep } from '../../search/segment/segment.ts'
import type { UnitList } from '../../search/segment/unit-list.ts'
import type { DictionaryPart } from '../../search/terms/dictionary-parts.ts'

/** A part of a dictionary's terms, and its units, as one list of bytes each. */

type Numbers = Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>
const wide = { 1: Uint8Array, 2: Uint16Array, 4: Uint32Array } as const
type Width = keyof typeof wide
/** By the bytes of a number what may stand there, in their order. */
type Widths = readonly (readonly Width[])[]
const ofTerms: Widths = [[1, 2], [1], [1], [4], [1], [1], [1], [1], [1]]
const ofUnits: Widths = [[2], [4], [4], [1], [4], [1]]

export const packPart = ({ terms, lengths, sizes, many, groups, held, doubled, few, between }: DictionaryPart) =>
  pack([lengths, sizes, many, groups, held, doubled, few, between, new TextEncoder().encode(terms)])

/** Throws `DamagedIndex` where that is not what was packed. */
export function unpackPart(bytes: Uint8Array<ArrayBuffer>): DictionaryPart {
  // They are as wide as they must be.
  const [lengths, sizes, many, groups, held, doubled, few, between, text] = unpack(
    bytes,
    ofTerms,
  ) as unknown as readonly [
    DictionaryPart['lengths'],
    DictionaryPart['sizes'],
    DictionaryPart['many'],
    DictionaryPart['groups'],
    DictionaryPart['held'],
    DictionaryPart['doubled'],
    DictionaryPart['few'],
    DictionaryPart['between'],
    Uint8Array<ArrayBuffer>,
  ]
  const terms = new TextDecoder().decode(text)
  if (terms.length !== groups.at(-groupStep)) throw new DamagedIndex('terms are missing')
  return { terms, lengths, sizes, many, groups, held, doubled, few, between }
}

export const packUnits = ({ units, days, starts, jumps }: UnitList) =>
  pack([days, starts, jumps, units.letters, units.rows, new TextEncoder().encode(units.text)])

/** Throws `DamagedIndex` where that is not what was packed. */
export function unpackUnits(bytes: Uint8Array<ArrayBuffer>): UnitList {
  const [days, starts, jumps, letters, rows, text] = unpack(bytes, ofUnits) as unknown as readonly [
    UnitList['days'],
    UnitList['starts'],
    UnitList['jumps'],
    Names['letters'],
    Names['rows'],
    Uint8Array<ArrayBuffer>,
  ]
  const isWhole = days.length === letters.length && starts.length === letters.length + 1 && jumps.length % 2 === 0
  if (!isWhole) throw new DamagedIndex('units are missing')
  // What it begins with is a name's, whatever it is.
  const names = new TextDecoder('utf-8', { ignoreBOM: true }).decode(text)
  return { units: new Names(letters, rows, names), days, starts, jumps }
}

/** Of each part the bytes of a number and its length in bytes, then the parts. Of use on the machine that made it. */
function pack(parts: readonly Numbers[]): Uint8Array<ArrayBuffer> {
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

function unpack(bytes: Uint8Array<ArrayBuffer>, widths: Widths): readonly Numbers[] {
  const ofHeader = 8 * widths.length
  const header = new Uint32Array(bytes.length < ofHeader ? [] : bytes.slice(0, ofHeader).buffer)
  let at = ofHeader
  const parts = widths.map((allowed, index) => {
    const width = allowed.find((one) => one === header[2 * index])
    const length = header[2 * index + 1] ?? 0
    at += length
    if (width === undefined || length % width > 0 || at > bytes.length) throw new DamagedIndex('numbers are cut off')
    // Single bytes may lie anywhere, and are many.
    return width === 1 ? bytes.subarray(at - length, at) : new wide[width](bytes.slice(at - length, at).buffer)
  })
  if (at !== bytes.length) throw new DamagedIndex('numbers are too many')
  return parts
}
