import type { ReaderError } from '#components/reader/reader-state.ts'
import { readIncoming } from '#utils/browser/incoming.ts'
import { isPermitted } from '#utils/browser/permissions.ts'
import { ReadingFailure } from '#utils/documents/types.ts'
import { type FetchStart, fetchDocument, fetchPiece, largestDocument } from '#utils/sources/fetch-document.ts'
import type { Arrival } from './pdf/transport.ts'
import type { ReaderSource } from './reader-source.ts'

/** The document's bytes, and where they came from; null for a file of the user's own. */
export interface Arrived {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly url: string | null
}

/** Why the bytes are not there. */
export class ReaderFailure extends Error {
  readonly code: ReaderError
  constructor(code: ReaderError, detail?: string) {
    super(detail ?? code)
    this.name = 'ReaderFailure'
    this.code = code
  }
}

export interface ArrivalOptions {
  readonly signal: AbortSignal
  readonly onProgress: (done: number, total: number) => void
  /** The document can be opened although not all of it is there. */
  readonly onArrival: (arrival: Arrival) => void
}

/** Fetches the document, once; what is drawn and what is read for questions are these bytes. */
export async function arrive(source: ReaderSource, options: ArrivalOptions): Promise<Arrived> {
  if (source.type === 'none') throw new ReaderFailure(source.refused === null ? 'nothing' : 'not-official')
  const arrived = source.type === 'file' ? await fromFile(source.id) : await fromAddress(source.url, options)
  if (arrived.bytes.byteLength === 0) throw new ReaderFailure('empty')
  if (!isPdf(arrived.bytes)) throw new ReaderFailure('not-pdf')
  return arrived
}

async function fromFile(id: string): Promise<Arrived> {
  const file = await readIncoming(id)
  if (file === null) throw new ReaderFailure('gone')
  if (file.size > largestDocument) throw new ReaderFailure('too-large')
  return { bytes: new Uint8Array(await file.arrayBuffer()), url: null }
}

async function fromAddress(url: string, { signal, onProgress, onArrival }: ArrivalOptions): Promise<Arrived> {
  const pieces: Uint8Array[] = []
  let follower: ((piece: Uint8Array | null) => void) | null = null
  const whole = Promise.withResolvers<Uint8Array>()
  whole.promise.catch(() => undefined)
  let start: FetchStart | null = null

  const announce = ({ url: place, length, givesPieces }: FetchStart, first: Uint8Array) => {
    // A page that says that there is no such document comes under the same address.
    if (length === null || !isPdf(first)) return
    onArrival({
      length,
      follow(take) {
        for (const piece of pieces) take(piece)
        follower = take
      },
      piece: async (begin, end) => {
        const asked = givesPieces ? await fetchPiece(place, begin, end, { signal }).catch(() => null) : null
        return asked ?? (await whole.promise).subarray(begin, end)
      },
    })
  }

  try {
    const fetched = await fetchDocument(url, {
      signal,
      onProgress,
      onStart: (begun) => {
        start = begun
      },
      onPiece: (piece) => {
        pieces.push(piece)
        if (pieces.length === 1 && start !== null) announce(start, piece)
        else follower?.(piece)
      },
    })
    whole.resolve(fetched.bytes)
    tell(follower, null)
    return fetched
  } catch (error) {
    whole.reject(error)
    throw await failureOf(error, url)
  }
}

/** TypeScript takes a variable that callbacks alone set for one that never is. */
function tell(follower: ((piece: Uint8Array | null) => void) | null, piece: null): void {
  follower?.(piece)
}

/** Whether bytes begin as a PDF does: readers allow for a kilobyte of anything before. */
function isPdf(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes('%PDF-')
}

async function failureOf(error: unknown, url: string): Promise<Error> {
  if (!(error instanceof ReadingFailure)) return new ReaderFailure('unknown', String(error))
  if (error.code === 'too-large' || error.code === 'not-official') return new ReaderFailure(error.code)
  if (error.code === 'empty-file') return new ReaderFailure('empty')
  if (!navigator.onLine) return new ReaderFailure('offline')
  if (/status (?:404|410)|status 200/.test(error.message)) return new ReaderFailure('missing')
  return new ReaderFailure((await isPermitted(url)) ? 'unreachable' : 'no-permission', error.message)
}
