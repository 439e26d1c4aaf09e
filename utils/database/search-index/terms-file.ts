import { DamagedIndex } from '../../search/bytes.ts'
import { type DictionaryPart, joinTerms, splitTerms } from '../../search/dictionary-parts.ts'
import type { Beyond } from '../../search/holding.ts'
import type { Terms } from '../../search/term-table.ts'
import { packPart, unpackPart } from './packed.ts'

/**
 * The terms of a dictionary as one file, of which parts can be read by themselves. A `Blob` is kept in IndexedDB without being read with
 * its row: all of it is read sooner than the same in rows, of which there would be many, and a part in a fraction of that. No
 * transaction outlasts such a reading; the file does, also where its row is gone by then.
 */

/** Where the parts of such a file are. */
export interface TermsDirectory {
  /** The first term of each part. */
  readonly firsts: readonly string[]
  /** Where each ends, in bytes. */
  readonly ends: readonly number[]
}

export function termsFile(
  dictionary: Terms,
  beyond: Beyond,
): { readonly file: Blob; readonly directory: TermsDirectory } {
  const parts = splitTerms(dictionary, beyond)
  const packed = parts.map(packPart)
  let end = 0
  const ends = packed.map(({ length }) => {
    end += length
    return end
  })
  const firsts = parts.map(({ terms, lengths }) => terms.slice(0, lengths[0]))
  return { file: new Blob(packed), directory: { firsts, ends } }
}

/** All parts. Throws `DamagedIndex` where they are not what the directory says. */
export async function partsOf(file: Blob, { ends }: TermsDirectory): Promise<readonly DictionaryPart[]> {
  const bytes = await read(file)
  if (bytes.length !== (ends.at(-1) ?? 0)) throw new DamagedIndex('terms are cut off')
  return ends.map((end, part) => unpackPart(bytes.subarray(ends[part - 1] ?? 0, end)))
}

/** All terms of a segment. Throws `DamagedIndex` where they are not what its state says. */
export async function termsOf(
  file: Blob,
  { terms: directory, postings }: { readonly terms: TermsDirectory; readonly postings: number },
): Promise<Terms> {
  const terms = joinTerms(await partsOf(file, directory))
  if ((terms.groups.at(-1) ?? 0) !== postings) throw new DamagedIndex('terms are missing')
  return terms
}

/** By term the part that has it if any has; null where none can. Throws `DamagedIndex` where it is not what the directory says. */
export async function partsWith(
  file: Blob,
  { firsts, ends }: TermsDirectory,
  terms: readonly string[],
): Promise<(term: string) => DictionaryPart | null> {
  const placeOf = (term: string): number => firsts.findLastIndex((first) => first <= term)
  const wanted = [...new Set(terms.map(placeOf))].filter((place) => place >= 0)
  const parts = new Map(
    await Promise.all(
      wanted.map(async (place) => {
        const bytes = await read(file.slice(ends[place - 1] ?? 0, ends[place]))
        return [place, unpackPart(bytes)] as const
      }),
    ),
  )
  return (term) => parts.get(placeOf(term)) ?? null
}

async function read(file: Blob): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await file.arrayBuffer())
  } catch (error) {
    throw new DamagedIndex('terms cannot be read', { cause: error })
  }
}
