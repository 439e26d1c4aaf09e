import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import type { Answer } from './answers.ts'
import { makeCertificate } from './certificate.ts'

export interface Server {
  readonly port: number
  readonly keyHash: string
  /** Addresses asked for, in order. */
  readonly requests: string[]
  /** Those of them whose asker left before the answer came. */
  readonly abandoned: string[]
  /** Those of them that asked whether what the browser kept still holds, and were told that it does. */
  readonly revalidated: string[]
  /** Ends the pauses in the middle of answers that are being made now. */
  readonly resume: () => void
  readonly stop: () => Promise<void>
}

/** The https server behind all official host names. `answer` says what an address gives. */
export async function startServer(answer: (url: URL) => Promise<Answer>): Promise<Server> {
  const requests: string[] = []
  const abandoned: string[] = []
  const revalidated: string[] = []
  let pauses = new AbortController()
  const certificate = await makeCertificate()
  const server = createServer(certificate, async (request, response) => {
    const url = new URL(request.url ?? '/', `https://${request.headers.host ?? 'localhost'}`)
    requests.push(url.href)
    response.on('close', () => response.headersSent || abandoned.push(url.href))
    const { status, headers, body, delay, drop, cut, pause, endless } = await answer(url)
    if (delay) await wait(delay)
    if (drop) {
      response.destroy()
      return
    }
    if (headers.etag !== undefined && request.headers['if-none-match'] === headers.etag) {
      revalidated.push(url.href)
      response.writeHead(304, headers).end()
      return
    }
    const part = pause === undefined ? null : /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '')
    if (part) {
      const piece = body.slice(Number(part[1]), Number(part[2]) + 1)
      response.writeHead(206, { ...headers, 'content-length': Buffer.byteLength(piece) })
      response.end(piece)
      return
    }
    if (endless) {
      response.writeHead(status, { 'cache-control': 'no-store', ...headers })
      const piece = Buffer.concat(Array.from({ length: 100 }, () => Buffer.from(body)))
      while (!response.destroyed) {
        response.write(piece)
        await wait(5)
      }
      return
    }
    response.writeHead(status, { 'content-length': Buffer.byteLength(body), 'cache-control': 'no-store', ...headers })
    if (pause !== undefined) {
      response.write(body.slice(0, body.length / 2))
      await wait(pause, undefined, { signal: pauses.signal }).catch(() => undefined)
      response.end(body.slice(body.length / 2))
    } else if (cut === undefined) response.end(body)
    else response.write(body.slice(0, cut), () => response.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    keyHash: certificate.keyHash,
    requests,
    abandoned,
    revalidated,
    resume: () => {
      pauses.abort()
      pauses = new AbortController()
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
