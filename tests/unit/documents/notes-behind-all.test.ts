import { describe, expect, it } from 'vitest'
import { parseQuestions } from '#utils/documents/parse/questions.ts'
import { linesOfText } from '#utils/documents/text.ts'

const questions = (text: string) => parseQuestions(linesOfText(text))
const list = (mark: string, notes: string) =>
  questions(
    `Vragen van het lid Bos (SP) over sluizen\n\n1\nKent u het bericht 'Sluis dicht'?${mark}\n2\nWie beheert de sluis?\n3\nWanneer gaat zij open?\n${notes}`,
  )

describe('the notes behind the last question of a list', () => {
  it('go on in their addresses, which lines break', () => {
    const found = list(
      '1',
      '1\nDe Sluiswachter, 3 mei 2024, «Sluis dicht».\n(https://www.sluiswachter.example/nieuws/2024/\nsluis-weer-\ndicht)\n',
    )
    expect(found.map(({ question }) => question)).toEqual([
      "Kent u het bericht 'Sluis dicht'?",
      'Wie beheert de sluis?',
      'Wanneer gaat zij open?',
    ])
    expect(found[0]?.footnotes[0]?.text).toContain('dicht)')
  })

  it('are told by their date where no mark of theirs is left', () => {
    expect(list('', '1\nDe Sluiswachter, 3 mei 2024, «Sluis dicht».\n').at(-1)?.question).toBe('Wanneer gaat zij open?')
  })
})

it('doubts a question in the middle of which a sentence begins', () => {
  const found = questions(
    'Vraag 1\nWat kost het beheer van de sluis voor Dat is niet bekend bij de gemeente schepen van de vaart?\nAntwoord 1\nVeel.\nVraag 2\nHoe lang?\nAntwoord 2\nLang.\n',
  )
  expect(found.map(({ doubts }) => doubts)).toEqual([['doubtful-split'], []])
})
