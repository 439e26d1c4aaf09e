import type { PageViewport } from 'pdfjs-dist'
import type { TextItem } from 'pdfjs-dist/types/src/display/api.d.ts'
import { describe, expect, it } from 'vitest'
import { pageText } from '#utils/documents/pdf/items.ts'

const viewport = { width: 595, height: 842, transform: [1, 0, 0, -1, 0, 842] } as unknown as PageViewport
const item = (str: string) =>
  ({ str, transform: [9, 0, 0, 9, 79, 700], width: 100, fontName: 'f1' }) as unknown as TextItem
const textsOf = (...texts: string[]) =>
  pageText(1, viewport, texts.map(item), () => ({ bold: false, italic: false })).runs.map(({ text }) => text)

describe('the texts of a page', () => {
  it('stay as they are where blanks part words', () => {
    const plain = ['Wat is het budget?', 'Coördinatie', '€ 12,5 – «ja»', 'a', '']
    expect(textsOf(...plain)).toEqual(plain.slice(0, -1))
  })

  it('lose blanks at their ends, several in a row, and blanks of other widths', () => {
    expect(textsOf(' ', '  ', ' Wat  is', 'het\u00a0budget ', '\u2003in 2023')).toEqual([
      'Wat is',
      'het budget',
      'in 2023',
    ])
  })

  it('have a blank for each stretch of control characters, which would glue words together', () => {
    expect(textsOf('wat\u0003is', 'het\u0000 \u0001budget', '\u0007', 'in\ufffe2023')).toEqual([
      'wat is',
      'het budget',
      'in 2023',
    ])
  })

  it('have bullets and dashes as signs where a font of pictures draws them', () => {
    expect(textsOf('\uf0b7', '\uf0a7 een proef', '12 \uf02d 14', '\uf0ff')).toEqual([
      '•',
      '▪ een proef',
      '12 - 14',
      '\uf0ff',
    ])
  })

  it('are words where letters stand apart', () => {
    expect(textsOf('V R A A G 3', 'A B C 1')).toEqual(['VRAAG 3', 'A B C 1'])
  })

  it('are one heading with the numbers that stand as far behind it as its words do', () => {
    const placed = (str: string, x: number, width: number) =>
      ({ str, transform: [9, 0, 0, 9, x, 700], width, fontName: 'f1' }) as unknown as TextItem
    const texts = (...items: TextItem[]) =>
      pageText(1, viewport, items, () => ({ bold: false, italic: false })).runs.map(({ text }) => text)
    const word = placed('A N T W O O R D', 80, 84)
    expect(texts(word, placed('1', 175, 4), placed('E N', 190, 16), placed('1 2', 217, 16))).toEqual([
      'ANTWOORD 1 EN 12',
    ])
    expect(texts(word, placed('1', 240, 4))).toEqual(['ANTWOORD', '1'])
    expect(texts(word, placed('Ja, dat is zo.', 175, 60))).toEqual(['ANTWOORD', 'Ja, dat is zo.'])
  })
})
