import { describe, expect, it } from 'vitest'
import { missingNumbers } from '#utils/documents/flat/missing-numbers.ts'
import { runningTitles } from '#utils/documents/flat/running-title.ts'
import { parseDocument } from '#utils/documents/parse/questions.ts'
import { linesOfText } from '#utils/documents/text.ts'
import { withCellsInRows } from '#utils/documents/text-cells.ts'

const read = (text: string) => parseDocument(linesOfText(text)).questions
const texts = (text: string) => read(text).map(({ number, question, answer }) => [number, question, answer])
const answers = (text: string) => read(text).map(({ answer }) => answer)

const asked = [
  'Klopt het dat de brug bij Ommen in de winter niet bediend wordt?',
  'Wie betaalt het onderhoud van de brug, en wanneer begint het?',
  'Bent u bereid de Kamer daarover voor de zomer te informeren?',
] as const
const told = [
  'Dat klopt, van november tot maart is er geen brugwachter.',
  'De provincie betaalt de helft, de andere helft komt uit het fonds.',
  'Ja, in het voorjaar komt er een brief over de voortgang.',
] as const
const all = asked.map((question, index) => [`${index + 1}`, question, told[index]])
const each = (form: (number: number, question: string, answer: string) => string, between: string) =>
  asked.map((question, index) => form(index + 1, question, told[index] ?? '')).join(between)

describe('headings as flat text has them', () => {
  it.each([
    [
      'letters set apart, some of them joined',
      (n: number, q: string, a: string) => `V R AA G ${n} ${q} A N T W O O R D ${a}`,
    ],
    ['signs of a list', (n: number, q: string, a: string) => `► Vraag ${n}: ${q} → Antwoord: ${a}`],
    ['a dash behind the number', (n: number, q: string, a: string) => `Vraag ${n} – ${q} Antwoord: ${a}`],
    [
      'who asks',
      (n: number, q: string, a: string) =>
        `Vraag ${n} van de leden van de PvdV-fractie ${q} Antwoord op vraag ${n} ${a}`,
    ],
  ])('%s', (_, form) => {
    expect(texts(each(form, ' '))).toEqual(all)
  })

  it.each([
    ['letters set apart', (n: number, q: string, a: string) => `V R AA G ${n}\n${q}\nA N T W O O R D\n${a}`],
    ['signs of a list', (n: number, q: string, a: string) => `► Vraag ${n}: ${q}\n→ Antwoord: ${a}`],
    [
      '«Antwoord» before the first word, without a stop',
      (n: number, q: string, a: string) => `Vraag ${n}. ${q}\nAntwoord ${a}`,
    ],
  ])('%s, in lines', (_, form) => {
    expect(texts(each(form, '\n'))).toEqual(all)
  })

  it('the points of an answer begin right behind «Antwoord»', () => {
    const text = `Vraag 1 Over de brug: a) Wie beheert haar? b) Wie betaalt haar? Antwoord a) De provincie. b) Het Rijk. Vraag 2 ${asked[1]} Antwoord ${told[1]}`
    expect(answers(text)).toEqual(['a) De provincie. b) Het Rijk.', told[1]])
  })

  it('letters set apart within other such words stay', () => {
    expect(linesOfText('D E V R A A G 1')[0]?.text).toBe('D E V R A A G 1')
  })
})

describe('answers behind all questions', () => {
  const head = (between: string) =>
    ['Antwoorden', 'Antwoord van minister Van Dijk (Infrastructuur).', '(Ontvangen 4 mei', '2019)'].join(between)

  it('below who answers, whose last line is no sentence', () => {
    const text = `${asked.map((one, index) => `${index + 1}. ${one}`).join('\n')}\n${head('\n')}\n1. ${told[0]}\n2 en 3. ${told[1]}`
    expect(answers(text)).toEqual([told[0], told[1], told[1]])
  })

  it('in one line, under joint numbers with a stop', () => {
    const text = `${asked.map((one, index) => `${index + 1}. ${one}`).join(' ')} ${head(' ')} 1. ${told[0]} 2 en 3. ${told[1]}`
    expect(answers(text)).toEqual([told[0], told[1], told[1]])
  })
})

describe('where an answer begins', () => {
  it('below a row that had room for more, though it asks too', () => {
    const text = [
      'Vragen en antwoorden',
      '1 Sinds wanneer is bij u bekend dat het onderhoud van de bruggen in Overijssel achterloopt, en wie',
      'meldde dat?',
      'Wat betekent dit voor schippers? Allereerst dat zij in de winter moeten omvaren. De provincie zoekt een',
      'oplossing.',
      `2 ${asked[1]}`,
      told[1],
      `3 ${asked[2]}`,
      told[2],
    ].join('\n')
    expect(answers(text)[0]).toMatch(/^Wat betekent dit voor schippers\? Allereerst .* oplossing\.$/s)
  })

  it('is doubted where nothing tells whose question it is', () => {
    const text = `Vragen en antwoorden 1 ${asked[0]} Wat betekent dit voor schippers? Allereerst dat zij moeten omvaren. 2 ${asked[1]} ${told[1]} 3 ${asked[2]} ${told[2]}`
    expect(read(text).map(({ doubts }) => doubts.length)).toEqual([1, 0, 0])
  })

  it('«Zie vraag 1.» is the answer where nothing stands behind it', () => {
    const text = `Vragen en antwoorden\n1\n${asked[0]}\n${told[0]}\n2\n${asked[1]}\nZie vraag 1.\n3\n${asked[2]}\n${told[2]}`
    expect(answers(text)).toEqual([told[0], 'Zie vraag 1.', told[2]])
  })

  it('a figure alone below it may be the page’s, and is doubted', () => {
    const text = `Vraag 1\n${asked[0]}\nAntwoord 1\n${told[0]}`
    expect(read(`${text}\n\n14`)[0]?.doubts).toEqual(['doubtful-split'])
    expect(read(text)[0]?.doubts).toEqual([])
  })

  it('a year at a line’s end is no page asked about', () => {
    const text = `Vragen en antwoorden\n1\n${asked[0]}\nDat is niet te zeggen. 2022\nwas een uitzondering.\n2\n${asked[1]}\n${told[1]}\n3\n${asked[2]}\n${told[2]}`
    expect(answers(text)[0]).toBe('Dat is niet te zeggen. 2022 was een uitzondering.')
  })
})

describe('what is no list of questions', () => {
  it('chapters that the contents name', () => {
    const titles = [
      'Waarom is dit onderzoek naar de bediening van bruggen op afstand begonnen?',
      'Hoe werkt de bediening op afstand volgens de brugwachters in Overijssel?',
      'Wat zijn de gevolgen van de bediening op afstand voor de schippers?',
    ]
    const contents = titles.map((title, index) => `${index + 1}. ${title} ${index * 4 + 3}`)
    const chapters = titles.map((title, index) => `${index + 1}. ${title}\n${told[index]} ${told[0]}`)
    expect(read(['Dit rapport gaat over vragen van schippers', 'Inhoud', ...contents, ...chapters].join('\n'))).toEqual(
      [],
    )
  })

  it('the numbers of two pages, before prose that asks here and there', () => {
    const prose = `${told[0]} ${told[1]} ${told[2]} ${asked[1]} ${told[0]}`
    expect(read(`1 Verslag van een schriftelijk overleg ${prose} 2 ${prose}`)).toEqual([])
  })

  it('sections of a report that ask, under chapters that do not', () => {
    const text = `Bruggen in Overijssel\nEen verkenning van enkele vragen\n1 Aanleiding\n${told[0]}\n1.1 ${asked[0]}\n${told[0]}\n1.2 ${asked[1]}\n${told[1]}\n2 Bevindingen\n2.1 ${asked[2]}\n${told[2]}`
    expect(read(text)).toEqual([])
  })

  it('sections of a report that ask in a paragraph of their own, where nothing above them speaks of questions', () => {
    const head = Array.from({ length: 12 }, () => `${told[0]} ${told[1]}`).join('\n')
    const sections = asked.map((one, index) => `1.${index + 1} ${one}\n\n${told[index]}`).join('\n\n')
    expect(read(`Bruggen in Overijssel\n\n${head}\n\n${sections}`)).toEqual([])
    expect(read(`Vragen van de commissie\n\n${head}\n\n${sections}`)).toHaveLength(3)
  })
})

describe('what stands between the words', () => {
  it.each([
    ['Verslag over de bruggen van Overijssel in de winter', 4],
    ['De cijfers over dit jaar worden per kwartaal bijgewerkt.', 0],
    ['Ja, dat klopt volgens de provincie Overijssel zelf', 0],
  ])('a title that recurs beside the marks of pages runs, a sentence does not: «%s»', (recurring, prints) => {
    const word = (number: number) => [...`${number}`].map((digit) => 'bcdfghjklm'.charAt(Number(digit))).join('')
    const filling = (page: number) => Array.from({ length: 150 }, (_, index) => word(page * 1000 + index)).join(' ')
    const text = [1, 2, 3, 4].map((page) => `${filling(page)}. ${recurring} Pagina ${page} van 4`).join(' ')
    const marks = [...text.matchAll(/Pagina (\d) van 4/g)].map(({ 0: words, 1: page, index }) => ({
      start: index,
      end: index + words.length,
      page: Number(page),
    }))
    expect(runningTitles(text, marks, [])).toHaveLength(prints)
  })

  it('«Pagina 2» without the last page is no word of an answer', () => {
    const text = `Vraag 1 ${asked[0]} Antwoord ${told[0]} Pagina 1 Vraag 2 ${asked[1]} Antwoord ${told[1]} Pagina 2 Vraag 3 ${asked[2]} Antwoord ${told[2]} Pagina 3`
    expect(texts(text)).toEqual(all)
    expect(answers(text.replace('Pagina 2', 'Pagina 7'))[1]).toBe(`${told[1]} Pagina 7`)
  })

  it('notes behind the last answer, one of them with a title that asks, on both sides of a page’s foot', () => {
    const text = `1. ${asked[0]}1\nAntwoord\n${told[0]}2\n2. ${asked[1]}\nAntwoord\n${told[1]}\n1\nTrouw, 3 mei 2023, «Wie betaalt de rekening?».\nPagina 1 van 1\n2\nKamerstuk 36 410, nr. 3.`
    expect(read(text).map(({ answer, footnotes }) => [answer, footnotes.map(({ mark }) => mark)])).toEqual([
      [told[0], ['1', '2']],
      [told[1], []],
    ])
  })

  it('an annex without empty lines', () => {
    const text = `Vragen en antwoorden\n1\n${asked[0]}\n${told[0]}\n2\n${asked[1]}\n${told[1]}\n3\n${asked[2]}\n${told[2]}\nBijlage 1\nOverzicht van de bruggen in Overijssel.`
    expect(answers(text)).toEqual(told)
  })

  it('the cells of a table, each in a block of its own, are rows', () => {
    const cells = ['2020', '2021', 'Noord', '14.798', '9.682', 'Zuid', '71.245', '93.328']
    const printed = ['De aantallen zijn:', ...cells.flatMap((cell) => [cell, '']), told[0]]
    expect(withCellsInRows(printed)).toEqual([
      'De aantallen zijn:',
      '2020 2021',
      'Noord 14.798 9.682',
      'Zuid 71.245 93.328',
      told[0],
    ])
    for (const other of [
      ['Er waren', '12', '', '14', '', 'bruggen open.'],
      // A label and two figures may be something else.
      ['De aantallen zijn:', '2020', '', '2021', '', 'Noord', '', '14.798', '', '9.682', '', 'Dat klopt.'],
    ])
      expect(withCellsInRows(other)).toEqual(other)
  })

  it('a number is missing where it stands once, and asks', () => {
    const missing = (before: string) => {
      const text = `1 ${asked[0]} ${before} 2 ${asked[1]} ${told[1]} 3 ${asked[2]}`
      const at = (number: number) => text.indexOf(`${number} ${asked[number - 1]}`)
      return missingNumbers(text, [at(1), at(3)]).map((place) => text.slice(place, place + 5))
    }
    expect(missing('Oost 12 30')).toEqual(['2 Wie'])
    expect(missing('Oost 12 30 2 Wat dan?')).toEqual([])
    expect(missing('Zie artikel')).toEqual([])
  })
})
