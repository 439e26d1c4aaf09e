import { describe, expect, it } from 'vitest'
import { readDocument } from '#utils/documents/read.ts'
import { htmlPrints } from './prints.ts'
import { paragraph, wordFile } from './word-file.ts'
import { printText, written } from './written.ts'

const text = printText(written)
const numbers = written.map(({ number }) => number)

describe('the format is told by content', () => {
  const windows1252 = (content: string) =>
    Uint8Array.from(content, (sign) => (sign === '’' ? 0x92 : sign.charCodeAt(0)))
  const utf16 = (content: string, swap: boolean) => {
    const units = Uint16Array.from(`\uFEFF${content}`, (sign) => sign.charCodeAt(0))
    const bytes = new Uint8Array(units.buffer)
    if (swap) for (let index = 0; index < bytes.length; index += 2) bytes.subarray(index, index + 2).reverse()
    return bytes
  }

  it.each<[string, Uint8Array]>([
    ['UTF-8', new TextEncoder().encode(text)],
    ['UTF-8 with a mark', new TextEncoder().encode(`\uFEFF${text}`)],
    ['UTF-16, little end first', utf16(text, false)],
    ['UTF-16, big end first', utf16(text, true)],
    ['Windows-1252', windows1252(text)],
  ])('text in %s', async (_, bytes) => {
    const { format, questions } = await readDocument(bytes)
    expect(format).toBe('text')
    expect(questions.map(({ number }) => number)).toEqual(numbers)
    expect(questions[0]?.question).toBe(written[0]?.question)
  })

  it.each<[string, Uint8Array]>([
    ['UTF-16 without a mark, little end first', utf16(text, false).slice(2)],
    ['UTF-16 without a mark, big end first', utf16(text, true).slice(2)],
    ['UTF-8 that is cut off within a letter', new TextEncoder().encode(`${text}\nEinde, café`).slice(0, -1)],
  ])('text in %s', async (_, bytes) => {
    expect((await readDocument(bytes)).questions[0]?.question).toBe(written[0]?.question)
    expect((await readDocument(bytes)).questions[1]?.answer).toBe(written[1]?.paragraphs.join('\n\n'))
  })

  it('Word files and official XML, under any name, with a mark of order twice or read as letters', async () => {
    const xml = '<?xml version="1.0"?><kamervragen><vraag><nr>1</nr><al>Klopt dit?</al></vraag></kamervragen>'
    for (const start of ['', '\uFEFF', '\uFEFF\uFEFF\n', 'ï»¿\n']) {
      expect((await readDocument(new TextEncoder().encode(start + xml))).format).toBe('xml')
    }
    expect((await readDocument(utf16(xml, false))).format).toBe('xml')
    const word = wordFile({ body: `${paragraph('Vraag 1')}${paragraph('Klopt dit?')}` })
    expect((await readDocument(word, { url: 'https://www.rijksoverheid.nl/antwoord.pdf' })).format).toBe('docx')
  })

  it('HTML, with or without a doctype, also behind an XML declaration', async () => {
    const html = htmlPrints['headings in words']?.(written) ?? ''
    for (const start of ['', '<?xml version="1.0" encoding="utf-8"?>', '\n\n']) {
      const { format, questions } = await readDocument(new TextEncoder().encode(start + html))
      expect([format, questions.length]).toEqual(['html', written.length])
    }
    const fragment = '<div class="vraag"><h2>Vraag 1</h2><p>Klopt dit?</p></div>'
    expect((await readDocument(new TextEncoder().encode(fragment))).format).toBe('html')
  })
})

describe('a document that is read', () => {
  const bytes = new TextEncoder().encode(htmlPrints['paragraphs with bare numbers']?.(written))

  it('knows its own codes from its address and from what it says of itself', async () => {
    const url = 'https://www.tweedekamer.nl/kamerstukken/detail?id=2024Z08012&did=2024D20951'
    expect((await readDocument(bytes, { url })).ownIds).toEqual(['2024D20951', 'kst-36560-XII-7'])
    expect((await readDocument(new TextEncoder().encode(text))).ownIds).toEqual([])
  })

  it('tells how many questions were found', async () => {
    const seen: unknown[] = []
    await readDocument(bytes, { onProgress: (progress) => seen.push(progress) })
    expect(seen.at(-1)).toEqual({ done: 1, total: 1, questions: written.length })
  })

  it('counts the pages of a text with form feeds, and says on which page a question starts', async () => {
    const paged = new TextEncoder().encode(printText(written, { pageLength: 19 }))
    const { pages, questions } = await readDocument(paged)
    expect(pages).toBeGreaterThan(2)
    expect(questions[0]?.ownPage).toBe(1)
    expect(questions.map(({ ownPage }) => ownPage)).toEqual([1, 1, 2, 2, 3, 3])
  })
})
