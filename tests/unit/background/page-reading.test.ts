import '../browser/fake-browser.ts'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { errorMessages } from '#locales/errors.ts'
import type { PageReport } from '#utils/browser/protocol/page-report.ts'
import type { StartReading } from '#utils/browser/protocol/reading.ts'
import type { JobRow } from '#utils/database/schema.ts'
import { createPages } from '../../../entrypoints/background/pages/pages.ts'
import { createPageReading, tellAsker } from '../../../entrypoints/background/reading/page-reading.ts'
import { fakeBrowser, stubBrowser } from '../browser/fake-browser.ts'

const url = 'https://zoek.officielebekendmakingen.nl/kst-36360-VIII-5.html'
const site = 'zoek.officielebekendmakingen.nl'
const page = { context: 'page', tabId: 7, frameId: 0, url, site, incognito: false } as const
const job = (request: StartReading): JobRow => ({
  ...request,
  state: 'waiting',
  progress: { phase: 'fetching', done: 0, total: 0, questions: 0 },
  attempts: 0,
  createdAt: '',
  updatedAt: '',
})

let sent: { tab: number; type: string; payload: unknown }[]
let answer: unknown

beforeEach(() => {
  fakeBrowser.reset()
  sent = []
  answer = { value: { url, title: 'Lijst', html: '<p>1</p>' } }
  stubBrowser('tabs', 'sendMessage', async (tab: number, message: { type: string; payload: unknown }) => {
    sent.push({ tab, type: message.type, payload: message.payload })
    return answer
  })
})

function reading(contentType = 'text/html') {
  const report: PageReport = { url, title: 'Lijst', contentType, codes: [] }
  const start = vi.fn(async (request: StartReading) => ({ ok: true, value: job(request) }) as const)
  const cancel = vi.fn(async (_id: string) => ({ ok: false, error: 'not-found' }) as const)
  const write = vi.fn(async (_name: string, _content: unknown) => {})
  const parts = {
    jobs: { start, cancel },
    pages: createPages({ framesOf: async (tabId) => [{ tabId, frameId: 0 }], list: async () => report }),
    newId: () => 'job1',
    write,
  }
  return { start, cancel, write, ...createPageReading(parts) }
}

describe('reading the questions of a page', () => {
  test('the page as the user sees it is laid down before its reading starts', async () => {
    const { readPage, start, write } = reading()
    expect(await readPage(7)).toMatchObject({ ok: true, value: { id: 'job1' } })
    expect(write).toHaveBeenCalledWith('job1', '<p>1</p>')
    expect(start).toHaveBeenCalledWith({ id: 'job1', source: { type: 'page', url, title: 'Lijst' } })
    expect(write.mock.invocationCallOrder[0]).toBeLessThan(start.mock.invocationCallOrder[0] ?? 0)
  })

  test('a page that does not answer is said so, and nothing is started', async () => {
    answer = undefined
    const { readPage, start } = reading()
    expect(await readPage(7)).toEqual({ ok: false, error: 'no-page' })
    expect(start).not.toHaveBeenCalled()
  })

  test('a full disk is said so, and nothing is started', async () => {
    const { readPage, start, write } = reading()
    write.mockRejectedValue(new DOMException('', 'QuotaExceededError'))
    expect(await readPage(7)).toEqual({ ok: false, error: 'quota' })
    expect(start).not.toHaveBeenCalled()
  })
})

describe('reading from a card', () => {
  test('a linked document is fetched, the page’s own address is read from the page, a PDF viewer’s is fetched', async () => {
    const linked = 'https://www.tweedekamer.nl/downloads/document?id=2023D20951'
    const started = async (address: string, contentType?: string) => {
      const { handlers, start } = reading(contentType)
      await handlers['card/read']({ url: address, title: 'Link' }, page)
      return start.mock.calls[0]?.[0].source.type
    }
    expect(await started(linked)).toBe('url')
    expect(await started(`${url}#vraag-1`)).toBe('page')
    expect(await started(url, 'application/pdf')).toBe('url')
  })

  test('an address outside the official sites is refused', async () => {
    const { handlers, start } = reading()
    const request = { url: 'https://evil.example/a.pdf', title: '' }
    expect(await handlers['card/read'](request, page)).toEqual({ ok: false, error: 'invalid' })
    expect(start).not.toHaveBeenCalled()
  })

  test('the tab that asked hears how it goes, also after the background was stopped, until it is done', async () => {
    const { handlers } = reading()
    const request = { url: 'https://www.tweedekamer.nl/downloads/document?id=2023D20951', title: '' }
    expect(await handlers['card/read'](request, page)).toEqual({ ok: true, value: { job: 'job1' } })
    const row = job({ id: 'job1', source: { type: 'url', url } })
    await tellAsker({ ...row, state: 'running' })
    await tellAsker({ ...row, state: 'failed', error: 'no-questions' })
    await tellAsker({ ...row, state: 'done' })
    const heard = sent.filter(({ type }) => type === 'page/reading').map(({ tab, payload }) => [tab, payload])
    expect(heard).toMatchObject([
      [7, { job: 'job1', state: 'waiting' }],
      [7, { job: 'job1', state: 'running' }],
      [7, { job: 'job1', state: 'failed', error: 'no-questions', sentence: errorMessages.get()['no-questions'] }],
    ])
  })

  test('the page that began a reading can stop it, and no other page', async () => {
    const { handlers, cancel } = reading()
    await handlers['card/read']({ url: 'https://www.tweedekamer.nl/downloads/document?id=2023D20951', title: '' }, page)
    await handlers['card/stop']({ job: 'job1' }, { ...page, tabId: 8 })
    await handlers['card/stop']({ job: 'job1' }, { ...page, frameId: 3 })
    await handlers['card/stop']({ job: 'other' }, page)
    expect(cancel).not.toHaveBeenCalled()
    await handlers['card/stop']({ job: 'job1' }, page)
    expect(cancel).toHaveBeenCalledWith('job1')
  })

  test('a reading that no tab asked for is told to none', async () => {
    await tellAsker(job({ id: 'other', source: { type: 'url', url } }))
    expect(sent).toEqual([])
  })
})
