import { describe, expect, it } from 'vitest'
import { embeddedFontsPdf } from '#tests/fixtures/pdf/embedded-fonts.ts'
import { records } from '#tests/fixtures/pdf/records.ts'
import { seedLayoutPdf } from '#tests/fixtures/pdf/seed-layout.ts'
import {
  emptyPagePdf,
  imageOnlyPdf,
  letterSpacedPdf,
  nestedFormsPdf,
  passwordProtectedPdf,
  rotatedPdf,
  twoColumnsPdf,
  watermarkedPdf,
} from '#tests/fixtures/pdf/variants.ts'
import { linesOfPdf } from '#utils/documents/pdf/lines.ts'

const textsOf = async (bytes: Uint8Array) => (await linesOfPdf(bytes)).lines.map(({ text }) => text)

describe('a PDF as lines', () => {
  it('tells title and pages, and each page as it is done', async () => {
    const done: number[] = []
    const bytes = await seedLayoutPdf(records)
    const copy = bytes.slice()
    const { title, pages } = await linesOfPdf(bytes, { onPage: (page) => done.push(page) })
    expect(title).toBe('Beantwoording vragen jaarverslag 2022')
    expect(pages).toBeGreaterThanOrEqual(6)
    expect(done).toEqual(Array.from({ length: pages }, (_, index) => index + 1))
    expect(bytes, 'the bytes stay with their owner').toEqual(copy)
  })

  it('knows bold type by the font’s real name', async () => {
    const { lines } = await linesOfPdf(await seedLayoutPdf(records.slice(0, 2)))
    const line = lines.find(({ text }) => text.startsWith('Betreft'))
    expect(line?.styles).toEqual([{ start: 0, end: line?.text.length, bold: true }])
  })

  it('knows bold and italic type by the real name of a font that the file holds', async () => {
    const bytes = await embeddedFontsPdf([
      { text: 'Vraag 1', font: 'Verdana-Bold' },
      { text: 'Klopt dat?', font: 'Verdana-Italic' },
      { text: 'Ja.', font: 'Verdana' },
    ])
    const { lines } = await linesOfPdf(bytes)
    expect(lines.map(({ text, styles }) => [text, styles])).toEqual([
      ['Vraag 1', [{ start: 0, end: 7, bold: true }]],
      ['Klopt dat?', [{ start: 0, end: 10, italic: true }]],
      ['Ja.', undefined],
    ])
  })

  it.each(['entry', 'sideways'] as const)('reads a page that is turned (%s) upright', async (how) => {
    const { lines } = await linesOfPdf(await rotatedPdf(how))
    expect(lines.map(({ text }) => text)).toEqual(['Vraag 1', 'Waarom staat deze tabel dwars op de bladzijde?'])
    expect(lines[0]?.y).toBeLessThan(lines[1]?.y ?? 0)
  })

  it('reads two columns one after the other', async () => {
    const left = Array.from({ length: 12 }, (_, index) => `Linkerkolom, regel ${index + 1} van de lopende tekst`)
    const right = Array.from({ length: 10 }, (_, index) => `Rechterkolom, regel ${index + 1} van lopende tekst`)
    const title = 'Een titel die over beide kolommen van de bladzijde loopt'
    expect(await textsOf(await twoColumnsPdf(left, right, title))).toEqual([title, ...left, ...right])
  })

  it('joins the letters of a spaced heading', async () => {
    expect(await textsOf(await letterSpacedPdf('ANTWOORD'))).toEqual(['ANTWOORD'])
  })

  it('keeps a watermark out of the text', async () => {
    const text = ['Vraag 1', 'Wat is de stand van zaken?']
    const { lines } = await linesOfPdf(await watermarkedPdf(text))
    expect(lines.filter(({ role }) => role !== 'margin').map((line) => line.text)).toEqual(text)
  })

  it('has no lines for an empty page', async () => {
    expect(await textsOf(await emptyPagePdf())).toEqual([])
  })
})

describe('files that cannot be read', () => {
  it('is protected by a password', async () => {
    await expect(linesOfPdf(passwordProtectedPdf())).rejects.toMatchObject({ code: 'password-protected' })
  })

  it('is made of images alone', async () => {
    await expect(linesOfPdf(await imageOnlyPdf())).rejects.toMatchObject({ code: 'image-only' })
  })

  it('is cut off, or no PDF behind its first line', async () => {
    const whole = await seedLayoutPdf(records.slice(0, 3))
    const bogus = new TextEncoder().encode(`%PDF-1.7\n${'onzin '.repeat(500)}`)
    await expect(linesOfPdf(whole.slice(0, 900))).rejects.toMatchObject({ code: 'broken-pdf' })
    await expect(linesOfPdf(bogus)).rejects.toMatchObject({ code: 'broken-pdf' })
  })

  it('has more pages or text than any document, or takes too long', async () => {
    const bytes = await seedLayoutPdf(records)
    await expect(linesOfPdf(bytes, { limits: { pages: 3 } })).rejects.toMatchObject({ code: 'too-large' })
    await expect(linesOfPdf(bytes, { limits: { itemsPerPage: 10 } })).rejects.toMatchObject({ code: 'too-large' })
    await expect(linesOfPdf(bytes, { limits: { milliseconds: -1 } })).rejects.toMatchObject({ code: 'broken-pdf' })
  })

  it('has a page on which forms hold forms that hold forms', async () => {
    const bytes = nestedFormsPdf(10, 10)
    const limits = { millisecondsPerPage: 100 }
    const start = performance.now()
    await expect(linesOfPdf(bytes, { limits })).rejects.toMatchObject({ code: 'too-complex' })
    expect(performance.now() - start).toBeLessThan(5_000)
    // What was ended leaves nothing behind.
    expect(await textsOf(await letterSpacedPdf('ANTWOORD'))).toEqual(['ANTWOORD'])
    await expect(linesOfPdf(nestedFormsPdf(2, 2))).rejects.toMatchObject({ code: 'image-only' })
  })

  it('is no longer wanted', async () => {
    const controller = new AbortController()
    const reading = linesOfPdf(await seedLayoutPdf(records), {
      signal: controller.signal,
      onPage: () => controller.abort(),
    })
    await expect(reading).rejects.toMatchObject({ code: 'cancelled' })
  })
})
