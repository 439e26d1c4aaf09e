import { describe, expect, it } from 'vitest'
import { linesOfHtml } from '#utils/documents/html/lines.ts'
import { parseQuestions } from '#utils/documents/parse/questions.ts'
import { linesOfText } from '#utils/documents/text.ts'

const read = (text: string) => parseQuestions(linesOfText(text))
const pairs = (text: string) => read(text).map(({ number, question, answer }) => [number, question, answer])

describe('which numbers are questions', () => {
  it('figures of a table that answers are none', () => {
    const { lines } = linesOfHtml(
      `<div class="stuk"><p>1</p><p>Kunt u de uitgaven per artikel geven?</p><table><tr><td>1</td><td>Sluizen</td><td>4.100</td></tr>
      <tr><td>2</td><td>Bruggen</td><td>3.050</td></tr></table><p>2</p><p>Waarom is artikel 2 lager?</p><p>Er is later verleend.</p></div>`,
    )
    expect(parseQuestions(lines).map(({ number, answer }) => [number, answer])).toEqual([
      ['1', '1\tSluizen\t4.100\n2\tBruggen\t3.050'],
      ['2', 'Er is later verleend.'],
    ])
  })

  it('chapters of a report are none, though they ask', () => {
    expect(
      read(
        '1 Inleiding\nHoe staat het met de sluizen? Dat is onderzocht.\n\n2 Aanpak\nEr is veel gemeten. Waarom niet alles? Er was geen tijd.\n\n3 Slot\nDat is alles.',
      ),
    ).toEqual([])
  })

  it('a question may begin with a figure', () => {
    expect(
      pairs(
        '1. Klopt het?\nJa, dat klopt.\n\n2. 30 procent is niet uitgegeven. Waarom niet?\nDat kwam door vertraging.\n\n3. En nu?\nNu niet.',
      ).map(([number]) => number),
    ).toEqual(['1', '2', '3'])
  })

  it('one number may be set otherwise than the rest', () => {
    const items = ['1.', '2.', '3', '4.', '5.'].map((number) => `${number} Wat is er met zaak ${number[0]}?\n\nNiets.`)
    expect(pairs(items.join('\n\n')).map(([number]) => number)).toEqual(['1', '2', '3', '4', '5'])
  })

  it('the marks of notes that the format names do not take a question’s number', () => {
    const { lines } = linesOfHtml(
      `<div class="stuk"><p>1</p><p>Klopt het?<sup><a class="nootnum" href="#n1">1</a></sup></p><p>Ja, volgens artikel 8A.1 klopt het.</p><p>2</p><p>Waarom?</p><p>Daarom niet.</p></div>
      <div id="noten"><div class="voet noot" id="supernote-note-ID-1"><sup><span class="nootnum">1</span></sup><p>Jaarverslag, blz. 3.</p></div></div>`,
    )
    expect(parseQuestions(lines).map(({ number, answer }) => [number, answer])).toEqual([
      ['1', 'Ja, volgens artikel 8A.1 klopt het.'],
      ['2', 'Daarom niet.'],
    ])
  })
})

describe('where the answer stands', () => {
  it('all answers may follow all questions, under the same numbers', () => {
    expect(
      pairs(
        '1\nIs de brug veilig?\n\n2\nWanneer is zij nagezien?\n\n3\nWat bleek toen?\n\nAntwoord\n\nAntwoord van Minister Bakker (Verkeer).\n\n1\nJa.\n\n2 en 3\nZij is in mei nagezien. Er bleek niets.',
      ),
    ).toEqual([
      ['1', 'Is de brug veilig?', 'Ja.'],
      ['2', 'Wanneer is zij nagezien?', 'Zij is in mei nagezien. Er bleek niets.'],
      ['3', 'Wat bleek toen?', 'Zij is in mei nagezien. Er bleek niets.'],
    ])
  })

  it('a column of answers holds short ones too', () => {
    const row = (number: number, question: string, answer: string) =>
      `<tr><td>${number}</td><td>${question}</td><td>${answer}</td></tr>`
    const { lines } = linesOfHtml(
      `<table>${row(1, 'Hoeveel sluizen zijn er?', 'In totaal zijn er zestien sluizen in beheer.')}${row(2, 'En hoeveel bruggen?', 'Ruim 160.')}${row(3, 'Waarom zijn er zoveel bruggen?', 'Omdat er veel water is in dit land.')}</table>`,
    )
    expect(parseQuestions(lines).map(({ answer }) => answer)[1]).toBe('Ruim 160.')
  })

  it('a wide gap in a line under a heading is no column', () => {
    const question = 'Wat gebeurt      er met de 2.100 huizen die\n     leegstaan op het terrein?'
    expect(pairs(`Vraag 1\n${question}\n\nAntwoord 1\nZij gaan weg.\n`)).toEqual([
      ['1', 'Wat gebeurt er met de 2.100 huizen die leegstaan op het terrein?', 'Zij gaan weg.'],
    ])
  })

  it('a heading that begins a sentence stays with it', () => {
    expect(
      pairs(
        'Vraag 1\nKlopt het?\nVraag 2\nWaarom?\nAntwoord op vragen 1 en 2: hier hebben wij geen onderzoek naar verricht.',
      ).map(([, , answer]) => answer),
    ).toEqual([
      'Antwoord op vragen 1 en 2: hier hebben wij geen onderzoek naar verricht.',
      'Antwoord op vragen 1 en 2: hier hebben wij geen onderzoek naar verricht.',
    ])
  })

  it('a question that the answer repeats is not part of it', () => {
    expect(
      pairs('Vraag 1\nWaarom was de sluis dicht?\nAntwoord 1\nWaarom was de sluis dicht?\n\nVanwege onderhoud.'),
    ).toEqual([['1', 'Waarom was de sluis dicht?', 'Vanwege onderhoud.']])
  })

  it('a page in brackets is the page asked about', () => {
    const [first, second] = read(
      'Vraag 1\n(pagina 8-9) Waarom was de sluis dicht?\nAntwoord 1\nJa.\nVraag 2\nHoe lang? (blz. 12)\nAntwoord 2\nLang.',
    )
    expect([first?.question, first?.page]).toEqual(['Waarom was de sluis dicht?', '8-9'])
    expect([second?.question, second?.page]).toEqual(['Hoe lang?', '12'])
  })

  it('a sentence that ends several pages is no running title', () => {
    const page = (number: number) =>
      `${number}\nWat is er met zaak ${number}?\n\nDaar is niets mee aan de hand.\n\n${number + 1}\nEn met zaak ${number + 1}?\n\nZie het antwoord op vraag ${number}.\n`
    expect(read([1, 3, 5, 7].map(page).join('\f')).map(({ answer }) => answer !== '')).toEqual(Array(8).fill(true))
  })
})

describe('joint headings', () => {
  it('are parted where each question ends a line', () => {
    const [first, second] = read(
      'Vraag 1 en 2\nKlopt het dat de\nsluis dicht was?\nWaarom was dat?\nAntwoord 1 en 2\nJa.',
    )
    expect([first?.question, second?.question]).toEqual(['Klopt het dat de sluis dicht was?', 'Waarom was dat?'])
    expect(first?.doubts).toEqual([])
  })
})

describe('tables in answers', () => {
  it('keep a line for each row, a tab between the cells', () => {
    const answer = (table: string) =>
      read(`Vraag 1\nHoeveel?\nAntwoord 1\nHieronder de aantallen.\n\n${table}`)[0]?.answer
    const expected = 'Hieronder de aantallen.\n\nNoord\t512\t26%\nZuid\t433\t22%'
    expect(answer('Noord\t512\t26%\nZuid\t433\t22%')).toBe(expected)
    expect(answer('Noord      512     26%\nZuid       433     22%')).toBe(expected)
    expect(answer('Noord 512 26%\nZuid 433 22%')).toBe(expected)
  })

  it('are not made of sentences that end in figures', () => {
    expect(read('Vraag 1\nHoeveel?\nAntwoord 1\nDat waren er in 2023\nen daarna 512.')[0]?.answer).toBe(
      'Dat waren er in 2023 en daarna 512.',
    )
  })
})

describe('what a reader should check', () => {
  const doubts = (text: string) => read(text).map((question) => question.doubts)
  const item = (number: number, answer = 'Dat was onderhoud aan de deuren.') =>
    `Vraag ${number}\nWaarom was sluis ${number} dicht?\n\n${answer}\n\n`

  it('a question without an answer among answered ones shares the next one’s, as a guess', () => {
    const questions = read(`${item(1)}${item(2)}Vraag 3\nEn sluis 3?\n\n${item(4)}${item(5)}`)
    expect(questions.map(({ answeredWith }) => answeredWith)).toEqual([[], [], ['3', '4'], ['3', '4'], []])
    expect(questions.map((question) => question.doubts)).toEqual([[], [], ['doubtful-split'], [], []])
  })

  it('an answer that stops in the middle of a sentence', () => {
    expect(doubts(`${item(1)}${item(2, 'Dat was onderhoud aan de deuren en ook aan de')}${item(3)}`)).toEqual([
      [],
      ['doubtful-split'],
      [],
    ])
  })

  it('an answer that holds the words of a note', () => {
    expect(
      doubts(`${item(1)}${item(2, 'Dat was onderhoud.\n\n7 Inspectie Waterwerken, jaarverslag.')}${item(3)}`)[1],
    ).toEqual(['doubtful-split'])
  })

  it('an answer before a gap that asks something itself', () => {
    const text = `${item(1)}${item(2, 'Dat was onderhoud. Vraag drie Waarom was sluis 3 dicht? Dat was ijs.')}${item(4)}`
    expect(doubts(text)).toEqual([[], ['doubtful-split'], ['number-gap']])
  })

  it('numbers that nobody printed', () => {
    const questions = read(
      '2024Z18775\n\nVragen van het lid Smit (SP) aan de minister van Financiën over sluizen\n\nKent u het bericht?\n\nKlopt het dat de sluis dicht was? Zo ja, waarom?\n\nWanneer gaat zij open?\n',
    )
    expect(questions.map(({ number, question }) => [number, question])).toEqual([
      ['1', 'Kent u het bericht?'],
      ['2', 'Klopt het dat de sluis dicht was? Zo ja, waarom?'],
      ['3', 'Wanneer gaat zij open?'],
    ])
    expect(questions.flatMap((question) => question.doubts)).toEqual([])
  })

  it('what asks and does not end so, among questions whose numbers nobody printed', () => {
    const head = 'Vragen van het lid Smit (SP) aan de minister van Financiën over sluizen\n\n'
    expect(doubts(`${head}Kent u het bericht?\n\nWaarom is de sluis dicht? Dat is al het derde jaar.\n`)).toEqual([
      [],
      ['doubtful-split'],
    ])
    expect(doubts(`${head}Kent u het bericht?\n\nWaarom?\n\nWij lezen meer.\n\nIs dat waar?\n`)).toEqual([
      [],
      ['doubtful-split'],
    ])
  })

  it('an answer within a question, a heading within an answer, a title of the page', () => {
    for (const answer of [
      'Dat was ijs. Vraaq 9 Waarom was sluis 9 dicht? Dat weet niemand.',
      'Dat was ijs. Vragen over het rapport Sluizen (Tweede Kamer, vergaderjaar 2019-2020, 35 101, nr. 2) Ook wind.',
      'Dat was ijs. 3 Kosten van sluizen, tabel 2. Ook wind.',
      'en dat was ijs.',
      'Dat was ijs, wind en,',
      'Zie https://voorbeeld.nl/sluizen-in- beheer-2020/bijlage.',
    ]) {
      expect(doubts(`${item(1)}${item(2, answer)}${item(3)}`)).toEqual([[], ['doubtful-split'], []])
    }
    const asked = 'Vraag 2\nWaarom was sluis 2 dicht? Dat was ijs. Het is nu weg. Gaat zij open?\nAntwoord 2\nJa.\n\n'
    expect(doubts(`Vraag 1\nWaarom?\nAntwoord 1\nIJs.\n\n${asked}`)).toEqual([[], ['doubtful-split']])
  })

  it('no numbers that begin again for each member', () => {
    const of = (name: string) => `Vragen van het lid ${name} (SP)\n\n${item(1)}${item(2)}${item(3)}`
    expect(doubts(of('Smit') + of('Bos'))).toEqual([[], [], [], [], [], []])
  })

  it('nothing where all is plain', () => {
    expect(doubts(`${item(1)}${item(2)}${item(3)}`)).toEqual([[], [], []])
  })
})

describe('what stands beside a question', () => {
  it('the papers that question and answer name, each once', () => {
    const [only] = read(
      'Vraag 1\nKent u Kamerstuk 31 332, nr. 86?\nAntwoord 1\nJa, Kamerstuk 31 332, nr. 86 en 2023D19158 ken ik.',
    )
    expect(only?.references).toEqual(['kst-31332-86', '2023D19158'])
  })

  it('a question whose second line asks on at the left edge of its number', () => {
    const line = (text: string, startsBlock: boolean) => ({ text, startsBlock, page: 1, x: 60 })
    const lines = [
      ...[line('1. Klopt het dat het aantal ponten in 2025 is gedaald?', true), line('Zo ja, hoe komt dat?', false)],
      line('Twee ponten zijn verkocht.', true),
      ...[line('2. Wat kost een overtocht met de pont bij Culemborg?', true), line('€ 1,20.', true)],
    ]
    expect(parseQuestions(lines).map(({ question, answer }) => [question, answer])).toEqual([
      ['Klopt het dat het aantal ponten in 2025 is gedaald? Zo ja, hoe komt dat?', 'Twee ponten zijn verkocht.'],
      ['Wat kost een overtocht met de pont bij Culemborg?', '€ 1,20.'],
    ])
  })

  it('its place on the page, where the format has positions', () => {
    const line = { page: 1, startsBlock: true, x: 60 }
    const [first] = parseQuestions([
      { ...line, text: 'Vraag 1', y: 112 },
      { ...line, text: 'Klopt het?', y: 130 },
      { ...line, text: 'Antwoord 1', y: 150 },
      { ...line, text: 'Ja.', y: 168 },
    ])
    expect(first?.top).toBe(112)
    expect(read('Vraag 1\nKlopt het?\nAntwoord 1\nJa.')[0]).not.toHaveProperty('top')
  })
})
