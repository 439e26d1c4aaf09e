import type { Result } from '#utils/browser/protocol/result.ts'
import type { BackgroundHandlers } from '#utils/browser/receive.ts'
import { withTimeout } from '#utils/browser/with-timeout.ts'
import { makeDue, markTold, noteFailures, notice, takeDue, untold } from '#utils/database/following/watch-checks.ts'
import { canFollow, countFollowed, follow, markSeen, refollow, unfollow } from '#utils/database/following/watches.ts'
import { lookedUp, unwant } from '#utils/database/official/lookups.ts'
import type { KamerlensDatabase } from '#utils/database/open.ts'
import type { LookupRow, WatchRow } from '#utils/database/schema.ts'
import { lagOrNot, resultOf } from '../results.ts'
import type { LookingUp } from './looking-up.ts'

export type Untold = Awaited<ReturnType<typeof untold>>

/** Milliseconds that telling may take: a system whose notifications answer nothing must not keep later news untold. */
const longestTelling = 30_000

export interface FollowingParts {
  readonly db: KamerlensDatabase
  readonly lookingUp: Pick<LookingUp, 'all'>
  readonly now: () => Date
  /** From 0 up to 1. */
  readonly chance: () => number
  readonly isOnline: () => boolean
  /** What is followed has changed. */
  readonly changed: () => void
  /** Asks to be woken (`check`) from time to time while anything is followed, and no longer when nothing is. */
  readonly watch: (isNeeded: boolean) => void | Promise<void>
  /** Tells the user of news, once for all that came together. */
  readonly tell: (news: Untold) => Promise<void>
  /** Shows how much news was not seen. */
  readonly showUnseen: (count: number) => void | Promise<void>
  /** Milliseconds that each of these two may take; a seam for tests. */
  readonly tellingTimeout?: number
}

export interface Following {
  /** All of them, or none. */
  follow(...ids: readonly string[]): Promise<Result<true>>
  unfollow(...ids: readonly string[]): Promise<Result<true>>
  /** Asks the services about what is due; `back`: the connection is back. Resolves when all was answered or has failed. */
  check(options?: { readonly back?: true }): Promise<void>
  /** A look-up brought something, whoever asked for it. */
  found(row: LookupRow): void
  /** Takes up what a death of the background left behind. Call it at each start, and after an import. */
  resume(): Promise<void>
  readonly handlers: BackgroundHandlers<'watch/add' | 'watch/remove' | 'watch/restore' | 'watch/seen' | 'watch/check'>
}

/**
 * What the user follows: checked at the official services when it is due, and told of when something has come. What was
 * answered is looked at from the table of look-ups, so that an answer counts, and is news once, whichever background got it.
 */
export function createFollowing(parts: FollowingParts): Following {
  const {
    db,
    lookingUp,
    now,
    chance,
    isOnline,
    changed,
    watch,
    tell,
    showUnseen,
    tellingTimeout = longestTelling,
  } = parts
  let checks = 0

  let looking: Promise<void> = Promise.resolve()

  /** One after the other: two at once would both find the same news untold. */
  function look(): Promise<void> {
    const looked = looking.then(lookNow)
    looking = looked.catch(() => undefined)
    return looked
  }

  /** News out of what the services have said by now, and on to the user: all that came together at once. */
  async function lookNow(): Promise<void> {
    if ((await countFollowed(db)).followed > 0) await notice(db, now(), chance)
    if ((await show()) === 0) return
    const news = await untold(db)
    if (news.length === 0) return
    await inTime(tell(news))
    // Told twice where the background dies here; never not at all.
    await markTold(db, news)
  }

  /** Gives how much news was not seen. */
  async function show(): Promise<number> {
    const { followed, unseen } = await countFollowed(db)
    await inTime(showUnseen(unseen))
    await watch(followed > 0)
    return unseen
  }

  async function check({ back = false }: { readonly back?: boolean } = {}): Promise<void> {
    if (!isOnline()) return
    checks += 1
    try {
      // What was followed before everything was erased must not be asked about any more.
      const isErased = db.erasures.watch()
      const taken = await takeDue(db, now(), back)
      if (taken.length > 0) await ask(taken, isErased)
    } finally {
      checks -= 1
    }
    await look()
  }

  async function ask(taken: readonly WatchRow[], isErased: () => boolean): Promise<void> {
    const known = await Promise.all(taken.map(async ({ target }) => [target, await lookedUp(db, target)] as const))
    // Of a list of questions the list with answers is looked for where it is asked for alone.
    const alone = new Set(known.flatMap(([id, row]) => (row?.document?.type === 'question-list' ? [id] : [])))
    const together = taken.map(({ target }) => target).filter((id) => !alone.has(id))
    const again = { again: true } as const
    for (const ids of [...(together.length > 0 ? [together] : []), ...[...alone].map((id) => [id])]) {
      if (!isErased()) await lookingUp.all(ids, again)
    }
    await notice(db, now(), chance)
    const failed = await noteFailures(db, taken, now(), chance)
    // Nobody waits for these: they have their own time, and are not tried again at each minute like a user's wish.
    const wished = new Set(known.flatMap(([id, row]) => (row?.wanted === undefined ? [] : [id])))
    for (const id of failed) if (!wished.has(id)) await unwant(db, id)
  }

  /** Resolves when it is done, or was waited for long enough. */
  const inTime = (work: void | Promise<void>) => withTimeout(work, tellingTimeout, () => undefined)

  const begin = (work: () => Promise<unknown>) => {
    work().catch((error: unknown) => console.error(error))
  }

  /** A change by the user's own hand. */
  async function change(make: () => Promise<unknown>): Promise<Result<true>> {
    const result = await changeTo(make)
    return result.ok ? { ok: true, value: true } : result
  }

  async function changeTo<Value>(make: () => Promise<Value>): Promise<Result<Value>> {
    const result = await resultOf(() => lagOrNot(make()))
    if (!result.ok) return result
    changed()
    begin(show)
    return result
  }

  /** A change of several, in one transaction. */
  const changeEach = (ids: readonly string[], make: (id: string) => Promise<unknown>) =>
    change(() =>
      db.write(['watches', 'lookups'], async () => {
        for (const id of ids) await make(id)
      }),
    )

  async function start(...ids: readonly string[]): Promise<Result<true>> {
    if (!ids.every(canFollow)) return { ok: false, error: 'invalid' }
    const result = await changeEach(ids, (id) => follow(db, id, now(), chance))
    if (result.ok) begin(check)
    return result
  }

  const stop = (...ids: readonly string[]) => changeEach(ids, (id) => unfollow(db, id, now()))

  return {
    follow: start,
    unfollow: stop,
    check,
    found(row) {
      // A check looks by itself when all of it is there.
      if (checks > 0) return
      begin(async () => {
        const rows = await db.watches.bulkGet([...row.aliases])
        if (rows.some((each) => each !== undefined)) await look()
      })
    },
    resume: async () => {
      await look()
      await check()
    },
    handlers: {
      'watch/add': ({ targets }) => start(...targets),
      'watch/remove': ({ targets }) => stop(...targets),
      'watch/restore': ({ target }) => change(() => refollow(db, target, now())),
      'watch/seen': async ({ target }) => {
        const result = await resultOf(() => lagOrNot(markSeen(db, target, now())))
        begin(show)
        return result.ok ? { ok: true, value: true } : result
      },
      'watch/check': async () => {
        const result = await changeTo(() => makeDue(db, now()))
        if (result.ok) begin(check)
        return result
      },
    },
  }
}
