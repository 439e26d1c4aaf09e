import { describe, expect, it } from 'vitest'
import { parseQuestions } from '#utils/documents/parse/questions.ts'
import { linesOfText } from '#utils/documents/text.ts'

const questions = (text: string) => parseQuestions(linesOfText(text))
/** So long that no line is. */
const letter =
  'Geachte voorzitter, Hierbij zend ik u, mede namens de staatssecretaris, de antwoorden op de vragen van het lid Bos (SP) over de toestand van de sluizen in de Berkel en de Twentekanalen, die werden ingezonden op 3 mei en waarover uw Kamer binnenkort met mij van gedachten wisselt. Hoogachtend, '

describe('joint questions in one paragraph', () => {
  const joint = (head: string, asked: string) =>
    questions(
      `${letter}Vraag 1 Kent u het bericht? Antwoord 1 Ja. ${head} ${asked} Antwoord 2 en 3 Dat wordt onderzocht. `,
    )

  it('are one sentence each where as many sentences ask as the heading names', () => {
    const found = joint(
      'Vraag 2 en 3',
      'Wie houdt toezicht op de sluis? In 2019 was dat niemand. Sinds wanneer is dat zo?',
    )
    expect(found.map(({ question }) => question)).toEqual([
      'Kent u het bericht?',
      'Wie houdt toezicht op de sluis?',
      'In 2019 was dat niemand. Sinds wanneer is dat zo?',
    ])
    expect(found.map(({ doubts }) => doubts)).toEqual([[], [], []])
  })

  it('take what asks on from them along, and are doubted then', () => {
    const found = joint('Vraag 2 en 3', 'Klopt dat? Zo nee, waarom niet? Wanneer komt het rapport?')
    expect(found.map(({ question }) => question).slice(1)).toEqual([
      'Klopt dat? Zo nee, waarom niet?',
      'Wanneer komt het rapport?',
    ])
    expect(found[1]?.doubts).toContain('doubtful-split')
  })

  it('are doubted where the second may belong to the first, or a wish may be another question', () => {
    const follower = joint('Vraag 2 en 3', 'Klopt het dat de sluis dicht is? Zo nee, waarom niet?')
    expect(follower[1]?.doubts).toContain('doubtful-split')
    const wish = joint('Vraag 2 en 3', 'Klopt dat? Kunt u dit toelichten? Graag een overzicht van de kosten.')
    expect(wish[1]?.doubts).toContain('doubtful-split')
  })

  it('do not part at a question in quotes, and keep its quotes', () => {
    const found = joint(
      'Vraag 2 en 3',
      'Kent u het bericht «Wie betaalt de sluis?» (Stentor, 3 mei)? Wat vindt u daarvan?',
    )
    expect(found.map(({ question }) => question).slice(1)).toEqual([
      'Kent u het bericht «Wie betaalt de sluis?» (Stentor, 3 mei)?',
      'Wat vindt u daarvan?',
    ])
  })

  it('stay together where nothing tells them apart', () => {
    const found = joint('Vraag 2 en 3', 'Klopt dat? Hoe komt dat? Wie weet dat? Wat kost dat?')
    expect(found[1]?.question).toBe(found[2]?.question)
    expect(found[1]?.doubts).toContain('doubtful-split')
  })
})

describe('the edges of pages in a text that has lost its lines', () => {
  it('a note that breaks a sentence before a page’s foot is no word of it', () => {
    const text =
      letter +
      'Vraag 1 Hoeveel sluizen zijn er? Antwoord 1 Er zijn er 24 gepland.1 Vraag 2 Wie beheert ze? Antwoord 2 De meeste sluizen worden door de provincie beheerd en 1 Sluizenmonitor, december 2024, bijlage 2. ah-tk-20222023-611 ISSN 0921 - 7398 ’s-Gravenhage 2023 Tweede Kamer, vergaderjaar 2022–2023, Aanhangsel 1 enkele door het waterschap. Vraag 3 Kunt u dit delen? Antwoord 3 Ja.'
    const found = questions(text)
    expect(found.map(({ answer }) => answer.replace(/\s+/g, ' '))).toEqual([
      'Er zijn er 24 gepland.',
      'De meeste sluizen worden door de provincie beheerd en enkele door het waterschap.',
      'Ja.',
    ])
    expect(found[0]?.footnotes).toEqual([{ mark: '1', text: 'Sluizenmonitor, december 2024, bijlage 2.' }])
  })

  it.each([
    ['Dat gebeurt volgens artikel 2 Waterwet van 2009.', 'b. de andere sluizen volgen later.'],
    ['Daarover sprak de provincie met ruim 2 Vlaamse schippers.', 'b. de andere sluizen volgen later.'],
  ])('a figure of a sentence is no note’s where a list goes on behind the foot: «%s»', (before, behind) => {
    const text =
      letter +
      `Vraag 1 Hoeveel sluizen zijn er? Antwoord 1 Er zijn er 24 gepland.2 Vraag 2 Wie beheert ze? Antwoord 2 a. De provincie doet het. ${before} ah-tk-20222023-611 ISSN 0921 - 7398 ’s-Gravenhage 2023 Tweede Kamer, vergaderjaar 2022–2023, Aanhangsel 1 ${behind} Vraag 3 Kunt u dit delen? Antwoord 3 Ja.`
    expect(questions(text)[1]?.answer.replace(/\s+/g, ' ')).toBe(`a. De provincie doet het. ${before} ${behind}`)
  })

  it('a number of a joint heading before such a foot is the heading’s', () => {
    const text =
      letter +
      'Vraag 1 Hoeveel sluizen zijn er? Antwoord 1 Er zijn er 24. Vraag 2 en 3 Wie beheert ze? Wat kost dat? Antwoord 2 en 3 De meeste sluizen worden door de provincie beheerd (zie de bijlage bij deze brief) ah-tk-20222023-611 ISSN 0921 - 7398 ’s-Gravenhage 2023 Tweede Kamer, vergaderjaar 2022–2023, Aanhangsel 1 en enkele door het waterschap. Vraag 4 Kunt u dit delen? Antwoord 4 Ja.'
    expect(questions(text)[2]).toMatchObject({ number: '3', question: 'Wat kost dat?', answeredWith: ['2', '3'] })
  })

  it('a figure in a sentence that a page’s foot breaks is its own', () => {
    const text =
      letter +
      'Vraag 1 Hoeveel sluizen zijn er? Antwoord 1 In totaal zijn dat er in Gelderland 24 Tweede Kamer, vergaderjaar 2022–2023, Aanhangsel 1 grote en 3 kleine. Vraag 2 Kunt u dit delen? Antwoord 2 Ja.'
    expect(questions(text)[0]?.answer.replace(/\s+/g, ' ')).toBe(
      'In totaal zijn dat er in Gelderland 24 grote en 3 kleine.',
    )
  })

  it.each([
    'Tweede Kamer, vergaderjaar 2021–2022, 31 293, nr. 6 1',
    'Eerste Kamer, vergaderjaar 2023–2024, 36 555, C 2',
  ])('the foot of the last page goes: «%s»', (foot) => {
    const text = `${letter}Vraag 1 Kent u het bericht? Antwoord 1 Ja. Vraag 2 Wie houdt toezicht op deze sluizen? Antwoord 2 De inspectie houdt toezicht op alle sluizen van het Rijk. ${foot}`
    expect(questions(text)[1]?.answer).toBe('De inspectie houdt toezicht op alle sluizen van het Rijk.')
  })

  it('a citation at the end of a sentence stays', () => {
    const text =
      letter +
      'Vraag 1 Kent u het bericht? Antwoord 1 Ja. Vraag 2 Waar staat dat van deze sluizen precies beschreven? Antwoord 2 Dat staat in de brief van mei. Zie Tweede Kamer, vergaderjaar 2021–2022, 31 293, nr. 6.'
    expect(questions(text)[1]?.answer).toContain('nr. 6')
  })
})

describe('a misread name of the audit office', () => {
  const list = (name: string) =>
    `Vraag 1\nWat is onderzocht?\nAntwoord ${name}\nDe sluizen.\n\nVraag 2\nWaarom?\nAntwoord ${name}\nOp verzoek van de Kamer.\n`

  it.each(['Algemene Rekenkamer', 'Algemene Rekenkarner', 'Algernene Rekenkarner', 'Algemene Rekenkaner'])(
    '«Antwoord %s» is a heading',
    (name) => {
      expect(questions(list(name)).map(({ answer }) => answer)).toEqual(['De sluizen.', 'Op verzoek van de Kamer.'])
    },
  )

  it('keeps the sign behind it', () => {
    const text = `${letter}Vraag 1 Wat is onderzocht? Antwoord Algemene Rekenkarner: 24 sluizen. Vraag 2 Waarom? Antwoord Algemene Rekenkarner: 3 vragen van de Kamer leidden daartoe. `
    expect(questions(text).map(({ answer }) => answer)).toEqual([
      '24 sluizen.',
      '3 vragen van de Kamer leidden daartoe.',
    ])
  })

  it('another body is none', () => {
    expect(questions(list('Algemene Rekenkamers'))[0]?.answer).not.toBe('')
    expect(questions('Vraag 1\nWat?\nAntwoord 1\nAntwoord algemene bestuurskamer\nDat.\n')[0]?.answer).toContain(
      'bestuurskamer',
    )
  })
})

describe('what many answers lead to their tables with', () => {
  it('is no running title, where pages end behind it', () => {
    const foot = (page: number) => `Tweede Kamer, vergaderjaar 2021–2022, 35 925 VIII, nr. 6 ${page}`
    const asked = ['sluizen', 'gemalen', 'bruggen', 'duikers'].map(
      (subject, index) =>
        `${index + 1}. Wat is in 2021 en 2022 begroot voor ${subject}? Antwoord: De bedragen zijn als volgt (x € 1.000): Post 2021 2022 ${foot(index + 1)} Verplichtingen 8${index}.214 4${index}.543 Uitgaven 1${index}.906 4${index}.280 Voor ${subject} telt de provincie andere jaren.`,
    )
    const found = questions(`${letter}Lijst van vragen en antwoorden Vastgesteld 3 mei 2023 ${asked.join(' ')}`)
    expect(found).toHaveLength(4)
    for (const { answer } of found) expect(answer).toMatch(/^De bedragen zijn als volgt \(x € 1\.000\): Post 2021 2022/)
  })
})
