import { createHash } from 'node:crypto'
import type { Answer } from './answers.ts'
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
  /** From now on this host has that fault; null takes it away. */
  readonly fail: (host: string, fault: Fault | null) => void
  /** From now on the browser may keep what this host answers for an hour, and has an ETag to ask with whether it still holds. */
  readonly mayBeKept: (host: string) => void
  readonly stop: () => Promise<void>
}

function kept(answer: Answer): Answer {
  const etag = `"${createHash('sha256').update(answer.body).digest('hex').slice(0, 16)}"`
  return { ...answer, headers: { ...answer.headers, etag, 'cache-control': 'private, max-age=3600' } }
}

export async function startSite(): Promise<Site> {
  const faults = new Map<string, Fault>()
  const keeping = new Set<string>()
  const server = await startServer(async (url) => {
    const given = withFault(await answer(url), url.host, faults)
    return keeping.has(url.host) ? kept(given) : given
  })
  const proxy = await startProxy(server.port)
  return {
    proxyPort: proxy.port,
    keyHash: server.keyHash,
    requests: server.requests,
    abandoned: server.abandoned,
    revalidated: server.revalidated,
    mayBeKept: (host) => void keeping.add(host),
    refused: proxy.refused,
    fail: (host, fault) => {
      if (fault === null) faults.delete(host)
      else faults.set(host, fault)
    },
    stop: async () => {
      await proxy.stop()
      await server.stop()
    },
  }
}
