import { DamagedIndex } from '../../search/bytes.ts'
import { forgetFoundNames, foundNames } from '../found-recorder.ts'
import type { Change } from '../journal/changes.ts'
import { sequenceKey } from '../journal/everything.ts'
import { documentsNamed } from '../named-documents.ts'
import { allNames } from '../names.ts'
import type { KamerlensDatabase } from '../open.ts'
import { hashOf, unitOfDocument, unitOfNote, unitsIn, withNotesOn } from './content.ts'
import { emptyState } from './index-state.ts'
import { apply, type ChangedUnit, canBeRead, isWhole, mergeOnce, type Pause } from './segments.ts'
import type { IndexStore } from './store.ts'
import { unitChanged } from './unit-changed.ts'

export interface IndexerParts {
  readonly db: KamerlensDatabase
  readonly store: IndexStore
  /**
   * Called when what is found may have changed.
   *
   * @param byServices whether by what the services said of what is kept: that alone changes nothing that a page follows
   */
  readonly onChange: (byServices: boolean) => void
  readonly pause: Pause
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
  /** The official services have said something (`found-recorder.ts`). */
  found(): void
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
    else if (state.complete && state.seq === (await sequence()) && !isUnknown) return follow([])
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
    onChange(false)
  }

  /**
   * Compares all that is kept with what the index has of it; only what differs is written.
   *
   * @param isAnew whether it is built anew since it was damaged
   */
  async function reconcile(isAnew = false): Promise<void> {
    isUnknown = false
    const found = await foundNames(db)
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
    onChange(found.rows.length > 0)
    await merge(isAnew)
    await forgetFoundNames(db, found)
  }

  /** Brings these units up to what is kept of them, a segment's worth at a time; whether any was not. */
  async function update(ids: readonly string[], seq?: number): Promise<boolean> {
    let changed: ChangedUnit[] = []
    let size = 0
    let isChanged = false
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
        isChanged = true
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
    return isChanged
  }

  function gather(): void {
    if (isWaiting) return
    isWaiting = true
    wait(() => void queue(flushChanges), gatherFor)
  }

  async function flushChanges(): Promise<void> {
    isWaiting = false
    const [ids, seq] = [[...dirty], seen]
    dirty.clear()
    // Changes may come before the start is over, and while there is no index yet.
    if ((await store.read(['state'], (reading) => reading.state())) === null) return start()
    if (isUnknown) return reconcile()
    await follow(ids, seq)
  }

  /** Brings these units, and those that the services have said something of, up to what is kept and known of them. */
  async function follow(ids: readonly string[], seq?: number): Promise<void> {
    const found = await foundNames(db)
    const { names } = found
    if (ids.length === 0 && names.length === 0 && seq === undefined) return
    const documents = names.length === 0 ? [] : (await documentsNamed(db, allNames(names, []))).map(({ id }) => id)
    // Notes may be on a name of what is not kept itself.
    const units = new Set([...ids, ...[...documents, ...names].map(unitOfDocument)])
    const isChanged = await update(await withNotesOn(db, [...units]), seq)
    // Most records are of what nobody keeps: for those no page searches again.
    if (ids.length > 0 || isChanged) {
      onChange(names.length > 0 && isChanged)
      await merge()
    }
    await forgetFoundNames(db, found)
  }

  /**
   * Makes one segment of several of about one size, until there are few; a segment that is half dead is made anew. What is damaged may
   * be nothing that a page reads, and could be merged no other time either.
   *
   * @param isAnew whether it was just built anew since it was damaged
   */
  async function merge(isAnew = false): Promise<void> {
    try {
      while (await mergeOnce(store, pause)) await pause()
    } catch (error) {
      if (isAnew || !(error instanceof DamagedIndex)) throw error
      await clear()
      await reconcile(true)
    }
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
      gather()
    },
    found: gather,
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
