import { strToU8, zipSync } from 'fflate'
import { describe, expect, it, vi } from 'vitest'
import { unzip } from '#utils/documents/docx/unzip.ts'
import { parsePage } from '#utils/documents/html/parse.ts'
import { readDocument, readText } from '#utils/documents/read.ts'
import { type ReadingError, ReadingFailure } from '#utils/documents/types.ts'
import { cpuTime } from '../../cpu-time.ts'
import { cell, list, numbered, paragraph, run, table, wordEntries, wordFile } from './word-file.ts'

const bytes = (text: string) => strToU8(text)

async function failureOf(file: Uint8Array): Promise<ReadingError | null> {
  try {
    await readDocument(file)
    return null
  } catch (error) {
    if (error instanceof ReadingFailure) return error.code
    throw error
  }
}

const questions = `${paragraph('Vraag 1')}${paragraph('Waarom?')}${paragraph('Antwoord 1')}${paragraph('Daarom.')}`
const good = wordFile({ body: questions })

/** An old container of Office that names one part, as its table of contents does. */
function compoundFile(part: string): Uint8Array {
  const name = [...part].flatMap((letter) => [letter.charCodeAt(0), 0])
  return new Uint8Array([
    0xd0,
    0xcf,
    0x11,
    0xe0,
    0xa1,
    0xb1,
    0x1a,
    0xe1,
    ...new Array(1016).fill(0),
    ...name,
    ...new Array(200).fill(0),
  ])
}

/** Overwrites the sizes that a zip states of its entries, in all their headers. */
function lying(zip: Uint8Array, size: number): Uint8Array {
  const copy = zip.slice()
  const view = new DataView(copy.buffer)
  for (let at = 0; at < copy.length - 30; at += 1) {
    const mark = view.getUint32(at, true)
    if (mark === 0x04034b50) view.setUint32(at + 22, size, true)
    if (mark === 0x02014b50) view.setUint32(at + 24, size, true)
  }
  return copy
}

describe('Word files that cannot be read say why', () => {
  it.each<[string, () => Uint8Array, ReadingError]>([
    ['cut off', () => good.slice(0, good.length - 40), 'broken-docx'],
    ['cut off early', () => good.slice(0, 200), 'broken-docx'],
    [
      'without a text',
      () => zipSync({ '[Content_Types].xml': bytes('<Types/>'), 'word/other.xml': bytes('<a/>') }),
      'broken-docx',
    ],
    [
      'with a text that is no XML',
      () => zipSync({ ...wordEntries({ body: '' }), 'word/document.xml': bytes('<w:document><w:body>') }),
      'broken-docx',
    ],
    ['protected by a password', () => compoundFile('EncryptedPackage'), 'password-protected'],
    ['of before 2007', () => compoundFile('WordDocument'), 'old-word'],
    ['another old file of Office', () => compoundFile('Workbook'), 'unknown-format'],
    ['without anything in it', () => wordFile({ body: paragraph('') }), 'empty-file'],
    [
      'of pictures',
      () => wordFile({ body: paragraph('<w:r><w:drawing><pic:pic xmlns:pic="p"/></w:drawing></w:r>') }),
      'image-only',
    ],
    ['without questions', () => wordFile({ body: paragraph('Geachte voorzitter,') }), 'no-questions'],
  ])('%s', async (_, file, code) => {
    expect(await failureOf(file())).toBe(code)
  })

  it('one damaged byte in its packed text', async () => {
    const damaged = wordFile({ body: questions.repeat(50) })
    const at = damaged.length >> 1
    for (let index = at; index < at + 40; index += 1) damaged[index] = 0xff
    expect(await failureOf(damaged)).toMatch(/^broken-docx$/)
  })

  it('sizes that a zip states are not believed', async () => {
    expect((await readDocument(lying(good, 0))).questions).toHaveLength(1)
    expect((await readDocument(lying(good, 0x7fffffff))).questions).toHaveLength(1)
  })
})

describe('files that were made to burst', () => {
  const blanks = (megabytes: number) => new Uint8Array(megabytes * 1024 * 1024).fill(32)

  it('a part that grows a thousandfold is refused long before its end', async () => {
    const name = 'word/styles.xml'
    const file = zipSync({ ...wordEntries({ body: questions }), [name]: blanks(20) })
    // Who goes on to here finds a broken file.
    const end = new TextDecoder('latin1').decode(file).indexOf(name) + 16 * 1024
    expect(file.fill(0xff, end, end + 100).length).toBeGreaterThan(end + 1024)
    expect(await failureOf(lying(file, 10))).toBe('too-large')
  })

  it('many parts that are each allowed are not allowed together; other parts are never unpacked', () => {
    const file = zipSync({ 'a.xml': bytes('x'.repeat(900)), 'b.xml': bytes('y'.repeat(900)), 'c.bin': blanks(10) })
    const limits = { entries: 10, one: 1_000, all: 1_500, ratio: 1_000 }
    expect(() => unzip(file, (name) => name.endsWith('.xml'), limits)).toThrow('too-large')
    expect([...unzip(file, (name) => name === 'a.xml', limits).keys()]).toEqual(['a.xml'])
  })

  it('a zip of more entries than any Word file has', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 5_100 }, (_, index) => [`word/${index}.txt`, new Uint8Array()]),
    )
    expect(await failureOf(zipSync({ ...wordEntries({ body: questions }), ...many }, { level: 0 }))).toBe('too-large')
  })

  it('XML that nests without end, in a Word file and alone', async () => {
    const nested = (name: string) => `${`<${name}>`.repeat(100_000)}${`</${name}>`.repeat(100_000)}`
    expect(await failureOf(wordFile({ body: nested('w:sdt') }))).toBe('too-complex')
    expect(await failureOf(bytes(`<kamervragen>${nested('al')}</kamervragen>`))).toBe('too-complex')
    expect(await failureOf(bytes(`<kamervragen>${'<al>'.repeat(100_000)}`))).toBe('too-complex')
  }, 30_000)

  it('tables in tables as deep as a file may nest are read', async () => {
    let content = paragraph('Diep')
    for (let depth = 0; depth < 90; depth += 1) content = `${table([cell(content)])}${paragraph('')}`
    expect((await readText(wordFile({ body: content }))).lines.map(({ text }) => text)).toEqual(['Diep'])
  })

  it('tables in tables of official XML are read once, and notes in notes too', async () => {
    let content = '<al>Diep</al>'
    for (let depth = 0; depth < 70; depth += 1)
      content = `<table><tgroup><tbody><row><entry>${content}</entry></row></tbody></tgroup></table>`
    const read = await readText(bytes(`<kamervragen><vraag><nr>1</nr>${content}</vraag></kamervragen>`))
    expect(read.lines.map(({ text }) => text)).toEqual(['1', 'Diep'])
    const notes = `${'<noot>'.repeat(300)}Noot${'</noot>'.repeat(300)}`
    const noted = await readText(bytes(`<kamervragen><vraag><nr>1</nr><al>Diep${notes}</al></vraag></kamervragen>`))
    expect(noted.lines.map(({ text }) => text)).toEqual(['1', 'Diep1', '1 Noot'])
  })

  it('more elements than a document has', async () => {
    expect(await failureOf(bytes(`<kamervragen>${'<al/>'.repeat(700_001)}</kamervragen>`))).toBe('too-complex')
  }, 30_000)

  it('a page whose open formats come back in each paragraph', () => {
    const fonts = Array.from({ length: 200 }, (_, size) => `<font size="${size}">`).join('')
    expect(() => parsePage(`<p>${fonts}</p>${'<p>x</p>'.repeat(200)}`, 10_000)).toThrow('too-complex')
  })

  it('rows of more cells than a call has arguments, and cells that span all columns', async () => {
    const wide = `<table><tr>${'<td colspan="1000">x'.repeat(150_000)}${'<tr><td rowspan="1000">y'.repeat(500)}</table>`
    const begun = cpuTime()
    expect((await readText(bytes(wide))).lines.length).toBeGreaterThan(500)
    // Counted cell by cell it took two minutes.
    expect(cpuTime() - begun).toBeLessThan(20_000)
  }, 60_000)

  it('a Word file of one row with very many lines', async () => {
    const body = table([cell('<w:p><w:r><w:t>x</w:t></w:r></w:p>'.repeat(130_000))])
    expect((await readText(wordFile({ body }))).lines).toHaveLength(130_000)
  }, 30_000)

  it.each<[string, () => Uint8Array]>([
    [
      'fields in fields',
      () => {
        const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
        const open = `${mark('begin')}${mark('separate')}<w:r><w:t>x</w:t></w:r>`
        return wordFile({ body: paragraph(`${open.repeat(30_000)}${mark('end').repeat(30_000)}`) })
      },
    ],
    [
      'long numbers before many paragraphs',
      () =>
        wordFile({
          numbering: `${list(1, [['decimal', `%1${'x'.repeat(100_000)}`]])}<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>`,
          body: paragraph('', numbered(1)).repeat(10_000),
        }),
    ],
    [
      'blanks before no document type',
      () => bytes(`<?xml version="1.0"?>${' '.repeat(90_000)}<kamervragen>${'<al>x</al>'}</kamervragen>`),
    ],
    [
      'a heading that goes on',
      () => bytes(`<kamervragen><vraag><al>Vraag ${'1, '.repeat(300_000)}x</al></vraag></kamervragen>`),
    ],
  ])(
    '%s take no longer than others',
    async (_, file) => {
      const begun = cpuTime()
      expect((await readText(file())).lines.length).toBeGreaterThan(0)
      // Word by word against all others these took minutes, or the memory.
      expect(cpuTime() - begun).toBeLessThan(8_000)
    },
    30_000,
  )
})

describe('XML that asks for more than it holds', () => {
  const asked = async (doctype: string, text: string) =>
    (await readText(bytes(`<?xml version="1.0"?>\n${doctype}<kamervragen><al>${text}</al></kamervragen>`))).lines.map(
      (line) => line.text,
    )

  it('entities that name files or addresses are never looked up', async () => {
    const doctype =
      '<!DOCTYPE kamervragen [<!ENTITY geheim SYSTEM "file:///etc/passwd"><!ENTITY % weg SYSTEM "https://example.org/x.dtd"> %weg;]>'
    expect(await asked(doctype, 'Hier: &geheim;')).toEqual(['Hier: &geheim;'])
  })

  it('entities that name each other do not unfold', async () => {
    const levels = Array.from({ length: 30 }, (_, level) => `<!ENTITY l${level + 1} "${`&l${level};`.repeat(10)}">`)
    expect(await asked(`<!DOCTYPE lolz [<!ENTITY l0 "lol">${levels.join('\n')}]>`, '&l30;')).toEqual(['&l30;'])
  })

  it('a document type that names its file is passed over', async () => {
    expect(await asked('<!DOCTYPE kamervragen PUBLIC "-//Sdu//DTD//NL" "op>oud.dtd">', 'Tekst')).toEqual(['Tekst'])
  })

  it.each([
    ['names of what every object has', '&constructor; &__proto__; &toString;'],
    ['a look-alike of an attribute', '&lt;vraag __proto__="x"&gt;'],
  ])('%s', async (_, text) => {
    expect(await asked('', text)).toHaveLength(1)
  })

  it.each([
    ['a tag', '<kamervragen><al'],
    ['a comment', `<kamervragen>${'<!-- '.repeat(50_000)}`],
    ['a CDATA section', '<kamervragen><![CDATA[ '],
    ['quotes', `<kamervragen a="${'<al>'.repeat(50_000)}`],
    ['a document type', `<?xml version="1.0"?><!DOCTYPE a [${'] '.repeat(50_000)}`],
    ['an element', '<kamervragen><al>Vraag 1</al>'],
  ])('that breaks off within %s', async (_, xml) => {
    expect(await failureOf(bytes(xml))).toBe('broken-xml')
  })
})

describe('PDFs that lie about themselves', () => {
  /** A PDF of some objects, the first of them its root. */
  function pdf(...objects: readonly string[]): Uint8Array {
    let text = '%PDF-1.7\n'
    const places = objects.map((object, index) => {
      const place = text.length
      text += `${index + 1} 0 obj\n${object}\nendobj\n`
      return `${String(place).padStart(10, '0')} 00000 n \n`
    })
    const size = objects.length + 1
    return bytes(
      `${text}xref\n0 ${size}\n0000000000 65535 f \n${places.join('')}trailer\n<</Size ${size}/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF`,
    )
  }
  const catalog = '<</Type/Catalog/Pages 2 0 R>>'
  const page = (more = '') => `<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]${more}>>`

  it('more pages than there are: those that are there are read', async () => {
    const file = pdf(catalog, '<</Type/Pages/Count 2147483647/Kids[3 0 R]>>', page())
    expect((await readText(file)).pages).toBe(1)
  })

  it.each([
    ['pages within themselves', pdf(catalog, '<</Type/Pages/Count 5/Kids[2 0 R 2 0 R]>>')],
    [
      'lists in lists without end',
      pdf(catalog, '<</Type/Pages/Count 1/Kids[3 0 R]>>', page(`/X ${'['.repeat(100_000)}${']'.repeat(100_000)}`)),
    ],
  ])('%s', async (_, file) => {
    expect(await failureOf(file)).toBe('broken-pdf')
  })

  it('scripts that are to run when it opens do not', async () => {
    const script = '/S/JavaScript/JS(globalThis.kamerlensWasHere = true)'
    const file = pdf(
      `<</Type/Catalog/Pages 2 0 R/OpenAction<<${script}>>>>`,
      '<</Type/Pages/Count 1/Kids[3 0 R]>>',
      page(`/AA<</O<<${script}>>>>`),
    )
    expect((await readText(file)).lines).toEqual([])
    expect('kamerlensWasHere' in globalThis).toBe(false)
  })
})

describe('what a file does is never done', () => {
  it('scripts of a page are no text and do not run', async () => {
    const page =
      '<main><script>globalThis.kamerlensWasHere = true</script><p onclick="x()">Tekst</p><img src=x onerror="globalThis.kamerlensWasHere = true"><noscript>geen</noscript></main>'
    expect((await readText(bytes(page))).lines.map(({ text }) => text)).toEqual(['Tekst'])
    expect('kamerlensWasHere' in globalThis).toBe(false)
  })

  it('links and fields of a Word file are not followed, nor is what they ask for its text', async () => {
    const fetch = vi.spyOn(globalThis, 'fetch')
    const asked = `<w:r><w:instrText>INCLUDETEXT "https://example.org/x"</w:instrText></w:r>`
    const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
    // The second is a field that was never begun, as broken files have it.
    for (const field of [`${mark('begin')}${asked}${mark('end')}`, asked]) {
      const { lines } = await readText(wordFile({ body: paragraph(`${field}${run('Tekst')}`) }))
      expect(lines.map(({ text }) => text)).toEqual(['Tekst'])
    }
    expect(fetch).not.toHaveBeenCalled()
    fetch.mockRestore()
  })
})
