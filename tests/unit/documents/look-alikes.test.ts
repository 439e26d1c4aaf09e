import { describe, expect, it } from 'vitest'
import { answersOf } from '#utils/documents/answers-by-words.ts'
import { parseQuestions } from '#utils/documents/parse/questions.ts'
import { linesOfText } from '#utils/documents/text.ts'
import { growthOf, tooMuch } from '../../cpu-time.ts'

const read = (text: string) => parseQuestions(linesOfText(text))
const pairs = (text: string) => read(text).map(({ number, question, answer }) => [number, question, answer])

describe('what looks like a mark, a note or an answer elsewhere', () => {
  it('papers that an answer counts up are no notes', () => {
    const text =
      'Vraag 1\nWelke brieven zijn er?\nAntwoord 1\nIk noem de volgende brieven:\n1 Kamerstuk 36 410, nr. 5.\n2 Kamerstuk 36 410, nr. 7.\nDat is alles.\n\nVraag 2\nHoeveel steigers zijn er?\nAntwoord 2\nVier.'
    const [first] = parseQuestions(linesOfText(text))
    expect(first?.answer).toMatch(
      /brieven:\s1 Kamerstuk 36 410, nr\. 5\.\s+2 Kamerstuk 36 410, nr\. 7\.\s+Dat is alles\.$/,
    )
  })

  it('a page asked about is no mark where its note has one at a word', () => {
    const text =
      'Nr\nVraag\nBlz.\n1\nHoe hoog is de kade? 12\nDe kade is vier meter hoog.12\n2\nWie beheert de kade? 13\nDe gemeente beheert de kade.\n12 Trouw, 3 mei 2025, p. 4.'
    expect(read(text).map(({ page }) => page)).toEqual(['12', '13'])
  })

  it('figures that answer are no numbers of two pages', () => {
    const text = 'Vraag 1\nHoeveel kades zijn er?\nAntwoord 1\n1\fVraag 2\nHoeveel steigers zijn er?\nAntwoord 2\n2'
    expect(pairs(text).map(([, , answer]) => answer)).toEqual(['1', '2'])
  })

  it('cells with a stroke between are no marks of pages', () => {
    const text =
      'Vraag 1\nHoeveel?\nAntwoord\nDe aantallen zijn:\n12 | 34\n15 | 36\nDat is alles.\nVraag 2\nWie?\nAntwoord\nTiel.'
    expect(pairs(text)[0]?.[2]).toContain('12 | 34 15 | 36')
  })

  it('points of a long list at the end are no quotation', () => {
    const points = Array.from({ length: 9 }, (_, index) => `> ${60 + index} jaar`)
    expect(pairs(`Vraag 1\nWelke grenzen?\nAntwoord\nDe grenzen zijn:\n${points.join('\n')}`)[0]?.[2]).toContain(
      '> 65 jaar',
    )
  })

  it('an article before a dash is no number', () => {
    const text =
      '1 – Hoe hoog is de kade? Antwoord – Vier meter, zie artikel 2 – Het kadebesluit – van de wet. 2 – Wie beheert de kade? Antwoord – De gemeente. 3 – Wat kost de kade? Antwoord – Niets. '.padEnd(
        400,
        'Dat is alles wat hierover te zeggen is. ',
      )
    expect(pairs(text).slice(0, 2)).toEqual([
      ['1', 'Hoe hoog is de kade?', 'Vier meter, zie artikel 2 – Het kadebesluit – van de wet.'],
      ['2', 'Wie beheert de kade?', 'De gemeente.'],
    ])
  })

  it('answers of a column are not given out where each question has its own behind it', () => {
    const text =
      'Nr\nVraag\n1\nHoe hoog is de kade?\nVier meter.\n2\nWie beheert de steigers?\nDe gemeente beheert ze.\n3\nWanneer begint de bouw?\n\nAntwoord\nDe bouw begint in mei.\n\nDe kosten zijn hoog.\n\nDe gemeente betaalt die.'
    expect(pairs(text)[2]?.[2]).toBe('De bouw begint in mei.\n\nDe kosten zijn hoog.\n\nDe gemeente betaalt die.')
  })
})

describe('hostile text below the head of answers', () => {
  const head = 'Nr\nVraag\n1\nHoe hoog is de kade?\n2\nWie beheert de kade?\n\nAntwoord\n'

  it('may have more lines than a call has arguments', () => {
    expect(linesOfText(head + 'De kade is hoog\n'.repeat(150_000)).length).toBeGreaterThan(150_000)
  })

  it('is given out to no question where that would take long', () => {
    const words = (from: number) => Array.from({ length: 3_000 }, (_, at) => `w${from * 3_000 + at}`).join(' ')
    const units = Array.from({ length: 90 }, (_, at) => ({ text: words(at), line: '', border: 'apart' as const }))
    const questions = Array.from({ length: 45 }, (_, at) => `Hoe hoog is kade ${at}?`)
    expect(answersOf(questions, units, false)).toBeNull()
  })
})

it('points behind points are read in time that grows with their number', () => {
  const points = (count: number) => `${'> punt:\n'.repeat(7)}Dit:\n`.repeat(count)
  expect(growthOf(linesOfText, points(1_500), points(12_000))).toBeLessThan(tooMuch)
})
