import { joinBytes } from '../documents/join-bytes.ts'
import { ReadingFailure } from '../documents/types.ts'
import { isOfficialUrl } from '../references/addresses/sites.ts'
import { retryAfter } from './http/back-off.ts'
import { isErrorPage, mayBeAsked } from './http/redirects.ts'

/** No official document of questions comes near this; a catalogue of images may. */
export const largestDocument = 100 * 1024 * 1024

export interface FetchOptions {
  readonly signal?: AbortSignal
  /** Called as bytes come in; `total` is 0 where the site does not say. */
  readonly onProgress?: (done: number, total: number) => void
  /** Called when the site begins to answer with the document. */
  readonly onStart?: (start: FetchStart) => void
  /** Called with each piece as it comes in, in order; the pieces stay the caller's to read, not to change. */
  readonly onPiece?: (piece: Uint8Array) => void
  readonly fetch?: typeof globalThis.fetch
  /** Bytes. */
  readonly limit?: number
  /** Milliseconds without an answer or a further byte before the site counts as unreachable. */
  readonly silenceTimeout?: number
  /** Milliseconds before a busy site (429, 503) is asked again; a site that says how long is believed up to ten times that. */
  readonly pause?: number
}

export interface FetchStart {
  /** Where the answer comes from, after redirects. */
  readonly url: string
  /** Bytes of the whole document; null where the site does not say, or sends it packed. */
  readonly length: number | null
  /** Whether the site gives pieces of it too (`fetchPiece`). */
  readonly givesPieces: boolean
}

export interface Fetched {
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Where the bytes came from, after redirects. */
  readonly url: string
}

/**
 * Fetches a document of an official site: over https, without cookies, and only when the place where redirects end is
 * official too (DESIGN «Hosts»).
 *
 * @throws ReadingFailure `not-official`, `unreachable`, `too-large` or `cancelled`
 */
export async function fetchDocument(url: string, options: FetchOptions = {}): Promise<Fetched> {
  const address = url.replace(/^http:/i, 'https:')
  if (!isOfficialUrl(address)) throw new ReadingFailure('not-official', url)
  const silence = silenceAfter(options.silenceTimeout ?? 30_000, options.signal)
  try {
    const response = await askAgainWhileBusy(address, options, silence)
    if (!isOfficialUrl(response.url || address)) throw new ReadingFailure('not-official', response.url)
    if (!response.ok || isErrorPage(response.url)) throw new ReadingFailure('unreachable', `status ${response.status}`)
    options.onStart?.(startOf(response, address))
    return { bytes: await readBody(response, options, silence), url: response.url || address }
  } catch (error) {
    if (error instanceof ReadingFailure) throw error
    const code = options.signal?.aborted ? 'cancelled' : 'unreachable'
    throw new ReadingFailure(code, error instanceof Error ? error.message : String(error))
  } finally {
    silence.end()
  }
}

function startOf({ headers, url }: Response, address: string): FetchStart {
  const length = Number(headers.get('content-length') ?? 0)
  const isPacked = (headers.get('content-encoding') ?? 'identity') !== 'identity'
  return {
    url: url || address,
    length: length > 0 && !isPacked ? length : null,
    givesPieces: headers.get('accept-ranges') === 'bytes',
  }
}

/**
 * A piece of a document that is being fetched, from the place where that fetch began to answer.
 *
 * @param begin first byte; `end` is the first one after the piece
 * @throws ReadingFailure `not-official` or `unreachable`, also where the site gives something else than was asked for;
 *   then no more of
 * it is read
 */
export async function fetchPiece(
  url: string,
  begin: number,
  end: number,
  { signal, fetch = globalThis.fetch }: Pick<FetchOptions, 'signal' | 'fetch'> = {},
): Promise<Uint8Array<ArrayBuffer>> {
  if (!mayBeAsked(url)) throw new ReadingFailure('not-official', url)
  const response = await fetch(url, {
    credentials: 'omit',
    headers: { range: `bytes=${begin}-${end - 1}` },
    // A place that sends elsewhere now is not the one that the rest comes from.
    redirect: 'error',
    ...(signal ? { signal } : {}),
  })
  const given = response.headers.get('content-range')
  const isMeant = response.status === 206 && (given === null || given.startsWith(`bytes ${begin}-${end - 1}/`))
  const bytes = isMeant && response.body !== null ? await readUpTo(response.body, end - begin) : null
  if (bytes?.byteLength === end - begin) return bytes
  if (!response.bodyUsed) await response.body?.cancel().catch(() => undefined)
  throw new ReadingFailure('unreachable', `status ${response.status}, ${given}`)
}

interface Silence {
  readonly signal: AbortSignal
  /** Something was heard: begin to count anew. */
  heard(): void
  end(): void
}

function silenceAfter(milliseconds: number, cancelled: AbortSignal | undefined): Silence {
  const controller = new AbortController()
  const stop = () => controller.abort(new Error('no answer'))
  let timer = setTimeout(stop, milliseconds)
  return {
    signal: cancelled ? AbortSignal.any([controller.signal, cancelled]) : controller.signal,
    heard() {
      clearTimeout(timer)
      timer = setTimeout(stop, milliseconds)
    },
    end: () => clearTimeout(timer),
  }
}

async function askAgainWhileBusy(url: string, options: FetchOptions, silence: Silence): Promise<Response> {
  const { fetch = globalThis.fetch, pause = 1_000 } = options
  for (let attempt = 1; ; attempt += 1) {
    const response = await fetch(url, { credentials: 'omit', redirect: 'follow', signal: silence.signal })
    if ((response.status !== 429 && response.status !== 503) || attempt === 3) return response
    await response.body?.cancel()
    const asked = retryAfter(response.headers, Date.now()) ?? 0
    await wait(Math.min(Math.max(asked, pause * attempt), pause * 10), silence.signal)
    silence.heard()
  }
}

function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      reject(signal.reason)
    })
  })
}

async function readBody(response: Response, options: FetchOptions, silence: Silence): Promise<Uint8Array<ArrayBuffer>> {
  const limit = options.limit ?? largestDocument
  const total = Number(response.headers.get('content-length') ?? 0) || 0
  if (total > limit) throw new ReadingFailure('too-large', `${total} bytes`)
  if (!response.body) throw new ReadingFailure('empty-file')
  const bytes = await readUpTo(response.body, limit, (piece, done) => {
    silence.heard()
    if (done > limit) return
    options.onPiece?.(piece)
    options.onProgress?.(done, total)
  })
  if (bytes === null) throw new ReadingFailure('too-large', `more than ${limit} bytes`)
  return bytes
}

/** All of a body; null where it is longer than so many bytes, of which the rest is then left unread. */
async function readUpTo(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  limit: number,
  heard: (piece: Uint8Array, done: number) => void = () => undefined,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const chunks: Uint8Array[] = []
  let done = 0
  const reader = body.getReader()
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    done += piece.value.byteLength
    heard(piece.value, done)
    if (done > limit) {
      await reader.cancel().catch(() => undefined)
      return null
    }
    chunks.push(piece.value)
  }
  return joinBytes(chunks, done)
}
