import { startWorker, type WorkerScript } from './trusted-types.ts'

/** Milliseconds until a worker that failed is started again: a file that could not be read for a moment is there then. */
const pause = 5_000

/** Starts one of our own workers for as long as this page is there, and once more each time that it could not be loaded or fails. */
export function keepWorker(script: WorkerScript): void {
  const worker = startWorker(script)
  const startAgain = () => {
    worker.terminate()
    setTimeout(keepWorker, pause, script)
  }
  // A second error may be on its way already: it is no reason for a second worker.
  worker.addEventListener('error', startAgain, { once: true })
}
