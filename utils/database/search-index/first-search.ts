import type { Hits } from '../../search/find.ts'
import { findFirst, findFirstOfPart, type Headed } from '../../search/find-first.ts'
import { Findables } from '../../search/findables.ts'
import { areFrequent } from '../../search/frequent.ts'
import { type Head, headOf } from '../../search/heads.ts'
import { KnownWords, termsFor } from '../../search/known-words.ts'
import { type OpenSegment, openSegment, type ReadBlocks, scoredSegment } from '../../search/open-segment.ts'
import { dictionaryOf, partsWith, unitsOf } from './dictionary-file.ts'
import type { SegmentState } from './index-state.ts'
import { type IndexTransaction, type Opening, type OpeningRow, openingIn } from './index-transaction.ts'

/** What was read of a segment by the first search of a page. */
export interface Begun {
  readonly id: number
  readonly findables: Findables
  /** All of it, where that was wanted. */
  readonly whole: OpenSegment | null
}

/** What of segments is enough to say what comes first: heads, or the words as terms; null where neither is. */
type Enough = 'heads' | 'words' | null

/**
 * What is certain to come first of what only words are asked for; null where that is not so before all is found. Of a segment all terms
 * are read only where what is known of the words in it is not enough.
 *
 * @param openings of the segments
 * @param reading of which all is asked at once: it is over before what was asked for has come
 */
export async function firstSearch(
  segments: readonly SegmentState[],
  openings: ReadonlyMap<number, OpeningRow>,
  words: readonly string[],
  reading: IndexTransaction,
  read: ReadBlocks,
  limit: number,
): Promise<{ readonly found: Hits['found'] | null; readonly begun: readonly Begun[] }> {
  const files = segments.map(({ id }) => openingIn(openings.get(id)))
  // What is asked for first comes first: parts of the terms.
  const knowing = Promise.all(segments.map((state, index) => knownOf(state, files[index] as Opening, words, reading)))
  const listing = Promise.all(
    segments.map(async (state, index) => {
      const { file } = files[index] as Opening
      return new Findables(await unitsOf(file, state), state.dead)
    }),
  )
  // Whoever waits for them is told.
  listing.catch(() => undefined)
  const known = await knowing
  const which = enoughOf(known)
  const opened = await Promise.all(
    segments.map(async (state, index): Promise<OpenSegment | null> => {
      if (isKnownBy(which, known[index] as Known, words)) return null
      const { file } = files[index] as Opening
      const findables = (await listing)[index] as Findables
      return openSegment(state.id, await dictionaryOf(file, state, findables.list), state.dead, { findables })
    }),
  )
  const found = await (which === 'heads' ? byHeads() : which === 'words' ? byWords() : null)
  const findables = await listing
  const begun = segments.map(({ id }, index) => ({
    id,
    findables: findables[index] as Findables,
    whole: opened[index] ?? null,
  }))
  return { found, begun }

  function byWords(): Promise<Hits['found'] | null> {
    const own = segments.map(({ id, size }, index) => {
      const segment = opened[index] ?? null
      const { words: terms } = known[index] as Known
      return segment === null ? { segment: scoredSegment(id, size, terms), words: terms } : { segment, words: null }
    })
    return findFirst(own, words, read, limit, listing)
  }

  async function byHeads(): Promise<Hits['found'] | null> {
    const own = (await listing).map((findables, index): Headed => {
      const segment = opened[index] ?? null
      if (segment !== null) return { findables, segment, head: null }
      return { findables, segment, head: (known[index] as Known).head ?? [] }
    })
    return findFirstOfPart(own, words[0] ?? '', read, limit)
  }
}

interface Known {
  /** What of it comes first for the only word that was asked for, where that was made ready. */
  readonly head: readonly Head[] | null
  readonly words: KnownWords
}

async function knownOf(
  state: SegmentState,
  { file, frequent, headed }: Opening,
  words: readonly string[],
  reading: IndexTransaction,
): Promise<Known> {
  const [word, other] = words
  const isAlone = word !== undefined && other === undefined
  const head = isAlone && headed.includes(word) ? headOf(await reading.heads(state, word), word) : null
  const partWith =
    head !== null
      ? () => null
      : areFrequent(frequent, words)
        ? () => frequent.part
        : await partsWith(file, state, termsFor(words))
  return { head, words: new KnownWords(words, partWith, state.postings) }
}

function enoughOf(known: readonly Known[]): Enough {
  if (known.some(({ head }) => head !== null)) return 'heads'
  return known.some(({ words }) => words.isEnough) ? 'words' : null
}

/** Whether the terms of a segment need not all be read. */
function isKnownBy(which: Enough, { head, words: own }: Known, words: readonly string[]): boolean {
  if (which === null) return false
  if (which === 'heads') return head !== null
  // A word alone may be no term of this segment.
  return own.isEnough || words.length === 1
}
