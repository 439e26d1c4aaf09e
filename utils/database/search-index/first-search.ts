import type { Hits } from '../../search/find.ts'
import { findFirst, findFirstOfPart } from '../../search/find-first.ts'
import { type Head, headOf } from '../../search/heads.ts'
import { KnownWords, termsFor } from '../../search/known-words.ts'
import {
  type OpenSegment,
  openSegment,
  prepareUnits,
  type ReadBlocks,
  scoredSegment,
} from '../../search/open-segment.ts'
import { blocksOf } from '../../search/postings.ts'
import type { UnitList } from '../../search/segment.ts'
import type { SegmentState } from './index-state.ts'
import type { IndexTransaction } from './index-transaction.ts'
import { partsWith, termsOf } from './terms-file.ts'

/** What was read of a segment by the first search of a page. */
export interface Begun {
  readonly state: SegmentState
  readonly units: UnitList
  readonly prepared: Pick<OpenSegment, 'unitOf' | 'room'>
  /** What of it comes first for the only word that was asked for, where that was made ready. */
  readonly head: readonly Head[] | null
  readonly words: KnownWords
  /** The same with all of its terms, where these were wanted. */
  readonly whole: OpenSegment | null
}

/** What of segments is enough to say what comes first: heads, or the words as terms; null where neither is. */
type Enough = 'heads' | 'words' | null

/**
 * What is certain to come first of what only words are asked for; null where that is not so before all is found. Of a segment all terms
 * are read only where what is known of the words in it is not enough.
 *
 * @param reading of which all is asked at once: it is over before what was asked for has come
 */
export async function firstSearch(
  segments: readonly SegmentState[],
  words: readonly string[],
  reading: IndexTransaction,
  read: ReadBlocks,
  limit: number,
): Promise<{ readonly found: Hits['found'] | null; readonly begun: readonly Begun[] }> {
  const knowing = Promise.all(segments.map((state) => knownOf(state, words, reading)))
  const enough = knowing.then(enoughOf)
  const begun = await Promise.all(
    segments.map(async (state, index): Promise<Begun> => {
      const listing = reading.unitList(state)
      const meanwhile = Promise.all([knowing, enough]).then(async ([known, which]) => {
        const { head, words: own, file } = known[index] as Known
        const isWhole = !isKnownBy(which, { head, words: own }, words)
        const terms = isWhole ? await termsOf(file, state) : null
        if (!isWhole && which === 'words') await read([{ segment: state.id, blocks: blocksOf(own, [own.terms]) }])
        return { head, words: own, terms }
      })
      const preparing = listing.then((units) => ({ units, prepared: prepareUnits(units) }))
      const [{ head, words: own, terms }, { units, prepared }] = await Promise.all([meanwhile, preparing])
      const whole = terms === null ? null : openSegment(state.id, { ...terms, ...units }, state.dead, prepared)
      return { state, units, prepared, head, words: own, whole }
    }),
  )
  const which = await enough
  const [part] = words
  if (which === null || part === undefined) return { found: null, begun }
  if (which === 'words') return { found: await findFirst(begun.map(byWords), words, read, limit), begun }
  return { found: await findFirstOfPart(begun.map(byHead), part, read, limit), begun }
}

interface Known extends Pick<Begun, 'head' | 'words'> {
  readonly file: Blob
}

/** Reads what tells of words in a segment, in place of all terms: a head, or where there is none the parts that have them. */
async function knownOf(state: SegmentState, words: readonly string[], reading: IndexTransaction): Promise<Known> {
  const [word, other] = words
  const heads = word === undefined || other !== undefined ? null : reading.heads(state, word)
  const [head, file] = await Promise.all([
    heads?.then((own) => (word === undefined ? null : headOf(own, word))) ?? null,
    reading.terms(state),
  ])
  const partWith = head === null ? await partsWith(file, state.terms, termsFor(words)) : () => null
  return { head, words: new KnownWords(words, partWith, state.postings), file }
}

function enoughOf(known: readonly Pick<Known, 'head' | 'words'>[]): Enough {
  if (known.some(({ head }) => head !== null)) return 'heads'
  return known.some(({ words }) => words.isEnough) ? 'words' : null
}

/** Whether the terms of a segment need not all be read. */
function isKnownBy(
  which: Enough,
  { head, words: own }: Pick<Known, 'head' | 'words'>,
  words: readonly string[],
): boolean {
  if (which === null) return false
  if (which === 'heads') return head !== null
  // A word alone may be no term of this segment.
  return own.isEnough || words.length === 1
}

/** The segment with what is known of the words, or with all of its terms. */
function byWords({ state, units, prepared, words, whole }: Begun) {
  if (whole !== null) return { segment: whole, words: null }
  return { segment: scoredSegment(state.id, units, words, state.dead, prepared), words }
}

function byHead({ head, whole, ...begun }: Begun) {
  if (whole !== null || head === null) return { segment: whole as OpenSegment, head: null }
  return { segment: scoredSegment(begun.state.id, begun.units, begun.words, begun.state.dead, begun.prepared), head }
}
