import type { JobProgress, JobRow } from '../../database/schema.ts'
import type { Question } from '../../documents/types.ts'
import type { PreliminaryTeller } from '../channels/preliminary.ts'
import type { ReadingResult } from '../protocol/reading.ts'

/** Into the reading worker and out of it. */
export interface ToReadingWorker {
  readonly job: JobRow
}
export type FromReadingWorker =
  | { readonly type: 'progress'; readonly progress: JobProgress }
  /** What the first pages hold, while the others are still to come. */
  | { readonly type: 'questions'; readonly questions: readonly Question[] }
  | { readonly type: 'result'; readonly result: ReadingResult }

/** As much of a `Worker` as the host uses: the seam for tests. */
export interface ReadingWorker {
  onmessage: ((event: MessageEvent<FromReadingWorker>) => void) | null
  onerror: ((event: ErrorEvent) => void) | null
  postMessage(message: ToReadingWorker): void
  terminate(): void
}

export interface HostParts {
  readonly startWorker: () => ReadingWorker
  readonly onProgress: (id: string, progress: JobProgress) => void
  /** The job counts as running until this has settled, so that a result on its way is not read a second time. */
  readonly onResult: (id: string, result: ReadingResult) => void | Promise<void>
  /** Who wants to know what was found so far; nobody where absent. */
  readonly preliminary?: PreliminaryTeller
  /**
   * Milliseconds without a word from the worker before it is ended. A single page of a real document takes a fraction
   * of a second; a page that takes this long was made to.
   */
  readonly silenceTimeout?: number
  /** The same while pages are read. Each page has a limit of its own in the worker: this is for what does not heed it. */
  readonly pageTimeout?: number
}

export interface LocalHost {
  run(job: JobRow): void
  cancel(id: string): void
  /** The jobs at work. */
  readonly running: ReadonlySet<string>
}

/**
 * Runs the reading worker in this context: Chromium's offscreen document, Firefox' event page. Asking twice for the
 * same job starts it once. A worker that dies or falls silent becomes a failed result.
 */
export function createReadingHost(parts: HostParts): LocalHost {
  const { startWorker, onProgress, onResult, preliminary, silenceTimeout = 90_000, pageTimeout = 45_000 } = parts
  const stops = new Map<string, () => void>()
  const running = new Set<string>()

  const run = (job: JobRow) => {
    if (running.has(job.id)) return
    running.add(job.id)
    let timer: ReturnType<typeof setTimeout>
    let isEnded = false
    const end = () => {
      isEnded = true
      clearTimeout(timer)
      worker?.terminate()
      stops.delete(job.id)
    }
    const leave = () => {
      running.delete(job.id)
      preliminary?.end(job.id)
    }
    const finish = async (result: ReadingResult) => {
      if (isEnded) return
      end()
      try {
        await onResult(job.id, result)
      } finally {
        leave()
      }
    }
    let last: JobProgress | null = null
    const listen = () => {
      clearTimeout(timer)
      const page = last?.phase === 'reading' && last.done < last.total ? last.done + 1 : null
      timer =
        page === null
          ? setTimeout(() => finish(broken('the worker fell silent')), silenceTimeout)
          : setTimeout(() => finish({ ok: false, error: 'too-complex', detail: `from page ${page} on` }), pageTimeout)
    }
    stops.set(job.id, () => {
      end()
      leave()
    })
    let worker: ReadingWorker | null = null
    try {
      worker = startWorker()
    } catch (error) {
      finish(broken(error instanceof Error ? error.message : String(error)))
      return
    }
    worker.onerror = (event) => finish(broken(event.message || 'the worker ended'))
    worker.onmessage = ({ data }) => {
      if (isEnded) return
      if (data.type === 'progress') last = data.progress
      listen()
      // pdf.js speaks on the worker's port as well («ready»): only what is ours counts.
      if (data.type === 'progress') onProgress(job.id, data.progress)
      if (data.type === 'questions') preliminary?.tell(job.id, data.questions)
      if (data.type === 'result') finish(data.result)
    }
    listen()
    worker.postMessage({ job })
  }

  return { run, cancel: (id) => stops.get(id)?.(), running }
}

function broken(detail: string): ReadingResult {
  return { ok: false, error: 'broken-pdf', detail }
}
