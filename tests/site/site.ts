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
  readonly stop: () => Promise<void>
}

export async function startSite(): Promise<Site> {
  const server = await startServer(answer)
  const proxy = await startProxy(server.port)
  return {
    proxyPort: proxy.port,
    requests: server.requests,
    abandoned: server.abandoned,
    refused: proxy.refused,
    stop: async () => {
      await proxy.stop()
      await server.stop()
    },
  }
}
