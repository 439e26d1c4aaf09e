import { type FindOptions, find, type Hits } from '#utils/search/find.ts'
import { type Blocks, type OpenSegment, openSegment, type ReadBlocks } from '#utils/search/open-segment.ts'
import { parseQuery } from '#utils/search/query.ts'
import { kinds } from '#utils/search/ranking.ts'
import { blockSize, type Segment } from '#utils/search/segment.ts'

/** Segments that are searched in memory. */
export function searchable(segments: readonly { readonly segment: Segment; readonly dead?: readonly number[] }[]) {
  const open: OpenSegment[] = segments.map(({ segment, dead }, id) => openSegment(id, segment, dead ?? []))
  const read: ReadBlocks = async (wanted) =>
    wanted.map(({ segment, blocks }) => {
      const postings = segments[segment]?.segment.postings ?? new Uint8Array()
      const read: Blocks[number][] = []
      for (const block of blocks) read[block] = postings.slice(block * blockSize, (block + 1) * blockSize)
      return read
    })
  return (typed: string, options: Partial<FindOptions> = {}): Promise<Hits> =>
    find(open, parseQuery(typed), read, { order: 'best', limit: 10_000, ...options })
}

/** `unit place` of all that was found. */
export const keysOf = ({ found }: Hits): ReadonlySet<string> =>
  new Set(kinds.flatMap((kind) => found[kind].map(({ unit, place }) => `${unit} ${place}`)))
