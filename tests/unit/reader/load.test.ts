import { afterEach, expect, it, vi } from 'vitest'

afterEach(() => {
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
