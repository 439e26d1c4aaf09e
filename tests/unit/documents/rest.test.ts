import { describe, expect, it } from 'vitest'
import { linesOfHtml } from '#utils/documents/html/lines.ts'
import { parseDocument } from '#utils/documents/parse/questions.ts'
import { linesOfText } from '#utils/documents/text.ts'
import type { Line } from '#utils/documents/types.ts'
import { htmlPrints, textPrints } from './prints.ts'
import { printText, written } from './written.ts'

/** The letters of a text, without what joining lines drops. */
const letters = (text: string) => text.replace(/[^\p{L}]/gu, '')

/** Every word of the lines is in a record or in the rest: letter by letter, headings' own words aside. */
function unaccounted(lines: readonly Line[]): string[] {
  const { questions, rest } = parseDocument(lines)
  const places = [
    ...questions.flatMap(({ question, answer, footnotes, code }) => [
      question,
      answer,
      code ?? '',
      ...footnotes.map(({ text }) => text),
    ]),
    ...rest.map(({ text }) => text),
  ]
  const all = letters(places.join(' '))
  return lines
    .flatMap(({ text }) => text.split(/\s+/))
    .map(letters)
    .filter((word) => word.length > 1 && !/^(?:Vraag|Antwoord|op|vraag)$/.test(word) && !all.includes(word))
}

describe('what landed in no record', () => {
  it.each(Object.entries(textPrints))('all of a text is in a record or in the rest: %s', (_, print) => {
    expect(unaccounted(linesOfText(`De inleiding.\n\n${print(written)}\n\nHoogachtend,\n\nDe minister`))).toEqual([])
  })

  it.each(Object.entries(htmlPrints))('all of a page is in a record or in the rest: %s', (_, print) => {
    expect(unaccounted(linesOfHtml(print(written)).lines)).toEqual([])
  })

  it.each([
    ['usual', {}],
    ['box in answers', { box: 'answer' }],
    ['pages without form feeds', { pageLength: 23, formFeed: false }],
    ['after an introduction', { introduction: true }],
  ] as const)('all of a table’s print is in a record or in the rest: %s', (_, setting) => {
    expect(unaccounted(linesOfText(printText(written, setting)))).toEqual([])
  })

  it('is told by kind, in the order of the document', () => {
    const { rest, questions } = parseDocument(
      linesOfText(
        `Geachte voorzitter,\n\nHierbij de antwoorden.\n\nVraag 1\nKlopt het?\nAntwoord 1\nJa.\nOnze referentie\n38922138\n Pagina 1 van 2\n\fVraag 2\nWaarom?\nAntwoord 2\nDaarom.\n Pagina 2 van 2\nHoogachtend,\n\nDe minister`,
      ),
    )
    expect(questions.map(({ answer }) => answer)).toEqual(['Ja.', 'Daarom.'])
    expect(rest).toEqual([
      { kind: 'outside', page: 1, text: 'Geachte voorzitter,\nHierbij de antwoorden.' },
      { kind: 'furniture', page: 1, text: 'Onze referentie\n38922138\nPagina 1 van 2' },
      { kind: 'furniture', page: 2, text: 'Pagina 2 van 2' },
      { kind: 'outside', page: 2, text: 'Hoogachtend,\nDe minister' },
    ])
  })

  it('is the whole document where nothing is asked', () => {
    const { questions, rest } = parseDocument(linesOfText('De sluis is open.\nDat is alles.'))
    expect(questions).toEqual([])
    expect(rest).toEqual([{ kind: 'outside', page: 1, text: 'De sluis is open.\nDat is alles.' }])
  })

  it('shows what stands between the questions and belongs to none', () => {
    const row = (number: number, question: string, status: string) =>
      `<tr><td>${number}</td><td>${question}</td><td>${status}</td></tr>`
    const { rest, questions } = parseDocument(
      linesOfHtml(
        `<table>${row(1, 'Klopt het dat de sluis dicht was?', 'aangehouden')}${row(2, 'Waarom was dat?', 'ingetrokken')}</table>`,
      ).lines,
    )
    expect(questions.map(({ question, answer }) => [question, answer])).toEqual([
      ['Klopt het dat de sluis dicht was?', ''],
      ['Waarom was dat?', ''],
    ])
    expect(rest).toEqual([{ kind: 'between', page: 1, text: 'aangehouden\ningetrokken' }])
  })

  it('holds no heading that a record tells', () => {
    const { rest } = parseDocument(
      linesOfText(
        'Vraag 1\nKlopt het?\nAntwoord 1\nJa.\nVragen van de leden van de SP-fractie\nVraag 2\nWaarom?\nAntwoord 2\nDaarom.',
      ),
    )
    expect(rest).toEqual([])
  })
})
