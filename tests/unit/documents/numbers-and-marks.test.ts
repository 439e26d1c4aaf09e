import { describe, expect, it } from 'vitest'
import { parseDocument } from '#utils/documents/parse/questions.ts'
import { linesOfText } from '#utils/documents/text.ts'

const questionsOf = (text: string) => parseDocument(linesOfText(text)).questions

describe('what looks alike at the edges of questions', () => {
  it('the number of a question that tells before it asks is no mark of a note that stands at a word', () => {
    const text =
      'Vragen en antwoorden\n1\nHoeveel bruggen zijn er?\nAntwoord\nEr zijn er 12 in Drenthe.1\n2\nGraag een overzicht van de sluizen.\nAntwoord\nDat overzicht is er.2\n3\nWie beheert ze?\nAntwoord\nDe provincie.\n1\nKamerstuk 35 100, nr. 4.\n2\nKamerstuk 35 100, nr. 7.'
    expect(questionsOf(text).map(({ number, footnotes }) => [number, footnotes.map(({ mark }) => mark)])).toEqual([
      ['1', ['1']],
      ['2', ['2']],
      ['3', []],
    ])
  })

  it('«Antwoord» without a stop heads any words where others do so, and twice in one answer only once', () => {
    const text =
      '1. Hoeveel bruggen zijn er?\n\nAntwoord Er zijn er twaalf.\n\n2. Zijn ze open?\n\nAntwoord Ja.\n\nAntwoord Nee gaf niemand.\n\n3. Wie overlegt?\n\nAntwoord Minister en provincie overleggen.\n\n4. Welke zijn dicht?\n\nAntwoord ► De brug bij Assen.'
    expect(questionsOf(text).map(({ answer }) => answer)).toEqual([
      'Er zijn er twaalf.',
      'Ja.\n\nAntwoord Nee gaf niemand.',
      'Minister en provincie overleggen.',
      '► De brug bij Assen.',
    ])
  })

  it('«Bijlage 1» in one of the answers that stand apart does not end them', () => {
    const text =
      'Vragen\n1. Hoeveel bruggen zijn er?\n2. Zijn ze open?\n3. Wie beheert ze?\nAntwoorden\n1. Het overzicht staat hieronder.\nBijlage 1\nEr zijn er twaalf.\n2. Ja.\n3. De provincie.'
    expect(
      questionsOf(text)
        .map(({ answer }) => answer)
        .slice(1),
    ).toEqual(['Ja.', 'De provincie.'])
  })

  it('the lines of a note join as those of a paragraph: words behind an address are their own', () => {
    const text =
      'Vraag 1\nHoeveel bruggen zijn er?1\n\nAntwoord 1\nEr zijn er twaalf.2\n\n1 Zie https://www.voorbeeld.nl/ en de in- dan wel uitstroom, https://www.voorbeeld.nl/rapporten/\nbruggen-2023.pdf.\n2 Provincie Drenthe, Over bruggen, 2023.'
    expect(questionsOf(text)[0]?.footnotes[0]?.text).toBe(
      'Zie https://www.voorbeeld.nl/ en de in- dan wel uitstroom, https://www.voorbeeld.nl/rapporten/bruggen-2023.pdf.',
    )
  })
})
