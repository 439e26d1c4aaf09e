import { shares, wordAnswers } from '../query/answers.ts'
import { ByteReader, ByteWriter, DamagedIndex } from '../segment/bytes.ts'
import { openSegment } from '../segment/open-segment.ts'
import { fieldSign, fitScore, type Segment } from '../segment/segment.ts'
import { sizeIn } from '../segment/unit-list.ts'
import { shortestPart, shortestStart } from '../terms/lexicon.ts'
import { TermTable } from '../terms/term-table.ts'
import { kinds, Ranking } from './ranking.ts'
import { scoreOf } from './scores.ts'
import { scoreSegment } from './scoring.ts'

/**
 * By part, in order: what comes first of what is found by parts that very many terms have, and by words that very much
 * has: to look through so many postings takes longer than the first search of a page may. Made with the segment.
 */
export type Heads = ReadonlyMap<string, Uint8Array<ArrayBuffer>>

/** The best of a kind, in no order; `isAll` where no more of it are found. */
export interface Head {
  readonly isAll: boolean
  readonly first: readonly { readonly number: number; readonly score: number }[]
}

/** Which parts of a segment have a head: seams for tests. */
export interface HeadLimits {
  /** So many of each kind. */
  readonly length: number
  /** A segment in which less can be found is soon looked through. */
  readonly smallest: number
  /** Parts that stand in its terms as often as this have a head. */
  readonly many: number
  /** So have terms with as many postings. */
  readonly frequent: number
}

const usual: HeadLimits = { length: 20, smallest: 20_000, many: 1_000, frequent: 4_000 }
/** Of longer parts than this hardly any stand in so many terms. */
const longestPart = 8

/** The scores of a word by itself: bytes of a head name their places. */
const scores = Float32Array.from(
  Object.values(shares).flatMap((share) => fitScore.map((fit) => scoreOf(fit, 1, share))),
)

/** @param pause is awaited between parts, so that whoever runs it can let others go first */
export async function headsOf(
  segment: Segment,
  pause: () => Promise<void> | undefined,
  { length, smallest, many, frequent }: HeadLimits = usual,
): Promise<Heads> {
  const isSmall = sizeIn(segment) < smallest
  const words = isSmall ? [] : [...(await partsOfMany(segment, many, pause)), ...frequentIn(segment, frequent)]
  const parts = [...new Set(words)].sort()
  const heads = new Map<string, Uint8Array<ArrayBuffer>>()
  const writer = new ByteWriter()
  if (parts.length > 0) {
    // Long ones among them.
    const open = openSegment(0, { ...segment, short: segment.postings }, [])
    while (open.lexicon.prepareSome()) await pause()
    for (const part of parts) {
      const [answers = []] = wordAnswers(part, [open])
      const ranking = new Ranking('best', length)
      const clause = { excluded: false, answers, worth: 1, count: 0, besides: [], word: undefined }
      scoreSegment(open, new Map(), [clause], null)(open.findables, 0, ranking)
      for (const kind of kinds) {
        const best = ranking.ranked(kind)
        writer.number(best.length * 2 + (ranking.counts[kind] > best.length ? 0 : 1))
        for (const { number, first } of best) writer.number(number * scores.length + scores.indexOf(first))
      }
      heads.set(part, writer.bytes.slice())
      writer.clear()
      await pause()
    }
  }
  return heads
}

/** The words with very many postings. */
function frequentIn(segment: Segment, least: number): readonly string[] {
  const table = new TermTable(segment)
  const numbers = Array.from({ length: table.size }, (_, number) => number)
  return numbers
    .filter((number) => table.count(number) >= least)
    .map((number) => table.term(number))
    .filter((term) => !term.startsWith(fieldSign))
}

/** By place in `kinds` what comes first for a part. Throws `DamagedIndex` where the bytes are none of a head. */
export function headIn(bytes: Uint8Array): readonly Head[] {
  const reader = new ByteReader(bytes)
  const head = kinds.map(() => {
    const length = reader.number()
    const first = Array.from({ length: length >>> 1 }, () => {
      const packed = reader.number()
      return { number: Math.floor(packed / scores.length), score: scores[packed % scores.length] as number }
    })
    return { isAll: (length & 1) === 1, first }
  })
  if (reader.at !== bytes.length) throw new DamagedIndex('a head differs from its length')
  return head
}

/** The parts that many terms have, as they are searched for: short ones only at the start. */
async function partsOfMany(
  { terms, lengths }: Segment,
  many: number,
  pause: () => Promise<void> | undefined,
): Promise<string[]> {
  const found: string[] = []
  // A part that many terms have is made of shorter ones that as many have.
  let shorter: ReadonlySet<string> | null = null
  for (let length = shortestStart; length <= longestPart; length += 1) {
    const counts = new Map<string, number>()
    const onlyStart = length < shortestPart
    const starts = new Map<string, number>()
    let at = 0
    for (let number = 0; number < lengths.length; number += 1) {
      const end = at + (lengths[number] as number)
      if (!terms.startsWith(fieldSign, at)) {
        for (let from = at; from + length <= end; from += 1) {
          const part = terms.slice(from, from + length)
          if (shorter !== null && !(shorter.has(part.slice(1)) && shorter.has(part.slice(0, -1)))) continue
          counts.set(part, (counts.get(part) ?? 0) + 1)
          if (onlyStart && from === at) starts.set(part, (starts.get(part) ?? 0) + 1)
        }
      }
      at = end
      const waiting = number % 256 === 0 ? pause() : undefined
      if (waiting !== undefined) await waiting
    }
    const ofMany = [...counts].flatMap(([part, count]) => (count >= many ? [part] : []))
    found.push(...(onlyStart ? ofMany.filter((part) => (starts.get(part) ?? 0) >= many) : ofMany))
    if (ofMany.length === 0) break
    shorter = new Set(ofMany)
  }
  return found
}
