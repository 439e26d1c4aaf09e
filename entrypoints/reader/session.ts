import { type ReadonlySignal, signal } from '@preact/signals'
import type { PagesPlace } from '#components/reader/reader-pages.tsx'
import type { QuestionsState, ReaderError, ReaderState } from '#components/reader/reader-state.ts'
import type { KamerlensDatabase } from '#utils/database/open.ts'
import { type Arrived, arrive, ReaderFailure } from './arrival.ts'
import { keepQuestions } from './keep-questions.ts'
import { type OpenPdf, openPdf, prepareToOpen } from './pdf/open.ts'
import type { Arrival } from './pdf/transport.ts'
import { createView } from './pdf/view.ts'
import type { ReaderSource } from './reader-source.ts'

/** One document in the reader: from its address to its pages and its questions. */
export interface Session {
  readonly state: ReadonlySignal<ReaderState>
  readonly questions: ReadonlySignal<QuestionsState>
  /** Begins, or begins anew. */
  start(): Promise<void>
  /** Tries again after a failure. */
  retry(): Promise<void>
  /** Has the questions read on the user's own asking: in a private window, or after a failure. */
  read(): Promise<void>
}

/** @param place the elements for the pages, once they are there */
export function createSession(db: KamerlensDatabase, source: ReaderSource, place: Promise<PagesPlace>): Session {
  const state = signal<ReaderState>({ type: 'loading', done: 0, total: 0 })
  const questions = signal<QuestionsState>({ type: 'waiting' })
  let arrived: Arrived | null = null
  let attempt = new AbortController()

  async function show(bytes: Uint8Array<ArrayBuffer> | Arrival, { signal: ending }: AbortController): Promise<void> {
    const pdf: OpenPdf = await openPdf(bytes, ending)
    const view = await createView(pdf, await place)
    if (ending.aborted) view.close()
    else state.value = { type: 'open', view }
  }

  async function start(): Promise<void> {
    attempt.abort()
    const own = new AbortController()
    attempt = own
    state.value = { type: 'loading', done: 0, total: 0 }
    questions.value = { type: 'waiting' }
    let showing: Promise<void> | null = null
    let isOpening = false
    // The browser draws the screen first. A page that nobody looks at yet is not drawn, and waits with this too.
    requestAnimationFrame(() =>
      setTimeout(() => {
        if (source.type !== 'none' && !isOpening && !own.signal.aborted) prepareToOpen()
      }),
    )
    try {
      const all = await arrive(source, {
        signal: own.signal,
        onProgress: (done, total) => {
          if (state.peek().type === 'loading') state.value = { type: 'loading', done, total }
        },
        onArrival: (arrival) => {
          isOpening = true
          showing = show(arrival, own)
          showing.catch(() => undefined)
        },
      })
      arrived = all
      isOpening = true
      await begin(showing, all, own)
    } catch (error) {
      if (own.signal.aborted) return
      console.warn(error)
      const before = state.peek()
      if (before.type === 'open') before.view.close()
      own.abort()
      state.value = { type: 'failed', error: errorOf(error) }
    }
  }

  /** What was opened early may have failed on a piece that did not come: with all bytes there it is tried once more. */
  async function begin(showing: Promise<void> | null, { bytes }: Arrived, own: AbortController): Promise<void> {
    const reading = source.type === 'address' && source.isPrivate ? null : read()
    if (reading === null) questions.value = { type: 'asked' }
    await (showing ?? show(bytes, own)).catch(async (error: unknown) => {
      if (showing === null || state.peek().type === 'open' || own.signal.aborted) throw error
      await show(bytes, own)
    })
    await reading
  }

  async function read(): Promise<void> {
    if (arrived !== null) questions.value = await keepQuestions(db, arrived, source)
  }

  async function retry(): Promise<void> {
    const before = state.peek()
    // What nobody foresaw may be a script of ours that was not loaded: Firefox tries it again on a new page alone.
    if (before.type === 'failed' && before.error === 'unknown') location.reload()
    else await start()
  }

  return { state, questions, start, retry, read }
}

function errorOf(error: unknown): ReaderError {
  if (error instanceof ReaderFailure) return error.code
  const name = error instanceof Error ? error.name : ''
  if (name === 'PasswordException') return 'password'
  return /^(?:InvalidPDF|UnexpectedResponse|FormatError|MissingPDF|UnknownError)/.test(name) ? 'broken' : 'unknown'
}
