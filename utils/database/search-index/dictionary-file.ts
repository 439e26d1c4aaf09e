import { DamagedIndex } from '../../search/segment/bytes.ts'
import type { Dictionary, Segment } from '../../search/segment/segment.ts'
import { sizeIn, type UnitList } from '../../search/segment/unit-list.ts'
import { type DictionaryPart, joinTerms, splitTerms } from '../../search/terms/dictionary-parts.ts'
import type { Beyond } from '../../search/terms/holding.ts'
import { packPart, packUnits, unpackPart, unpackUnits } from './packed.ts'

/**
 * A dictionary as one file, its units first, of whose terms parts can be read by themselves. A `Blob` is kept in IndexedDB without being
 * read with its row: all of it is read sooner than the same in rows, of which there would be many, and a part in a fraction of that. No
 * transaction outlasts such a reading; the file does, also where its row is gone by then.
 */

/** What a file has, by which a damaged one is known. */
export interface FileDirectory {
  /** Things that can be found, and units of which they are. */
  readonly size: number
  readonly units: number
  /** Bytes of the units. */
  readonly listed: number
  /** The first term of each part of the terms, and where it ends. */
  readonly firsts: readonly string[]
  readonly ends: readonly number[]
  /** Bytes of the postings that the terms tell of, long ones among them. */
  readonly postings: number
}

export function dictionaryFile(
  segment: Segment,
  beyond: Beyond,
): { readonly file: Blob; readonly directory: FileDirectory } {
  const units = packUnits(segment)
  const parts = splitTerms(segment, beyond)
  const packed = parts.map(packPart)
  let end = units.length
  const ends = packed.map(({ length }) => {
    end += length
    return end
  })
  const directory = {
    size: sizeIn(segment),
    units: segment.units.length,
    listed: units.length,
    firsts: parts.map(({ terms, lengths }) => terms.slice(0, lengths[0])),
    ends,
    postings: segment.postings.length,
  }
  return { file: new Blob([units, ...packed]), directory }
}

/** The units. Throws `DamagedIndex` where they are not what the directory says. */
export async function unitsOf(file: Blob, directory: FileDirectory): Promise<UnitList> {
  return checkedUnits(await read(file.slice(0, directory.listed)), directory)
}

/** All of it. Throws `DamagedIndex` where it is not what the directory says. @param known the units, where these were read */
export async function dictionaryOf(file: Blob, directory: FileDirectory, known?: UnitList): Promise<Dictionary> {
  const from = known === undefined ? 0 : directory.listed
  const bytes = await read(file.slice(from))
  const terms = joinTerms(partsIn(bytes, directory, from))
  if ((terms.groups.at(-1) ?? 0) !== directory.postings) throw new DamagedIndex('terms are missing')
  // A copy: what lies in the file is not held on to.
  return { ...terms, ...(known ?? checkedUnits(bytes.slice(0, directory.listed), directory)) }
}

/** All parts of the terms. Throws `DamagedIndex` where they are not what the directory says. */
export const partsOf = async (file: Blob, directory: FileDirectory): Promise<readonly DictionaryPart[]> =>
  partsIn(await read(file), directory, 0)

/** By term the part that has it if any has; null where none can. Throws `DamagedIndex` where it is not what the directory says. */
export async function partsWith(
  file: Blob,
  { listed, firsts, ends }: FileDirectory,
  terms: readonly string[],
): Promise<(term: string) => DictionaryPart | null> {
  const placeOf = (term: string): number => firsts.findLastIndex((first) => first <= term)
  const wanted = [...new Set(terms.map(placeOf))].filter((place) => place >= 0)
  const parts = new Map(
    await Promise.all(
      wanted.map(async (place) => {
        const bytes = await read(file.slice(ends[place - 1] ?? listed, ends[place]))
        return [place, unpackPart(bytes)] as const
      }),
    ),
  )
  return (term) => parts.get(placeOf(term)) ?? null
}

/** @param from where in the file the bytes begin */
function partsIn(
  bytes: Uint8Array<ArrayBuffer>,
  { listed, ends }: FileDirectory,
  from: number,
): readonly DictionaryPart[] {
  if (from + bytes.length !== (ends.at(-1) ?? listed)) throw new DamagedIndex('terms are cut off')
  return ends.map((end, part) => unpackPart(bytes.subarray((ends[part - 1] ?? listed) - from, end - from)))
}

function checkedUnits(bytes: Uint8Array<ArrayBuffer>, { size, units }: FileDirectory): UnitList {
  const list = unpackUnits(bytes)
  if (list.units.length !== units || sizeIn(list) !== size) throw new DamagedIndex('units are missing')
  return list
}

async function read(file: Blob): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await file.arrayBuffer())
  } catch (error) {
    // There is not enough memory for it, which says nothing of the file.
    if (error instanceof RangeError) throw error
    throw new DamagedIndex('a dictionary cannot be read', { cause: error })
  }
}
