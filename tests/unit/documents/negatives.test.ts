import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readDocument } from '#utils/documents/read.ts'
import { type ReadingError, ReadingFailure } from '#utils/documents/types.ts'

const corpus = process.env.KAMERLENS_CORPUS

async function failureOf(content: string | Uint8Array): Promise<ReadingError | null> {
  try {
    await readDocument(typeof content === 'string' ? new TextEncoder().encode(content) : content)
    return null
  } catch (error) {
    if (error instanceof ReadingFailure) return error.code
    throw error
  }
}

const statute = `Artikel 1
1. In deze wet wordt verstaan onder sluis: een kunstwerk.
2. Onze Minister kan regels stellen over het gebruik.
3. De voordracht wordt niet eerder gedaan dan 4 weken nadat het ontwerp is overgelegd.
Artikel 2
1. Het is verboden een sluis te bedienen zonder vergunning.
2. De vergunning geldt voor 5 jaar.`

const letter = `Geachte voorzitter,

Hierbij informeer ik u over de voortgang van het programma (Kamerstuk 36 560 XII, nr. 4).

1 Aanleiding
In 2021 is het programma gestart met 12 projecten.
2 Stand van zaken
Van de projecten zijn er 9 afgerond. Waarom niet meer? De levertijden zijn lang.
3 Vervolg
Eind 2024 volgt een evaluatie.

Hoogachtend,`

const news = `<html><body><main><h1>Sluis weer open</h1><p>De sluis is sinds maandag 3 juni open.</p>
<p>Hoe lang duurt de wachttijd? Ongeveer een uur.</p><ul><li>1 juni: stremming</li><li>2 juni: herstel</li></ul></main></body></html>`

describe('what holds no questions gives none', () => {
  it.each([
    ['a statute', statute],
    ['a letter in numbered parts', letter],
    ['a news page', news],
    [
      'a page that names a question in passing',
      '<main><h2>Vraag 155: actieplan sluizen</h2><p>Lees meer over 2023D19158.</p></main>',
    ],
    ['a table of figures', '1 100 200\n2 300 400\n3 500 600'],
    ['random words', 'Er is niets te vragen.\n2023D19158\nEn dit is alles.'],
  ])('%s', async (_, text) => {
    expect(await failureOf(text)).toBe('no-questions')
  })

  it.skipIf(corpus === undefined)('real statutes (needs KAMERLENS_CORPUS)', async () => {
    const folder = join(corpus ?? '', 'negatives')
    const files = readdirSync(folder).filter((name) => name.endsWith('.md'))
    expect(files.length).toBeGreaterThan(0)
    for (const file of files) {
      expect([file, await failureOf(new Uint8Array(readFileSync(join(folder, file))))]).toEqual([file, 'no-questions'])
    }
  })
})

describe('what cannot be read says why', () => {
  const ascii = (text: string) => new TextEncoder().encode(text)
  const zip = (name: string) => new Uint8Array([...ascii('PK\u0003\u0004'), ...new Array(26).fill(0), ...ascii(name)])

  it.each<[string, Uint8Array, ReadingError]>([
    ['no bytes at all', new Uint8Array(), 'empty-file'],
    ['blanks', ascii(' \n \n'), 'empty-file'],
    ['a Word file without its end', zip('word/document.xml'), 'broken-docx'],
    ['a zip that ends before it names anything', ascii('PK\u0003\u0004 and no more'), 'broken-docx'],
    ['another zip', zip('xl/workbook.xml'), 'unknown-format'],
    ['official XML without its end', ascii('<?xml version="1.0"?><kamervragen><vraag><nr>1</nr>'), 'broken-xml'],
    ['an image', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]), 'unknown-format'],
    ['rich text', ascii('{\\rtf1\\ansi Vraag 1}'), 'unknown-format'],
    ['a broken PDF', ascii('%PDF-1.7\nnothing of it is there'), 'broken-pdf'],
  ])('%s', async (_, bytes, code) => {
    expect(await failureOf(bytes)).toBe(code)
  })

  it('a file of more than 100 MB is refused before it is looked at', async () => {
    expect(await failureOf(new Uint8Array(100 * 1024 * 1024 + 1))).toBe('too-large')
  })

  it('a reading that was stopped', async () => {
    const stopped = AbortSignal.abort()
    await expect(readDocument(ascii('1 Wat?'), { signal: stopped })).rejects.toMatchObject({ code: 'cancelled' })
  })
})
