import type { Hits } from '../../search/find.ts'
import { findFirst, findFirstOfPart, type Headed } from '../../search/find-first.ts'
import { Findables } from '../../search/ranking/findables.ts'
import { type Head, headIn } from '../../search/ranking/heads.ts'
import { type OpenSegment, openSegment, type ReadPostings, scoredSegment } from '../../search/segment/open-segment.ts'
import { type KnownTerm, termIn } from '../../search/terms/dictionary-parts.ts'
import { KnownWords, termsFor } from '../../search/terms/known-words.ts'
import { isFoundAs, knownLong, type LongTerm } from '../../search/terms/long-terms.ts'
import { termOf } from '../../search/words/words.ts'
import { dictionaryOf, partsWith, unitsOf } from './dictionary-file.ts'
import type { SegmentState } from './index-state.ts'
import { type FileRow, fileIn, type IndexTransaction, type LongRow, longIn } from './index-transaction.ts'

/** What was read of a segment by the first search of a page. */
export interface Begun {
  readonly id: number
  readonly findables: Findables
  /** All of it, where that was wanted. */
  readonly whole: OpenSegment | null
}

/** What of segments is enough to say what comes first: heads, or the words as terms; null where neither is. */
type Enough = 'heads' | 'words' | null

/** What of the index stands under words, by segment, and what can be asked for beside that before it is known which segments there are. */
export interface UnderWords {
  readonly files: ReadonlyMap<number, FileRow>
  /** Of the only word that is asked for. */
  readonly heads: ReadonlyMap<number, Uint8Array<ArrayBuffer>>
  /** By term. */
  readonly long: ReadonlyMap<string, ReadonlyMap<number, LongRow>>
}

/** Asks for all that stands under words at once. */
export async function underWords(words: readonly string[], reading: IndexTransaction): Promise<UnderWords> {
  const [only, other] = words
  const [files, heads, long] = await Promise.all([
    reading.files(),
    only === undefined || other !== undefined ? noHeads : reading.headsOf(only),
    Promise.all(termsFor(words).map(async (term) => [term, await reading.longOf(term)] as const)),
  ])
  return { files, heads, long: new Map(long) }
}

const noHeads: UnderWords['heads'] = new Map()

/**
 * What is certain to come first of what only words are asked for; null where that is not so before all is found. Of a segment all terms
 * are read only where what is known of the words in it is not enough.
 *
 * @param under what stands under the words
 */
export async function firstSearch(
  segments: readonly SegmentState[],
  under: UnderWords,
  words: readonly string[],
  read: ReadPostings,
  limit: number,
): Promise<{ readonly found: Hits['found'] | null; readonly begun: readonly Begun[] }> {
  const files = segments.map(({ id }) => fileIn(under.files.get(id)))
  // What is asked for first comes first: parts of the terms.
  const knowing = Promise.all(segments.map((state, index) => knownOf(state, files[index] as Blob, words, under)))
  const listing = Promise.all(
    segments.map(async (state, index) => new Findables(await unitsOf(files[index] as Blob, state), state.dead)),
  )
  // Whoever waits for them is told.
  listing.catch(() => undefined)
  const known = await knowing
  const which = enoughOf(known)
  const opened = await Promise.all(
    segments.map(async (state, index): Promise<OpenSegment | null> => {
      if (isKnownBy(which, known[index] as Known, words)) return null
      const findables = (await listing)[index] as Findables
      const dictionary = await dictionaryOf(files[index] as Blob, state, findables.list)
      return openSegment(state.id, dictionary, state.dead, { findables })
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
  file: Blob,
  words: readonly string[],
  { heads, long }: UnderWords,
): Promise<Known> {
  const own = heads.get(state.id)
  if (own !== undefined) return { head: headIn(own), words: new KnownWords(words, () => null) }
  const longOf = (term: string): LongTerm | undefined => {
    const row = long.get(term)?.get(state.id)
    return row && longIn(row)
  }
  // What has a row of its own is known, unless the word may be found as something else too.
  const others = words.filter((word) => {
    const stem = longOf(termOf(word))
    return stem === undefined || !isFoundAs(word, stem)
  })
  const partWith = others.length === 0 ? null : await partsWith(file, state, termsFor(others))
  const look = (term: string): KnownTerm | null => {
    const row = longOf(term)
    if (row !== undefined) return knownLong(row)
    const part = partWith?.(term) ?? null
    return part && termIn(part, term)
  }
  return { head: null, words: new KnownWords(words, look) }
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
