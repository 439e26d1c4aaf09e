import type { Answer } from '#tests/site/answers.ts'
import { type Fault, withFault } from '#tests/site/faults.ts'
import { answer } from '#tests/site/routes.ts'
import { storeDocument } from '#utils/database/documents/store-document.ts'
import { lookup } from '#utils/database/lookup/lookup.ts'
import type { KamerlensDatabase } from '#utils/database/open.ts'
import type { JobRow } from '#utils/database/schema.ts'
import { readDocument } from '#utils/documents/read.ts'
import { codeOf } from '#utils/references/code.ts'
import { fetchDocument } from '#utils/sources/fetch-document.ts'
import { createLookingUp } from '../../../entrypoints/background/codes/looking-up.ts'
import { createPairs } from '../../../entrypoints/background/codes/pairs.ts'
import { createReadingJobs, type ReadingJobs } from '../../../entrypoints/background/reading/reading.ts'
import type { ReadingHost } from '../../../entrypoints/background/reading/reading-hosts.ts'
import { readSource } from '../../../entrypoints/reading/read-source.ts'
import { openTestDatabase } from '../database/open-test-database.ts'
import { lookUps } from '../sources/look-up.ts'
import { type World, worldOf } from '../sources/network.ts'

/** A network whose answers have a fault where `failing` says so. */
export function failingWorld(failing: (url: URL) => Fault | null): World {
  return worldOf(async (url): Promise<Answer> => {
    const fault = failing(url)
    const given = await answer(url)
    return fault === null ? given : withFault(given, url.host, new Map([[url.host, fault]]))
  })
}

/** How long the real fetching waits in silence, on the clock of the world. */
const patience = 30_000

/** Reads in this very process, over the world's network. */
function hostIn(world: World, jobs: () => ReadingJobs): ReadingHost & { readonly ran: JobRow[] } {
  const running = new Map<string, AbortController>()
  const ran: JobRow[] = []
  return {
    ran,
    isAlive: async () => running.size > 0,
    async run(job) {
      if (running.has(job.id)) return
      const stop = new AbortController()
      running.set(job.id, stop)
      ran.push(job)
      const fetch = (url: string | URL | Request, init: RequestInit = {}) => {
        const silence = world.wait(patience).then(() => Promise.reject(new TypeError('no answer')))
        return Promise.race([world.fetch(String(url), init), silence])
      }
      const parts = {
        fetchDocument: (url: string, options: Parameters<typeof fetchDocument>[1]) =>
          fetchDocument(url, { ...options, fetch: fetch as typeof globalThis.fetch, pause: 0 }),
        readIncoming: async () => null,
        readDocument,
      }
      readSource(job, (progress) => void jobs().progress(job.id, progress), parts).then(async (result) => {
        // As the real hosts: a job runs until its result has been taken in.
        if (!stop.signal.aborted) await jobs().result(job.id, result)
        running.delete(job.id)
      })
    },
    cancel: async (id) => {
      running.get(id)?.abort()
      running.delete(id)
    },
    close: async () => {},
  }
}

/** A background that looks up and reads, over a network and a database. */
export function pairRig(world: World = worldOf(), db: KamerlensDatabase = openTestDatabase()) {
  const { resolver } = lookUps(world)
  const now = () => new Date(world.now())
  const host = hostIn(world, () => jobs)
  const nothing = async () => {}
  const parts = { removeIncoming: nothing, removeIncomingExcept: nothing, watch: () => {} }
  const jobs: ReadingJobs = createReadingJobs({ db, host, store: storeDocument, now, ...parts })
  const pairs = createPairs({ db, jobs, now })
  const wait = (task: () => void, milliseconds: number) => void world.wait(milliseconds).then(task)
  const lookingUp = createLookingUp({ db, resolver, now, changed: () => {}, watch: () => {}, pairs, wait })
  /** Lets time go by until nothing is asked for and nothing is read. */
  const settled = () =>
    world.run(
      (async () => {
        for (let quiet = 0; quiet < 5; ) {
          await world.wait(200)
          const asked = (await db.lookups.toArray()).some(({ wanted, failure }) => wanted && failure === undefined)
          const read = (await db.jobs.toArray()).some(({ state }) => state === 'waiting' || state === 'running')
          quiet = asked || read ? 0 : quiet + 1
        }
      })(),
    )
  /** As a user does, who opens the card or the view of a code, until all has come of it. */
  const open = async (id: string) => {
    await lookingUp.start({ id })
    await settled()
    return shown(id)
  }
  const shown = async (id: string) => {
    const code = codeOf(id)
    if (code === null) throw new Error(id)
    return lookup(db, code)
  }
  /** Addresses of documents that were fetched, in order. */
  const fetched = () => world.asked.map(({ url }) => url).filter((url) => !isLookUp(url))
  return { db, world, host, jobs, pairs, lookingUp, settled, open, shown, fetched }
}

export const isLookUp = (url: string) => /gegevensmagazijn|\/metadata\.xml$|\/sru\?/.test(url)
