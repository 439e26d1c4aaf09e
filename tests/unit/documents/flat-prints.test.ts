import { describe, expect, it } from 'vitest'
import { withSingleSpacing } from '#utils/documents/double-spacing.ts'
import { withStrokedRows } from '#utils/documents/flat/stroked-rows.ts'
import { parseDocument, parseQuestions } from '#utils/documents/parse/questions.ts'
import { linesOfText } from '#utils/documents/text.ts'

/** Papers as converters, viewers and people give them: in one line, between strokes, with wide leading. */

const questions = (text: string) => parseQuestions(linesOfText(text))
const pairs = (text: string) => questions(text).map(({ number, question, answer }) => [number, question, answer])
const flat = (text: string) => text.replace(/\s+/g, ' ').trim()
const reasons =
  'Het beheer van de sluizen ligt bij het waterschap, dat daarover elk jaar een verslag uitbrengt aan de gedeputeerde staten van de provincie.'

describe('notes whose numbers are glued to their words, in one line', () => {
  const foot = (page: number) => `Tweede Kamer, vergaderjaar 2024–2025, Aanhangsel ${page}`
  const paper = (note: string) =>
    flat(`Vraag 1 Kent u het bericht over de sluizen?1 Antwoord 1 Ja. ${reasons} Vraag 2 Wie beheert de kade in Tiel en wat kost dat,
      gezien de ${note} ${foot(1)} stand van het water? Antwoord 2 Dat doet de gemeente.2 2https://sluis.example/kade ${foot(2)} Vraag 3 Wanneer
      komt het plan? Antwoord 3 Dat komt in mei. ${foot(3)}`)

  it('are taken out of the sentence that a page breaks, and stand with their questions', () => {
    const found = questions(paper('1NU.nl, 7 november 2024, «Sluizen dicht».'))
    expect(found.map(({ question }) => question)).toEqual([
      'Kent u het bericht over de sluizen?',
      'Wie beheert de kade in Tiel en wat kost dat, gezien de stand van het water?',
      'Wanneer komt het plan?',
    ])
    expect(found.map(({ answer }) => answer)).toEqual([`Ja. ${reasons}`, 'Dat doet de gemeente.', 'Dat komt in mei.'])
    expect(found.map(({ footnotes }) => footnotes.map(({ text }) => text))).toEqual([
      ['NU.nl, 7 november 2024, «Sluizen dicht».'],
      ['https://sluis.example/kade'],
      [],
    ])
    expect(found.flatMap(({ doubts }) => doubts)).toEqual([])
  })

  it('are none where they are names or count otherwise', () => {
    expect(questions(paper('groepen 1A en 4Zuid van de'))[1]?.question).toContain('groepen 1A en 4Zuid van de')
  })
})

describe('a table between strokes', () => {
  const rows = [
    ['Nr.', 'Vraag', 'Antwoord'],
    ['1', 'Wie beheert de kade', 'Dat doet de gemeente,'],
    ['', 'in Tiel?', 'samen met de haven.'],
    ['2', 'Wat kost een steiger', 'Dat verschilt per plaats'],
    ['', 'aan de Waal?', 'en per jaar.'],
  ]
  const widths = [3, 22, 26]
  const table = rows.map((row) => `|${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('|')}|`)
  const expected = [
    ['1', 'Wie beheert de kade in Tiel?', 'Dat doet de gemeente, samen met de haven.'],
    ['2', 'Wat kost een steiger aan de Waal?', 'Dat verschilt per plaats en per jaar.'],
  ]

  it('whose words go on in the cells below is read by its columns, with its lines and in one', () => {
    const head = `Antwoorden op vragen over de kaden\n\n`
    expect(pairs(head + table.join('\n'))).toEqual(expected)
    expect(pairs(flat(head + table.join('\n')))).toEqual(expected)
  })
})

it('a table whose lines stand apart is read as one whose lines do not', () => {
  const rows = [1, 2, 3].flatMap((number) => [
    `${number}        Wie beheert de kade van de          Dat doet de gemeente die aan`,
    `         rivier bij haven ${number}?                deze haven ${number} ligt, met de`,
    `                                             provincie en het waterschap.`,
    '',
  ])
  const text = ['Nr.      Vraag                                Antwoord', '', ...rows]
  const apart = text.flatMap((line) => [line, '']).join('\n')
  expect(pairs(apart)).toEqual(pairs(text.join('\n')))
  expect(pairs(apart)[2]).toEqual([
    '3',
    'Wie beheert de kade van de rivier bij haven 3?',
    'Dat doet de gemeente die aan deze haven 3 ligt, met de provincie en het waterschap.',
  ])
})

describe('all questions, then all answers', () => {
  const asked = ['Wie beheert de kade?', 'Wat kost een steiger?', 'Wanneer komt het plan?']
  const told = [`Dat doet de gemeente. ${reasons}`, 'Dat verschilt per plaats.', 'Dat komt in mei.']
  const list = (items: readonly string[]) => items.map((item, at) => `${at + 1}. ${item}`)
  const expected = asked.map((question, at) => [String(at + 1), question, told[at]])

  it('under a title each are read in one line', () => {
    expect(pairs(['Vragen', ...list(asked), 'Antwoorden', ...list(told)].join(' '))).toEqual(expected)
  })

  it('are read where the answers alone have one, maybe above a page', () => {
    for (const title of ['Antwoorden', 'Antwoorden 2', 'Vragen']) {
      const [above, between] = title === 'Vragen' ? [title, 'Antwoorden 2'] : ['Over de kaden.', title]
      expect(pairs([above, ...list(asked), between, ...list(told)].join(' '))).toEqual(expected)
    }
    for (const page of ['1', '2'])
      expect(pairs([...list(asked), 'Antwoorden', page, ...list(told)].join('\n'))).toEqual(expected)
  })

  it('keep their answers before a note whose number one of these has too', () => {
    for (const mark of ['', '2']) {
      const [first, ...others] = list(asked)
      const text = [
        'Vragen',
        `${first}1`,
        `${others.join(' ')}${mark}`,
        'Antwoorden',
        ...list(told),
        '2 Kamerstuk 35 100.',
      ]
      expect(pairs(text.join(' ')).map(([, , answer]) => answer?.replace(' 2 Kamerstuk 35 100.', ''))).toEqual(told)
    }
  })

  it('under the heading of one answer, or in an answer, have no title', () => {
    const [first = '', second = ''] = list(told)
    const headed = `Vraag 1 ${asked[0]} Antwoorden ${first} Vraag 2 ${asked[1]} Antwoorden ${second}`
    expect(questions(headed).map(({ number }) => number)).toEqual(['1', '2'])
    expect(questions(`Antwoorden ${list(told).join(' ')} ${reasons}`)).toEqual([])
  })

  it('keep their answers where a page has the number of one that was given', () => {
    const [first = '', second = '', third = ''] = list(told)
    expect(pairs(['Vragen', ...list(asked), 'Antwoorden', first, second, '2', third].join('\n'))).toEqual(expected)
  })
})

it('the first «1 Vraag:» behind a title, and marks parted from the question, are read in one line', () => {
  const list = `Vragen en antwoorden over de kaden van de gemeente 1 Vraag: Wie beheert de kade? Antwoord: De gemeente. ${reasons} 2 Vraag: Wat kost dat? Antwoord: Niets.`
  expect(pairs(list).map(([number, question]) => [number, question])).toEqual([
    ['1', 'Wie beheert de kade?'],
    ['2', 'Wat kost dat?'],
  ])
  const asked = `Vragen van het lid Bos (SP) over sluizen (ingezonden 3 mei 2024). 1 Kent u het bericht over de sluizen in de Berkel? 1 2 2 Wie beheert deze sluizen, en op welke grond doet de gemeente dat? 3 Wanneer komt het plan voor het beheer van de andere sluizen in de provincie, en wie wordt daarbij betrokken?`
  expect(questions(asked).map(({ number }) => number)).toEqual(['1', '2', '3'])
})

it('pages that are named within sentences are no words of a text in one line', () => {
  const told = [
    ['Dat doet de', 'gemeente.'],
    ['De haven en het waterschap', 'zorgen daar samen voor.'],
    ['Het plan komt in', 'mei, na overleg.'],
  ]
  const answers = told.map(
    ([before, behind], at) =>
      `Vraag ${at + 1} Wie beheert kade ${at + 1}? Antwoord ${at + 1} ${before} Pagina ${at + 1} ${behind} ${reasons}`,
  )
  expect(questions(answers.join(' ')).map(({ answer }) => answer)).toEqual(
    told.map(([before, behind]) => `${before} ${behind} ${reasons}`),
  )
})

it('written questions without numbers are paragraphs where each has one line and no empty one stands between them', () => {
  const asked = [
    'Kent u het bericht over de sluizen in de Berkel?',
    `Deelt u de mening dat de kade beter onderhouden kan worden? ${reasons} Zo ja, hoe wilt u dat bereiken? Zo nee, waarom niet?`,
    'Wanneer komt het plan?',
  ]
  const head = '2024Z12345\n(ingezonden 3 mei 2024)\nVragen van het lid Bos (SP) aan de minister over sluizen'
  const { questions: found, facts } = parseDocument(linesOfText([head, ...asked].join('\n')))
  expect(found.map(({ question }) => question)).toEqual(asked)
  expect(facts.askedBy.map(({ name }) => name)).toEqual(['Bos'])
})

describe('pages and strokes that hold no such table stay as they are', () => {
  const page = (line: (at: number) => string, between: string, count = 12) =>
    Array.from({ length: count }, (_, at) => line(at)).join(between)
  const row = (at: number) => `${at}     Wie beheert kade     haven ${at}`

  it.each([
    ['few lines', page(row, '\n\n', 6)],
    ['hardly a row of cells', page((at) => (at === 0 ? row(at) : `De kade van haven ${at}`), '\n\n')],
    ['rows below each other', page(row, '\n')],
    ['paragraphs', page((at) => `${row(at)}.`, '\n\n')],
  ])('%s', (_, text) => {
    expect(withSingleSpacing(text)).toBe(text)
    expect(withSingleSpacing(page(row, '\n\n'))).toBe(page(row, '\n'))
  })

  it('two rows between strokes, and rows in lines of their own', () => {
    expect(withStrokedRows('|1 |a | |2 |b |')).toBe('|1 |a | |2 |b |')
    expect(withStrokedRows('|1 |a | |2 |b |\n|3 |c |')).toBe('|1 |a | |2 |b |\n|3 |c |')
    expect(withStrokedRows('|1 |a | |2 |b | |3 |c |').split('\n')).toHaveLength(5)
  })
})
