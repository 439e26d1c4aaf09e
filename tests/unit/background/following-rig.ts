import { vi } from 'vitest'
import { follow } from '#utils/database/following/watches.ts'
import type { KamerlensDatabase } from '#utils/database/open.ts'
import { askerIn, revalidating } from '#utils/sources/http/ask.ts'
import { publicationsOf } from '#utils/sources/koop/publications.ts'
import { openData } from '#utils/sources/odata/open-data.ts'
import { resolverOf } from '#utils/sources/resolve.ts'
import { createFollowing, type Untold } from '../../../entrypoints/background/codes/following.ts'
import { createLookingUp } from '../../../entrypoints/background/codes/looking-up.ts'
import { openTestDatabase } from '../database/open-test-database.ts'
import { type World, worldOf } from '../sources/network.ts'

export const hour = 60 * 60_000

export const sender = { context: 'extension-page' } as const

/** A background that follows, over a world; another one over the same database is the next after its death. */
export function rig(world: World = worldOf(), db: KamerlensDatabase = openTestDatabase(), tellingTimeout = 30_000) {
  const ask = askerIn(world)
  const resolver = (by: typeof ask) => resolverOf(openData(by, world.now), publicationsOf(by))
  const [changed, watch, showUnseen] = [vi.fn(), vi.fn(), vi.fn()]
  const tell = vi.fn(async (_: Untold) => {})
  const now = () => new Date(world.now())
  let online = true
  const lookingUp = createLookingUp({
    db,
    resolver: resolver(ask),
    revalidating: resolver(revalidating(ask)),
    now,
    changed,
    watch: vi.fn(),
    onFound: (row) => following.found(row),
    wait: setImmediate,
  })
  const following = createFollowing({
    db,
    lookingUp,
    now,
    chance: () => 0,
    isOnline: () => online,
    changed,
    watch,
    tell,
    showUnseen,
    tellingTimeout,
  })
  return {
    db,
    world,
    lookingUp,
    following,
    changed,
    watch,
    tell,
    showUnseen,
    goOffline: (off = true) => {
      online = !off
    },
    /** Follows, with the first look. */
    async begin(...targets: readonly string[]) {
      for (const target of targets) await follow(db, target, now(), () => 0)
      await world.run(following.check())
    },
    check: (options?: { readonly back?: true }) => world.run(following.check(options)),
    row: async (target: string) => (await db.watches.get(target)) ?? Promise.reject(new Error(`no ${target}`)),
    news: async (target: string) =>
      ((await db.watches.get(target))?.news ?? []).map(({ kind, ids }) => `${kind} ${ids[0]}`),
    told: () =>
      tell.mock.calls.map(([all]) =>
        all.map(({ watch: { target }, news }) => `${target} ${news.map(({ kind }) => kind)}`),
      ),
  }
}

export const requests = ({ asked }: World) => asked.filter(({ url }) => !url.endsWith('$metadata'))
