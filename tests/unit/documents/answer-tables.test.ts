import { describe, expect, it } from 'vitest'
import { parseQuestions } from '#utils/documents/parse/questions.ts'
import { linesOfText } from '#utils/documents/text.ts'

const questions = (text: string) => parseQuestions(linesOfText(text))

describe('a table below an answer in text laid out by characters', () => {
  const list = (rows: string) => `Lijst van vragen en antwoorden

1
Hoeveel sluizen zijn er per provincie?
De aantallen zijn als volgt (x 1.000):
${rows}

2
Wie beheert ze?
Het Rijk.
`
  const rows = `                              2024              2025              2026
Gelderland                    12.500            12.600            8.000
Overijssel                    20.100            18.400            9.250`

  it('keeps its columns and its head', () => {
    expect(questions(list(rows))[0]?.answer.replace(/\s+/g, ' ')).toBe(
      'De aantallen zijn als volgt (x 1.000): 2024 2025 2026 Gelderland 12.500 12.600 8.000 Overijssel 20.100 18.400 9.250',
    )
  })

  it('codes and pages beside a question are columns still', () => {
    const text = `Nr   Vraag                                                            Document   Blz.
1    Hoeveel sluizen zijn er? Wie heeft die                            2023D12     21
     sluizen in de afgelopen jaren allemaal beheerd?                   044

Het Rijk beheert alle sluizen die na 1933 zijn gebouwd, en de provincie de oudere.

2    Wie beheert ze in Gelderland en in Overijssel op dit              2023D12     22
     moment?                                                           045

De provincie doet dat, behalve in de havens, waar de gemeenten dat zelf doen.
`
    const [first] = questions(text)
    expect(first).toMatchObject({
      code: '2023D12044',
      page: '21',
      answer: 'Het Rijk beheert alle sluizen die na 1933 zijn gebouwd, en de provincie de oudere.',
    })
  })
})

describe('answers set apart under bare numbers', () => {
  it('a question’s number behind a line that ends with a note’s mark is no mark', () => {
    const text = `Vragen van het lid Bos (SP) aan de minister over sluizen. (Ingezonden 3 mei 1999)

1
Kent u het bericht over de sluis bij
Almen van 3 mei 1999?1
2
Hoe beoordeelt u de stelling dat de
sluis, die in 1933 is gebouwd, niet meer
kan worden hersteld zonder dat het
waterpeil daalt?
3
Wat kost dat?

1 Stentor, 3 mei 1999.
2 Zie het rapport Sluizen, 1998.

Antwoord

Antwoord van minister Kok (Verkeer en Waterstaat). (Ontvangen 14 juni 1999)

1
Ja.
2
Dat klopt niet.
3
Drie miljoen gulden.
`
    const found = questions(text)
    expect(found.map(({ number, answer }) => [number, answer])).toEqual([
      ['1', 'Ja.'],
      ['2', 'Dat klopt niet.'],
      ['3', 'Drie miljoen gulden.'],
    ])
    expect(found[1]?.question).toMatch(/^Hoe beoordeelt u .* daalt\?$/)
  })
})

describe('titles of chapters in italics', () => {
  const line = (text: string, italic = false) => ({
    text,
    page: 1,
    startsBlock: true,
    ...(italic ? { styles: [{ start: 0, end: text.length, bold: false, italic: true, superscript: false }] } : {}),
  })

  it.each([
    [['Figuur 1 Sluizen per provincie', 'Figuur 2 Gemalen per provincie']],
    [['Voorlopige cijfers van de provincie', 'Financiële positie.']],
  ])('captions and a single line are none: %s', (lines) => {
    const found = parseQuestions([
      line('Lijst van vragen en antwoorden'),
      line('1 Hoe is het budget bijgesteld?'),
      line('Zij bedraagt drie miljoen.'),
      line(lines[0] ?? '', true),
      line('2 Welke gemeenten staan onder toezicht?'),
      line('Vlissingen staat onder toezicht.'),
      line(lines[1] ?? '', true),
      line('3 Wie houdt toezicht?'),
      line('De provincie houdt toezicht.'),
    ])
    expect(found[0]?.answer).toContain(lines[0])
    expect(found[1]?.answer).toContain(lines[1])
  })

  it('are no answer, though nothing else is set apart', () => {
    const found = parseQuestions([
      line('Lijst van vragen en antwoorden'),
      line('1 Hoe is het budget bijgesteld? Graag toelichten.'),
      line('De bijstelling is als volgt:'),
      line('Zij bedraagt drie miljoen.'),
      line('Financiële positie', true),
      line('2 Welke gemeenten staan onder toezicht?'),
      line('Vlissingen staat onder toezicht.'),
      line('Overige vragen', true),
      line('3 Wie houdt toezicht?'),
      line('De provincie houdt toezicht.'),
    ])
    expect(found.map(({ answer }) => answer.replace(/\s+/g, ' '))).toEqual([
      'De bijstelling is als volgt: Zij bedraagt drie miljoen.',
      'Vlissingen staat onder toezicht.',
      'De provincie houdt toezicht.',
    ])
  })
})

describe('the mark of a note alone on a line', () => {
  it('is no question’s number, though the next question stands right below', () => {
    const text = `Lijst van vragen en antwoorden

155
Wat is de stand van zaken?
De stand is goed en de monitor volgt nog.
90

156
Wat verklaart de uitval onder de schippers in het eerste jaar?
Dat is onbekend.

90 Berenschot (2021), Verslag van de schippers.
`
    const found = questions(text)
    expect(found.map(({ number }) => number)).toEqual(['155', '156'])
    expect(found[0]?.answer).toBe('De stand is goed en de monitor volgt nog.')
    expect(found[0]?.footnotes[0]?.mark).toBe('90')
  })
})
