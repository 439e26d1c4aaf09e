import type { LookUpMany, LookUpRequest } from '#utils/browser/protocol/lookup.ts'
import type { Result } from '#utils/browser/protocol/result.ts'
import type { BackgroundHandlers } from '#utils/browser/receive.ts'
import { keepFound } from '#utils/database/documents/keep-found.ts'
import { isFresh, keepFailure, keepNotFound, lookedUp, unwant, want, wanted } from '#utils/database/official/lookups.ts'
import type { KamerlensDatabase } from '#utils/database/open.ts'
import type { LookupRow } from '#utils/database/schema.ts'
import { codeOf } from '#utils/references/code.ts'
import { SourceFailure } from '#utils/sources/http/errors.ts'
import type { LookedUp, Resolver } from '#utils/sources/resolve.ts'
import { resultOf } from '../results.ts'
import { createGathering } from './gathering.ts'
import { type Followed, followingTables, type Pairs } from './pairs.ts'
import { createPrivateLookUps, type PrivateLookUps } from './private-look-ups.ts'
import { type Batch, UnderWay } from './under-way.ts'

/** Milliseconds in which look-ups are gathered, so that many codes opened together become one request. */
const gathering = 30

/**
 * So many answers are kept together: after each transaction every open screen reads its list anew, and one of hundreds of codes
 * that is read anew for each of them shows none before the last.
 */
const keptTogether = 25

export interface LookingUpParts {
  readonly db: KamerlensDatabase
  readonly resolver: Pick<Resolver, 'lookUpAll'>
  /** One for codes of a list, which leaves a part of the budget to what the user opens alone. */
  readonly ofMany?: Pick<Resolver, 'lookUpAll'>
  /** One that has the services say whether what the browser kept of their answers still holds. */
  readonly revalidating?: Pick<Resolver, 'lookUpAll'>
  readonly now: () => Date
  /** Something kept has changed. */
  readonly changed: () => void
  /** Asks to be woken (`resume`) from time to time while an answer is wanted, and no longer when none is. */
  readonly watch: (isNeeded: boolean) => void | Promise<void>
  /** Something was found; the row is written. */
  readonly onFound?: (row: LookupRow) => void
  /** What follows by itself where the user opened a code; without it nothing does. */
  readonly pairs?: Pairs
  readonly wait?: (task: () => void, milliseconds: number) => unknown
}

export interface LookingUp extends Omit<PrivateLookUps, 'forgetPrivate'> {
  /**
   * Has the services asked about a code that the user opened, unless what is known is young enough; what belongs to it follows
   * by itself (`pairs.ts`). Resolves when the wish is on the disk; the answer is written to the database later. The same code
   * is asked for once at a time.
   */
  start(request: LookUpRequest): Promise<Result<true>>
  /**
   * Has the services asked about many codes of a list, those of which what is known is young enough left out, or does not want
   * them any more. Of none of them anything follows by itself. Resolves when the wishes are on the disk.
   */
  many(request: LookUpMany): Promise<Result<true>>
  /**
   * Several at once, whatever is known of them, in as few requests as the services allow. Resolves when all were answered.
   * `again`: what is asked was asked before, and nothing may have changed (`revalidating`).
   */
  all(ids: readonly string[], options?: { readonly again?: true }): Promise<void>
  /** The answer is not wanted any more. */
  stop(id: string): Promise<Result<true>>
  /**
   * Ends all that is under way, whoever wanted it, and forgets what private windows were told. For an erasure of
   * everything: call it before and after, since work may have come in between. Wishes on the disk stay.
   */
  forgetAll(): void
  /** Takes up what a death of the background or a lost connection left behind. Call it at each start. */
  resume(): Promise<void>
  readonly handlers: BackgroundHandlers<'look-up/start' | 'look-up/many' | 'look-up/stop' | 'look-up/private'>
}

/**
 * The look-ups of codes at the official services, for whoever asks: one resolver for the whole background, so that its
 * manners (budget, back-off, one request in flight for a code) hold for all of them together. What is wanted is written
 * down before it is asked for, and the answer when it is there: a screen follows the row, whoever dies meanwhile.
 */
export function createLookingUp(parts: LookingUpParts): LookingUp {
  const {
    db,
    resolver,
    ofMany = resolver,
    revalidating = ofMany,
    now,
    changed,
    watch,
    onFound,
    pairs,
    wait = setTimeout,
  } = parts
  const { privately, stopPrivately, inPrivate, forgetPrivate } = createPrivateLookUps({ db, resolver, now })
  const underWay = new UnderWay()
  const next = createGathering(
    (ids) => askAll(ids, resolver),
    (task) => wait(task, gathering),
  )
  const nextOfMany = createGathering(
    (ids) => askAll(ids, ofMany),
    (task) => wait(task, gathering),
  )

  async function askAll(ids: readonly string[], from: typeof resolver): Promise<void> {
    // A check of what is followed waits for no turns, and takes what it lacks for a failure.
    const isOfMany = from === ofMany && from !== resolver
    await underWay.ask(ids, (batch) => askFor(batch, from), isOfMany)
    await watch((await wanted(db, now())).length > 0)
  }

  async function askFor({ ids, signal, isWanted, answered }: Batch, from: typeof resolver): Promise<void> {
    const isErased = db.erasures.watch()
    try {
      const outcomes = [...(await from.lookUpAll(ids, signal))]
      const followed: Followed[] = []
      for (let first = 0; first < outcomes.length; first += keptTogether) {
        const some = outcomes.slice(first, first + keptTogether)
        const open = isErased() ? [] : some.filter(([id]) => isWanted(id))
        if (open.length > 0) followed.push(...(await keep(open)))
        for (const [id] of some) answered(id)
      }
      // All together, so that what follows from many goes in one request too.
      if (!isErased()) for (const each of followed) goOn(each)
    } catch (error) {
      // Where nobody waits any more there is nothing to say; else the wish stays, and is taken up again.
      if (!signal.aborted) console.error(error)
    }
  }

  /** Keeps answers in one transaction, and gives what follows from them. */
  async function keep(outcomes: readonly Outcome[]): Promise<readonly Followed[]> {
    const at = now()
    const found: LookupRow[] = []
    const followed: Followed[] = []
    await db.write(followingTables, async () => {
      for (const [id, outcome] of outcomes) {
        if (!(outcome instanceof SourceFailure)) {
          const row = await keepFound(db, id, outcome, at)
          followed.push((await pairs?.decide(row)) ?? null)
          const { follow: _, ...rest } = row
          found.push(rest)
        } else if (outcome.code === 'not-found') await keepNotFound(db, id, at)
        else await keepFailure(db, id, outcome, at)
      }
    })
    for (const row of found) onFound?.(row)
    changed()
    return followed
  }

  /** What follows is written down; this begins it. */
  function goOn(followed: Followed): void {
    if (followed === null) return
    if ('read' in followed) pairs?.read()
    else next.join(followed.lookUp)
  }

  /** The user opened a code: what belongs to it follows by itself. */
  async function start({ id, fresh }: LookUpRequest): Promise<void> {
    // In one transaction: an answer that is being kept is there before it, or ends behind the wish.
    const known = await db.write(followingTables, async () => {
      const row = await lookedUp(db, id)
      if (!fresh && row !== undefined && isFresh(row, now()))
        return { followed: (await pairs?.decide({ ...row, follow: 'counterpart' })) ?? null }
      await want(db, id, now(), 'counterpart')
      return null
    })
    if (known === null) {
      nextOfMany.leave(id)
      underWay.takeFromList(id)
      // What is under way will be kept behind the wish, and answers it: it is not asked for anew once that has ended.
      const isUnderWay = underWay.has(id)
      await watch(true)
      changed()
      if (!isUnderWay) next.join(id)
      return
    }
    const { followed } = known
    if (followed === null) return
    if ('lookUp' in followed) await watch(true)
    changed()
    goOn(followed)
  }

  async function startMany(ids: readonly string[]): Promise<void> {
    const open = await db.write(['lookups'], async () => {
      const asked: string[] = []
      for (const id of ids) {
        const row = await lookedUp(db, id)
        if (row !== undefined && isFresh(row, now())) continue
        await want(db, id, now())
        asked.push(id)
      }
      return asked
    })
    if (open.length === 0) return
    const toAsk = open.filter((id) => !underWay.has(id))
    await watch(true)
    changed()
    for (const id of toAsk) nextOfMany.join(id)
  }

  async function stopMany(ids: readonly string[]): Promise<void> {
    for (const id of ids) {
      underWay.withdraw(id)
      next.leave(id)
      nextOfMany.leave(id)
    }
    await db.write(['lookups'], async () => {
      for (const id of ids) await unwant(db, id)
    })
    changed()
  }

  const many: LookingUp['many'] = ({ ids, stop: isStop }) =>
    ids.some((id) => codeOf(id) === null)
      ? Promise.resolve({ ok: false, error: 'invalid' })
      : resultOf(() => (isStop ? stopMany(ids) : startMany(ids)).then(done))

  const all: LookingUp['all'] = async (ids, { again } = {}) => {
    const isErased = db.erasures.watch()
    for (const id of ids) {
      if (isErased()) return
      await want(db, id, now())
    }
    if (!isErased()) await askAll(ids, again ? revalidating : ofMany)
  }

  const stop: LookingUp['stop'] = (id) => resultOf(() => stopMany([id]).then(done))

  function forgetAll(): void {
    next.clear()
    nextOfMany.clear()
    underWay.withdrawAll()
    forgetPrivate()
  }

  async function resume(): Promise<void> {
    const rows = await wanted(db, now())
    const due = rows.filter(({ failure }) => (failure?.retryAt ?? 0) <= now().getTime())
    if (due.length > 0)
      await askAll(
        due.map(({ id }) => id),
        ofMany,
      )
    else await watch(rows.length > 0)
  }

  return {
    start: (request) => resultOf(() => start(request).then(done)),
    many,
    all,
    privately,
    stopPrivately,
    inPrivate,
    stop,
    forgetAll,
    resume,
    handlers: {
      'look-up/start': ({ id, ...request }) => onCode(id, () => resultOf(() => start({ id, ...request }).then(done))),
      'look-up/many': many,
      'look-up/stop': async ({ id, isPrivate, asker }) => {
        if (!isPrivate) return stop(id)
        stopPrivately(id, asker)
        return { ok: true, value: true }
      },
      'look-up/private': ({ id, asker, ...request }) =>
        onCode(id, () => resultOf(() => privately({ id, ...request }, asker))),
    },
  }
}

type Outcome = readonly [id: string, outcome: LookedUp | SourceFailure]

const done = () => true as const

/** What is no canonical id is not asked for. */
function onCode<Value>(id: string, ask: () => Promise<Result<Value>>): Promise<Result<Value>> {
  return codeOf(id) === null ? Promise.resolve({ ok: false, error: 'invalid' }) : ask()
}
