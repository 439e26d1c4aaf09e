import { Dexie, liveQuery, type Subscription } from 'dexie'

/** So many changes of rows that a query did not read are let pass before it is begun anew. */
const mostUnread = 200

export interface QueryFollower<Value> {
  readonly next: (value: Value) => void
  readonly error: (error: unknown) => void
}

/**
 * Runs a query, and again when rows that it read were changed, by whichever window. Dexie's live query keeps all that
 * was changed since its last run, rows that it never read as well, and compares all of it at each change: in a window
 * that stays open all day that grows without end. So it is begun anew after some changes that did not concern it, but never
 * in the middle of a run: where changes keep coming a long one would not end.
 *
 * Dexie says nothing of a run that came to nothing because the database was closed, by another window that upgrades or erases it or by
 * the browser: it is told here, or who follows would wait for good. The next change, or following anew, opens it again.
 *
 * @param query reads by Dexie alone, so that Dexie knows which changes concern it
 */
export function followQuery<Value>(query: () => Promise<Value>, follower: QueryFollower<Value>): Subscription {
  let unread = 0
  let running = 0
  let runs = 0
  let isClosed = false
  // Only for an async function does Dexie keep its transactions alive over native awaits: a plain one that returns a
  // promise fails with PrematureCommitError as soon as two queries run again at one change.
  const begin = () =>
    liveQuery(async () => {
      unread = 0
      running += 1
      runs += 1
      const run = runs
      try {
        return await query()
      } catch (error) {
        // One that a newer run took the place of is aborted too.
        if (isSilent(error)) setTimeout(() => !isClosed && run === runs && follower.error(error))
        throw error
      } finally {
        running -= 1
      }
    }).subscribe(follower)
  let subscription = begin()
  const changed = () => {
    unread += 1
    if (unread <= mostUnread || running > 0) return
    unread = 0
    subscription.unsubscribe()
    subscription = begin()
  }
  Dexie.on('storagemutated', changed)
  return {
    get closed() {
      return isClosed
    },
    unsubscribe() {
      if (isClosed) return
      isClosed = true
      Dexie.on.storagemutated.unsubscribe(changed)
      subscription.unsubscribe()
    },
  }
}

/** The failures that Dexie's live query keeps to itself. */
const silent: ReadonlySet<unknown> = new Set(['DatabaseClosedError', 'AbortError'])

const isSilent = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'name' in error && silent.has(error.name)
