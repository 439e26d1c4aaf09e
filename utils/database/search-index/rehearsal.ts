import type { Hits } from '../../search/find.ts'
import { findFirst, findFirstOfPart } from '../../search/find-first.ts'
import { Findables } from '../../search/ranking/findables.ts'
import { headIn } from '../../search/ranking/heads.ts'
import { Names } from '../../search/segment/names.ts'
import { scoredSegment } from '../../search/segment/open-segment.ts'
import { sizeOf } from '../../search/segment/segment.ts'
import { sizeIn, type UnitList } from '../../search/segment/unit-list.ts'
import { type KnownTerm, termIn } from '../../search/terms/dictionary-parts.ts'
import { KnownWords } from '../../search/terms/known-words.ts'
import { isFoundAs, knownLong } from '../../search/terms/long-terms.ts'
import { packPart, packUnits, unpackPart, unpackUnits } from './packed.ts'

/** A document with a question, a note, and so many documents that few of all are looked up. */
const others = 14
const units: UnitList = {
  units: new Names(
    Uint8Array.from([100, 238, ...Array<number>(others).fill(100)]),
    Uint32Array.from({ length: 4 * (2 + others) }, (_, at) => (at === 1 ? 2 : 0)),
    'd1',
  ),
  days: new Uint16Array(2 + others),
  starts: Uint32Array.from({ length: 3 + others }, (_, unit) => (unit === 0 ? 0 : unit + 1)),
  jumps: new Uint32Array(),
}
const size = sizeIn(units)
/** The first three of these have one term. */
const term = 'woord'
const postings = Uint8Array.of(1, 5, 4)
const count = postings.length
const part = {
  terms: term,
  lengths: Uint8Array.of(term.length),
  sizes: Uint8Array.of(sizeOf(count, count)),
  many: new Uint8Array(),
  groups: Uint32Array.of(0, 0, 0, count, count, term.length, 0, count, count, count),
  held: new Uint8Array(),
  doubled: new Uint8Array(),
  few: postings,
  between: new Uint8Array(),
}

/**
 * Goes through what the first search of a page does with what it has read, with next to nothing: to make code ready takes longer than to
 * run it then, and there is nothing else to do while the index is opened. Returns what was found.
 */
export async function rehearse(words: readonly string[], limit: number): Promise<readonly (Hits['found'] | null)[]> {
  const read = async () => []
  const findables = new Findables(unpackUnits(packUnits(units)), [])
  const own = unpackPart(packPart(part))
  const long = { postings, count, held: 0, doubled: 0, forms: [] }
  const looks: readonly (() => KnownTerm | null)[] = [
    () => (isFoundAs(term, long) ? knownLong(long) : null),
    () => termIn(own, term),
  ]
  const byWords = looks.map((look) => {
    const known = new KnownWords(words, look)
    const segment = scoredSegment(0, size, known)
    return findFirst([{ segment, words: known }], words, read, limit, Promise.resolve([findables]))
  })
  // A part that has a head is asked for by itself.
  const head = headIn(Uint8Array.of(3, 1, 1, 1))
  const headed = { findables, segment: null, head }
  const byHead = words.length > 1 ? [] : [findFirstOfPart([headed], term, read, limit)]
  return Promise.all([...byWords, ...byHead])
}
