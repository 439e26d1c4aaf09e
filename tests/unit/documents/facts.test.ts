import { describe, expect, it } from 'vitest'
import { factsOf } from '#tests/fixtures/facts.ts'
import { answerersOf, signedIn } from '#utils/documents/facts/answerers.ts'
import { isoDateOf } from '#utils/documents/facts/dates.ts'
import { headText } from '#utils/documents/facts/head-text.ts'
import { askersOf, partyHeadingOf } from '#utils/documents/facts/people.ts'
import { parseDocument } from '#utils/documents/parse/questions.ts'
import { readDocument } from '#utils/documents/read.ts'
import { linesOfText } from '#utils/documents/text.ts'
import { wordFile } from './word-file.ts'

const read = (text: string) => parseDocument(linesOfText(text))
const paragraphs = (...texts: readonly string[]) =>
  texts.map((text) => `<w:p><w:r><w:t>${text.replaceAll('>', '&gt;')}</w:t></w:r></w:p>`).join('')
const item =
  '\nVraag 1\nKlopt het dat de sluis dicht was?\nAntwoord 1\nJa.\nVraag 2\nWaarom?\nAntwoord 2\nDat was nodig.\n'
const asked = '\nVraag 1\nKlopt het dat de sluis dicht was?\nVraag 2\nWaarom was dat?\n'

describe('dates in Dutch words', () => {
  it.each([
    ['3 november 2024', '2024-11-03'],
    ['30 Oktober 2024', '2024-10-30'],
    ['18 november2024', '2024-11-18'],
    ['1 maart 2023, kenmerk', '2023-03-01'],
    ['03-11-2024', '2024-11-03'],
    ['31 februari 2024', null],
    ['november 2024', null],
    ['3 2024', null],
  ])('%s', (text, date) => {
    expect(isoDateOf(text)).toBe(date)
  })
})

describe('who asks', () => {
  it.each<[string, [string | null, string | null][]]>([
    ['het lid Jansma (CDA)', [['Jansma', 'CDA']]],
    ['het lid DaniëlleJansma (Nieuw Sociaal Contract)', [['Daniëlle Jansma', 'Nieuw Sociaal Contract']]],
    [
      'de leden Van den Berg (VVD) en De Wit (ChristenUnie)',
      [
        ['Van den Berg', 'VVD'],
        ['De Wit', 'ChristenUnie'],
      ],
    ],
    [
      'de leden Bos en Van der Laan (beiden D66)',
      [
        ['Bos', 'D66'],
        ['Van der Laan', 'D66'],
      ],
    ],
    [
      'de leden Bos (Volt), Smit (SP) en Vos (PvdD)',
      [
        ['Bos', 'Volt'],
        ['Smit', 'SP'],
        ['Vos', 'PvdD'],
      ],
    ],
    [
      'de leden Bos, Smit (Volt), Vos (PvdD) en Kuiper (SP)',
      [
        ['Bos', 'Volt'],
        ['Smit', 'Volt'],
        ['Vos', 'PvdD'],
        ['Kuiper', 'SP'],
      ],
    ],
    [
      'de leden Bos, Smit en Vos (allen PVV)',
      [
        ['Bos', 'PVV'],
        ['Smit', 'PVV'],
        ['Vos', 'PVV'],
      ],
    ],
    ['het lid Martens-Amerika (VVD)', [['Martens-Amerika', 'VVD']]],
    ['het lid Smit', [['Smit', null]]],
    ['de leden van de VVD-fractie', [[null, 'VVD']]],
    ['de leden van de fractie van GroenLinks-PvdA', [[null, 'GroenLinks-PvdA']]],
    [
      'de leden van de fracties van de VVD en het CDA',
      [
        [null, 'VVD'],
        [null, 'CDA'],
      ],
    ],
    ['de Minister van Financiën', []],
  ])('%s', (text, people) => {
    expect(askersOf(text).map(({ name, party }) => [name, party])).toEqual(people)
  })

  it.each<[string, (string | null)[] | null]>([
    ['Vragen van de leden van de VVD-fractie', ['VVD']],
    ['Vragen van de leden Bos en Smit', [null, null]],
    ['Vragen en opmerkingen van de leden van de PVV-fractie:', ['PVV']],
    ['Inbreng van de leden van de fractie van D66', ['D66']],
    ['II. Vragen van de leden van de SP-fractie', ['SP']],
    ['VVD-fractie', ['VVD']],
    ['De leden van de VVD-fractie vragen waarom de sluis dicht was.', null],
    ['De leden van de VVD-fractie hebben met interesse kennisgenomen van de brief', null],
    ['De fractie', null],
    ['Vragen over de sluis', null],
  ])('as a heading: %s', (text, parties) => {
    expect(partyHeadingOf(text)?.map(({ party }) => party) ?? null).toEqual(parties)
  })
})

it('a compound name that a line’s end parts at its hyphen is one word', () => {
  const rows = ['Vragen van het lid Van Kent-', 'Maas over sport- en speelplaatsen'].map((text) => ({
    text,
    startsBlock: false,
  }))
  expect(headText(rows)).toBe('Vragen van het lid Van Kent-Maas over sport- en speelplaatsen')
})

describe('who answers', () => {
  it.each<[string, [string | null, string, string | null][]]>([
    ['Minister Bakker (Financiën)', [['Bakker', 'minister', 'Financiën']]],
    [
      'Minister Bakker – Van de Klerk (Asiel en Migratie), mede namens de Ministers voor Buitenlandse Handel en Ontwikkelingshulp en vanBuitenlandse Zaken',
      [
        ['Bakker – Van de Klerk', 'minister', 'Asiel en Migratie'],
        [null, 'minister', 'Buitenlandse Handel en Ontwikkelingshulp'],
        [null, 'minister', 'Buitenlandse Zaken'],
      ],
    ],
    [
      'staatssecretaris Van Dam (Volksgezondheid, Welzijn enSport)',
      [['Van Dam', 'staatssecretaris', 'Volksgezondheid, Welzijn en Sport']],
    ],
    ['de Minister van Infrastructuur en Waterstaat', [[null, 'minister', 'Infrastructuur en Waterstaat']]],
    ['niemand', []],
  ])('%s', (text, people) => {
    expect(answerersOf(text).map((person) => [person.name, person.function, person.ministry])).toEqual(people)
  })
})

describe('what a document says of itself', () => {
  it('an answer in the Aanhangsel', () => {
    const { facts } = read(`Tweede Kamer der Staten-Generaal
Vergaderjaar 2024–2025 Aanhangsel van de Handelingen
812
Vragen van de leden Bos en Smit (beiden VVD) aan de Minister van
Infrastructuur en Waterstaat over het bericht «Sluis over drie maanden
open» (ingezonden 30 oktober 2024).
Antwoord van Minister Bakker (Infrastructuur en Waterstaat), mede namens
de Minister van Financiën (ontvangen 19 november 2024). Zie ook Aanhangsel Handelingen, vergaderjaar 2024–2025, nr. 344.${item}ah-tk-20242025-812
Tweede Kamer, vergaderjaar 2024–2025, Aanhangsel 1`)
    expect(facts).toEqual({
      type: 'answers',
      askedBy: [
        { name: 'Bos', party: 'VVD' },
        { name: 'Smit', party: 'VVD' },
      ],
      answeredBy: [
        { name: 'Bakker', function: 'minister', ministry: 'Infrastructuur en Waterstaat' },
        { name: null, function: 'minister', ministry: 'Financiën' },
      ],
      askedOn: '2024-10-30',
      answeredOn: '2024-11-19',
      dossier: null,
      subject: 'het bericht «Sluis over drie maanden open»',
      printedIds: ['ah-tk-20242025-812'],
    })
  })

  it('written questions, not answered yet', () => {
    const { facts } = read(
      `2024Z18775\n\n(ingezonden 20 november 2024)\n\nVragen van het lid Smit (SP) aan de minister van Financiën over de kosten van sluizen\n${asked}`,
    )
    expect(facts).toMatchObject({
      type: 'written-questions',
      askedBy: [{ name: 'Smit', party: 'SP' }],
      answeredBy: [],
      askedOn: '2024-11-20',
      answeredOn: null,
      subject: 'de kosten van sluizen',
      printedIds: ['2024Z18775'],
    })
  })

  it('a postponement, which is no answer', () => {
    const { facts, questions, rest } = read(
      `Vragen van het lid Smit (SP) aan de Minister van Financiën over sluizen (ingezonden 1 mei 2024).\nMededeling van Minister Bakker (Financiën) (ontvangen 21 mei 2024).${asked}Mededeling\nDe vragen kunnen niet binnen de gebruikelijke termijn worden beantwoord.`,
    )
    expect(facts).toMatchObject({ type: 'postponement', askedOn: '2024-05-01', answeredOn: '2024-05-21' })
    expect(questions.map(({ answer }) => answer)).toEqual(['', ''])
    expect(rest.at(-1)).toMatchObject({ kind: 'outside' })
  })

  it.each([
    [
      'that is all there is',
      'AH 615\n2024Z17538\nMededeling van staatssecretaris Bakker (Natuur) (ontvangen 20 november 2024)\n\nOp 6 november jl. hebben de leden Bos en Smit (beiden VVD) vragen gesteld over buffels.\n',
      '2024-11-20',
    ],
    [
      'as a letter',
      'Datum 3 november 2024\nBetreft Uitstel beantwoording\n\nGeachte voorzitter,\n\nHierbij deel ik u mee dat de vragen van de leden Bos en Smit niet binnen de gestelde termijn van drie weken kunnen worden beantwoord.\n',
      '2024-11-03',
    ],
  ])('a postponement %s: kept without a question', async (_, letter, answeredOn) => {
    const { facts, questions, rest = [] } = await readDocument(new TextEncoder().encode(letter))
    expect(facts).toMatchObject({ type: 'postponement', answeredOn })
    expect(questions).toEqual([])
    expect(rest.map(({ text }) => text).join(' ')).toContain('leden Bos en Smit')
  })

  it('no letter that is late in anything else', async () => {
    const letter =
      'Geachte voorzitter,\n\nDe vragen zijn beantwoord. De sluis is niet binnen de gestelde termijn gebouwd.\n'
    await expect(readDocument(new TextEncoder().encode(letter))).rejects.toThrow('no-questions')
  })

  it('a ministry’s letter', () => {
    const { facts } = read(
      `Datum 3 november 2024\nBetreft Beantwoording vragen over sluizen\n\nGeachte voorzitter,\n\nHierbij zend ik u, mede namens de minister van Financiën, de antwoorden op de vragen van de leden Bos (VVD) en Smit (SP) over de kosten van sluizen (ingezonden 2 oktober 2024, kenmerk 2024Z18775).\n${item}`,
    )
    expect(facts).toMatchObject({
      type: 'answers',
      askedBy: [
        { name: 'Bos', party: 'VVD' },
        { name: 'Smit', party: 'SP' },
      ],
      answeredBy: [{ name: null, function: 'minister', ministry: 'Financiën' }],
      askedOn: '2024-10-02',
      answeredOn: '2024-11-03',
      subject: 'de kosten van sluizen',
      printedIds: ['2024Z18775'],
    })
  })

  it('a letter in the ministries’ template, with the answers as its annex', async () => {
    const subject = 'de kosten van de sluis bij Terschuur'
    const { facts, heading } = await readDocument(
      wordFile({
        // The template's running head has an older date.
        header: paragraphs('Datum', '11 april 2024', 'Ons kenmerk', '5401166'),
        body: paragraphs(
          ...['> Retouradres Postbus 1 2500 EA Den Haag', 'Aan de Voorzitter van de Tweede Kamer', 'Datum 16 mei 2024'],
          `Onderwerp Beantwoording Kamervragen van de leden Bos, Vos (Volt) en Smit (SP) over ${subject}`,
          `In antwoord op uw brief van 5 april 2024, nr. 2024Z11859, deel ik u mede dat de vragen van de leden Bos, Vos (Volt) en Smit (SP) over ${subject} worden beantwoord zoals aangegeven in de bijlage van deze brief.`,
          ...[
            'Mede namens de minister van Financiën,',
            'De minister van Infrastructuur en Waterstaat,',
            'A.B. van der Klerk',
          ],
          'Antwoorden van de minister van Infrastructuur en Waterstaat, mede namens de minister van Financiën op Kamervragen',
          `van de leden Bos, Vos (Volt) en Smit (SP) over ${subject}.`,
          ...['Vraag 1', 'Klopt het dat de sluis dicht was?', 'Antwoord op vraag 1', 'Ja.'],
          ...['Vraag 2', 'Waarom was dat?', 'Antwoord op vraag 2', 'Dat was nodig.'],
        ),
      }),
    )
    expect(heading).toBe(`Beantwoording Kamervragen van de leden Bos, Vos (Volt) en Smit (SP) over ${subject}`)
    expect(facts).toEqual({
      type: 'answers',
      askedBy: [
        { name: 'Bos', party: 'Volt' },
        { name: 'Vos', party: 'Volt' },
        { name: 'Smit', party: 'SP' },
      ],
      answeredBy: [
        { name: 'A.B. van der Klerk', function: 'minister', ministry: 'Infrastructuur en Waterstaat' },
        { name: null, function: 'minister', ministry: 'Financiën' },
      ],
      askedOn: null,
      answeredOn: '2024-05-16',
      dossier: null,
      subject,
      printedIds: ['2024Z11859'],
    })
  })

  it.each([
    ['on lines', '\n', '\n\n'],
    ['in text that has lost its lines', '  ', '   '],
  ])('a letter of the court of audit, %s', async (_, end, gap) => {
    const letter = [
      `Algemene Rekenkamer${gap}BEZORGEN${end}De Voorzitter van de Tweede Kamer der Staten-Generaal${gap}DATUM 13 juni 2014${end}`,
      `BETREFT Beantwoording vragen Tweede Kamer over het rapport Sluizen van het Rijk${gap}UW KENMERK${gap}O N S K E N M E R K 14003 R${gap}`,
      `Geachte mevrouw Bos,${gap}Hierbij bieden wij u de op 12 juni 2014 vastgestelde antwoorden aan op de door de vaste commissie voor Onderwijs, Cultuur en Wetenschap gestelde vragen over ons rapport Sluizen van het Rijk (Tweede Kamer, vergaderjaar 2013-2014, 33 930 XVI, nr. 2).`,
    ].join('')
    const { facts, heading } = await readDocument(new TextEncoder().encode(`${letter}\n${item}`))
    expect(heading).toBe('Beantwoording vragen Tweede Kamer over het rapport Sluizen van het Rijk')
    expect(facts).toMatchObject({
      type: 'question-and-answer-list',
      askedBy: [{ name: 'vaste commissie voor Onderwijs, Cultuur en Wetenschap', party: null }],
      answeredBy: [{ name: null, function: 'Algemene Rekenkamer', ministry: null }],
      answeredOn: '2014-06-13',
      subject: 'ons rapport Sluizen van het Rijk',
    })
  })

  it.each([
    ['De Minister van Financiën,\nA.B. Bakker', 'A.B. Bakker', 'Financiën'],
    [
      'De staatssecretaris van Volksgezondheid, Welzijn en Sport,\nDr. A. de Wit-Bos',
      'A. de Wit-Bos',
      'Volksgezondheid, Welzijn en Sport',
    ],
    ['De minister voor Klimaat en Energie, R.A.A. Bakker', 'R.A.A. Bakker', 'Klimaat en Energie'],
    ['De Minister van Financiën,\nEva van den Berg – Smit', 'Eva van den Berg – Smit', 'Financiën'],
  ])('who signs: %s', (text, name, ministry) => {
    expect(signedIn(text)).toMatchObject([{ name, ministry }])
  })

  it('a minister who is only named signs nothing', () => {
    expect(signedIn('De minister van Financiën heeft dat gezegd. De minister van Defensie\nWaarom was dat?')).toEqual(
      [],
    )
  })

  it('a committee’s list of questions and answers', () => {
    const { facts } = read(
      `Tweede Kamer der Staten-Generaal\nVergaderjaar 2023–2024\n36 560 XII Jaarverslag en slotwet van het Ministerie van Infrastructuur en Waterstaat 2023\nNr. 7 LIJST VAN VRAGEN EN ANTWOORDEN\nVastgesteld 4 juni 2024\nDe vaste commissie voor Infrastructuur en Waterstaat heeft een aantal vragen voorgelegd aan de Minister van Infrastructuur en Waterstaat over het jaarverslag 2023. De vragen zijn op 23 mei 2024 voorgelegd.${item}`,
    )
    expect(facts).toMatchObject({
      type: 'question-and-answer-list',
      askedBy: [{ name: 'vaste commissie voor Infrastructuur en Waterstaat', party: null }],
      askedOn: '2024-05-23',
      answeredOn: '2024-06-04',
      dossier: '36560-XII',
      subject: 'het jaarverslag 2023',
    })
  })

  it('says nothing where nothing is said', () => {
    expect(read(item).facts).toEqual(factsOf({}))
  })

  it('headings tell who asks which question, and stay out of the answers', () => {
    const { questions } = read(
      'Lijst van vragen\n\nVragen van de leden van de VVD-fractie\n1\nWat kost de sluis?\n\nDe sluis kost 3 miljoen euro.\n2\nWaarom zoveel?\n\nDat kost een sluis.\nVragen van de leden van de SP-fractie\n3\nWanneer gaat zij open?\n\nIn mei gaat zij open.',
    )
    expect(questions.map(({ number, answer, askedBy }) => [number, answer, askedBy?.[0]?.party])).toEqual([
      ['1', 'De sluis kost 3 miljoen euro.', 'VVD'],
      ['2', 'Dat kost een sluis.', 'VVD'],
      ['3', 'In mei gaat zij open.', 'SP'],
    ])
  })
})

describe('a signature in small letters above the questions', () => {
  const letter = (signed: string) =>
    `Geachte voorzitter,\n\nHierbij de antwoorden, mede namens de Minister van Binnenlandse Zaken.\n\n${signed}\n${item}`

  it('names who answers', () => {
    const tol = { name: 'Anneke van der Tol', function: 'minister', ministry: 'Infrastructuur en Waterstaat' }
    const office = 'de minister van Infrastructuur en Waterstaat,'
    expect(read(letter(`Hoogachtend,\n\n${office}\n\n\nAnneke van der Tol`)).facts.answeredBy[0]).toEqual(tol)
    expect(read(letter(`Hoogachtend,\n${office}\nAnneke van der Tol`)).facts.answeredBy[0]).toEqual(tol)
    expect(read(letter(`${office}\n\nA. van der Tol`)).facts.answeredBy[0]?.name).toBe('A. van der Tol')
  })

  it('is none within a sentence', () => {
    expect(signedIn('Dat zei de minister van Financiën, Piet Tol, in mei.')).toEqual([])
    expect(signedIn('Zo zag de minister van Financiën, Piet Tol 3 kansen.')).toEqual([])
  })
})
