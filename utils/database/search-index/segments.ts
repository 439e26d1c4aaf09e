import { DamagedIndex } from '../../search/bytes.ts'
import { type DictionaryPart, splitTerms } from '../../search/dictionary-parts.ts'
import { frequentOf } from '../../search/frequent.ts'
import { type Heads, headsOf } from '../../search/heads.ts'
import { beyondOf } from '../../search/holding.ts'
import { Lexicon } from '../../search/lexicon.ts'
import { mergeSegments } from '../../search/merge.ts'
import { blockSize, type Segment, SegmentBuilder, type Unit } from '../../search/segment.ts'
import { dictionaryOf, partsOf } from './dictionary-file.ts'
import { emptyState, type IndexState, type SegmentState } from './index-state.ts'
import type { Firsts, IndexTransaction } from './index-transaction.ts'
import { packPart, splitHeads } from './packed.ts'
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

/** Whether no block of any segment is missing. */
export async function isWhole(reading: IndexTransaction, { segments }: IndexState): Promise<boolean> {
  const counts = await Promise.all(segments.map(({ id }) => reading.countBlocks(id)))
  return segments.every(({ postings }, index) => counts[index] === Math.ceil(postings / blockSize))
}

/** Whether every segment can be read from end to end. */
export async function canBeRead(reading: IndexTransaction, { segments }: IndexState): Promise<boolean> {
  try {
    // All at once: a transaction is over when one of them has come.
    const all = await Promise.all(
      segments.map((state) =>
        Promise.all([
          readSegment(reading, state),
          reading.opening(state).then(async (own) => ({ own, parts: await partsOf(own.file, state) })),
          Promise.all(state.heads.map((part) => reading.heads(state, part))),
        ]),
      ),
    )
    for (const [segment, { own, parts }, known] of all) {
      new Lexicon(segment).lookAtAll()
      const { beyond, frequent, heads } = await firstsOf(segment, () => undefined)
      const made = splitTerms(segment, beyond)
      if (made.length !== parts.length || !made.every((part, at) => isSame(part, parts[at]))) return false
      if (!isSame(frequent.part, own.frequent.part) || frequent.forms.join() !== own.frequent.forms.join()) return false
      const rows = splitHeads(heads)
      if (heads.parts.join() !== own.headed.join()) return false
      if (rows.length !== known.length || !rows.every((row, place) => isSameRow(row, known[place]))) return false
    }
    return true
  } catch (error) {
    if (error instanceof DamagedIndex) return false
    throw error
  }
}

const isSame = (one: DictionaryPart, other: DictionaryPart | undefined): boolean =>
  other !== undefined && packPart(one).join() === packPart(other).join()

function isSameRow(one: Heads, other: Heads | undefined): boolean {
  const text = (row: Heads | undefined) => JSON.stringify([row?.parts, row?.starts, row?.bytes])
  return text(one) === text(other)
}

/** What is made of a segment for the first search of a page. */
async function firstsOf(segment: Segment, pause: Pause): Promise<Firsts> {
  const beyond = await beyondOf(segment, pause)
  return { beyond, frequent: await frequentOf(segment, beyond, pause), heads: await headsOf(segment, pause) }
}

async function readSegment(reading: IndexTransaction, segment: SegmentState) {
  const [dictionary, postings] = await Promise.all([
    reading.opening(segment).then(({ file }) => dictionaryOf(file, segment)),
    reading.postings(segment),
  ])
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
    for (const { id } of group) writing.deleteSegment(id)
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
