import { createHash } from 'node:crypto'
import { type Answer, page } from './answers.ts'
import { type Fault, withFault } from './faults.ts'
import { startProxy } from './proxy.ts'
import { answer } from './routes.ts'
import { startServer } from './server.ts'

/** The stand-in for the official sites: nothing of it leaves this machine. */
export interface Site {
  /** Port of the proxy on loopback that a browser must use to see the stand-in. */
  readonly proxyPort: number
  /** See `Certificate`. */
  readonly keyHash: string
  /** Addresses of official hosts that were asked for, in order. */
  readonly requests: readonly string[]
  /** Those of them whose asker left before the answer came. */
  readonly abandoned: readonly string[]
  /** Those of them that asked whether what the browser kept still holds (`If-None-Match`), and were told that it does. */
  readonly revalidated: readonly string[]
  /** Other hosts that were asked for; all were refused. */
  readonly refused: readonly string[]
  /** From now on this host has that fault, where an address names something only there; null takes it away. */
  readonly fail: (host: string, fault: Fault | null, naming?: string) => void
  /** From now on answers to addresses that name this are held back, until the function that it gives is called. */
  readonly hold: (naming: string) => () => void
  /** Ends the pauses in the middle of answers (`pause=`) that are being made now. */
  readonly resume: () => void
  /** From now on the browser may keep what this host answers for an hour, and has an ETag to ask with whether it still holds. */
  readonly mayBeKept: (host: string) => void
  /** From now on the page at this address reads otherwise; null: as it did. */
  readonly edit: (address: string, change: ((html: string) => string) | null) => void
  /** Forgets what was asked for and all that it was told by the functions above. */
  readonly forget: () => void
  readonly stop: () => Promise<void>
}

function kept(answer: Answer): Answer {
  const etag = `"${createHash('sha256').update(answer.body).digest('hex').slice(0, 16)}"`
  return { ...answer, headers: { ...answer.headers, etag, 'cache-control': 'private, max-age=3600' } }
}

export interface SiteOptions {
  /** Pages beside the stand-in's own, HTML by address. */
  readonly pages?: ReadonlyMap<string, string>
  /** Milliseconds before each answer, as over a real network. */
  readonly latency?: number
}

export async function startSite({ pages, latency = 0 }: SiteOptions = {}): Promise<Site> {
  const faults = new Map<string, { readonly fault: Fault; readonly naming: string }>()
  const keeping = new Set<string>()
  const edits = new Map<string, (html: string) => string>()
  const held = new Map<string, Promise<void>>()
  const server = await startServer(async (url) => {
    for (const [naming, released] of held) if (url.href.includes(naming)) await released
    const own = pages?.get(url.href)
    const answered = own === undefined ? await answer(url) : page({ markup: own })
    const change = edits.get(url.href)
    const isEdited = change !== undefined && typeof answered.body === 'string'
    const read = isEdited ? { ...answered, body: change(String(answered.body)) } : answered
    const given = latency > 0 && read.delay === undefined ? { ...read, delay: latency } : read
    const failing = faults.get(url.host)
    const isMeant = failing !== undefined && decodeURIComponent(url.href).includes(failing.naming)
    const failed = isMeant ? withFault(given, url.host, new Map([[url.host, failing.fault]])) : given
    return keeping.has(url.host) ? kept(failed) : failed
  })
  const proxy = await startProxy(server.port)
  return {
    proxyPort: proxy.port,
    keyHash: server.keyHash,
    requests: server.requests,
    abandoned: server.abandoned,
    revalidated: server.revalidated,
    hold: (naming) => {
      const { promise, resolve } = Promise.withResolvers<void>()
      held.set(naming, promise)
      return () => {
        held.delete(naming)
        resolve()
      }
    },
    resume: server.resume,
    mayBeKept: (host) => void keeping.add(host),
    refused: proxy.refused,
    fail: (host, fault, naming = '') => {
      if (fault === null) faults.delete(host)
      else faults.set(host, { fault, naming })
    },
    edit: (address, change) => {
      if (change === null) edits.delete(address)
      else edits.set(address, change)
    },
    forget: () => {
      for (const told of [faults, keeping, edits, held]) told.clear()
      for (const seen of [server.requests, server.abandoned, server.revalidated, proxy.refused]) seen.length = 0
    },
    stop: async () => {
      await proxy.stop()
      await server.stop()
    },
  }
}
