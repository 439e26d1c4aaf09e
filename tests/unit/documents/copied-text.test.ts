import { describe, expect, it } from 'vitest'
import { runningTitles } from '#utils/documents/flat/running-title.ts'
import { parseDocument, parseQuestions } from '#utils/documents/parse/questions.ts'
import { linesOfText } from '#utils/documents/text.ts'

/** Text in the ways in which people get it out of a paper: sent on, copied page by page, extracted. */

const questions = (text: string) => parseQuestions(linesOfText(text))
const pairs = (text: string) => questions(text).map(({ number, question, answer }) => [number, question, answer])
const flat = (text: string) => text.replace(/\s+/g, ' ').trim()

describe('a list that was sent on in a message', () => {
  const list =
    'Lijst van vragen en antwoorden\n\n1\n\nWie beheert de kade in Tiel?\n\nDe gemeente.\n\n2\n\nHoeveel steigers zijn er?\n\n4 gemeenten hebben er een.'
  const quoted = list.replaceAll(/^/gm, '> ').replaceAll(/ +$/gm, '')

  it('is read without the signs before its lines', () => {
    const expected = [
      ['1', 'Wie beheert de kade in Tiel?', 'De gemeente.'],
      ['2', 'Hoeveel steigers zijn er?', '4 gemeenten hebben er een.'],
    ]
    expect(pairs(`Hoi,\n\nZie hieronder.\n\nGroet, Kim\n\n${quoted}`)).toEqual(expected)
    expect(pairs(quoted.replaceAll('>', '>>'))).toEqual(expected)
  })

  it('keeps the signs of a list within an answer', () => {
    const points = 'Vraag 1\nWelke steden?\nAntwoord\nHet gaat om:\n> Tiel\n> Ede\nDat is alles.'
    expect(questions(points)[0]?.answer).toContain('> Tiel')
  })
})

describe('a mark that an extraction parted from its sentence', () => {
  const page = (mark: string) =>
    `Vraag 1\nKent u het bericht over de kade?${mark}\nAntwoord 1\nJa.\n\n1 Trouw, 3 mei 2025, p. 4.\n\fVraag 2\nHoeveel steigers zijn er?\nAntwoord 2\nVier.`

  it('is taken out where a note at the foot has its number', () => {
    const [first] = questions(page(' 1'))
    expect(first).toMatchObject({
      question: 'Kent u het bericht over de kade?',
      answer: 'Ja.',
      footnotes: [{ mark: '1', text: 'Trouw, 3 mei 2025, p. 4.' }],
    })
  })

  it('stays where none has', () => expect(questions(page(' 7'))[0]?.question).toMatch(/\? 7$/))

  it('stands alone on its line before the answer', () => {
    const text =
      'Lijst van vragen en antwoorden\n1\nKent u het bericht over de kade?\n1\nJa.\n2\nHoeveel steigers zijn er?\nEr zijn er vier.\n2\nTwee liggen in Tiel.\n1 Trouw, 3 mei 2025, p. 4.\n2 Kamerstuk 30 420, nr. 61.'
    expect(pairs(text)).toEqual([
      ['1', 'Kent u het bericht over de kade?', 'Ja.'],
      ['2', 'Hoeveel steigers zijn er?', 'Er zijn er vier. Twee liggen in Tiel.'],
    ])
  })
})

describe('notes in a text that has lost its pages', () => {
  const text =
    '1.\nKent u het bericht over de kade?1\nAntwoord vraag 1:\nJa.\n2.\nHoeveel steigers zijn er?2\nAntwoord vraag 2:\n1 Trouw, 3 mei 2025, p. 4.\n2 Kamerstuk 30 420, nr. 61.\nEr zijn er vier.\n3.\nWat kost een steiger?\nAntwoord vraag 3:\nDat verschilt.'

  it('are told from the answer that they stand in', () => {
    const [, second] = questions(text)
    expect(second).toMatchObject({ answer: 'Er zijn er vier.', footnotes: [{ mark: '2' }] })
  })

  it('are told behind the last answer of a text without lines', () => {
    const list = `Lijst van vragen en antwoorden over het beheer van de kaden. ${'De commissie heeft deze vragen gesteld aan de minister. '.repeat(4)}1 Kent u het bericht over de kade?1 Ja. 2 Hoeveel steigers zijn er?2 Er zijn er vier. 1 Trouw, 3 mei 2025, p. 4. 2 Kamerstuk 30 420, nr. 61.`
    expect(questions(list).at(-1)).toMatchObject({
      answer: 'Er zijn er vier.',
      footnotes: [{ mark: '2', text: 'Kamerstuk 30 420, nr. 61.' }],
    })
  })

  it('are none without marks, where they cite nothing', () => {
    const list =
      'Vraag 1\nWelke steden doen mee?\nAntwoord 1\nDit zijn de steden.\n1 Tiel doet mee sinds 2024.\n2 Ede doet mee sinds 2025.\nVraag 2\nWaarom?\nAntwoord 2\nDaarom.'
    expect(questions(list)[0]?.answer).toContain('Ede doet mee')
  })
})

describe('answers printed below all questions of a page', () => {
  const page = [
    'Vragen en antwoorden over kaden',
    'Nr.',
    'Vraag',
    '1',
    'Wie beheert de kade in Tiel?',
    'Beheer',
    '2',
    'Hoeveel steigers telt de gemeente?',
    '3',
    'Is de minister bereid het baggeren te vergoeden?',
    '',
    'Antwoord',
    'De kade in Tiel is in beheer bij het waterschap.',
    'Dat is geregeld in een overeenkomst.',
    'De gemeente telt 14 steigers.',
    'Nee. Het baggeren is een taak van de beheerder.',
  ]
  const expected = [
    [
      '1',
      'Wie beheert de kade in Tiel?',
      'De kade in Tiel is in beheer bij het waterschap. Dat is geregeld in een overeenkomst.',
    ],
    ['2', 'Hoeveel steigers telt de gemeente?', 'De gemeente telt 14 steigers.'],
    ['3', 'Is de minister bereid het baggeren te vergoeden?', 'Nee. Het baggeren is een taak van de beheerder.'],
  ]
  const read = (text: string) => pairs(text).map((pair) => pair.map((part) => flat(part ?? '')))

  it('go to the question whose words they hold, and are doubted', () => {
    const text = `${page.join('\n')}\n\f`
    expect(read(text)).toEqual(expected)
    expect(questions(text).every(({ doubts }) => doubts.includes('doubtful-split'))).toBe(true)
  })

  it('do so in text without lines', () => {
    const lead = 'Hierbij zend ik u de antwoorden op de vragen van de commissie over de kaden en steigers. '.repeat(3)
    const text = `${lead}${flat(
      page
        .slice(1)
        .filter((line) => line !== 'Beheer')
        .join(' '),
    )}`
    expect(read(text)).toEqual(expected)
    expect(questions(text).every(({ doubts }) => doubts.includes('doubtful-split'))).toBe(true)
  })

  it('keep the page asked about below each number', () => {
    const paged = page.flatMap((line) =>
      line === 'Nr.' ? [line, 'Blz.'] : /^[123]$/.test(line) ? [line, `${line}7`] : [line],
    )
    expect(questions(`${paged.join('\n')}\n\f`).map(({ page: asked }) => asked)).toEqual(['17', '27', '37'])
  })

  it('stay where more questions stand below the head', () => {
    const mixed = page.toSpliced(12, 0, 'Wat kost een steiger?', 'Wie betaalt dat?')
    expect(questions(mixed.join('\n')).some(({ answer }) => answer === 'De gemeente telt 14 steigers.')).toBe(false)
  })
})

describe('a table laid out by characters', () => {
  const above = [
    'Nr.   Vraag                          Antwoord',
    '1     Wie beheert de kade bij de     De gemeente heeft die in haar eigendom en',
    '      sluis?                         doet het onderhoud.',
  ]
  const below = [
    '3     Wat kost het beheer per jaar   Dat kost een ton per jaar, waarvan de',
    '      aan de gemeente?               helft wordt vergoed.',
  ]
  const second = (...rows: readonly string[]) => questions([...above, ...rows, ...below].join('\n'))[1]

  it('parts columns where a long line leaves one blank', () => {
    const read = second(
      '2     Hoeveel steigers zijn er nu in Er zijn er veertien, waarvan drie alleen',
      '      Tiel en Ede, en hoeveel er     in de zomer open zijn voor charters.',
      '      vorig jaar waren?              Vorig jaar waren het er twaalf.',
    )
    expect(read?.question).toBe('Hoeveel steigers zijn er nu in Tiel en Ede, en hoeveel er vorig jaar waren?')
    expect(read?.answer).toMatch(/^Er zijn er veertien, .* twaalf\.$/)
  })

  it('doubts a row whose answer stands nowhere', () => {
    const read = second(
      '2     Hoeveel steigers zijn er nu Er zijn er veertien, en',
      '      in Tiel? Vorig jaar twaalf.',
    )
    expect(read?.doubts).toContain('doubtful-split')
  })
})

describe('what stands at the edges of a page', () => {
  it('is a foot whose page stands far to the right', () => {
    const foot = (page: number) => `Tweede Kamer, vergaderjaar 2024–2025, 36 740 VII, nr. 9${' '.repeat(40)}${page}`
    const text = `Lijst van vragen en antwoorden\n1\nWie beheert de kade?\nDe gemeente.\n\n${foot(1)}\n\f2\nHoeveel steigers zijn er?\nVier.\n\n${foot(2)}\n`
    expect(pairs(text).map(([, , answer]) => answer)).toEqual(['De gemeente.', 'Vier.'])
  })

  it('is the number of each of two pages', () => {
    const text = `Lijst van vragen en antwoorden\n1.  Wie beheert de kade?\nDe gemeente.\n\n1\n\f2.  Hoeveel steigers zijn er?\nVier.\n\n2\n`
    expect(pairs(text).map(([, , answer]) => answer)).toEqual(['De gemeente.', 'Vier.'])
  })

  it('is the head of a table whose narrow column broke a name', () => {
    const lines = [
      '1',
      'Wie beheert de kade?',
      'De gemeente',
      'Nr Vraag Documen Blz.',
      't',
      'Tiel doet dat.',
      '2',
      'Hoeveel steigers zijn er?',
      'Vier.',
    ]
    const { questions: found, rest } = parseDocument(linesOfText(`Lijst van vragen en antwoorden\n${lines.join('\n')}`))
    expect(flat(found[0]?.answer ?? '')).toBe('De gemeente Tiel doet dat.')
    expect(rest.some(({ text }) => text.includes('Documen'))).toBe(true)
  })
})

describe('numbers in a text without lines', () => {
  const lead = 'Lijst van vragen en antwoorden over de kaden, zoals die door de commissie zijn gesteld. '.repeat(4)

  it('are questions behind the signs of a list that were set apart', () => {
    const text = `${lead}1 Welke steden doen mee? Antwoord Dit zijn ze: • Tiel; Ede; Wijchen. • • 2 Hoeveel steigers zijn er? Antwoord Vier.`
    expect(questions(text).map(({ number }) => number)).toEqual(['1', '2'])
  })

  it('are no numbers with pages where they end a code that a column broke', () => {
    const rows = [1, 2, 3, 4].map(
      (n) => `${n} Wie beheert kade ${n} in Tiel? 2025D341 1${n} ${20 + n} De gemeente doet dat.`,
    )
    const found = questions(`${lead}Nr Vraag Document Blz. ${rows.join(' ')}`)
    expect(found.map(({ code, page, answer }) => [code, page, answer])).toEqual(
      [1, 2, 3, 4].map((n) => [`2025D3411${n}`, `${20 + n}`, 'De gemeente doet dat.']),
    )
  })
})

describe('headings and marks of a list', () => {
  it('begin with any number where they stand within their lines and one stands alone', () => {
    const one = (n: number) => `Vraag ${n}: Wie beheert kade ${n}?\nAntwoord:\nDe gemeente.`
    const text = `${[101, 102, 103].map(one).join('\n')}\nVragen 104 en 105:\nWie betaalt dat?\nHoe lang nog?\nAntwoord:\nHet Rijk.\n${one(106)}`
    expect(questions(text).map(({ number }) => number)).toEqual(['101', '102', '103', '104', '105', '106'])
  })

  it('have pages in brackets behind their numbers, in text without lines too', () => {
    const lead = 'Vragen en antwoorden over het beheer van de kaden, gesteld door de commissie. '.repeat(4)
    const rows = [1, 2, 3].map((n) => `${n}) (blz. ${10 + n}) Wie beheert kade ${n} in Tiel? De gemeente doet dat.`)
    expect(questions(lead + rows.join(' ')).map(({ number, page }) => [number, page])).toEqual([
      ['1', '11'],
      ['2', '12'],
      ['3', '13'],
    ])
  })

  it('stand before signs and dashes in text without lines', () => {
    const lead = 'Vragen en antwoorden over het beheer van de kaden, gesteld door de commissie. '.repeat(4)
    const expected = [
      ['1', 'Wie beheert de kade?', 'De gemeente.'],
      ['2', 'Hoeveel steigers zijn er?', '14, waarvan drie in Ede.'],
    ]
    const signs = '1) Wie beheert de kade? > De gemeente. 2) Hoeveel steigers zijn er? > 14, waarvan drie in Ede.'
    const dashes =
      '1 – Wie beheert de kade? Antwoord – De gemeente. 2 – Hoeveel steigers zijn er? Antwoord – 14, waarvan drie in Ede.'
    expect(pairs(lead + signs)).toEqual(expected)
    expect(pairs(lead + dashes)).toEqual(expected)
  })

  it('are followed by the page with a stroke before the last', () => {
    const text =
      'Vraag 1\nWie beheert de kade?\nAntwoord\nDe gemeente.\n\n1|2\n\fVraag 2\nWaarom?\nAntwoord\nDaarom.\n\n2|2\n'
    expect(pairs(text).map(([, , answer]) => answer)).toEqual(['De gemeente.', 'Daarom.'])
  })

  it('are questions at a page’s foot with the page asked about behind them', () => {
    const text =
      'Lijst van vragen\nNr Vraag Blz.\n1 Wie beheert de kade? 2\n2 Hoeveel steigers zijn er? 3\n3 Wat kost een steiger? 4\n'
    expect(questions(text).map(({ number, page }) => [number, page])).toEqual([
      ['1', '2'],
      ['2', '3'],
      ['3', '4'],
    ])
  })
})

describe('what papers cite alike', () => {
  it('is no title of a text without lines', () => {
    const told = Array.from({ length: 40 }, (_, at) => `De gemeente beheert kade ${at} al lang.`).join(' ')
    const cited = (years: string, nr: string) => `Aanhangsel Handelingen, vergaderjaar ${years}, nr. ${nr}`
    const text = `Antwoord van minister Bakker (ontvangen 2 oktober 2025) Zie ook ${cited('2024-2025', '3011')} 1. Kent u het bericht? ${told} 1 ${cited('2023-2024', '1987')}. ${told}`
    expect(runningTitles(text, [], [])).toEqual([])
  })

  it('has its mark behind an item, no greater than its number', () => {
    const lead = 'Vragen van het lid Smit (X) aan de minister over het beheer van de kaden. '.repeat(5)
    const list = `${lead}1. Kent u het bericht over de kade? 1 2. Hoeveel steigers zijn er? Antwoorden Antwoord 1 Ja, dat bericht ken ik. 1 Trouw, 3 mei 2025, p. 4. Antwoord 2 Vier.`
    expect(questions(list)[0]).toMatchObject({
      question: 'Kent u het bericht over de kade?',
      answer: 'Ja, dat bericht ken ik.',
    })
  })

  it('has its mark before the answer of an item', () => {
    const lead = 'Lijst van vragen en antwoorden over het beheer van de kaden, gesteld door de commissie. '.repeat(4)
    const list = `${lead}1 Kent u het bericht over de kade? 1 Ja. 2 Hoeveel steigers zijn er? Er zijn er vier in Tiel. 3 Waarom? Daarom is dat zo. 1 Trouw, 3 mei 2025, p. 4.`
    expect(pairs(list)).toEqual([
      ['1', 'Kent u het bericht over de kade?', 'Ja.'],
      ['2', 'Hoeveel steigers zijn er?', 'Er zijn er vier in Tiel.'],
      ['3', 'Waarom?', 'Daarom is dat zo.'],
    ])
  })
})

describe('a table that was copied row by row, in one line', () => {
  it('the number of a row stands behind the page of the row above', () => {
    const rows = [
      ['mbo-scholen vragen hierom. Klopt dat?', 'Ja.', 12],
      ['Aan welke eisen moet een pont voldoen?', 'Aan die van de wet. De inspectie ziet toe.', 14],
      ['zzp’ers vallen erbuiten. Waarom?', 'Zij hebben geen werkgever.', 14],
      ['Uit welk fonds komt het geld?', 'Uit dat van de provincie.', 19],
    ] as const
    const text = rows.map(([question, answer, page], index) => `${index + 1} ${question} ${answer} ${page}`).join(' ')
    const read = questions(`Beantwoording feitelijke vragen over de ponten Nr Vraag Antwoord Blz. ${text}`)
    expect(read.map(({ question, answer, page }) => [question, answer, Number(page)])).toEqual(rows)
  })
})

describe('a mark behind a question mark whose note is not in the text', () => {
  it('parts question and answer as the question mark does, and both are doubted', () => {
    const text =
      '1\nKent u het bericht «Pont vaart niet»?4 Ja. Het bericht is juist.\n2\nHoe lang duurt het?5 Tot mei.\n3\nWat kost het?\nDat is nog niet bekend.\n'
    expect(questions(text).map(({ question, answer, doubts }) => [question, answer, doubts.length > 0])).toEqual([
      ['Kent u het bericht «Pont vaart niet»?4', 'Ja. Het bericht is juist.', true],
      ['Hoe lang duurt het?5', 'Tot mei.', true],
      ['Wat kost het?', 'Dat is nog niet bekend.', false],
    ])
  })
})

describe('what an extraction printed out of its place', () => {
  const item = (number: number, question: string, answer: string) =>
    `Vraag ${number}\n${question}\nAntwoord ${number}\n${answer}\n\n`
  const first = item(1, 'Hoeveel sluizen zijn er?', 'Er zijn er negen.')
  const last = ['brug', 'kade', 'steiger', 'pont']
    .map((one, index) => item(index + 3, `Wie beheert de ${one}?`, 'De gemeente.'))
    .join('')
  const doubted = (question: string, answer: string) =>
    questions(`${first}${item(2, question, answer)}${last}`)
      .slice(0, 3)
      .map(({ doubts }) => doubts.length > 0)

  it('is doubted: a page alone between paragraphs, cells in a row, the head of a column', () => {
    const asked = 'Wat kost de sluis?'
    expect(doubted(asked, 'Dat is nog niet bekend.\n\n25\n\nHet onderzoek loopt.')).toEqual([false, true, false])
    expect(doubted(asked, 'Zie de tabel.\n\nTiel\n\n2018\n\n2019\n\n2020')).toEqual([false, true, false])
    expect(doubted(asked, 'Veel.\n\nNr')).toEqual([false, true, false])
    expect(doubted(asked, 'Per jaar:\n\n2023\n\nVeel geld.\n\n2024\n\nWeinig geld.')).toEqual([false, false, false])
    expect(doubted(asked, 'Het gaat om:\n\n- € 25 voor de deuren;\n- € 30 voor de kade.')).toEqual([
      false,
      false,
      false,
    ])
  })

  it('is doubted: a question whose beginning or end is gone, not one that was written so', () => {
    expect(doubted('Wat kost de sluis? Wanneer verwacht u dat de', 'Veel.')).toEqual([false, true, false])
    expect(doubted('onderhoud aan de sluis, en wat kost dat?', 'Veel.')).toEqual([false, true, false])
    expect(doubted('wat kost de sluis?', 'Veel.')).toEqual([false, false, false])
    expect(doubted('mbo-scholen vragen dit ook. Wat kost dat?', 'Veel.')).toEqual([false, false, false])
    expect(doubted('Wat kost de sluis? Graag per jaar', 'Veel.')).toEqual([false, false, false])
    for (const begun of ['lhbti-personen vragen', 'iPads zijn', '‘s-Hertogenbosch is', "'t Gooi is", 'pgb’s zijn']) {
      expect(doubted(`${begun} hierom bekend. Wat kost dat?`, `${begun} nog niet geteld.`)).toEqual([
        false,
        false,
        false,
      ])
    }
  })

  it('a page’s foot before the words of an answer, and a note’s address', () => {
    expect(doubted('Wat kost de sluis?', '21 4 Stb. 2021, 715. Veel.')).toEqual([false, true, false])
    expect(doubted('Wat kost de sluis?', 'Veel geld. 17 3')).toEqual([false, true, false])
    expect(doubted('Wat kost 36 10 Kamerstuk 31 373, nr. 20. de sluis?', 'Veel.')).toEqual([false, true, false])
    expect(doubted('Wat kost de sluis?', 'Infrastructuur en Waterstaat 2021Z04547 Ja.')).toEqual([false, true, false])
    expect(doubted('Wat kost de sluis?', 'Veel. 1 https://www.desluis.example/kosten.')).toEqual([false, true, false])
  })

  it('all of a page on which the numbers fall is doubted, not of one that starts again or whose answers are joint', () => {
    const of = (...numbers: number[]) =>
      questions(numbers.map((number) => item(number, `Wat kost sluis ${number}?`, 'Veel.')).join('')).map(
        ({ doubts }) => doubts.includes('doubtful-split'),
      )
    expect(of(1, 2, 5, 6, 3, 4)).toEqual([true, true, true, true, true, true])
    expect(of(1, 2, 3, 1, 2)).toEqual([false, false, false, false, false])
    const joint = 'Vraag 1, 3\nWat kost dat?\nAntwoord 1, 3\nVeel.\nVraag 2\nEn wanneer?\nAntwoord 2\nIn mei.'
    expect(questions(joint).at(-1)?.doubts).toEqual([])
  })
})

describe('counts before words in small letters', () => {
  const list = (...answers: string[]) =>
    answers
      .map((answer, at) => `Vraag ${at + 1} Wie beheert kade ${at + 1} in deze gemeente? Antwoord ${answer}`)
      .join(' ')
  const answers = (text: string) =>
    questions(`Beantwoording van vragen over de kades ${text}`).map(({ answer }) => answer)

  it('are no numbers of headings where headings of answers have none', () => {
    const told = [
      'De gemeente.',
      'Dat is niet bekend.',
      '2 mbo-scholen en 3 bedrijven.',
      'Twee. 3 e-mails gingen daarover.',
    ]
    expect(answers(list(...told))).toEqual(told)
  })

  it('are none where an answer begins with its own question’s number', () => {
    const told = ['De gemeente.', '2 mbo-scholen en 3 bedrijven.', 'Dat is niet bekend.']
    expect(answers(list(...told))).toEqual(told)
  })

  it('are counted from where all headings have numbers', () => {
    expect(answers(list('1 De gemeente.', '2 mbo-scholen en bedrijven.', '3 Niemand.'))).toEqual([
      'De gemeente.',
      'mbo-scholen en bedrijven.',
      'Niemand.',
    ])
  })

  it('are no marks of notes in answers under headings', () => {
    const told = ['Er zijn er drie.1 Dat is geteld. 1 co-financier betaalt mee. 2 ov-bedrijven niet.', 'Ja.', 'Nee.']
    expect(answers(`${list(...told)} 1 Kamerstuk 31 373, nr. 20.`)[0]).toBe(
      'Er zijn er drie. Dat is geteld. 1 co-financier betaalt mee. 2 ov-bedrijven niet.',
    )
  })

  it('numbered addresses that no mark points to stay in the answer', () => {
    const told = [
      'De cijfers staan op twee plaatsen. 1 https://www.kade.example 2 https://www.sluis.example',
      'Ja.',
      'Nee.',
    ]
    expect(answers(list(...told))).toEqual(told)
  })
})

describe('the head of a table in text without lines', () => {
  const head = 'Nr Vraag Document Blz.'

  it('is left out where it is printed again, the first time too if the text begins with it', () => {
    const text = `${head} 1 Hoeveel ponten varen er op de Lek? Er varen er zeven, waarvan drie in de ${head} winter. Dat is genoeg voor de provincie. 2 Wie betaalt de ponten? De provincie betaalt. 3 Is er een storing geweest? Nee.`
    expect(questions(text)[0]?.answer).toBe(
      'Er varen er zeven, waarvan drie in de winter. Dat is genoeg voor de provincie.',
    )
  })

  it('stays where sentences alone name it', () => {
    const asked = (at: number) =>
      `Vraag ${at} Wat staat onder Nr. Vraag in tabel ${at} van de bijlage? Antwoord ${at} Niets.`
    expect(questions([1, 2, 3, 4].map(asked).join(' ')).map(({ question }) => question)).toEqual(
      [1, 2, 3, 4].map((at) => `Wat staat onder Nr. Vraag in tabel ${at} van de bijlage?`),
    )
  })
})
