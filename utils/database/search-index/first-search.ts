import type { Hits } from '../../search/find.ts'
import { findFirst, findFirstOfPart } from '../../search/find-first.ts'
import { areFrequent, type Frequent } from '../../search/frequent.ts'
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
import { dictionaryOf, partsWith, unitsOf } from './dictionary-file.ts'
import type { SegmentState } from './index-state.ts'
import type { IndexTransaction } from './index-transaction.ts'

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
  const opening = segments.map((state) => openAt(state, words, reading))
  // What is asked for first comes first: parts of the terms, and then the postings of the words while the units are made ready.
  const knowing = Promise.all(
    segments.map(async (state, index): Promise<Known> => {
      const { file, head, frequent } = (await opening[index]) as Opened
      const partWith =
        head !== null
          ? () => null
          : areFrequent(frequent, words)
            ? () => frequent.part
            : await partsWith(file, state, termsFor(words))
      return { head, words: new KnownWords(words, partWith, state.postings) }
    }),
  )
  const enough = knowing.then(enoughOf)
  const begun = await Promise.all(
    segments.map(async (state, index): Promise<Begun> => {
      const preparing = (opening[index] as Promise<Opened>).then(async ({ file }) => {
        const units = await unitsOf(file, state)
        return { file, units, prepared: prepareUnits(units) }
      })
      const meanwhile = Promise.all([knowing, enough]).then(async ([all, which]) => {
        const known = all[index] as Known
        const isWhole = !isKnownBy(which, known, words)
        const { words: own } = known
        if (!isWhole && which === 'words') await read([{ segment: state.id, blocks: blocksOf(own, [own.terms]) }])
        return { known, isWhole }
      })
      const [{ known, isWhole }, { file, units, prepared }] = await Promise.all([meanwhile, preparing])
      if (!isWhole) return { state, units, prepared, ...known, whole: null }
      const whole = openSegment(state.id, await dictionaryOf(file, state, units), state.dead, prepared)
      return { state, units, prepared, ...known, whole }
    }),
  )
  const which = await enough
  const [part] = words
  if (which === null || part === undefined) return { found: null, begun }
  if (which === 'words') return { found: await findFirst(begun.map(byWords), words, read, limit), begun }
  return { found: await findFirstOfPart(begun.map(byHead), part, read, limit), begun }
}

type Known = Pick<Begun, 'head' | 'words'>

interface Opened extends Pick<Begun, 'head'> {
  readonly frequent: Frequent
  readonly file: Blob
}

async function openAt(state: SegmentState, words: readonly string[], reading: IndexTransaction): Promise<Opened> {
  const [word, other] = words
  const isAlone = word !== undefined && other === undefined
  const [head, frequent, file] = await Promise.all([
    isAlone ? reading.heads(state, word).then((heads) => headOf(heads, word)) : null,
    reading.frequent(state),
    reading.file(state),
  ])
  return { head, frequent, file }
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

/** The segment with what is known of the words, or with all of its terms. */
function byWords({ state, units, prepared, words, whole }: Begun) {
  if (whole !== null) return { segment: whole, words: null }
  return { segment: scoredSegment(state.id, units, words, state.dead, prepared), words }
}

function byHead({ head, whole, ...begun }: Begun) {
  if (whole !== null || head === null) return { segment: whole as OpenSegment, head: null }
  return { segment: scoredSegment(begun.state.id, begun.units, begun.words, begun.state.dead, begun.prepared), head }
}
