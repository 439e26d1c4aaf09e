import { headsOf } from '../../search/ranking/heads.ts'
import { DamagedIndex } from '../../search/segment/bytes.ts'
import { mergeSegments } from '../../search/segment/merge.ts'
import { type Segment, SegmentBuilder, type Unit } from '../../search/segment/segment.ts'
import { type DictionaryPart, splitTerms } from '../../search/terms/dictionary-parts.ts'
import { beyondOf } from '../../search/terms/holding.ts'
import { Lexicon } from '../../search/terms/lexicon.ts'
import { type LongTerm, longTermsOf } from '../../search/terms/long-terms.ts'
import { dictionaryOf, partsOf } from './dictionary-file.ts'
import { emptyState, type IndexState, type SegmentState } from './index-state.ts'
import type { Firsts, IndexTransaction } from './index-transaction.ts'
import { packPart } from './packed.ts'
import type { IndexStore } from './store.ts'

/** Lets others go first, now and then; undefined where it is not yet time. */
export type Pause = () => Promise<void> | undefined

/** A unit as it is to be found from now on, or no more. */
export interface ChangedUnit {
  readonly id: string
  readonly unit: Unit | null
  readonly hash: string
}

/** Segments of about one size that become one. */
const mergeAt = 4
/** In a segment of this size a factor of `mergeAt` makes the next size. */
const smallest = 64

/** Whether of no segment the file, its list of words or long postings are missing. */
export async function isWhole(reading: IndexTransaction, { segments }: IndexState): Promise<boolean> {
  const [files, words, long] = await Promise.all([reading.files(), reading.countWords(), reading.countLong()])
  const areThere = segments.every(({ id }) => files.has(id)) && words === segments.length
  return areThere && long === segments.reduce((sum, own) => sum + own.long, 0)
}

/** Whether every segment can be read from end to end. */
export async function canBeRead(reading: IndexTransaction, { segments }: IndexState): Promise<boolean> {
  try {
    // All at once: a transaction is over when one of them has come.
    const all = await Promise.all(
      segments.map((state) =>
        Promise.all([
          readSegment(reading, state),
          reading.file(state.id).then((file) => partsOf(file, state)),
          reading.words(state.id).then(async ({ long, headed }) => ({
            long: await Promise.all(long.map(async (term) => [term, await reading.long(state.id, term)] as const)),
            heads: await Promise.all(
              headed.map(async (part) => [part, (await reading.headsOf(part)).get(state.id)] as const),
            ),
          })),
        ]),
      ),
    )
    for (const [segment, parts, known] of all) {
      new Lexicon(segment).lookAtAll()
      const { beyond, long, heads } = await firstsOf(segment, () => undefined)
      const made = splitTerms(segment, beyond)
      if (made.length !== parts.length || !made.every((part, at) => isSame(part, parts[at]))) return false
      if (textOf(known.heads) !== textOf([...heads])) return false
      if (textOf(known.long.map(toldOf)) !== textOf([...long].map(toldOf))) return false
    }
    return true
  } catch (error) {
    if (error instanceof DamagedIndex) return false
    throw error
  }
}

const isSame = (one: DictionaryPart, other: DictionaryPart | undefined): boolean =>
  other !== undefined && packPart(one).join() === packPart(other).join()

const textOf = (rows: readonly unknown[]): string => JSON.stringify(rows)
/** What is told of a long term beside its postings, which its segment has. */
const toldOf = ([term, { count, held, doubled, forms }]: readonly [string, LongTerm]) => [
  term,
  count,
  held,
  doubled,
  forms,
]

/** What is made of a segment for the first search of a page. */
async function firstsOf(segment: Segment, pause: Pause): Promise<Firsts> {
  const beyond = await beyondOf(segment, pause)
  return { beyond, long: await longTermsOf(segment, beyond, pause), heads: await headsOf(segment, pause) }
}

/** All of a segment. Throws `DamagedIndex` where it is not what the state says. */
async function readSegment(reading: IndexTransaction, state: SegmentState): Promise<Segment> {
  const [{ short, ...dictionary }, long] = await Promise.all([
    reading.file(state.id).then((file) => dictionaryOf(file, state)),
    reading.words(state.id).then((words) => Promise.all(words.long.map((term) => reading.long(state.id, term)))),
  ])
  const postings = new Uint8Array(state.postings)
  let filled = short.length
  const isTooLong = long.reduce((sum, own) => sum + own.postings.length, filled) !== state.postings
  if (isTooLong) throw new DamagedIndex('postings differ from their length')
  postings.set(short)
  for (const own of long) {
    postings.set(own.postings, filled)
    filled += own.postings.length
  }
  return { ...dictionary, postings }
}

/** Puts units into a segment of their own, in place of what the index had of them; all of it or nothing. */
export async function apply(store: IndexStore, changed: readonly ChangedUnit[], pause: Pause): Promise<void> {
  const present = changed.flatMap(({ unit, hash }) => (unit === null ? [] : [{ unit, hash }]))
  const builder = new SegmentBuilder()
  for (const { unit } of present) {
    builder.add(unit)
    await pause()
  }
  const segment = builder.end()
  const firsts = await firstsOf(segment, pause)
  await store.write(async (writing) => {
    const state = (await writing.state()) ?? emptyState
    const rows = await writing.units(changed.map(({ id }) => id))
    const dead = new Map<number, number[]>()
    rows.forEach((row, index) => {
      if (row === undefined) return
      dead.set(row.segment, [...(dead.get(row.segment) ?? []), row.index])
      writing.deleteUnit(changed[index]?.id ?? '')
    })
    const segments = state.segments.map((one) => ({ ...one, dead: [...one.dead, ...(dead.get(one.id) ?? [])] }))
    if (present.length === 0) {
      writing.putState({ ...state, segments })
      return
    }
    const added = writing.putSegment(state.next, segment, firsts)
    present.forEach(({ unit, hash }, index) => {
      writing.putUnit(unit.id, { segment: state.next, index, hash })
    })
    writing.putState({ ...state, next: state.next + 1, segments: [...segments, added] })
  })
}

/** Which segments should become one: those of a size of which there are many, else one that is half dead; none where all is well. */
export function toMerge(segments: readonly SegmentState[]): readonly SegmentState[] {
  const sizes = Map.groupBy(segments, ({ size }) =>
    Math.floor(Math.log(Math.max(1, size / smallest)) / Math.log(mergeAt)),
  )
  const smallestFirst = [...sizes].sort(([a], [b]) => a - b)
  const many = smallestFirst.find(([, alike]) => alike.length >= mergeAt)?.[1]
  if (many !== undefined) return many
  return segments.filter(({ dead, units }) => dead.length * 2 > units).slice(0, 1)
}

/** Merges once, where it is worth it. Whether anything was merged. */
export async function mergeOnce(store: IndexStore, pause: Pause): Promise<boolean> {
  const { group, parts } = await store.read(['state', 'dictionaries', 'blocks'], async (reading) => {
    const state = await reading.state()
    const chosen = state === null ? [] : toMerge(state.segments)
    return { group: chosen, parts: await Promise.all(chosen.map((segment) => readSegment(reading, segment))) }
  })
  if (group.length === 0) return false
  const merged = await mergeSegments(
    parts.map((segment, index) => ({ segment, dead: new Set(group[index]?.dead) })),
    pause,
  )
  const firsts = await firstsOf(merged, pause)
  return store.write(async (writing) => {
    const state = (await writing.state()) ?? emptyState
    // Another background, which the browser has not ended yet, may have been here.
    const isAsRead = group.every((one) =>
      state.segments.some(({ id, dead }) => id === one.id && dead.length === one.dead.length),
    )
    if (!isAsRead) return false
    const others = state.segments.filter(({ id }) => group.every((one) => one.id !== id))
    for (const { id } of group) await writing.deleteSegment(id)
    if (merged.units.length === 0) {
      writing.putState({ ...state, segments: others })
      return true
    }
    const ids = merged.units.all()
    const rows = await writing.units(ids)
    ids.forEach((id, index) => {
      writing.putUnit(id, { segment: state.next, index, hash: rows[index]?.hash ?? '' })
    })
    const joined = writing.putSegment(state.next, merged, firsts)
    writing.putState({ ...state, next: state.next + 1, segments: [...others, joined] })
    return true
  })
}
