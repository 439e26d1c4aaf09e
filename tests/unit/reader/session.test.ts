import '../browser/fake-browser.ts'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { PagesPlace } from '#components/reader/reader-pages.tsx'
import { aWhile } from '#tests/a-while.ts'
import type { KamerlensDatabase } from '#utils/database/open.ts'

const arrive = vi.fn()
const openPdf = vi.fn()
const prepareToOpen = vi.fn()
const reload = vi.fn()
const frames: (() => void)[] = []

vi.mock('../../../entrypoints/reader/arrival.ts', async (original) => ({
  ...(await original<typeof import('../../../entrypoints/reader/arrival.ts')>()),
  arrive,
}))
vi.mock('../../../entrypoints/reader/pdf/open.ts', () => ({ openPdf, prepareToOpen }))
vi.mock('../../../entrypoints/reader/pdf/view.ts', () => ({ createView: async () => ({ close: () => undefined }) }))
vi.mock('../../../entrypoints/reader/keep-questions.ts', () => ({ keepQuestions: async () => ({ type: 'failed' }) }))

const { ReaderFailure } = await import('../../../entrypoints/reader/arrival.ts')
const { createSession } = await import('../../../entrypoints/reader/session.ts')
const session = () =>
  createSession(
    {} as KamerlensDatabase,
    { type: 'file', id: 'a', name: 'vragen.pdf' },
    Promise.resolve({} as PagesPlace),
  )

/** The browser draws, and what waited for it goes on. */
async function draw(): Promise<void> {
  for (const frame of frames.splice(0)) frame()
  await aWhile(5)
}

beforeEach(() => {
  vi.resetAllMocks()
  frames.length = 0
  vi.stubGlobal('requestAnimationFrame', (frame: () => void) => frames.push(frame))
  vi.stubGlobal('location', { reload })
  vi.spyOn(console, 'warn').mockReturnValue(undefined)
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

it('what opens a PDF is prepared while its bytes are still to come', async () => {
  arrive.mockReturnValue(new Promise(() => undefined))
  void session().start()
  expect(prepareToOpen).not.toHaveBeenCalled()
  await draw()
  expect(prepareToOpen).toHaveBeenCalledOnce()
})

it('nothing is prepared for a document that is being opened already, or that could not be had', async () => {
  arrive.mockResolvedValue({ bytes: new Uint8Array(8), url: null })
  openPdf.mockReturnValue(new Promise(() => undefined))
  void session().start()
  await vi.waitFor(() => expect(openPdf).toHaveBeenCalledOnce())
  await draw()
  arrive.mockRejectedValue(new ReaderFailure('gone'))
  await session().start()
  await draw()
  expect(prepareToOpen).not.toHaveBeenCalled()
})

it('a script of ours that was not loaded is tried again on a new page, what failed otherwise on this one', async () => {
  arrive
    .mockRejectedValueOnce(new ReaderFailure('unreachable'))
    .mockResolvedValue({ bytes: new Uint8Array(8), url: null })
  openPdf.mockRejectedValue(new TypeError('Failed to fetch dynamically imported module'))
  const one = session()
  await one.start()
  await one.retry()
  expect(arrive).toHaveBeenCalledTimes(2)
  expect(one.state.value).toEqual({ type: 'failed', error: 'unknown' })
  expect(reload).not.toHaveBeenCalled()
  await one.retry()
  expect(reload).toHaveBeenCalledOnce()
  expect(arrive).toHaveBeenCalledTimes(2)
})
