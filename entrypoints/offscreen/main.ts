import { createPreliminaryTeller } from '#utils/browser/channels/preliminary.ts'
import { createHandOver } from '#utils/browser/hand-over.ts'
import { onReadingHostMessages, sendToBackground } from '#utils/browser/messages.ts'
import { keepWorker } from '#utils/browser/workers/kept-worker.ts'
import { createReadingHost } from '#utils/browser/workers/reading-host.ts'
import { startWorker } from '#utils/browser/workers/trusted-types.ts'

/** While the background is away this is only logged; once it is back it gets what was read. */
const results = createHandOver({
  send: (id, result) => sendToBackground('job/result', { id, result }),
  onStuck: (id, error) => console.error(`Nobody took the result of reading ${id}; it is kept and tried again.`, error),
})

/** Chromium's service worker may not start a worker: this document does, and passes on what the reading one says. */
const host = createReadingHost({
  startWorker: () => startWorker('/reading.js'),
  preliminary: createPreliminaryTeller(),
  // Nobody needs progress that was lost.
  onProgress: (id, progress) => void sendToBackground('job/progress', { id, progress }).catch(() => undefined),
  onResult: results.give,
})

onReadingHostMessages({
  'host/run': (job) => {
    host.run(job)
    results.hurry(job.id)
  },
  'host/is-running': () => host.running.size > 0,
  'host/cancel': ({ id }) => host.cancel(id),
})

// Without it nothing can be saved.
keepWorker('/journal.js')
