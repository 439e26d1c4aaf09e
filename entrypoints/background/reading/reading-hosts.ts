import { browser } from 'wxt/browser'
import { createPreliminaryTeller } from '#utils/browser/channels/preliminary.ts'
import { sendToReadingHost } from '#utils/browser/messages.ts'
import { readPayload } from '#utils/browser/payloads.ts'
import type { ReadingResult } from '#utils/browser/protocol/reading.ts'
import { createReadingHost, type HostParts } from '#utils/browser/workers/reading-host.ts'
import { startWorker } from '#utils/browser/workers/trusted-types.ts'
import type { JobRow } from '#utils/database/schema.ts'
import { isOffscreenOpen, openOffscreen, releaseOffscreen } from '../offscreen.ts'

/** Where the reading worker lives, as the jobs see it. */
export interface ReadingHost {
  /** Whether it exists; one that does not has lost the job that it ran. */
  isAlive(): Promise<boolean>
  /** Starts the job; a job that already runs there goes on undisturbed. */
  run(job: JobRow): Promise<void>
  cancel(id: string): Promise<void>
  /** No job is left. */
  close(): Promise<void>
}

/** Chromium: an offscreen document, there while a job runs. Its reports come as messages (`job/progress`, `job/result`). */
export function offscreenHost(): ReadingHost {
  return {
    // The document may be there for the journal alone, after the one with the job has died.
    isAlive: async () => (await isOffscreenOpen()) && (await sendToReadingHost('host/is-running')),
    async run(job) {
      await openOffscreen('reading')
      await sendToReadingHost('host/run', job)
    },
    async cancel(id) {
      if (await isOffscreenOpen()) await sendToReadingHost('host/cancel', { id })
    },
    close: () => releaseOffscreen('reading'),
  }
}

/** Milliseconds: Firefox ends an idle event page after thirty seconds, and a worker at work does not count. */
const nudge = 15_000

/** Firefox: the background's own page starts the worker, and keeps itself awake meanwhile by a harmless call. */
export function ownHost(parts: Pick<HostParts, 'onProgress' | 'onResult'>): ReadingHost {
  let timer: ReturnType<typeof setInterval> | undefined
  const host = createReadingHost({
    ...parts,
    // No message lies between here and there: what one would have cut and checked is cut and checked all the same.
    onResult: (id, result) => parts.onResult(id, accepted(id, result)),
    startWorker: () => startWorker('/reading.js'),
    preliminary: createPreliminaryTeller(),
  })
  const close = async () => {
    clearInterval(timer)
    timer = undefined
  }
  return {
    isAlive: async () => host.running.size > 0,
    async run(job) {
      timer ??= setInterval(() => browser.runtime.getPlatformInfo(), nudge)
      host.run(job)
    },
    cancel: async (id) => host.cancel(id),
    close,
  }
}

/** A result within the bounds of records: what is beyond them could be kept and exported, but never imported again. */
function accepted(id: string, result: ReadingResult): ReadingResult {
  return readPayload('job/result', { id, result })?.value.result ?? { ok: false, error: 'unknown' }
}
