import { describe, expect, it } from 'vitest'
import { linesOfHtml } from '#utils/documents/html/lines.ts'
import { parseQuestions } from '#utils/documents/parse/questions.ts'
import { linesOfText } from '#utils/documents/text.ts'

const pairs = (text: string) =>
  parseQuestions(linesOfText(text)).map(({ number, question, answer }) => [
    number,
    question.replace(/\s+/g, ' '),
    answer.replace(/\s+/g, ' '),
  ])

describe('a heading and its question in one cell, and the answer beside both', () => {
  it('the answer begins beside the heading', () => {
    const text = `Vraag                                   Antwoord

Vraag 1                                 Nee, dat is niet zo. In 2023 zijn er
Klopt het dat de sluis bij Almen        drie keer schepen geweigerd, steeds
al jaren niet meer open kan?            omdat het water te laag stond.

Vraag 2                                 Ja.
Bent u daarmee bekend?

Vraag 3                                 De provincie betaalt de helft van het
Wie betaalt het herstel, en             herstel. De andere helft komt uit het
wanneer begint het?                     deltafonds.

                                        Het werk begint in het voorjaar.
`
    expect(pairs(text)).toEqual([
      [
        '1',
        'Klopt het dat de sluis bij Almen al jaren niet meer open kan?',
        'Nee, dat is niet zo. In 2023 zijn er drie keer schepen geweigerd, steeds omdat het water te laag stond.',
      ],
      ['2', 'Bent u daarmee bekend?', 'Ja.'],
      [
        '3',
        'Wie betaalt het herstel, en wanneer begint het?',
        'De provincie betaalt de helft van het herstel. De andere helft komt uit het deltafonds. Het werk begint in het voorjaar.',
      ],
    ])
  })

  it('a question beside its heading stays one, with the answer below both', () => {
    const text = `Vraag 1    Klopt het dat de sluis bij Almen al jaren
           niet meer open kan?
Nee, dat is niet zo. In 2023 zijn er drie keer schepen geweigerd.

Vraag 2    Wie betaalt het herstel, en wanneer begint
           het werk?
De provincie betaalt de helft van het herstel. Het werk begint in het voorjaar.
`
    expect(pairs(text)).toEqual([
      [
        '1',
        'Klopt het dat de sluis bij Almen al jaren niet meer open kan?',
        'Nee, dat is niet zo. In 2023 zijn er drie keer schepen geweigerd.',
      ],
      [
        '2',
        'Wie betaalt het herstel, en wanneer begint het werk?',
        'De provincie betaalt de helft van het herstel. Het werk begint in het voorjaar.',
      ],
    ])
  })
})

describe('headings that are all of their cells', () => {
  const pairsOfTable = (...rows: readonly (readonly string[])[]) => {
    const cells = rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')
    const { lines } = linesOfHtml(`<!DOCTYPE html><html><body><main><table>${cells}</table></main></body></html>`)
    return parseQuestions(lines).map(({ number, question, answer }) => [number, question, answer])
  }
  const asked = ['Is de sluis bij Almen dicht?', 'Wie betaalt het herstel?', 'Wanneer begint het werk?'] as const
  const told = ['Ja.', 'De provincie betaalt de helft van het herstel.', 'Het begint in het voorjaar.'] as const
  const expected = asked.map((question, index) => [String(index + 1), question, told[index]])

  it('both above the cells of question and answer', () => {
    const rows = asked.flatMap((question, index) => [
      [`Vraag ${index + 1}`, `Antwoord ${index + 1}`],
      [question, told[index] ?? ''],
    ])
    expect(pairsOfTable(...rows)).toEqual(expected)
  })

  it('the question’s, beside a small letter', () => {
    const small = (number: number, text: string) => (number === 2 ? text.charAt(0).toLowerCase() + text.slice(1) : text)
    const rows = asked.flatMap((question, index) => [
      [`Vraag ${index + 1}`, small(index + 1, question)],
      [`Antwoord ${index + 1}`, told[index] ?? ''],
    ])
    expect(pairsOfTable(...rows)).toEqual(
      expected.map(([one, two, ...rest]) => [one, small(Number(one), two ?? ''), ...rest]),
    )
  })
})

describe('a table with who asks in a column of its own', () => {
  const head = 'Nr.     Partij          Vraag                                  Antwoord\n'
  const first = `1       GroenLinks-     Hoeveel sluizen zijn er in de          Nee. Dit betekent niet dat er niets
        PvdA            provincie, en wie heeft die in         gebeurt: elke sluis wordt eens per
                        2021 beheerd?                          jaar bezocht.

2       SGP             Wie beheert de sluis bij Almen?        Het Rijk beheert die sluis sinds 1933.

3       Partij          Klopt het dat er vissen niet door      Dat klopt, want er is daar geen trap
        voor de         kunnen komen?                          voor vissen gebouwd.
        Dieren
`
  const next = `4     VVD             Kan de minister ingaan op de kosten        De kosten zijn € 3 miljoen, en die
                      van het herstel?                           betaalt de provincie.

5     D66             Wanneer begint het werk?                   Het werk begint in het voorjaar.
`

  it('names that are broken in their column are whole, and each page has columns of its own', () => {
    const questions = parseQuestions(linesOfText(`${head}${first}\f${next}`))
    expect(questions.map(({ askedBy }) => askedBy?.[0]?.party)).toEqual([
      'GroenLinks-PvdA',
      'SGP',
      'Partij voor de Dieren',
      'VVD',
      'D66',
    ])
    expect(questions.map(({ question }) => question.replace(/\s+/g, ' '))).toEqual([
      'Hoeveel sluizen zijn er in de provincie, en wie heeft die in 2021 beheerd?',
      'Wie beheert de sluis bij Almen?',
      'Klopt het dat er vissen niet door kunnen komen?',
      'Kan de minister ingaan op de kosten van het herstel?',
      'Wanneer begint het werk?',
    ])
  })

  it('a row that goes on overleaf has its cells at that page’s columns', () => {
    const start = `1     Hoeveel sluizen zijn er in de          Nee. Dit betekent niet dat er niets
      provincie, en wie heeft die in         gebeurt: elke sluis wordt eens per
      2021 beheerd?                          jaar bezocht.

2     Klopt het dat er vissen niet door      Dat klopt, want er is daar geen trap
`
    const end = `   kunnen komen, en dat dit al jaren     voor vissen gebouwd. Er zijn wel
   bekend is?                            plannen voor.

3  Kan de minister ingaan op de kosten   De kosten zijn € 3 miljoen, en die
   van het herstel?                      betaalt de provincie.
`
    const overleaf = [
      '2',
      'Klopt het dat er vissen niet door kunnen komen, en dat dit al jaren bekend is?',
      'Dat klopt, want er is daar geen trap voor vissen gebouwd. Er zijn wel plannen voor.',
    ]
    expect(pairs(`${start}\f${end}`)[1]).toEqual(overleaf)
    // Nothing begins on that page.
    const [alone = ''] = end.split('\n\n')
    expect(pairs(`${start}\f${alone}`)[1]).toEqual(overleaf)
  })
})

describe('a long line of a question that runs on where the answers are', () => {
  it('its row is doubted, and the others not', () => {
    const text = `1    Hoeveel sluizen zijn er in de            Nee. Dit betekent niet dat er niets
     provincie?                               gebeurt, want alles wordt bezocht.

2    Klopt het dat er vissen niet door        Dat klopt, want er is daar geen trap
     de sluis kunnen komen omdat trap voor vissen gebouwd. Er zijn wel
     het gebied ontbreekt?                    plannen voor.

3    Kan de minister ingaan op de kosten      De kosten zijn € 3 miljoen, en die
     van het herstel?                         betaalt de provincie.
`
    expect(parseQuestions(linesOfText(text)).map(({ doubts }) => doubts)).toEqual([[], ['doubtful-split'], []])
  })
})

describe('a table some of whose answers are written in small letters', () => {
  it('in text these are doubted and the others not', () => {
    const answers = ['ja.', 'nee.', 'In 2025.', 'Zeven.', 'De provincie.', 'In het voorjaar.', 'Dat klopt.']
    const text = answers
      .map((answer, index) => `${index + 1}    Klopt het dat de sluis bij Almen dicht is?     ${answer}\n`)
      .join('\n')
    const doubted = parseQuestions(linesOfText(text)).filter(({ doubts }) => doubts.length > 0)
    expect(doubted.map(({ answer }) => answer)).toEqual(['ja.', 'nee.'])
  })

  it('so are they where the format marks the cells, however many', () => {
    const answers = ['ja.', 'nee.', 'In 2025.', 'Zeven.']
    const rows = answers.map(
      (answer, index) => `<tr><td>${index + 1}</td><td>Is de sluis dicht?</td><td>${answer}</td></tr>`,
    )
    const { lines } = linesOfHtml(
      `<!DOCTYPE html><html><body><main><table>${rows.join('')}</table></main></body></html>`,
    )
    const doubted = parseQuestions(lines).filter(({ doubts }) => doubts.length > 0)
    expect(doubted.map(({ answer }) => answer)).toEqual(['ja.', 'nee.'])
  })
})

describe('a table whose cells are aligned in the middle, in text', () => {
  it('all answers are doubted: nothing tells whose the first lines are', () => {
    const text = `                                       De provincie beheert in het hele
1. Hoeveel sluizen zijn er in de       gebied drie sluizen, waarvan er één
provincie?                             nog wordt gebruikt voor de vaart.

                                       Het Rijk is sinds jaar en dag in dit
2. Wie beheert ze, en wie betaalt      gebied de beheerder van al het water
dat?                                   dat er door de sluizen gaat.

3. Wanneer begint het werk?            Het werk begint in het voorjaar.
`
    const questions = parseQuestions(linesOfText(text))
    expect(questions).toHaveLength(3)
    expect(questions.every(({ doubts }) => doubts.includes('doubtful-split'))).toBe(true)
  })
})
