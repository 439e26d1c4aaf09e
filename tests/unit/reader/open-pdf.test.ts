import { beforeEach, expect, it, vi } from 'vitest'

interface Opened {
  readonly worker: { readonly destroy: () => void }
}

const started: Opened['worker'][] = []

vi.mock('../../../entrypoints/reader/pdf/load.ts', () => ({
  loadPdfjs: async () => ({
    pdfjs: {
      VerbosityLevel: { ERRORS: 0 },
      getDocument: ({ worker }: Opened) => ({ promise: Promise.resolve({ worker }), destroy: async () => undefined }),
    },
  }),
  startPdfWorker() {
    const worker = { destroy: vi.fn() }
    started.push(worker)
    return { worker, failed: new Promise(() => undefined) }
  },
}))
vi.stubGlobal('location', { href: 'chrome-extension://kamerlens/reader.html' })

const { openPdf, prepareToOpen } = await import('../../../entrypoints/reader/pdf/open.ts')
const { signal } = new AbortController()
const workerOf = async () => {
  const { document } = await openPdf(new Uint8Array(), signal)
  return (document as unknown as Opened).worker
}

beforeEach(() => {
  started.length = 0
})

it('a worker that was prepared is the one of the next document, and of no other', async () => {
  prepareToOpen()
  prepareToOpen()
  await vi.waitFor(() => expect(started).toHaveLength(1))
  expect(await workerOf()).toBe(started[0])
  expect(await workerOf()).toBe(started[1])
})

it('what was prepared for a document that nobody waits for any more is ended', async () => {
  prepareToOpen()
  await expect(openPdf(new Uint8Array(), AbortSignal.abort())).rejects.toThrow()
  expect(started[0]?.destroy).toHaveBeenCalledOnce()
  expect(await workerOf()).toBe(started[1])
})
