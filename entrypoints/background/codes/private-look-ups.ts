import type { LookUpRequest } from '#utils/browser/protocol/lookup.ts'
import { isFresh, lookedUp, outcomeRow, unknown } from '#utils/database/official/lookups.ts'
import type { KamerlensDatabase } from '#utils/database/open.ts'
import type { LookupRow } from '#utils/database/schema.ts'
import { SourceFailure } from '#utils/sources/http/errors.ts'
import type { LookedUp, Resolver } from '#utils/sources/resolve.ts'

/** What was looked up from private windows is kept in memory alone; so many of the last. */
const mostPrivate = 200

interface PrivateLookUpsParts {
  readonly db: KamerlensDatabase
  readonly resolver: Pick<Resolver, 'lookUpAll'>
  readonly now: () => Date
}

export interface PrivateLookUps {
  /**
   * For a private window: waits for the answer, and nothing is written.
   *
   * @param asker the page that asks
   */
  privately(request: LookUpRequest, asker?: string): Promise<LookupRow>
  /** The answer is not wanted any more by one page; it is still waited for where another one asked for it too. */
  stopPrivately(id: string, asker?: string): void
  /** What was found for private windows, if anything. */
  inPrivate(id: string): LookupRow | undefined
  /** Ends all of it, and forgets what was found. */
  forgetPrivate(): void
}

/** What is asked of one code. */
interface Ask {
  readonly stop: AbortController
  /** Who asked for it, and did not stop. */
  readonly askers: Set<string>
}

/** The look-ups of private windows: of them nothing is on the disk. */
export function createPrivateLookUps({ db, resolver, now }: PrivateLookUpsParts): PrivateLookUps {
  const rows = new Map<string, LookupRow>()
  const asks = new Map<string, Ask>()

  async function privately({ id, fresh }: LookUpRequest, asker = ''): Promise<LookupRow> {
    const known = rows.get(id) ?? (await lookedUp(db, id)) ?? unknown(id)
    if (!fresh && isFresh(known, now())) return known
    const ask = asks.get(id) ?? { stop: new AbortController(), askers: new Set() }
    asks.set(id, ask)
    ask.askers.add(asker)
    const { signal } = ask.stop
    const outcome = await outcomeOf(id, signal).finally(() => {
      if (asks.get(id) === ask) asks.delete(id)
    })
    if (outcome === null || signal.aborted) return known
    const row = outcomeRow(known, outcome, now())
    rows.delete(id)
    rows.set(id, row)
    for (const oldest of [...rows.keys()].slice(0, -mostPrivate)) rows.delete(oldest)
    return row
  }

  /** Null where the answer is not wanted any more. */
  async function outcomeOf(id: string, signal: AbortSignal): Promise<LookedUp | SourceFailure | null> {
    try {
      return (await resolver.lookUpAll([id], signal)).get(id) ?? new SourceFailure('not-found', id)
    } catch (error) {
      if (signal.aborted) return null
      throw error
    }
  }

  return {
    privately,
    stopPrivately(id, asker = '') {
      const ask = asks.get(id)
      if (ask === undefined) return
      ask.askers.delete(asker)
      if (ask.askers.size > 0) return
      ask.stop.abort()
      // Who asks again is not stopped with it.
      asks.delete(id)
    },
    inPrivate: (id) => rows.get(id),
    forgetPrivate() {
      for (const { stop } of asks.values()) stop.abort()
      asks.clear()
      rows.clear()
    },
  }
}
