import { splitTerms } from '#utils/search/dictionary-parts.ts'
import { type FindOptions, find, type Hits } from '#utils/search/find.ts'
import { findFirst, findFirstOfPart, type Headed, onlyWords, type PartlyKnown } from '#utils/search/find-first.ts'
import { areFrequent, frequentOf } from '#utils/search/frequent.ts'
import { headOf, headsOf } from '#utils/search/heads.ts'
import { beyondOf } from '#utils/search/holding.ts'
import { KnownWords } from '#utils/search/known-words.ts'
import {
  type Blocks,
  type OpenSegment,
  openSegment,
  type ReadBlocks,
  scoredSegment,
} from '#utils/search/open-segment.ts'
import { parseQuery } from '#utils/search/query.ts'
import { kinds } from '#utils/search/ranking.ts'
import { blockSize, type Segment } from '#utils/search/segment.ts'

interface InMemory {
  readonly segment: Segment
  readonly dead?: readonly number[]
}

function opened(segments: readonly InMemory[]): { readonly open: readonly OpenSegment[]; readonly read: ReadBlocks } {
  return {
    open: segments.map(({ segment, dead }, id) => openSegment(id, segment, dead ?? [])),
    read: async (wanted) =>
      wanted.map(({ segment, blocks }) => {
        const postings = segments[segment]?.segment.postings ?? new Uint8Array()
        const read: Blocks[number][] = []
        for (const block of blocks) read[block] = postings.slice(block * blockSize, (block + 1) * blockSize)
        return read
      }),
  }
}

/** Segments that are searched in memory. */
export function searchable(segments: readonly InMemory[]) {
  const { open, read } = opened(segments)
  return (typed: string, options: Partial<FindOptions> = {}): Promise<Hits> =>
    find(open, parseQuery(typed), read, { order: 'best', limit: 10_000, ...options })
}

/** A search of a page that knows of such segments only the words that are asked for, as frequent ones or by parts of about so many bytes. */
export async function firstsIn(segments: readonly InMemory[], bytesOfPart = 300) {
  const { open, read } = opened(segments)
  const findables = open.map((segment) => segment.findables)
  const begun = await Promise.all(
    segments.map(async ({ segment }) => {
      const beyond = await beyondOf(segment, () => undefined)
      const frequent = await frequentOf(segment, beyond, () => undefined)
      const parts = splitTerms(segment, beyond, bytesOfPart)
      const firsts = parts.map(({ terms, lengths }) => terms.slice(0, lengths[0]))
      const partWith = (term: string) => parts[firsts.findLastIndex((first) => first <= term)] ?? null
      return (words: readonly string[]) => (areFrequent(frequent, words) ? () => frequent.part : partWith)
    }),
  )
  /**
   * What is certain to come first; null where what is known of the words is not enough in any segment.
   *
   * @param isWhole whether all terms of a segment are known anyway
   */
  return async (
    typed: string,
    limit: number,
    isWhole: (segment: number) => boolean = () => false,
  ): Promise<Hits['found'] | null> => {
    const asked = onlyWords(parseQuery(typed))
    const known = open.map((whole, index): PartlyKnown => {
      const { id, findables } = whole
      const words = new KnownWords(
        asked,
        begun[index]?.(asked) ?? (() => null),
        segments[index]?.segment.postings.length ?? 0,
      )
      const isPartly = (words.isEnough || asked.length === 1) && !isWhole(id)
      if (!isPartly) return { segment: whole, words: null }
      return { segment: scoredSegment(id, findables.size, words), words }
    })
    if (asked.length === 0 || !known.some(({ words }) => words?.isEnough)) return null
    return findFirst(known, asked, read, limit, Promise.resolve(findables))
  }
}

/**
 * What comes first for parts, in segments of which all but the last have heads of so many things: by the parts that the first has.
 */
export async function firstOfParts(
  segments: readonly InMemory[],
  length: number,
): Promise<ReadonlyMap<string, Hits['found'] | null>> {
  const { open, read } = opened(segments)
  const limits = { length, smallest: 0, many: 2, frequent: 2 }
  const heads = await Promise.all(segments.slice(0, -1).map(({ segment }) => headsOf(segment, () => undefined, limits)))
  const found = (heads[0]?.parts ?? []).map(async (part) => {
    const headed = open.map((segment, index): Headed => {
      const own = heads[index]
      const head = own === undefined ? null : headOf(own, part)
      const { findables } = segment
      return head === null ? { findables, segment, head } : { findables, segment: null, head }
    })
    return [part, await findFirstOfPart(headed, part, read, 10_000)] as const
  })
  return new Map(await Promise.all(found))
}

/** `unit place` of all that was found. */
export const keysOf = ({ found }: Hits): ReadonlySet<string> =>
  new Set(kinds.flatMap((kind) => found[kind].map(({ unit, place }) => `${unit} ${place}`)))
