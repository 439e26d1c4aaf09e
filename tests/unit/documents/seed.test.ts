import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readDocument } from '#utils/documents/read.ts'

const corpus = process.env.KAMERLENS_CORPUS

/** What must come out: DOMAIN §0. */
describe.skipIf(corpus === undefined)('the page that the project was founded on (needs KAMERLENS_CORPUS)', () => {
  const bytes = () => new Uint8Array(readFileSync(join(corpus ?? '', 'seed', 'answers-page-56.txt')))

  it('gives question 155 and 156', async () => {
    const { questions, format, pages } = await readDocument(bytes())
    expect({ format, pages }).toEqual({ format: 'text', pages: 1 })
    expect(questions).toHaveLength(2)
    const [first, second] = questions
    expect(first).toMatchObject({
      order: 0,
      number: '155',
      code: '2023D19158',
      page: '216',
      ownPage: 1,
      question:
        'Kunt u een stand van zaken geven van het werkprogramma stagediscriminatie? In welke fase bevindt dit traject zich?',
      answeredWith: [],
      pointsTo: null,
      footnotes: [],
      complete: true,
      doubts: [],
    })
    expect(second).toMatchObject({
      order: 1,
      number: '156',
      code: '2023D19159',
      page: '216',
      question: 'Wat verklaart de hoge uitval bij tweedegraadslerarenopleidingen?',
      footnotes: [
        { mark: '90', text: 'Berenschot (2021), Onderzoek naar studiesucces bij tweedegraadslerarenopleidingen' },
      ],
      complete: false,
      doubts: ['cut-off'],
    })
    const paragraphs = first?.answer.split('\n\n') ?? []
    expect(paragraphs.map((text) => text.split(' ').slice(0, 2).join(' '))).toEqual([
      'Wij zien',
      'Op basis',
      'Verder worden',
      'Sommige instellingen',
      'Vanuit het',
    ])
    expect(paragraphs.at(-1)?.endsWith('wordt de voortgang van het werkprogramma periodiek met ECHO besproken.')).toBe(
      true,
    )
    expect(paragraphs.join(' ')).not.toMatch(/\s\s|\n/)
    expect(second?.answer.endsWith('zekere mate van vakvolwassenheid en')).toBe(true)
  })

  it('keeps out what only stands on the page', async () => {
    const { questions } = await readDocument(bytes())
    for (const { question, answer } of questions) {
      expect(`${question}\n${answer}`).not.toMatch(
        /38922138|Onze referentie|Pagina 56|(?:^|\s)90(?:\s|$)|\b216\b|2023D19/,
      )
    }
  })
})
