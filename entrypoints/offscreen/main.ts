import { MessageFailure } from '#utils/browser/errors.ts'
import { onReadingHostMessages, sendToBackground } from '#utils/browser/messages.ts'
import { createPreliminaryTeller } from '#utils/browser/preliminary.ts'
import { createReadingHost } from '#utils/browser/reading-host.ts'
import { startWorker } from '#utils/browser/trusted-types.ts'

/** Milliseconds between tries to hand a result over: the background may just be starting. */
const pauses = [0, 500, 2_000, 8_000]

/** Chromium's service worker may not start a worker: this document does, and passes on what it says. */
const host = createReadingHost({
  startWorker: () => startWorker('/reading.js'),
  preliminary: createPreliminaryTeller(),
  // Nobody needs progress that was lost.
  onProgress: (id, progress) => void sendToBackground('job/progress', { id, progress }).catch(() => undefined),
  async onResult(id, result) {
    let isRefused = false
    for (const pause of pauses) {
      await new Promise((resolve) => setTimeout(resolve, pause))
      try {
        return await sendToBackground('job/result', {
          id,
          result: isRefused ? { ok: false, error: 'unknown' } : result,
        })
      } catch (error) {
        console.warn(error)
        // What the background refuses it refuses again; the job must end all the same.
        isRefused = error instanceof MessageFailure && error.code === 'refused'
      }
    }
  },
})

onReadingHostMessages({ 'host/run': host.run, 'host/cancel': ({ id }) => host.cancel(id) })
