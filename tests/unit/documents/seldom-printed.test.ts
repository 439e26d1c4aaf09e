import { describe, expect, it } from 'vitest'
import { linesOfHtml } from '#utils/documents/html/lines.ts'
import { rangeOf } from '#utils/documents/parse/page-asked.ts'
import { parseDocument, parseQuestions } from '#utils/documents/parse/questions.ts'
import { linesOfText } from '#utils/documents/text.ts'
import type { Question } from '#utils/documents/types.ts'

/** What few papers print, and the whole reading of these hangs on. */

const read = (text: string) => parseQuestions(linesOfText(text))
const pairsOf = (questions: readonly Question[]) =>
  questions.map(({ number, question, answer }) => [number, question, answer])
const pairs = (text: string) => pairsOf(read(text))
const html = (body: string) => pairsOf(parseQuestions(linesOfHtml(`<div class="stuk">${body}</div>`).lines))
const row = (cells: readonly string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`
const table = (rows: readonly (readonly string[])[]) => `<table>${rows.map(row).join('')}</table>`

const three = [
  ['1', 'Wie beheert de kade in Tiel?', 'De gemeente beheert de kade sinds 2019.'],
  ['2', 'Wanneer is de brug nagezien?', 'De brug is in mei nagezien door het bureau.'],
  ['3', 'Wat bleek daaruit?', 'Daaruit bleek niets.'],
] as const

describe('the head of a table', () => {
  it.each([
    ['in one row', 'Nr Vraag Documen t Blz.'],
    ['over two rows', 'Nr Vraag Documen Blz.\nt'],
  ])('may have a name that its narrow column broke, %s', (_, head) => {
    const page = (first: number) =>
      [first, first + 1].map((number) => `${number} Wie beheert kade ${number}? 1${number}\nDat doet bureau ${number}.`)
    const text = [1, 3, 5].map((first) => [head, ...page(first)].join('\n')).join('\n\f')
    expect(read(text).map(({ number, answer, page }) => [number, answer, page])).toEqual(
      [1, 2, 3, 4, 5, 6].map((number) => [`${number}`, `Dat doet bureau ${number}.`, `1${number}`]),
    )
  })

  it('may name a column behind the answers of which only its cells tell that they are none', () => {
    const rows = three.map((cells, index) => [...cells, ['FEZ', 'WJZ', 'DGMO'][index] ?? ''])
    expect(html(table([['Nr.', 'Vraag', 'Antwoord', 'Afdeling'], ...rows]))).toEqual(three)
  })

  it('«Vraag» may stand in a row of its own above each number', () => {
    const rows = three.flatMap(([number, question, answer]) => [
      ['Vraag', ''],
      [number, question],
      ['Antwoord', answer],
    ])
    expect(html(`<p>Lijst van vragen en antwoorden</p>${table(rows)}`)).toEqual(three)
  })

  it('a last page of 0 is none', () => {
    expect(rangeOf('67', '0')).toBe('67')
    expect(rangeOf('67', '69')).toBe('67-69')
  })
})

describe('below the last answer or an answer’s table', () => {
  it.each(['Hoogachtend,', 'Met vriendelijke groet,'])('«%s» ends a letter', (closing) => {
    const letter = `Vraag 1\nWie beheert de kade?\nAntwoord 1\nDe gemeente beheert de kade.\n\n${closing}\n\nHet bureau heeft dit gelezen.`
    expect(pairs(letter)).toEqual([['1', 'Wie beheert de kade?', 'De gemeente beheert de kade.']])
  })

  it.each([
    ['a source in italics', '', 'Bron: gemeente Tiel'],
    ['words in italics below a table', table([['Tiel', '4'], ['Ede', '5']]), 'Voorlopige cijfers'], // biome-ignore format: one a line
  ])('%s is no title of the next question', (_, shown, words) => {
    const body = ['Tiel', 'Ede', 'Goes'].map(
      (place, index) =>
        `<h2>Vraag ${index + 1}</h2><p>Hoeveel kades zijn er bij ${place}?</p><h2>Antwoord ${index + 1}</h2><p>Zie hier.</p>${shown}<p><em>${words}</em></p>`,
    )
    expect(html(body.join('')).map(([, , answer]) => answer?.endsWith(words))).toEqual([true, true, true])
  })

  it('«Mededeling» tells a postponement, whatever it says', () => {
    const asked =
      'Vragen van het lid De Groot (D66) aan de minister van Verkeer over bruggen\n\nVraag 1\nKent u het bericht?'
    const { facts, questions } = parseDocument(
      linesOfText(`${asked}\n\nMededeling\n\nHet antwoord volgt na overleg met de provincie.`),
    )
    expect(facts.type).toBe('postponement')
    expect(pairsOf(questions)).toEqual([['1', 'Kent u het bericht?', '']])
  })

  it('thanks for the work make no survey of a list of questions', () => {
    const list =
      'Lijst van vragen over de kade\n\n1 Wie beheert de kade?\n\n2 Wanneer is zij nagezien?\n\n3 Wat bleek daaruit?'
    expect(read(`${list}\n\nHartelijk dank voor uw medewerking`)).toHaveLength(3)
  })
})

describe('within the run of questions', () => {
  it.each(['Pagina 1', 'Blad 2', '’s-Gravenhage 2023'])('«%s» is the foot of a page', (foot) => {
    const text = `Vraag 1\nWie beheert de kade?\nAntwoord 1\nDe gemeente doet dat en\n${foot}\nwil dat blijven doen.`
    expect(pairs(text)).toEqual([['1', 'Wie beheert de kade?', 'De gemeente doet dat en wil dat blijven doen.']])
  })

  it('a party that nobody knows yet may stand in brackets below the number', () => {
    const list = three.map(([number, question, answer], index) => {
      return `${number}\n(${['PvdV', 'GB10', 'PvdV'][index]})\n${question}\n${answer}`
    })
    const questions = read(`Lijst van vragen en antwoorden\n\n${list.join('\n\n')}`)
    expect(pairsOf(questions)).toEqual(three)
    expect(questions.map(({ askedBy }) => askedBy?.[0]?.party)).toEqual(['PvdV', 'GB10', 'PvdV'])
  })

  it('printed codes tell a parliament’s list under the title of a programme', () => {
    const list = three.map(([number, question], index) => `${number} ${question} 2024D1234${index}`)
    expect(read(`Werkprogramma 2024\n\n${list.join('\n\n')}`).map(({ code }) => code)).toEqual([
      '2024D12340',
      '2024D12341',
      '2024D12342',
    ])
    expect(
      read(`Werkprogramma 2024\n\n${three.map(([number, question]) => `${number} ${question}`).join('\n\n')}`),
    ).toEqual([])
  })

  it('«A:» heads no answer where «B:» stands too', () => {
    const text =
      '1. Welke kades zijn er?\n\nA: Van hout.\n\nB: Van steen.\n\n2. Welke bruggen?\n\nA: Vaste.\n\nB: Andere.'
    expect(pairs(text)).toEqual([
      ['1', 'Welke kades zijn er?', 'A: Van hout.\n\nB: Van steen.'],
      ['2', 'Welke bruggen?', 'A: Vaste.\n\nB: Andere.'],
    ])
  })

  it('the title of a part in a text without lines heads no answer', () => {
    const text =
      'Nota naar aanleiding van het verslag. Vraag 1 Wie beheert de kade in Tiel en waarom is dat zo? Antwoord De gemeente beheert de kade. Vraag 2 Wanneer is de brug nagezien door het bureau? Antwoord De brug is in mei nagezien. II. Reactie: De minister dankt de leden. Vraag 3 Wat bleek daaruit? Antwoord Daaruit bleek niets.'
    expect(pairs(text)[1]?.[2]).toBe('De brug is in mei nagezien. II. Reactie: De minister dankt de leden.')
  })

  it('an amount with its year in brackets is a whole answer', () => {
    const text =
      'Vraag 1\nHoeveel kost de kade?\nAntwoord 1\n€ 2,3 miljoen voor de kade in Tiel (prijspeil 2025)\nVraag 2\nWaarom?\nAntwoord 2\nDaarom.'
    expect(read(text).map(({ doubts }) => doubts)).toEqual([[], []])
  })

  it('questions that have lost their numbers may end with the mark of a note', () => {
    const text =
      'Vragen van het lid De Groot (D66) aan de minister van Verkeer over bruggen\n\nKent u het bericht?\n\nKlopt het dat de brug dicht is? [2]\n\nWanneer gaat zij open?'
    expect(read(text).map(({ doubts }) => doubts)).toEqual([[], [], []])
  })
})

describe('a page in two columns', () => {
  it('is told by headings of answers too, where those of questions stand in one', () => {
    const left = [
      'Vraag 1',
      'Wie beheert de kade in Tiel?',
      'Antwoord 1',
      'De gemeente.',
      'Vraag 2',
      'Wanneer is de brug nagezien?',
    ]
    const right = ['Antwoord 2', 'De brug is in mei nagezien, en dat', 'is gebleken uit een onderzoek.']
    expect(pairs(left.map((line, index) => `${line.padEnd(55)}${right[index] ?? ''}`.trimEnd()).join('\n'))).toEqual([
      ['1', 'Wie beheert de kade in Tiel?', 'De gemeente.'],
      ['2', 'Wanneer is de brug nagezien?', 'De brug is in mei nagezien, en dat is gebleken uit een onderzoek.'],
    ])
  })
})

describe('a table that an extraction prints column by column', () => {
  const around = (cells: string) =>
    `Vraag 1\nHoeveel?\nAntwoord 1\nZie de tabel.\n\n${cells}\n\nVraag 2\nWaarom?\nAntwoord 2\nDaarom.`

  it('may have the next number between its columns', () => {
    const [first] = read(around('Sluizen\nBruggen\nKades\n7.\n\nAantal\n12\n13\n14'))
    expect(first?.answer).toBe('Zie de tabel.\n\nAantal\nSluizen\t12\nBruggen\t13\nKades\t14\n\n7.')
  })

  it('may begin with its figures, where the head of its names is empty', () => {
    const [first] = read(around('2021\n12\n13\n14\n\nSluizen\nBruggen\nKades\n\n2022\n22\n23\n24'))
    expect(first?.answer).toBe('Zie de tabel.\n\n2021 2022\n\nSluizen\t12\t22\nBruggen\t13\t23\nKades\t14\t24')
  })
})
