import { DamagedIndex } from '../../search/bytes.ts'
import { Lexicon } from '../../search/lexicon.ts'
import { mergeSegments } from '../../search/merge.ts'
import { SegmentBuilder, type Unit } from '../../search/segment.ts'
import type { Change, JournalKey } from '../journal/changes.ts'
import { sequenceKey } from '../journal/everything.ts'
import type { KamerlensDatabase } from '../open.ts'
import { hashOf, unitOfDocument, unitOfNote, unitsIn, withNotesOn } from './content.ts'
import {
  blockSize,
  emptyState,
  type IndexState,
  type IndexStore,
  type IndexTransaction,
  type SegmentState,
  stateOf,
} from './store.ts'

export interface IndexerParts {
  readonly db: KamerlensDatabase
  readonly store: IndexStore
  /** Called when what is found may have changed. */
  readonly onChange: () => void
  /** Lets others go first, now and then; undefined where it is not yet time. */
  readonly pause: () => Promise<void> | undefined
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly wait?: (task: () => void, milliseconds: number) => unknown
}

/** Keeps the search index in step with what is kept. */
export interface Indexer {
  /** Looks whether the index is whole and has seen everything; if not, makes good what it lacks. */
  start(): Promise<void>
  /** A transaction has changed what is kept. */
  changed(changes: readonly Change[], seq: number): void
  /** A page found that the index is damaged: it is looked through, and built anew where that is so. */
  check(): Promise<void>
  /** Everything kept was erased: at once, so is all that the index has of it. Rejects where that failed; the next start makes it good. */
  empty(): Promise<void>
  /** When nothing is to be done any more. */
  settled(): Promise<void>
}

/** Milliseconds in which changes are gathered: an import makes many. */
const gatherFor = 250
/** Things to be found in a segment that is built at once, and units that are read at once. */
const segmentSize = 2_000
const batch = 50
/** Segments of about one size that become one. */
const mergeAt = 4
/** In a segment of this size a factor of `mergeAt` makes the next size. */
const smallest = 64

export function createIndexer({ db, store, onChange, pause, now, wait = setTimeout }: IndexerParts): Indexer {
  const dirty = new Set<string>()
  let seen = 0
  let isUnknown = false
  let isWaiting = false
  let work: Promise<void> = Promise.resolve()

  /** One thing at a time. What fails leaves the index behind, and the next start makes that good. */
  function queue(task: () => Promise<void>): Promise<void> {
    work = work.then(task).catch((error: unknown) => {
      isUnknown = true
      console.error(error)
    })
    return work
  }

  const sequence = async (): Promise<number> => {
    const value = (await db.meta.get(sequenceKey))?.value
    return typeof value === 'number' ? value : 0
  }

  async function start(): Promise<void> {
    const state = await store.read(['state', 'blocks', 'dictionaries'], async (reading) => {
      const known = await reading.state()
      return known !== null && (await isWhole(reading, known)) ? known : null
    })
    if (state === null) await clear()
    else if (state.complete && state.seq === (await sequence()) && !isUnknown) return
    await reconcile()
  }

  async function check(): Promise<void> {
    const found = await store.read(['state', 'blocks', 'dictionaries'], async (reading) => {
      const state = await reading.state()
      if (state === null || !(await isWhole(reading, state)) || !(await canBeRead(reading, state))) return 'damaged'
      return state.complete ? 'whole' : 'unfinished'
    })
    if (found === 'damaged') await clear()
    if (found !== 'whole') await reconcile()
  }

  async function clear(): Promise<void> {
    await store.write(async (writing) => {
      writing.clear()
      // Numbers that no earlier index had: pages may hold segments of that.
      writing.putState({ ...emptyState, generation: now(), next: now() })
    })
    onChange()
  }

  /** Compares all that is kept with what the index has of it; only what differs is written. */
  async function reconcile(): Promise<void> {
    isUnknown = false
    const seq = await sequence()
    const documents = await db.documents.toCollection().primaryKeys()
    const notes = await db.notes.toCollection().primaryKeys()
    const ids = [...documents.map(unitOfDocument), ...notes.map(unitOfNote)]
    const known = new Set(ids)
    const gone = (await store.read(['units'], (reading) => reading.unitIds())).filter((id) => !known.has(id))
    await update([...gone, ...ids])
    await store.write(async (writing) => {
      const state = (await writing.state()) ?? emptyState
      writing.putState({ ...state, complete: true, seq: Math.max(seq, state.seq) })
    })
    onChange()
    await merge()
  }

  /** Brings these units up to what is kept of them, a segment's worth at a time. */
  async function update(ids: readonly string[], seq?: number): Promise<void> {
    let changed: { readonly id: string; readonly unit: Unit | null; readonly hash: string }[] = []
    let size = 0
    const flush = async () => {
      if (changed.length > 0) await apply(store, changed, pause)
      changed = []
      size = 0
    }
    for (let from = 0; from < ids.length; from += batch) {
      const some = ids.slice(from, from + batch)
      const rows = await store.read(['units'], (reading) => reading.units(some))
      const units = await unitsIn(db, some)
      for (const [index, id] of some.entries()) {
        const unit = units[index] ?? null
        const hash = unit === null ? '' : hashOf(unit)
        if (hash === (rows[index]?.hash ?? '')) continue
        changed.push({ id, unit, hash })
        size += unit?.findables.length ?? 0
        if (size >= segmentSize) await flush()
      }
      await pause()
    }
    await flush()
    if (seq !== undefined) {
      await store.write(async (writing) => {
        const state = (await writing.state()) ?? emptyState
        if (state.seq < seq) writing.putState({ ...state, seq })
      })
    }
  }

  async function flushChanges(): Promise<void> {
    isWaiting = false
    const [ids, seq] = [[...dirty], seen]
    dirty.clear()
    // Changes may come before the start is over, and while there is no index yet.
    if ((await store.read(['state'], (reading) => reading.state())) === null) return start()
    if (isUnknown) return reconcile()
    await update(await withNotesOn(db, ids), seq)
    onChange()
    await merge()
  }

  /** Makes one segment of several of about one size, until there are few; a segment that is half dead is made anew. */
  async function merge(): Promise<void> {
    while (await mergeOnce(store, pause)) await pause()
  }

  return {
    start: () => queue(start),
    check: () => queue(check),
    changed(changes, seq) {
      seen = Math.max(seen, seq)
      for (const change of changes) {
        const unit = unitChanged(change)
        if (unit === 'unknown') isUnknown = true
        else if (unit !== null) dirty.add(unit)
      }
      if (isWaiting) return
      isWaiting = true
      wait(() => void queue(flushChanges), gatherFor)
    },
    empty() {
      const emptied = work.then(async () => {
        dirty.clear()
        await clear()
        await reconcile()
      })
      work = emptied.catch(() => {
        isUnknown = true
      })
      return emptied
    },
    settled: async () => {
      let last: Promise<void> | null = null
      while (last !== work) {
        last = work
        await last
      }
    },
  }
}

/** The unit that a change is of; null where the search does not see it, `unknown` where it can't be told. */
function unitChanged(change: Change): string | 'unknown' | null {
  const { table } = change
  if (!['documents', 'questions', 'notes', 'noteTags'].includes(table)) return null
  if ('deleteRange' in change) {
    if (change.deleteRange === 'all') return 'unknown'
    const [lower, upper] = [firstOf(change.deleteRange.lower), firstOf(change.deleteRange.upper)]
    return lower === upper && typeof lower === 'string' ? unitOf(table, lower) : 'unknown'
  }
  if ('delete' in change) {
    const key = firstOf(change.delete)
    return typeof key === 'string' ? unitOf(table, key) : 'unknown'
  }
  const row = change.put as { readonly id?: string; readonly list?: string; readonly noteId?: string }
  const key = table === 'questions' ? row.list : table === 'noteTags' ? row.noteId : row.id
  return key === undefined ? 'unknown' : unitOf(table, key)
}

const firstOf = (key: JournalKey): unknown => (Array.isArray(key) ? key[0] : key)

const unitOf = (table: Change['table'], key: string): string =>
  table === 'notes' || table === 'noteTags' ? unitOfNote(key) : unitOfDocument(key)

async function isWhole(reading: IndexTransaction, { segments }: IndexState): Promise<boolean> {
  const counts = await Promise.all(segments.map(({ id }) => reading.countBlocks(id)))
  return segments.every(({ postings }, index) => counts[index] === Math.ceil(postings / blockSize))
}

/** Whether every segment can be read from end to end. */
async function canBeRead(reading: IndexTransaction, { segments }: IndexState): Promise<boolean> {
  try {
    for (const segment of segments) new Lexicon(await readSegment(reading, segment)).lookAtAll()
    return true
  } catch (error) {
    if (error instanceof DamagedIndex) return false
    throw error
  }
}

async function readSegment(reading: IndexTransaction, segment: SegmentState) {
  const dictionary = await reading.dictionary(segment)
  const blocks = await Promise.all(
    Array.from({ length: Math.ceil(segment.postings / blockSize) }, (_, block) => reading.block(segment.id, block)),
  )
  const postings = new Uint8Array(segment.postings)
  let at = 0
  for (const block of blocks) {
    if (at + block.length > postings.length) throw new DamagedIndex('a block is too long')
    postings.set(block, at)
    at += block.length
  }
  if (at !== postings.length) throw new DamagedIndex('a block is cut off')
  return { ...dictionary, postings }
}

/** Puts units into a segment of their own, in place of what the index had of them; all of it or nothing. */
async function apply(
  store: IndexStore,
  changed: readonly { readonly id: string; readonly unit: Unit | null; readonly hash: string }[],
  pause: IndexerParts['pause'],
): Promise<void> {
  const present = changed.flatMap(({ unit, hash }) => (unit === null ? [] : [{ unit, hash }]))
  const builder = new SegmentBuilder()
  for (const { unit } of present) {
    builder.add(unit)
    await pause()
  }
  const segment = builder.end()
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
    writing.putSegment(state.next, segment)
    present.forEach(({ unit, hash }, index) => {
      writing.putUnit(unit.id, { segment: state.next, index, hash })
    })
    writing.putState({ ...state, next: state.next + 1, segments: [...segments, stateOf(state.next, segment)] })
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
async function mergeOnce(store: IndexStore, pause: IndexerParts['pause']): Promise<boolean> {
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
    const rows = await writing.units(merged.units)
    merged.units.forEach((id, index) => {
      writing.putUnit(id, { segment: state.next, index, hash: rows[index]?.hash ?? '' })
    })
    writing.putSegment(state.next, merged)
    writing.putState({ ...state, next: state.next + 1, segments: [...others, stateOf(state.next, merged)] })
    return true
  })
}
