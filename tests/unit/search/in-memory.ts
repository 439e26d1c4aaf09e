import { type FindOptions, find, type Hits } from '#utils/search/find.ts'
import { findFirst, findFirstOfPart, type Headed, onlyWords, type PartlyKnown } from '#utils/search/find-first.ts'
import { parseQuery } from '#utils/search/query/query.ts'
import { headIn, headsOf } from '#utils/search/ranking/heads.ts'
import { kinds } from '#utils/search/ranking/ranking.ts'
import { type OpenSegment, openSegment, type ReadPostings, scoredSegment } from '#utils/search/segment/open-segment.ts'
import { type Dictionary, type Segment, shortIn } from '#utils/search/segment/segment.ts'
import { splitTerms, termIn } from '#utils/search/terms/dictionary-parts.ts'
import { beyondOf } from '#utils/search/terms/holding.ts'
import { KnownWords } from '#utils/search/terms/known-words.ts'
import { isFoundAs, knownLong, longTermsOf } from '#utils/search/terms/long-terms.ts'
import { TermTable } from '#utils/search/terms/term-table.ts'
import { termOf } from '#utils/search/words/words.ts'

interface InMemory {
  readonly segment: Segment
  readonly dead?: readonly number[]
}

/** A segment without its long postings. */
export function dictionaryOf({ postings, ...others }: Segment): Dictionary {
  return { ...others, short: postings.slice(0, shortIn(others)) }
}

function opened(segments: readonly InMemory[]): { readonly open: readonly OpenSegment[]; readonly read: ReadPostings } {
  return {
    open: segments.map(({ segment, dead }, id) => openSegment(id, dictionaryOf(segment), dead ?? [])),
    read: async (wanted) =>
      wanted.map(({ segment, terms }) => {
        const own = segments[segment]?.segment
        if (own === undefined) throw new Error('no segment')
        const table = new TermTable(own)
        return new Map(
          terms.map(({ term, from }) => {
            const [number = -1] = table.termsEqual(term)
            return [from, own.postings.slice(table.from(number), table.from(number) + table.bytes(number))] as const
          }),
        )
      }),
  }
}

/** Segments that are searched in memory. */
export function searchable(segments: readonly InMemory[]) {
  const { open, read } = opened(segments)
  return (typed: string, options: Partial<FindOptions> = {}): Promise<Hits> =>
    find(open, parseQuery(typed), read, { order: 'best', limit: 10_000, ...options })
}

/** A search of a page that knows of such segments only the words that are asked for, as long ones or by parts of about so many bytes. */
export async function firstsIn(segments: readonly InMemory[], bytesOfPart = 300) {
  const { open, read } = opened(segments)
  const findables = open.map((segment) => segment.findables)
  const begun = await Promise.all(
    segments.map(async ({ segment }) => {
      const beyond = await beyondOf(segment, () => undefined)
      const long = await longTermsOf(segment, beyond, () => undefined)
      const parts = splitTerms(segment, beyond, bytesOfPart)
      const firsts = parts.map(({ terms, lengths }) => terms.slice(0, lengths[0]))
      const partWith = (term: string) => parts[firsts.findLastIndex((first) => first <= term)] ?? null
      return (words: readonly string[]) => {
        const isKnown = (word: string) => {
          const stem = long.get(termOf(word))
          return stem !== undefined && isFoundAs(word, stem)
        }
        const isWanted = !words.every(isKnown)
        return (term: string) => {
          const own = long.get(term)
          const part = own === undefined && isWanted ? partWith(term) : null
          return own === undefined ? part && termIn(part, term) : knownLong(own)
        }
      }
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
      const words = new KnownWords(asked, begun[index]?.(asked) ?? (() => null))
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
  const found = [...(heads[0]?.keys() ?? [])].map(async (part) => {
    const headed = open.map((segment, index): Headed => {
      const own = heads[index]?.get(part)
      const head = own === undefined ? null : headIn(own)
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
