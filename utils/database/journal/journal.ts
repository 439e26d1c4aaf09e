import { StoreFailure, storeErrorOf } from '../errors.ts'
import type { Entry } from './lines.ts'
import type { Written } from './writing.ts'

/** The worker that writes the journal, as the background reaches it. Each rejects where it can't be done. */
export interface JournalLink {
  /** Writing begins: a start that finds this mark and no later one of peace is an unclean one. */
  begin(): Promise<void>
  append(entries: readonly Entry[]): Promise<Written>
  /**
   * Keeps everything as it is now; false where what was read back was not whole.
   *
   * @param options `alone`: lets go of all that was written before it
   */
  snapshot(options?: { readonly alone: boolean }): Promise<boolean>
  /** Notes that all is about to be erased by this transaction, or, null, that it was not (`JournalWriter.erasing`). */
  erasing(seq: number | null): Promise<void>
}

export interface JournalParts {
  readonly link: JournalLink
  /**
   * Resolves when the database was found whole, or was made whole again: nobody writes before that. Rejects where it could not be looked
   * after, and looks after it anew when it is asked again: what is written into a database that lacks something would take the numbers of
   * what it lacks.
   */
  readonly recovered: () => Promise<unknown>
  /** Looks after the database once more: the browser has lost what was in it, long after its start. */
  readonly recoverAnew: () => Promise<unknown>
  /** Milliseconds, monotonic. */
  readonly now?: () => number
  readonly wait?: (task: () => void, milliseconds: number) => unknown
}

/** The second copy of what is kept (SAFETY §1), as the database uses it. */
export interface Journal {
  /**
   * Wait for it before a transaction.
   *
   * @throws StoreFailure `journal-unavailable`, or why the database could not be looked after
   */
  begin(): Promise<void>
  /**
   * The database was found without its count: has it looked after anew.
   *
   * @throws StoreFailure why that could not be done
   */
  recoverAnew(): Promise<void>
  /**
   * The number of the last transaction that it holds, also where the database can't be looked after.
   *
   * @throws StoreFailure `journal-unavailable`
   */
  last(): Promise<number>
  /**
   * Writes down what a transaction changed, after it has ended; null where it changed nothing. Resolves when that and all
   * that is still to be written from before is on the disk, also what a background before this one had no time for: a save that
   * was there already is shown as saved by this.
   *
   * @param counted the last transaction that the database had then
   * @throws StoreFailure `not-secured`; the changes stay to be written, and are before the next ones
   */
  append(entry: Entry | null, counted: number): Promise<void>
  /**
   * Notes, before everything is erased by this transaction, that nothing of before it may come out any more; null where it came to nothing. Where that
   * can't be noted it is erased all the same.
   */
  erasing(seq: number | null): Promise<void>
  /**
   * Lets go of all that was written before, and keeps what is there now.
   *
   * @throws StoreFailure `not-secured`
   */
  forget(): Promise<void>
}

/** Milliseconds for which the worker counts as knowing that we write; it waits a little longer before it notes peace. */
const begunFor = 3_000
/** Bytes of the logs from which a snapshot is due, and the quiet time (milliseconds) before it is taken. */
const snapshotAt = 4_000_000
const quiet = 5_000
/** Milliseconds after which what could not be written is tried again by itself. */
const retryAfter = 2_000

/** Milliseconds for which no snapshot is tried after two in a row failed: twice as many after each further one, up to so many. */
const firstRest = 5_000
const longestRest = 60_000

export function createJournal({
  link,
  recovered,
  recoverAnew,
  now = () => performance.now(),
  wait = setTimeout,
}: JournalParts): Journal {
  let pending: Entry[] = []
  let flushing: Promise<void> | null = null
  let begunAt = Number.NEGATIVE_INFINITY
  let writes = 0
  let isRetrying = false
  let isClosingLater = false
  let closing: Promise<void> | null = null
  let recovering: Promise<unknown> | null = null
  let isDue = false
  let failures = 0
  let restsUntil = Number.NEGATIVE_INFINITY
  let lastFailure: unknown = null
  /** Up to this transaction the journal has all. */
  let secured = Number.NEGATIVE_INFINITY

  async function begin(): Promise<void> {
    await recovered().catch(unrecovered)
    if (now() - begunAt < begunFor) return
    try {
      await link.begin()
      begunAt = now()
    } catch (error) {
      throw failure('journal-unavailable', error)
    }
  }

  async function flush(): Promise<void> {
    do {
      const entries = [...pending]
      const { lastSeq, sinceSnapshot, hasGap } = await link.append(entries)
      begunAt = now()
      pending = pending.filter((entry) => !entries.includes(entry))
      if (hasGap)
        closeGap(lastSeq).catch((error: unknown) => {
          console.error(error)
          closeLater()
        })
      else {
        secured = Math.max(secured, lastSeq)
        if (sinceSnapshot > snapshotAt) snapshotWhenQuiet()
      }
    } while (pending.length > 0)
  }

  function flushed(): Promise<void> {
    flushing ??= flush().finally(() => {
      flushing = null
    })
    return flushing
  }

  /** What a transaction changed before these is in the database alone: all of it is written down at once. */
  function closeGap(upTo: number): Promise<void> {
    closing ??= snapshot()
      .then(() => {
        secured = Math.max(secured, upTo)
      })
      .finally(() => {
        closing = null
      })
    return closing
  }

  /** Nobody need save again for it: the last save may have come while no snapshot was tried. */
  function closeLater(): void {
    if (isClosingLater) return
    isClosingLater = true
    wait(
      () => {
        isClosingLater = false
        flushed().catch(() => undefined)
      },
      Math.max(retryAfter, restsUntil - now()),
    )
  }

  /** Everything is written for each: where there is no room for it, not with every save. */
  async function snapshot(): Promise<void> {
    if (now() < restsUntil) throw lastFailure
    try {
      if (!(await link.snapshot())) throw new Error('what was read back was not whole')
      failures = 0
    } catch (error) {
      failures += 1
      // The first may have been bad luck, and whoever saves tries again.
      if (failures > 1) restsUntil = now() + Math.min(firstRest * 2 ** (failures - 2), longestRest)
      lastFailure = error
      throw error
    }
  }

  /** One for all that was written until then. */
  function snapshotWhenQuiet(): void {
    if (isDue) return
    isDue = true
    const before = writes
    wait(() => {
      isDue = false
      if (before !== writes) return snapshotWhenQuiet()
      snapshot().catch((error: unknown) => console.error(error))
    }, quiet)
  }

  function retryLater(): void {
    if (isRetrying) return
    isRetrying = true
    wait(() => {
      isRetrying = false
      append(null, 0).catch(() => undefined)
    }, retryAfter)
  }

  async function append(entry: Entry | null, counted: number): Promise<void> {
    if (entry !== null) {
      pending.push(entry)
      writes += 1
    }
    try {
      // A flush that runs may have taken its entries before this one came.
      while (entry === null ? pending.length > 0 : pending.includes(entry)) await flushed()
      if (entry !== null) return
      if (counted > secured) await flushed()
      // One that is being taken may be of before.
      while (counted > secured) await closeGap(counted)
    } catch (error) {
      retryLater()
      throw failure('not-secured', error)
    }
  }

  async function last(): Promise<number> {
    // Nothing is written behind what a crash may have torn as long as that is being looked after.
    await recovered().catch((error: unknown) => console.error(error))
    try {
      return (await link.append([])).lastSeq
    } catch (error) {
      throw failure('journal-unavailable', error)
    }
  }

  const erasing = (seq: number | null): Promise<void> =>
    link.erasing(seq).catch((error: unknown) => console.error(error))

  async function forget(): Promise<void> {
    try {
      if (!(await link.snapshot({ alone: true }))) throw new Error('what was read back was not whole')
    } catch (error) {
      throw failure('not-secured', error)
    }
  }

  /** Once for all whose transactions found it so: one that runs beside another would put what is old over what that one's writer wrote. */
  async function recoveredAnew(): Promise<void> {
    recovering ??= recoverAnew()
      .catch(unrecovered)
      .finally(() => {
        recovering = null
      })
    await recovering
  }

  return { begin, last, append, erasing, forget, recoverAnew: recoveredAnew }
}

function unrecovered(error: unknown): never {
  const code = storeErrorOf(error)
  // What the journal says may not fit; what was asked for does.
  throw code === 'unknown' || code === 'invalid'
    ? failure('journal-unavailable', error)
    : new StoreFailure(code, String(error))
}

function failure(code: 'journal-unavailable' | 'not-secured', error: unknown): StoreFailure {
  if (error instanceof StoreFailure) return error
  return new StoreFailure(code, error instanceof Error ? error.message : String(error))
}
