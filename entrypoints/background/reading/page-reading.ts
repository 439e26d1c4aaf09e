import { browser } from 'wxt/browser'
import { errorMessages } from '#locales/errors.ts'
import { writeIncoming } from '#utils/browser/incoming.ts'
import { sendToPage, topOf } from '#utils/browser/messages.ts'
import type { Result, StoreError } from '#utils/browser/protocol/result.ts'
import type { BackgroundHandlers } from '#utils/browser/receive.ts'
import type { Frame } from '#utils/browser/senders.ts'
import { isUnderWay } from '#utils/database/rows/under-way.ts'
import type { JobRow } from '#utils/database/schema.ts'
import { isOfficialUrl } from '#utils/references/addresses/sites.ts'
import { withoutFragment } from '#utils/references/addresses/without-fragment.ts'
import type { Pages } from '../pages/pages.ts'
import type { ReadingJobs } from './reading.ts'

/** Readings that begin at a page: its own questions, or a document that it links to. */
export interface PageReading {
  /** Reads the questions of the page in a tab, as the user sees it; not those of its frames. */
  readPage(tabId: number): Promise<Result<JobRow, StoreError | 'no-page'>>
  /** Reads the document at an official address for the page in a tab. */
  readAddress(url: string, title: string, tabId: number): Promise<Result<JobRow, StoreError | 'no-page'>>
  handlers: BackgroundHandlers<'card/read' | 'card/stop' | 'reading/page' | 'reading/start' | 'reading/cancel'>
}

interface Parts {
  readonly jobs: Pick<ReadingJobs, 'start' | 'cancel'>
  readonly pages: Pages
  readonly newId?: () => string
  readonly write?: typeof writeIncoming
}

export function createPageReading({
  jobs,
  pages,
  newId = () => crypto.randomUUID(),
  write = writeIncoming,
}: Parts): PageReading {
  async function readPage(tabId: number): Promise<Result<JobRow, StoreError | 'no-page'>> {
    const id = newId()
    let page: { readonly url: string; readonly title: string; readonly html: string }
    try {
      page = await sendToPage(topOf(tabId), 'page/html')
    } catch {
      return { ok: false, error: 'no-page' }
    }
    try {
      await write(id, page.html)
    } catch (error) {
      return {
        ok: false,
        error: error instanceof DOMException && error.name === 'QuotaExceededError' ? 'quota' : 'unknown',
      }
    }
    return jobs.start({ id, source: { type: 'page', url: page.url, title: page.title } })
  }

  async function readAddress(url: string, title: string, tabId: number) {
    if (!isOfficialUrl(url)) return { ok: false, error: 'invalid' } as const
    // A page's own address is read as it stands there; the PDF that it is the viewer of is fetched like any other.
    const report = await pages.report(tabId)
    const isOwn = report !== null && withoutFragment(report.url) === withoutFragment(url)
    if (isOwn && report.contentType !== 'application/pdf') return readPage(tabId)
    return jobs.start({ id: newId(), source: { type: 'url', url, ...(title === '' ? {} : { title }) } })
  }

  return {
    readPage,
    readAddress,
    handlers: {
      'reading/start': ({ id, source }) => jobs.start({ id, source }),
      'reading/cancel': ({ id }) => jobs.cancel(id),
      'reading/page': ({ tabId }) => readPage(tabId),
      'card/read': async ({ url, title }, sender) => {
        if (sender.context !== 'page') return { ok: false, error: 'invalid' }
        const started = await readAddress(url, title, sender.tabId)
        if (!started.ok) return { ok: false, error: started.error === 'no-page' ? 'unknown' : started.error }
        await rememberAsker(started.value.id, sender)
        await tellAsker(started.value)
        return { ok: true, value: { job: started.value.id } }
      },
      'card/stop': async ({ job }, sender) => {
        // A page ends only what it began.
        if (sender.context !== 'page') return
        const asker = await askerOf(job)
        if (asker?.tabId === sender.tabId && asker.frameId === sender.frameId) await jobs.cancel(job)
      },
    },
  }
}

const askerKey = (job: string): string => `reading-asker.${job}`

/** Which document a reading was started from: in session storage, since the background may be stopped before it ends. */
async function rememberAsker(job: string, { tabId, frameId }: Frame): Promise<void> {
  await browser.storage.session.set({ [askerKey(job)]: { tabId, frameId } })
}

async function askerOf(job: string): Promise<Frame | undefined> {
  const key = askerKey(job)
  return (await browser.storage.session.get(key))[key] as Frame | undefined
}

/** Tells the document that started a reading how it goes. A tab that has gone elsewhere is no matter. */
export async function tellAsker({ id, state, progress, error }: JobRow): Promise<void> {
  const asker = await askerOf(id)
  if (asker === undefined) return
  const failed = error === undefined ? {} : { error, sentence: errorMessages.get()[error] }
  const report = { job: id, state, progress, ...failed }
  await sendToPage(asker, 'page/reading', report).catch(() => undefined)
  if (!isUnderWay({ state })) await browser.storage.session.remove(askerKey(id))
}
