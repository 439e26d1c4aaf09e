import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { readIncoming } from '#utils/browser/incoming.ts'
import type { FromReadingWorker, ToReadingWorker } from '#utils/browser/workers/reading-host.ts'
import type { JobProgress } from '#utils/database/schema.ts'
import { prepareToRead, readDocument } from '#utils/documents/read.ts'
import type { Question } from '#utils/documents/types.ts'
import { fetchDocument } from '#utils/sources/fetch-document.ts'
import { readSource } from './read-source.ts'

/**
 * The reading worker: one document, then it is ended. A thread of its own, so that a hostile file can be stopped and
 * a long one blocks nothing.
 */
export default defineUnlistedScript(() => {
  const scope = globalThis as unknown as DedicatedScope
  scope.addEventListener('message', ({ data }) => {
    const report = throttled((progress) => scope.postMessage({ type: 'progress', progress }))
    const onQuestions = (questions: readonly Question[]) => scope.postMessage({ type: 'questions', questions })
    readSource(data.job, report, { fetchDocument, readIncoming, readDocument, prepareToRead, onQuestions }).then(
      (result) => scope.postMessage({ type: 'result', result }),
    )
  })
})

interface DedicatedScope {
  addEventListener(type: 'message', listener: (event: { data: ToReadingWorker }) => void): void
  postMessage(message: FromReadingWorker): void
}

/** At most four reports a second, but each change of phase. */
function throttled(send: (progress: JobProgress) => void): (progress: JobProgress) => void {
  let last = Number.NEGATIVE_INFINITY
  let phase: JobProgress['phase'] | null = null
  return (progress) => {
    const now = performance.now()
    if (progress.phase === phase && now - last < 250) return
    last = now
    phase = progress.phase
    send(progress)
  }
}
