import { longerScores } from '../query/answers.ts'
import { ByteReader, ByteWriter, DamagedIndex } from '../segment/bytes.ts'
import { type Dictionary, groupSize, groupStep, longPostings, type Segment, shortIn } from '../segment/segment.ts'
import type { Beyond, Holding } from './holding.ts'
import { type Terms, TermTable } from './term-table.ts'

/**
 * Neighbouring terms of a dictionary as one of their own, which is read in no time, with those of their postings that
 * are not long. With what else holds each of them, so that it is known what a word is worth before all terms are read.
 */
export interface DictionaryPart extends Terms {
  /** Postings of terms that have few of them; they begin where `groups` says. */
  readonly few: Uint8Array<ArrayBuffer>
  /** Those that are neither few nor long. */
  readonly between: Uint8Array<ArrayBuffer>
  /**
   * `Beyond.held`: for each term that others hold its distance from the one before, and how many postings these have,
   * times eight, plus `best`.
   */
  readonly held: Uint8Array<ArrayBuffer>
  /** `Beyond.doubled`, the same. */
  readonly doubled: Uint8Array<ArrayBuffer>
}

const tables = new WeakMap<DictionaryPart, TermTable>()

/** The terms of a part, of which nothing is looked at twice. Throws `DamagedIndex` where it does not fit itself. */
function tableOf(part: DictionaryPart): TermTable {
  const table = tables.get(part) ?? new TermTable(part)
  tables.set(part, table)
  return table
}

/** What is known of a term before all terms are read. */
export interface KnownTerm {
  readonly count: number
  readonly postings: Uint8Array
  /** `Beyond.held` and `Beyond.doubled`. Throw `DamagedIndex` where these are none. */
  readonly held: () => HeldBy
  readonly doubled: () => HeldBy
}

/**
 * A term of a part whose postings are not long; null where it is none. Throws `DamagedIndex` where the part does not
 * fit itself.
 */
export function termIn(part: DictionaryPart, term: string): KnownTerm | null {
  const table = tableOf(part)
  const [number] = table.termsEqual(term)
  if (number === undefined) return null
  const { groups, few, between } = part
  const [from, length, firstFew = 0, firstBetween = 0] = [table.from(number), table.bytes(number), groups[2], groups[3]]
  if (length >= longPostings) throw new DamagedIndex('long postings are missing')
  const isFew = from < firstFew + few.length
  const own = isFew ? few : between
  const at = from - (isFew ? firstFew : firstBetween)
  return {
    count: table.count(number),
    postings: own.subarray(at, at + length),
    held: () => holdingIn(part.held, number),
    doubled: () => holdingIn(part.doubled, number),
  }
}

/** Bytes of the terms of a part: one of this size, with as many postings again, is read about as soon as a smaller one. */
const mostBytes = 32_000

type TermsAndPostings = Terms & Pick<Segment, 'postings'>

/** A dictionary in parts. @param most bytes of each, about, without postings */
export function splitTerms(segment: TermsAndPostings, beyond: Beyond, most = mostBytes): readonly DictionaryPart[] {
  const { groups } = segment
  const groupCount = groups.length / groupStep - 1
  const bytesTo = (group: number) =>
    (groups[groupStep * group] ?? 0) + (groups[groupStep * group + 1] ?? 0) + group * bytesOfGroup
  const parts: DictionaryPart[] = []
  for (let from = 0; from < groupCount; ) {
    let to = from + 1
    while (to < groupCount && bytesTo(to + 1) - bytesTo(from) <= most) to += 1
    parts.push(partOf(segment, beyond, from, to))
    from = to
  }
  return parts
}

/** Lengths, sizes and places, and about as much again of what else holds its terms. */
const bytesOfGroup = groupSize * 3 + groupStep * 4

/** Groups of a dictionary, from one up to another. */
function partOf(segment: TermsAndPostings, beyond: Beyond, from: number, to: number): DictionaryPart {
  const { terms, lengths, sizes, many, groups, postings } = segment
  const [first, end] = [from * groupSize, Math.min(lengths.length, to * groupSize)]
  const [text, ofMany] = [groups[groupStep * from] ?? 0, groups[groupStep * from + 1] ?? 0]
  const [textEnd, manyEnd] = [groups[groupStep * to] ?? 0, groups[groupStep * to + 1] ?? 0]
  const own = Array.from(lengths.subarray(first, end))
  const places = groups.slice(groupStep * from, groupStep * (to + 1))
  return {
    terms: terms.slice(text, textEnd),
    lengths: own.every((length) => length < 256) ? Uint8Array.from(own) : Uint16Array.from(own),
    sizes: sizes.slice(first, end),
    many: many.slice(ofMany, manyEnd),
    groups: shifted(places, -text, -ofMany),
    held: packedHolding(beyond.held, first, end),
    doubled: packedHolding(beyond.doubled, first, end),
    few: postings.slice(places[2], places.at(-3)),
    between: postings.slice(places[3], places.at(-2)),
  }
}

/** Places of groups, those in `terms` and in `many` moved. */
const shifted = (groups: Uint32Array, inTerms: number, inMany: number): Uint32Array<ArrayBuffer> =>
  Uint32Array.from(groups, (place, index) => {
    const which = index % groupStep
    return which === 0 ? place + inTerms : which === 1 ? place + inMany : place
  })

/** What else holds some terms, from one up to another. */
function packedHolding(holding: Holding, first: number, end: number): Uint8Array<ArrayBuffer> {
  const writer = new ByteWriter()
  let last = first
  for (let number = first; number < end; number += 1) {
    const packed = packedHeld(holding, number)
    if (packed === 0) continue
    writer.number(number - last)
    writer.number(packed)
    last = number
  }
  return writer.bytes.slice()
}

const bestPlaces = longerScores.length

/** What else holds a term, as one number. */
export const packedHeld = ({ counts, best }: Holding, number: number): number =>
  (counts[number] as number) * bestPlaces + (best[number] as number)

/** What else holds a term: how many postings, and what it scores at best, by what the word is worth. */
export interface HeldBy {
  readonly count: number
  readonly most: number
}

/** @param packed what else holds a term (`packedHeld`) */
export const heldBy = (packed: number): HeldBy => ({
  count: Math.floor(packed / bestPlaces),
  most: packed === 0 ? 0 : (longerScores[packed % bestPlaces] ?? 0),
})

/**
 * What is told of a term in `held` or `doubled`, by its number in the part. Throws `DamagedIndex` where the bytes are
 * none of it.
 */
export function holdingIn(packed: Uint8Array, term: number): HeldBy {
  // All before it are gone through, so by no calls: the first search of a page waits for this, and its code is not compiled yet.
  let at = 0
  for (let number = 0; at < packed.length; ) {
    let byte = packed[at++] as number
    let distance = byte & 127
    for (let shift = 7; byte > 127 && at < packed.length; shift += 7) {
      byte = packed[at++] as number
      distance |= (byte & 127) << shift
    }
    number += distance
    if (number > term) break
    if (number === term) {
      return heldBy(new ByteReader(packed, at).number())
    }
    while ((packed[at] as number) > 127) at += 1
    at += 1
  }
  if (at > packed.length) throw new DamagedIndex('what holds terms is cut off')
  return { count: 0, most: 0 }
}

/** The dictionary that was split. Throws `DamagedIndex` where parts are cut off. */
export function joinTerms(parts: readonly DictionaryPart[]): Terms & Pick<Dictionary, 'short'> {
  const sum = (of: (part: DictionaryPart) => number) => parts.reduce((all, part) => all + of(part), 0)
  const size = sum(({ lengths }) => lengths.length)
  const isShort = parts.every(({ lengths }) => lengths instanceof Uint8Array)
  const lengths = isShort ? new Uint8Array(size) : new Uint16Array(size)
  const sizes = new Uint8Array(size)
  const many = new Uint8Array(sum((part) => part.many.length))
  // Each ends where the next one begins, so only the last tells its end.
  const groups = new Uint32Array(sum((part) => part.groups.length - groupStep) + groupStep)
  const short = new Uint8Array(sum(({ few, between }) => few.length + between.length))
  let [number, text, ofMany, group] = [0, 0, 0, 0]
  for (const part of parts) {
    const isWhole = part.groups.length >= groupStep && part.groups.at(-groupStep) === part.terms.length
    if (!isWhole || number % groupSize !== 0) throw new DamagedIndex('terms are missing')
    const { few, between } = part
    const isPlaced = few.length === lengthOf(part, 2) && between.length === lengthOf(part, 3)
    const end = Math.max(part.groups.at(-3) ?? 0, part.groups.at(-2) ?? 0)
    if (!isPlaced || end > short.length) throw new DamagedIndex('postings are missing')
    short.set(few, part.groups[2])
    short.set(between, part.groups[3])
    lengths.set(part.lengths, number)
    sizes.set(part.sizes, number)
    many.set(part.many, ofMany)
    groups.set(shifted(part.groups, text, ofMany), group)
    number += part.lengths.length
    text += part.terms.length
    ofMany += part.many.length
    group += part.groups.length - groupStep
  }
  if (shortIn({ groups }) !== short.length) throw new DamagedIndex('postings are missing')
  return { terms: parts.map(({ terms }) => terms).join(''), lengths, sizes, many, groups, short }
}

/** Bytes of a part's few postings, or of those between. @param which place in `groups` of where they begin */
const lengthOf = ({ groups }: DictionaryPart, which: 2 | 3): number =>
  (groups.at(which - groupStep) ?? 0) - (groups[which] ?? 0)
