import { afterEach, expect, it, vi } from 'vitest'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.doUnmock('pdfjs-dist/web/pdf_viewer.mjs')
  vi.doUnmock('pdfjs-dist')
  vi.resetModules()
})

it('pdf.js that could not be loaded is tried again by the next who asks, and loaded once', async () => {
  const pdfjs = vi.fn(() => ({ version: '1' }))
  vi.doMock('pdfjs-dist', pdfjs)
  vi.doMock('pdfjs-dist/web/pdf_viewer.mjs', () => {
    throw new Error('not there')
  })
  const { loadPdfjs } = await import('../../../entrypoints/reader/pdf/load.ts')
  await expect(loadPdfjs()).rejects.toThrow()
  vi.doMock('pdfjs-dist/web/pdf_viewer.mjs', () => ({ PDFViewer: class {} }))
  const parts = await loadPdfjs()
  expect(parts.viewer).toHaveProperty('PDFViewer')
  expect(await loadPdfjs()).toBe(parts)
})

it('a document waits for no worker whose script was not loaded', async () => {
  const started: EventTarget[] = []
  const Worker = class extends EventTarget {
    constructor() {
      super()
      started.push(this)
    }
  }
  vi.stubGlobal('Worker', Worker)
  vi.stubGlobal('location', { href: 'chrome-extension://kamerlens/reader.html' })
  const destroy = vi.fn(async () => undefined)
  vi.doMock('pdfjs-dist', () => ({
    VerbosityLevel: { ERRORS: 0 },
    PDFWorker: class {
      destroy = destroy
    },
    getDocument: () => ({ promise: new Promise(() => undefined), destroy }),
  }))
  vi.doMock('pdfjs-dist/web/pdf_viewer.mjs', () => ({}))
  const { openPdf, prepareToOpen } = await import('../../../entrypoints/reader/pdf/open.ts')
  prepareToOpen()
  await vi.waitFor(() => expect(started).toHaveLength(1))
  // As browsers tell of a script that is not there: without a message, maybe before the document is.
  started[0]?.dispatchEvent(new Event('error'))
  await expect(openPdf(new Uint8Array(), new AbortController().signal)).rejects.toThrow('was not loaded')
  expect(destroy).toHaveBeenCalledTimes(2)
})
