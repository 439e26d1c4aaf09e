import { DamagedIndex } from '../../search/segment/bytes.ts'
import type { Change } from '../journal/changes.ts'
import { sequenceKey } from '../journal/everything.ts'
import { documentsNamed } from '../names/named-documents.ts'
import { allNames } from '../names/names.ts'
import type { KamerlensDatabase } from '../open.ts'
import { type FoundNames, forgetFoundNames, foundNames } from '../opening/found-recorder.ts'
import { numberIn } from '../rows/number-in.ts'
import { unitOfDocument, unitOfNote, withNotesOn } from './content.ts'
import { emptyState } from './index-state.ts'
import { PendingChanges } from './pending-changes.ts'
import { canBeRead, isWhole, mergeOnce, type Pause } from './segments.ts'
import type { IndexStore } from './store.ts'
import { updateUnits } from './update-units.ts'

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

/** The only writer of the index. */
export function createIndexer({ db, store, onChange, pause, now, wait = setTimeout }: IndexerParts): Indexer {
  const pending = new PendingChanges()
  let isWaiting = false
  let work: Promise<void> = Promise.resolve()

  /** One thing at a time. What fails leaves the index behind, and the next start makes that good. */
  function queue(task: () => Promise<void>): Promise<void> {
    work = work.then(task).catch((error: unknown) => {
      pending.isUnknown = true
      console.error(error)
    })
    return work
  }

  /** The number of the last transaction. What comes after it is told of. */
  async function sequence(): Promise<number> {
    const seq = numberIn(await db.meta.get(sequenceKey), 0)
    pending.saw(seq)
    return seq
  }

  async function start(): Promise<void> {
    const state = await store.read(['state', 'blocks', 'dictionaries'], async (reading) => {
      const known = await reading.state()
      return known !== null && (await isWhole(reading, known)) ? known : null
    })
    if (state === null) await clear()
    else if (state.complete && state.seq === (await sequence()) && !pending.isUnknown) return follow([])
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

  async function reconcile(): Promise<void> {
    const found = await foundNames(db)
    await compare()
    onChange(found.rows.length > 0)
    await merge()
    await forget(found)
  }

  /** Compares all that is kept with what the index has of it; only what differs is written. */
  async function compare(): Promise<void> {
    pending.isUnknown = false
    const seq = await sequence()
    const documents = await db.documents.toCollection().primaryKeys()
    const notes = await db.notes.toCollection().primaryKeys()
    const ids = [...documents.map(unitOfDocument), ...notes.map(unitOfNote)]
    const known = new Set(ids)
    const gone = (await store.read(['units'], (reading) => reading.unitIds())).filter((id) => !known.has(id))
    await updateUnits({ db, store, pause }, [...gone, ...ids])
    await store.write(async (writing) => {
      const state = (await writing.state()) ?? emptyState
      writing.putState({ ...state, complete: true, seq: Math.max(seq, state.seq) })
    })
  }

  /** Merges segments. What is damaged may be nothing that a page reads, and could be merged no other time either: it is built anew. */
  async function merge(): Promise<void> {
    try {
      await mergeAll()
    } catch (error) {
      if (!(error instanceof DamagedIndex)) throw error
      await clear()
      await compare()
      onChange(false)
      await mergeAll()
    }
  }

  /** Makes one segment of several of about one size, until there are few; a segment that is half dead is made anew. */
  async function mergeAll(): Promise<void> {
    while (await mergeOnce(store, pause)) await pause()
  }

  function gather(): void {
    if (isWaiting) return
    isWaiting = true
    wait(() => void queue(followChanges), gatherFor)
  }

  async function followChanges(): Promise<void> {
    isWaiting = false
    const { units, seq } = pending.take()
    // Changes may come before the start is over, and while there is no index yet.
    if ((await store.read(['state'], (reading) => reading.state())) === null) return start()
    if (pending.isUnknown) return reconcile()
    await follow(units, seq)
  }

  /** Brings these units, and those that the services have said something of, up to what is kept and known of them. */
  async function follow(units: readonly string[], seq = 0): Promise<void> {
    const found = await foundNames(db)
    const { names } = found
    const documents = names.length === 0 ? [] : (await documentsNamed(db, allNames(names, []))).map(({ id }) => id)
    // Notes may be on a name of what is not kept itself.
    const ids = new Set([...units, ...[...documents, ...names].map(unitOfDocument)])
    const isChanged = ids.size > 0 && (await updateUnits({ db, store, pause }, await withNotesOn(db, [...ids])))
    if (seq > 0) await markSeen(seq)
    // Most records are of what nobody keeps: for those no page searches again.
    if (units.length > 0 || isChanged) {
      onChange(names.length > 0 && isChanged)
      await merge()
    }
    await forget(found)
  }

  /** What was followed is on the disk before the rows go that say what is to be: no start would miss it. */
  async function forget(found: FoundNames): Promise<void> {
    if (found.rows.length === 0) return
    await store.write(async (writing) => writing.putState((await writing.state()) ?? emptyState), 'strict')
    await forgetFoundNames(db, found)
  }

  const markSeen = (seq: number): Promise<void> =>
    store.write(async (writing) => {
      const state = (await writing.state()) ?? emptyState
      if (state.seq < seq) writing.putState({ ...state, seq })
    })

  return {
    start: () => queue(start),
    check: () => queue(check),
    changed(changes, seq) {
      pending.add(changes, seq)
      gather()
    },
    found: gather,
    empty() {
      const emptied = work.then(async () => {
        pending.take()
        await clear()
        await reconcile()
      })
      work = emptied.catch(() => {
        pending.isUnknown = true
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
