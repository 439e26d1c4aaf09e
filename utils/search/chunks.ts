import { DamagedIndex } from './bytes.ts'
import type { PackedPart } from './packed.ts'
import { type Dictionary, groupSize, groupStep } from './segment.ts'

/** Terms of a chunk, by which the text of a dictionary is kept: one of these is read to look a word up. Whole groups. */
export const chunkSize = 64 * groupSize

/** The text of a dictionary in chunks. */
export function chunksOf({
  terms,
  lengths,
  groups,
}: Pick<Dictionary, 'terms' | 'lengths' | 'groups'>): readonly string[] {
  const count = Math.ceil(lengths.length / chunkSize)
  const start = (chunk: number) => groups[(groupStep * chunk * chunkSize) / groupSize]
  return Array.from({ length: count }, (_, chunk) => terms.slice(start(chunk), start(chunk + 1) ?? terms.length))
}

/** The first term of each chunk. */
export function firstTerms(chunks: readonly string[], { lengths }: Pick<Dictionary, 'lengths'>): readonly string[] {
  return chunks.map((text, chunk) => text.slice(0, lengths[chunk * chunkSize]))
}

/** The chunks in which words would stand, by the first terms of all: from which to which. */
export function chunksWith(
  words: readonly string[],
  firsts: readonly string[],
): readonly [first: number, last: number] {
  if (firsts.length === 0) return [0, -1]
  const chunks = words.map((word) =>
    Math.max(
      0,
      firsts.findLastIndex((first) => first <= word),
    ),
  )
  return [Math.min(...chunks), Math.max(...chunks)]
}

/**
 * Some chunks as a dictionary of their own, whose postings lie where those of the whole one do.
 *
 * Throws `DamagedIndex` where the texts are not those.
 */
export function dictionaryOf(numbers: PackedPart, texts: readonly string[], first: number): Dictionary {
  const [from, to] = [first * chunkSize, (first + texts.length) * chunkSize]
  const groups = numbers.groups.slice((groupStep * from) / groupSize, groupStep * (to / groupSize + 1))
  const start = groups[0] ?? 0
  for (let group = 0; group < groups.length; group += groupStep) groups[group] = (groups[group] ?? 0) - start
  const terms = texts.join('')
  if (groups.at(-groupStep) !== terms.length) throw new DamagedIndex('terms are missing')
  return {
    ...numbers,
    terms,
    lengths: numbers.lengths.subarray(from, to),
    sizes: numbers.sizes.subarray(from, to),
    groups,
  }
}
