import { describe, expect, it } from 'vitest'
import { parseDocument } from '#utils/documents/parse/questions.ts'
import { linesOfText } from '#utils/documents/text.ts'

const read = (text: string) => parseDocument(linesOfText(text)).questions
const answers = (text: string) => read(text).map(({ number, answer }) => [number, answer])

const asked = [
  'Klopt het dat de sluis bij Almen al jaren niet meer open kan?',
  'Wie betaalt het herstel van de sluis, en wanneer begint het werk?',
  'Bent u bereid de Kamer daarover vóór de zomer te informeren?',
] as const
const told = [
  'Dat klopt. In 2023 zijn er drie keer schepen geweigerd, steeds omdat het water te laag stond.',
  'De provincie betaalt de helft van het herstel. De andere helft komt uit het deltafonds.',
  'Ja, in het voorjaar stuur ik een brief over de voortgang van het werk.',
] as const

describe('headings in text that has lost its lines', () => {
  it.each([
    [
      'Vr. 1: … Antw. 1: …',
      (n: number, question: string, answer: string) => `Vr. ${n}: ${question} Antw. ${n}: ${answer}`,
    ],
    [
      'V1: … A1: …, with another abbreviation in an answer',
      (n: number, question: string, answer: string) => `V${n}: ${question} A${n}: ${answer}`,
      'Bij vr. 1 Van de vorige lijst ging het om de sluis bij Eefde, die nu weer open is.',
    ],
    [
      'Antwoord nummer 1',
      (n: number, question: string, answer: string) => `Vraag nummer ${n} ${question} Antwoord nummer ${n} ${answer}`,
    ],
    [
      'Nummer 1 Vraag: …',
      (n: number, question: string, answer: string) => `Nummer ${n} Vraag: ${question} Antwoord: ${answer}`,
    ],
    ['(1) …', (n: number, question: string, answer: string) => `(${n}) ${question} Antwoord: ${answer}`],
    [
      'Kamervraag 1',
      (n: number, question: string, answer: string) =>
        `Kamervraag ${n} ${question} Antwoord op Kamervraag ${n} ${answer}`,
    ],
  ])('%s', (_, print, last: string = told[2]) => {
    const own = [told[0], told[1], last]
    const text = `Beantwoording van technische vragen over de sluis bij Almen ${asked.map((question, index) => print(index + 1, question, own[index] ?? '')).join(' ')}`
    expect(read(text).map(({ number, question, answer }) => [number, question, answer])).toEqual(
      asked.map((question, index) => [`${index + 1}`, question, own[index]]),
    )
  })

  it('«tot en met» in the heading of a joint answer', () => {
    const text = `Vraag 1 ${asked[0]} Vraag 2 ${asked[1]} Vraag 3 ${asked[2]} Antwoord op vragen 1 tot en met 3 ${told[0]} ${told[1]}`
    expect(read(text).map(({ answer, answeredWith }) => [answer, answeredWith])).toEqual(
      asked.map(() => [`${told[0]} ${told[1]}`, ['1', '2', '3']]),
    )
  })

  it('«Antwoord» alone is a heading where no other one answers, among others that name their question', () => {
    const others = [4, 5, 6, 7]
      .map((number) => `Vraag ${number} ${asked[1]} Antwoord op vraag ${number} ${told[1]}`)
      .join(' ')
    const text = `Vraag 1 ${asked[0]} Antwoord op vraag 1 ${told[0]} Vraag 2 ${asked[1]} Antwoord ${told[1]} Vraag 3 ${asked[2]} Antwoord op vraag 3 ${told[2]} ${others}`
    expect(answers(text).slice(0, 3)).toEqual([
      ['1', told[0]],
      ['2', told[1]],
      ['3', told[2]],
    ])
  })

  it('«Antwoord 2» before a small letter is the heading with its number', () => {
    const text = `Vraag 1 ${asked[0]} Antwoord 1 ${told[0]} Vraag 2 ${asked[1]} Antwoord 2 zie het antwoord op vraag 1. Vraag 3 ${asked[2]} Antwoord 3 ${told[2]}`
    expect(answers(text)[1]).toEqual(['2', 'zie het antwoord op vraag 1.'])
  })

  it('the names of the audit office’s president and secretary are none of the last answer', () => {
    const names = 'Algemene Rekenkamer drs. A.P. (Arend) Vis, president dr. E. (Els) van Schol, secretaris'
    const text = `Vraag 1 ${asked[0]} Antwoord 1 ${told[0]} Vraag 2 ${asked[1]} Antwoord 2 ${told[1]} ${names}`
    expect(answers(text).at(-1)).toEqual(['2', told[1]])
  })

  it('what heads a faction’s questions is none of the answer before it', () => {
    const head = (party: string) => `Vragen van de leden van de fractie van ${party}`
    const text = `${head('SGP')} 1. ${asked[0]} Antwoord: ${told[0]} ${head('JA21')} 2. ${asked[1]} Antwoord: ${told[1]} ${head('Volt')} 3. ${asked[2]} Antwoord: ${told[2]}`
    expect(answers(text)).toEqual([
      ['1', told[0]],
      ['2', told[1]],
      ['3', told[2]],
    ])
  })
})

describe('bare numbers in text that has lost its lines', () => {
  it('behind the mark of a note', () => {
    const text = `Lijst van vragen en antwoorden 1 ${asked[0]} ${told[0]}1 2 ${asked[1]} ${told[1]}2 3 ${asked[2]} ${told[2]}`
    expect(read(text).map(({ number }) => number)).toEqual(['1', '2', '3'])
  })

  it('the first below the head of a table, with factions before the questions', () => {
    const text = `Nr. Fractie Vraag Antwoord 1 Partij voor de Dieren ${asked[0]} ${told[0]} 2 VVD ${asked[1]} ${told[1]} 3 JA21 ${asked[2]} ${told[2]}`
    expect(read(text).map(({ number, question, askedBy }) => [number, question, askedBy?.[0]?.party])).toEqual([
      ['1', asked[0], 'Partij voor de Dieren'],
      ['2', asked[1], 'VVD'],
      ['3', asked[2], 'JA21'],
    ])
  })

  it('right before the foot of a page whose number stands in front', () => {
    const foot = (page: number) => `${page} Tweede Kamer, vergaderjaar 2022–2023, 36 410 XVI, nr. 23`
    const text = `${foot(1)} Lijst van vragen en antwoorden 1 ${asked[0]} ${told[0]} 2 ${foot(2)} ${asked[1]} ${told[1]} ${foot(3)} 3 ${asked[2]} ${told[2]}`
    expect(answers(text)).toEqual([
      ['1', told[0]],
      ['2', told[1]],
      ['3', told[2]],
    ])
  })

  it('a number of a paper before a page’s edge stays with it', () => {
    const foot = (page: number) => `Tweede Kamer, vergaderjaar 2022–2023, 36 410 XVI, nr. 23 ${page}`
    const cited = 'Zie Kamerstuk 31 477, nr.'
    const text = `Vraag 1 ${asked[0]} Antwoord 1 ${told[0]} ${cited} 6 ${foot(1)} Vraag 2 ${asked[1]} Antwoord 2 ${told[1]} ${foot(2)}`
    expect(answers(text)[0]).toEqual(['1', `${told[0]} ${cited} 6`])
  })

  it('a code that stands at the question before its own is that one’s, and both are doubted', () => {
    const text = `Nr Vraag Kamerstuk Blz. 1 ${asked[0]} 2024D2558 1 11 ${told[0]} 2 ${asked[1]} 2024D2558 2 12 2024D2558 3 13 ${told[1]} 3 ${asked[2]} ${told[2]} 4 ${asked[0]} 2024D2558 4 14 ${told[0]}`
    const questions = read(text)
    expect(questions.map(({ code, page, answer }) => [code, page, answer])).toEqual([
      ['2024D25581', '11', told[0]],
      ['2024D25582', '12', told[1]],
      ['2024D25583', '13', told[2]],
      ['2024D25584', '14', told[0]],
    ])
    expect(questions.map(({ doubts }) => doubts.length > 0)).toEqual([false, true, true, false])
  })
})

describe('what nothing in the text tells is doubted', () => {
  it('a table printed column by column: the second paragraph of an answer may be that of any question above it', () => {
    const text = `Vraag\n\nAntwoord\n\nVraag 1\n${asked[0]}\n\n${told[0]}\n\nVraag 2\n${asked[1]}\n\n${told[1]}\n\n${told[2]}\n\nVraag 3\n${asked[2]}\n\n${told[2]}\n`
    expect(read(text).map(({ doubts }) => doubts)).toEqual([['doubtful-split'], ['doubtful-split'], []])
  })

  it('the only answer below several questions: whose it is', () => {
    const list = asked.map((question, index) => `${index + 1}\n${question}`).join('\n')
    const questions = read(`Nr.\nVraag\n${list}\nAntwoord\nDat klopt.\n\nDe provincie.\n`)
    expect(questions.map(({ doubts }) => doubts)).toEqual(asked.map(() => ['doubtful-split']))
  })

  it('columns printed through each other: all of the page', () => {
    const torn = `Vraag 1\n\nbedroeg vier weken; de termijn is drie weken.\n\n${asked[0]}\n\nAntwoord 1\n\n${told[0]}\n\nVraag 2\n\n${asked[1]}\n\nAntwoord 2\n\nDe provincie betaalt de helft van het herstel van de sluis, en de gemiddelde doorlooptijd\n\n${told[1]}\n\nVraag 3\n\n${asked[2]}\n\nAntwoord 3\n\n${told[2]}\n\nVraag 4\n\n${asked[0]}\n\nAntwoord 4\n\n${told[0]}\n`
    expect(read(torn).every(({ doubts }) => doubts.includes('doubtful-split'))).toBe(true)
  })

  it('neither a few questions in small letters nor the items of lists without stops put a page in doubt', () => {
    const item = 'De kosten van het dagelijks onderhoud aan de bruggen en de sluizen in beheer van het Rijk'
    const turns = [1, 2, 3, 4, 5, 6, 7]
    const doubted = (question: (turn: number) => string) =>
      read(turns.map((turn) => `Vraag ${turn}\n${question(turn)}\n\nAntwoord ${turn}\n${told[1]}`).join('\n\n'))
        .filter(({ doubts }) => doubts.length > 0)
        .map(({ number }) => number)
    expect(doubted((turn) => (turn % 4 === 1 ? 'mbo-scholen vragen erom. Wie betaalt het?' : asked[1]))).toEqual([])
    expect(doubted((turn) => (turn % 4 === 1 ? `Wat zijn:\n\n${item}\n\n${item}?` : asked[1]))).toEqual([])
  })
})
