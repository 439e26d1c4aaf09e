import { afterEach, expect, it, vi } from 'vitest'
import type { Print } from '#tests/fixtures/documents/print.ts'
import { docxPrints } from '#tests/fixtures/documents/prints/docx.ts'
import { htmlPrints } from '#tests/fixtures/documents/prints/html.ts'
import { textPrints } from '#tests/fixtures/documents/prints/text.ts'
import { xmlPrints } from '#tests/fixtures/documents/prints/xml.ts'
import { readPapers } from '#tests/fixtures/documents/read-paper.ts'

const pdf = new TextEncoder().encode('%PDF-1.7\n')
const html = new TextEncoder().encode('<!doctype html><html><head>')
const text = new TextEncoder().encode('Vraag 1\nWat kost de kade?\n')
const half = '#utils/documents/pdf/worker-half.ts'
const readers = {
  pdf: '#utils/documents/pdf/lines.ts',
  html: '#utils/documents/html/lines.ts',
  text: '#utils/documents/text.ts',
} as const
const pdfjs = '#utils/documents/pdf/pdfjs.ts'

afterEach(() => {
  for (const module of [half, pdfjs, ...Object.values(readers)]) vi.doUnmock(module)
  vi.resetModules()
})

/** From now on these readers cannot be loaded. */
function without(...formats: readonly (keyof typeof readers)[]): void {
  vi.resetModules()
  for (const module of Object.values(readers)) vi.doUnmock(module)
  for (const format of formats) {
    vi.doMock(readers[format], () => {
      throw new Error('not there')
    })
  }
}

it('a reader that cannot be loaded is no error while the document is still to come', async () => {
  without('pdf', 'html', 'text')
  const { prepareToRead } = await import('#utils/documents/read.ts')
  for (const first of [pdf, html, text]) await expect(prepareToRead(first)).resolves.toBeUndefined()
})

it('pdf.js is loaded for what begins as a PDF alone', async () => {
  const loadPdfjs = vi.fn(async () => undefined)
  vi.doMock(pdfjs, () => ({ loadPdfjs }))
  const { prepareToRead } = await import('#utils/documents/read.ts')
  for (const first of ['', '%P', 'PK\u0003\u0004', '<html>']) await prepareToRead(new TextEncoder().encode(first))
  expect(loadPdfjs).not.toHaveBeenCalled()
  await prepareToRead(pdf)
  expect(loadPdfjs).toHaveBeenCalledOnce()
})

async function read({ print }: Print): Promise<number> {
  const [paper] = readPapers()
  if (!paper) throw new Error('no paper')
  const made = await print(paper)
  const { readDocument } = await import('#utils/documents/read.ts')
  return (await readDocument(typeof made === 'string' ? new TextEncoder().encode(made) : made)).questions.length
}

it.each([
  ['official XML', xmlPrints],
  ['Word', docxPrints],
] as const)('%s is read without the readers of PDF, HTML and text', async (_, [print]) => {
  without('pdf', 'html', 'text')
  expect(await read(print as Print)).toBeGreaterThan(0)
})

it('text is read without the readers of PDF and HTML, and not without its own', async () => {
  const [print] = textPrints
  without('pdf', 'html')
  expect(await read(print as Print)).toBeGreaterThan(0)
  without('text')
  await expect(read(print as Print)).rejects.toThrow()
})

it('HTML is read without the reader of PDF, and not without its own', async () => {
  const [print] = htmlPrints
  without('pdf')
  expect(await read(print as Print)).toBeGreaterThan(0)
  without('html')
  await expect(read(print as Print)).rejects.toThrow()
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
