import { exampleListId } from '#components/welcome/example-paper.tsx'
import { examplePaper } from '#locales/example-paper.ts'
import { removeIncoming, writeIncoming } from '#utils/browser/incoming.ts'
import { ask } from '#utils/browser/messages.ts'
import type { Result } from '#utils/browser/protocol/result.ts'
import type { KamerlensDatabase } from '#utils/database/open.ts'
import { followQuery } from '#utils/database/rows/follow-query.ts'
import { isUnderWay } from '#utils/database/rows/under-way.ts'
import type { JobRow } from '#utils/database/schema.ts'

/** Has the questions of the example read as they stand on the page, by a job as those of any file: nothing is fetched. */
export async function readExample(): Promise<Result<JobRow>> {
  const list = document.getElementById(exampleListId)
  if (list === null) return { ok: false, error: 'unknown' }
  const { id: identifier, title } = examplePaper
  const html = `<!doctype html><html lang="nl"><head><meta name="DC.identifier" content="${identifier}"><meta name="DC.title" content="${title}"></head><body>${list.outerHTML}</body></html>`
  const file = new Blob([html], { type: 'text/html' })
  const id = crypto.randomUUID()
  try {
    await writeIncoming(id, file)
  } catch (error) {
    const isFull = error instanceof DOMException && error.name === 'QuotaExceededError'
    return { ok: false, error: isFull ? 'quota' : 'unknown' }
  }
  const started = await ask('reading/start', { id, source: { type: 'file', name: title, size: file.size } })
  if (!started.ok) await removeIncoming(id)
  return started
}

/** Reads and keeps the example; null where that was done, else why not, as a key of `errorMessages`. */
export async function keepExample(db: KamerlensDatabase): Promise<string | null> {
  const started = await readExample()
  if (!started.ok) return started.error
  const { id } = started.value
  return new Promise((resolve) => {
    const subscription = followQuery(() => db.jobs.get(id), {
      next(job) {
        if (job && isUnderWay(job)) return
        subscription.unsubscribe()
        resolve(job?.state === 'done' ? null : (job?.error ?? 'unknown'))
      },
      error: () => resolve('unknown'),
    })
  })
}
