import { type Fault, withFault } from './faults.ts'
import { startProxy } from './proxy.ts'
import { answer } from './routes.ts'
import { startServer } from './server.ts'

/** The stand-in for the official sites: nothing of it leaves this machine. */
export interface Site {
  /** Port of the proxy on loopback that a browser must use to see the stand-in. */
  readonly proxyPort: number
  /** Addresses of official hosts that were asked for, in order. */
  readonly requests: readonly string[]
  /** Those of them whose asker left before the answer came. */
  readonly abandoned: readonly string[]
  /** Other hosts that were asked for; all were refused. */
  readonly refused: readonly string[]
  /** From now on this host has that fault; null takes it away. */
  readonly fail: (host: string, fault: Fault | null) => void
  /** From now on the page at this address reads otherwise; null: as it did. */
  readonly edit: (address: string, change: ((html: string) => string) | null) => void
  readonly stop: () => Promise<void>
}

export async function startSite(): Promise<Site> {
  const faults = new Map<string, Fault>()
  const edits = new Map<string, (html: string) => string>()
  const server = await startServer(async (url) => {
    const given = await answer(url)
    const change = edits.get(url.href)
    const isEdited = change !== undefined && typeof given.body === 'string'
    return withFault(isEdited ? { ...given, body: change(String(given.body)) } : given, url.host, faults)
  })
  const proxy = await startProxy(server.port)
  return {
    proxyPort: proxy.port,
    requests: server.requests,
    abandoned: server.abandoned,
    refused: proxy.refused,
    fail: (host, fault) => {
      if (fault === null) faults.delete(host)
      else faults.set(host, fault)
    },
    edit: (address, change) => {
      if (change === null) edits.delete(address)
      else edits.set(address, change)
    },
    stop: async () => {
      await proxy.stop()
      await server.stop()
    },
  }
}
