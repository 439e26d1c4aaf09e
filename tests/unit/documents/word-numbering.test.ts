import { describe, expect, it } from 'vitest'
import { linesOfWord } from '#utils/documents/docx/lines.ts'
import { formatNumber } from '#utils/documents/docx/number-formats.ts'
import { cell, list, numbered, paragraph, run, table, wordFile } from './word-file.ts'

const num = (id: number, abstract: number, more = '') =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstract}"/>${more}</w:num>`
const startAt = (start: number) => `<w:lvlOverride w:ilvl="0"><w:startOverride w:val="${start}"/></w:lvlOverride>`
const texts = (numbering: string, body: string, styles = '') =>
  linesOfWord(wordFile({ numbering, body, styles })).lines.map(({ text }) => text)

describe('numbers that Word prints by itself', () => {
  const three = list(1, [
    ['decimal', '%1.'],
    ['lowerLetter', '%2)'],
    ['decimal', '%1.%3'],
  ])

  it('stand before the text, level by level, and deeper levels begin anew', () => {
    const body = [0, 1, 1, 0, 1, 2, 2].map((level) => paragraph('Wat?', numbered(5, level))).join('')
    expect(texts(`${three}${num(5, 1)}`, body)).toEqual([
      '1. Wat?',
      'a) Wat?',
      'b) Wat?',
      '2. Wat?',
      'a) Wat?',
      '2.1 Wat?',
      '2.2 Wat?',
    ])
  })

  it('count on over other text and over lists of one kind, but for a list with a start of its own', () => {
    const body = [5, 6, 7, 7, 5].map((id) => `${paragraph('Wat?', numbered(id))}${paragraph('Dat.')}`).join('')
    expect(
      texts(`${three}${num(5, 1)}${num(6, 1)}${num(7, 1, startAt(155))}`, body).filter((text) => text !== 'Dat.'),
    ).toEqual(['1. Wat?', '2. Wat?', '155. Wat?', '156. Wat?', '157. Wat?'])
  })

  it('words before the number are part of it', () => {
    const body = `${paragraph('', numbered(1))}${paragraph('Waarom?')}`
    expect(texts(`${list(1, [['decimal', 'Vraag %1']])}${num(1, 1)}`, body)).toEqual(['Vraag 1', 'Waarom?'])
  })

  it('fill a cell that holds nothing else', () => {
    const row = [cell(paragraph('', numbered(1))), cell('Waarom?')]
    expect(texts(`${three}${num(1, 1)}`, table(row, row))).toEqual(['1.  Waarom?', '2.  Waarom?'])
  })

  it('come with a style, at the level that the list binds to it, until a paragraph says that it has none', () => {
    const numbering = `<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Vraag"/><w:lvlText w:val="%2."/></w:lvl></w:abstractNum>${num(3, 1)}`
    const styles =
      '<w:style w:type="paragraph" w:styleId="Vraag"><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>'
    const style = '<w:pStyle w:val="Vraag"/>'
    const body = `${paragraph('Wat?', style)}${paragraph('Hoe?', style)}${paragraph('Slot', `${style}<w:numPr><w:numId w:val="0"/></w:numPr>`)}`
    expect(texts(numbering, body, styles)).toEqual(['1. Wat?', '2. Hoe?', 'Slot'])
  })

  it('bullets are strokes, as in the other formats, and numbered lines are items', () => {
    const file = wordFile({
      numbering: `${list(1, [['bullet', '\uf0b7']])}${num(1, 1)}`,
      body: paragraph('punt', numbered(1)),
    })
    expect(linesOfWord(file).lines).toMatchObject([{ text: '- punt', role: 'list-item' }])
  })

  it('take the look of the text that they stand before', () => {
    const file = wordFile({
      numbering: `${three}${num(1, 1)}`,
      body: paragraph(`${run('Waarom?', '<w:b/>')}${run(' Daarom.')}`, numbered(1)),
    })
    const [line] = linesOfWord(file).lines
    expect(line?.text).toBe('1. Waarom? Daarom.')
    expect(line?.styles).toMatchObject([{ start: 0, end: 10, bold: true }])
  })

  it.each([
    [4, 'upperRoman', 'IV'],
    [1994, 'lowerRoman', 'mcmxciv'],
    [27, 'lowerLetter', 'aa'],
    [7, 'decimalZero', '07'],
    [3, 'ordinal', '3e'],
    [5, 'none', ''],
    [0, 'lowerLetter', '0'],
  ])('%i as %s is «%s»', (number, format, expected) => {
    expect(formatNumber(number, format)).toBe(expected)
  })
})
