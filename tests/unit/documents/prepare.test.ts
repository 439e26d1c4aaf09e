import { afterEach, expect, it, vi } from 'vitest'

const pdf = new TextEncoder().encode('%PDF-1.7\n')
const half = 'pdfjs-dist/build/pdf.worker.mjs'

afterEach(() => {
  vi.doUnmock(half)
  vi.doUnmock('#utils/documents/pdf/pdfjs.ts')
  vi.resetModules()
})

it('a reader that cannot be loaded is no error while the document is still to come', async () => {
  vi.doMock('#utils/documents/pdf/pdfjs.ts', () => {
    throw new Error('not there')
  })
  const { prepareToRead } = await import('#utils/documents/read.ts')
  await expect(prepareToRead(pdf)).resolves.toBeUndefined()
})

it('nothing is loaded for what is no PDF', async () => {
  const loadPdfjs = vi.fn(async () => undefined)
  vi.doMock('#utils/documents/pdf/pdfjs.ts', () => ({ loadPdfjs }))
  const { prepareToRead } = await import('#utils/documents/read.ts')
  for (const first of ['', '%P', 'PK\u0003\u0004', '<html>']) await prepareToRead(new TextEncoder().encode(first))
  expect(loadPdfjs).not.toHaveBeenCalled()
  await prepareToRead(pdf)
  expect(loadPdfjs).toHaveBeenCalledOnce()
})

it('what could not be loaded once is tried again when the document is read', async () => {
  vi.doMock(half, () => {
    throw new Error('not there')
  })
  const { loadPdfjs } = await import('#utils/documents/pdf/pdfjs.ts')
  await expect(loadPdfjs()).rejects.toThrow()
  vi.doUnmock(half)
  await expect(loadPdfjs()).resolves.toHaveProperty('getDocument')
})
