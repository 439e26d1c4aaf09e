import { type FindOptions, find, type Hits } from '#utils/search/find.ts'
import { findFirst, findFirstOfPart, frequentTermsOf, onlyWords } from '#utils/search/find-first.ts'
import { frequentOf, lookedFor } from '#utils/search/frequent.ts'
import { headOf, headsOf } from '#utils/search/heads.ts'
import { type Blocks, type OpenSegment, openSegment, type ReadBlocks } from '#utils/search/open-segment.ts'
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

/** A search of a page that knows only some terms of such segments: the frequent ones, or each by itself without what holds it. */
export async function firstsIn(segments: readonly InMemory[], which: 'frequent' | 'each') {
  const { open, read } = opened(segments)
  const pause = () => undefined
  const begun = await Promise.all(
    open.map(async (whole) => {
      const { id, dictionary } = whole
      const frequent =
        which === 'frequent'
          ? await frequentOf(dictionary, pause)
          : { ...dictionary, ...(await lookedFor(dictionary, dictionary, pause)) }
      const segment = openSegment(id, { ...dictionary, ...frequent }, segments[id]?.dead ?? [])
      return { whole: { segment: whole, frequent: null }, known: { segment, frequent } }
    }),
  )
  /**
   * What is certain to come first; null where the known terms are not enough in any segment.
   *
   * @param isWhole whether all terms of a segment are known anyway
   */
  return async (
    typed: string,
    limit: number,
    isWhole: (segment: number) => boolean = () => false,
  ): Promise<Hits['found'] | null> => {
    const words = onlyWords(parseQuery(typed))
    const known = begun.map(({ whole, known: own }) => {
      const isEnough = frequentTermsOf(own.frequent, own.segment.lexicon, words) !== null
      return isEnough && !isWhole(own.segment.id) ? own : whole
    })
    if (words.length === 0 || known.every(({ frequent }) => frequent === null)) return null
    return findFirst(known, words, read, limit)
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
    const headed = open.map((segment, index) => {
      const own = heads[index]
      return { segment, head: own === undefined ? null : headOf(own, part) }
    })
    return [part, await findFirstOfPart(headed, part, read, 10_000)] as const
  })
  return new Map(await Promise.all(found))
}

/** `unit place` of all that was found. */
export const keysOf = ({ found }: Hits): ReadonlySet<string> =>
  new Set(kinds.flatMap((kind) => found[kind].map(({ unit, place }) => `${unit} ${place}`)))
