import { describe, expect, it } from 'vitest'
import { withTablesInRows } from '#utils/documents/flat/tables.ts'
import { parseDocument, parseQuestions } from '#utils/documents/parse/questions.ts'
import { linesOfText } from '#utils/documents/text.ts'

const questions = (text: string) => parseQuestions(linesOfText(text))
const head = 'Lijst van vragen en antwoorden over het beheer van de kaden\n\n'
/** So long that no line is. */
const flatHead =
  'Lijst van vragen en antwoorden. De vaste commissie heeft over het beheer van de kaden en de steigers een aantal vragen voorgelegd aan de minister, die deze vragen heeft beantwoord bij brief van 3 mei. Vragen en antwoorden zijn hierna afgedrukt. De griffier van de commissie, Bakker '

describe('pages asked about between the number and the question', () => {
  const rows = [
    '1 11 Wie beheert de kade in Tiel?\nDe gemeente.',
    '2 14 Hoeveel steigers zijn er?\nVier.',
    '3 14 Wat kost een steiger?\nDat verschilt.',
  ]
  it('are the pages of the questions, in lines and without', () => {
    for (const text of [
      `${head}Nr. Blz. Vraag Antwoord\n${rows.join('\n')}`,
      `${flatHead}Nr. Blz. Vraag Antwoord ${rows.join(' ').replaceAll('\n', ' ')}`,
    ]) {
      expect(questions(text).map(({ number, page, question }) => [number, page, question])).toEqual([
        ['1', '11', 'Wie beheert de kade in Tiel?'],
        ['2', '14', 'Hoeveel steigers zijn er?'],
        ['3', '14', 'Wat kost een steiger?'],
      ])
    }
  })

  it('are none where a printed code is broken there, or where they fall', () => {
    const coded = questions(`${head}${rows.join('\n').replaceAll(/ 1[14] /g, ' 2024 D30421 ')}`)
    expect(coded[0]?.code).toBe('2024D30421')
    const falling = questions(`${head}1 11 Wie beheert?\nWij.\n2 9 Hoeveel?\nVier.\n3 5 Wat?\nDat.`)
    expect(falling.map(({ page }) => page)).not.toContain('11')
  })
})

describe('a third figure in such rows', () => {
  const read = (second: string, third: string) =>
    questions(
      `${head}1 17 Wie beheert de kade in Tiel?\nDe gemeente.\n2 19 ${second} Gemeenten hebben steigers. Welke?\nVier.\n3 20 ${third}Wat kost een steiger?\nDat verschilt.`,
    ).map(({ page, question }) => [page, question])

  it('is the last page asked about, where there is a column of them', () => {
    expect(read('21', '22 ')).toEqual([
      ['17', 'Wie beheert de kade in Tiel?'],
      ['19-21', 'Gemeenten hebben steigers. Welke?'],
      ['20-22', 'Wat kost een steiger?'],
    ])
  })

  it('is what the question begins with, where there is none, and where the pages would fall', () => {
    for (const [figure, third] of [
      ['25', ''],
      ['4', '4 '],
    ] as const) {
      expect(read(figure, third).map(([page]) => page)).toEqual(['17', '19', '20'])
      expect(read(figure, third)[1]?.[1]).toBe(`${figure} Gemeenten hebben steigers. Welke?`)
    }
  })
})

describe('tables that a text prints column by column', () => {
  const answer = 'De schade staat hieronder.'
  const table = 'Kade\nTiel\nGrave\nHeel\n\nDagen\n11\n23\n9\n\nBedrag\n412.000\n1.806.000\n95.500\n'
  const read = (columns: string) =>
    questions(`${head}1\nHoe groot is de schade?\n${answer}\n${columns}\n2\nWat nu?\nDat wordt onderzocht.`)

  it('are put in rows, and doubted', () => {
    const [first, second] = read(table)
    expect(first?.answer).toContain('Tiel\t11\t412.000\nGrave\t23\t1.806.000\nHeel\t9\t95.500')
    expect(first?.doubts).toContain('doubtful-split')
    expect(second?.answer).toBe('Dat wordt onderzocht.')
  })

  it('may have an empty head, a long one, and the next number among their columns', () => {
    expect(read('Tiel\nGrave\n\n2023\n11\n23\n\n2024\n9\n8\n')[0]?.answer).toContain('Tiel\t11\t9\nGrave\t23\t8')
    expect(read('Kade\nTiel\nGrave\n\nDagen\ndicht\n11\n23\n')[0]?.answer).toContain('Tiel\t11\nGrave\t23')
  })

  it('stay as they are where each block is a row, or the columns differ in length', () => {
    const rows = read('Kade\nDagen\nAandeel\n\nTiel\n11\n12%\n\nGrave\n23\n31%\n')[0]?.answer.replaceAll(/\s+/g, ' ')
    expect(rows).toContain('Tiel 11 12% Grave 23 31%')
    const uneven = read('Kade\nTiel\nGrave\nHeel\nEefde\n\nDagen\n11\n23\n')[0]?.answer.replaceAll(/\s+/g, ' ')
    expect(uneven).toContain('Tiel Grave Heel Eefde Dagen 11 23')
  })

  it('take no line twice, where words end one table and another one follows', () => {
    const answer = read(
      'Kade\nTiel\nGrave\nHeel\n\nDagen\n11\n23\n9\n\nStaat\nGoed\nMatig\nSlecht\n\nLasten\n4.100\n2.100\n4\n7\n',
    )[0]
    expect(answer?.answer.match(/Matig/g)).toHaveLength(1)
  })

  it('are told in text without lines by the kinds of their figures', () => {
    const { text, tables } = withTablesInRows(
      'Zie de tabel. Kade Tiel Grave Heel Schade 412.000 1.806.000 95.500 Aandeel 18% 78% 4% Dat is veel.',
    )
    expect(text).toContain('Kade Schade Aandeel\nTiel 412.000 18%\nGrave 1.806.000 78%\nHeel 95.500 4%\n')
    expect(tables).toHaveLength(1)
  })

  it('are no such tables where the text has their rows in order', () => {
    for (const text of [
      'Zie de tabel. Kade Schade Aandeel Tiel 412.000 18% Grave 1.806.000 78% Heel 95.500 4% Dat is veel.',
      'Zie de tabel. Land Verzoeken Toegewezen Indonesië 5 4 Sri Lanka 1 1 Nigeria 1 1 Dat is alles.',
      'In 2023 2024 is niets gedaan.',
    ])
      expect(withTablesInRows(text).text).toBe(text)
  })
})

describe('numbers that stand in a column before their questions', () => {
  const column = '1\n\n2\n\n3\n'
  it('are put before them, where as many paragraphs ask', () => {
    const found = questions(
      `${head}${column}\nWie beheert de kade?\nAntwoord\nDe gemeente.\nHoeveel steigers zijn er?\nAntwoord\nVier.\nWat kost een steiger?\nAntwoord\nDat verschilt.`,
    )
    expect(found.map(({ number, question, answer }) => [number, question, answer])).toEqual([
      ['1', 'Wie beheert de kade?', 'De gemeente.'],
      ['2', 'Hoeveel steigers zijn er?', 'Vier.'],
      ['3', 'Wat kost een steiger?', 'Dat verschilt.'],
    ])
    for (const { doubts } of found) expect(doubts).toContain('doubtful-split')
  })

  it('take the pages beside them along, and no figure of an answer', () => {
    const found = questions(
      `${head}1\n\n21\n\n2\n\n24\n\n3\n\n30\n\nWie beheert de kade in Tiel?\nHoeveel steigers zijn er?\nWat kost een steiger?\nDe gemeente.\nVier, en in Heel\n4\ndaarvan.`,
    )
    expect(found.map(({ number, page, question }) => [number, page, question])).toEqual([
      ['1', '21', 'Wie beheert de kade in Tiel?'],
      ['2', '24', 'Hoeveel steigers zijn er?'],
      ['3', '30', 'Wat kost een steiger?'],
    ])
  })

  it('are an answer’s figures where each question has its number with it', () => {
    const ranks = 'Als volgt.\nRang\n1\n2\n3\nStad\nTiel\nGrave\nHeel'
    for (const number of ['Vraag 1\n', '1. ', '1 ']) {
      const [first, second, third] = ['1', '2', '3'].map((own) => number.replace('1', own))
      const found = questions(
        `${head}${first}Wie beheert de kade?\nAntwoord\nDe gemeente.\n${second}Welke steden staan bovenaan?\nAntwoord\n${ranks}\n${third}Wat kost een steiger?\nAntwoord\nDat verschilt.`,
      )
      expect(found.map(({ answer }) => answer.replaceAll(/\s+/g, ' '))).toEqual([
        'De gemeente.',
        ranks.replaceAll(/\s+/g, ' '),
        'Dat verschilt.',
      ])
    }
  })

  it('leave the names of their columns among what stands in no record', () => {
    const { questions: found, rest } = parseDocument(
      linesOfText(
        `${head}Nr\n${column}Vraag\n\nWie beheert de kade?\nAntwoord\nDe gemeente.\nHoeveel steigers zijn er?\nAntwoord\nVier.\nWat kost een steiger?\nAntwoord\nDat verschilt.`,
      ),
    )
    expect(found).toHaveLength(3)
    expect(rest.find(({ kind }) => kind === 'furniture')?.text).toBe('Nr\nVraag')
  })

  it('are all kept where two headings stand together', () => {
    const text = `${head}${column}\n4\n\nWie beheert de kade?\nAntwoord\nAntwoord\nHoeveel steigers zijn er?\nAntwoord\nVier.`
    const words = (all: string) => all.split(/\s+/).sort()
    expect(
      words(
        linesOfText(text)
          .map((line) => line.text)
          .join(' '),
      ),
    ).toEqual(words(text))
  })

  it('give no records of pages where the questions cannot be told', () => {
    const text = `${head}41\n85\nWie beheert de kade in Tiel?\n42\n\n87\n\n43\n\n89\n\nHoeveel steigers zijn er? In Tiel\nen Heel.\n44\n\n91\n\nWat kost een steiger?\nVier. Hoeveel dan?`
    expect(questions(text).map(({ number }) => number)).not.toContain('85')
  })
})

describe('numbers that are chosen from a longer list', () => {
  it('are no pages, where a stop stands behind them', () => {
    const items = [
      '4. Wie beheert?\nWij:\n1\n2\n3',
      '7. Wat nu?\nNiets.',
      '9. Hoeveel kost dat?\nWeinig.',
      '12. Waarom?\nDaarom.',
    ]
    expect(questions(head + items.join('\n')).map(({ number }) => number)).toEqual(['4', '7', '9', '12'])
    expect(questions(flatHead + items.join(' ').replaceAll('\n', ' '))).not.toEqual([])
  })
})

describe('numbers without a stop in text without lines', () => {
  const items =
    '14 Wie beheert de kade? De gemeente. 17 Hoeveel steigers zijn er? Vier. 20 Wat kost een steiger? Dat verschilt. 25 Wat kost een kade? Veel.'

  it('may be chosen from a longer list', () => {
    expect(questions(flatHead + items).map(({ number }) => number)).toContain('25')
  })

  it('are pages, where the numbers of the questions stand among its words', () => {
    expect(questions(`${flatHead}Nr. 1 2 3 4 Blz. ${items}`)).toEqual([])
  })
})

describe('titles of chapters in text without looks', () => {
  const items = [
    'Algemeen\n1\nWie beheert de kade?\nDe gemeente beheert de kade.',
    'Familie- en buurtvervoer\n2\nHoeveel steigers zijn er?\nEr zijn vier steigers.',
    'Kosten\n3\nWat kost een steiger?\nDat verschilt.',
  ]
  it('are no words of the answer above, in lines and without', () => {
    for (const text of [head + items.join('\n'), flatHead + items.join(' ').replaceAll('\n', ' ')]) {
      const found = questions(text)
      expect(found.map(({ answer }) => answer)).toEqual([
        'De gemeente beheert de kade.',
        'Er zijn vier steigers.',
        'Dat verschilt.',
      ])
    }
  })

  it('are kept among what stands in no record', () => {
    const { rest } = parseDocument(linesOfText(head + items.join('\n')))
    expect(rest.filter(({ kind }) => kind === 'between').map(({ text }) => text)).toEqual([
      'Familie- en buurtvervoer\nKosten',
    ])
  })

  it('are none where a sentence has lost its stop', () => {
    const ends = ['De minister deelt die zorg niet', 'Het kabinet komt daar op terug', 'Dat staat in de brief']
    const list = ends.map((end, at) => `${at + 1}\nWie beheert kade ${at + 1}?\nDat doet de gemeente.\n${end}`)
    for (const { answer } of questions(`${head}Algemeen\n${list.join('\n')}\n4\nWat nu?\nNiets.`).slice(0, 3))
      expect(ends.some((end) => answer.endsWith(end))).toBe(true)
  })

  it('are none right behind what asks: «Wie diende de motie in?», «De Groot»', () => {
    const found = questions(`${head}Algemeen\n1\nWie diende de motie in?\nDe Groot\n2\nWaarom?\nDaarom was dat.`)
    expect(found[0]?.answer).toBe('De Groot')
  })
})

describe('a written consultation in text', () => {
  const text =
    'VERSLAG VAN EEN SCHRIFTELIJK OVERLEG\nI Vragen en opmerkingen vanuit de fracties\nVragen en opmerkingen van de leden van de VVD-fractie\nVraag 1\nWie beheert de kade?\nVragen en opmerkingen van de leden van de D66-fractie\nVraag 2\nWat kost een steiger?\nII Reactie van de minister\nIk dank de leden voor hun inbreng. Hieronder ga ik in op de vragen.\nAntwoorden op de vragen van de leden van de VVD-fractie\nAntwoord 1\nDe gemeente.\nAntwoorden op de vragen van de leden van de D66-fractie\nAntwoord 2\nDat verschilt.\n2'

  it('has no heads of factions in its answers, and no page below a heading begins another answer', () => {
    const answers = questions(text.replace('Antwoord 2\n', 'Antwoord 2\n1\n')).map(({ answer }) => answer)
    expect(answers[0]).toBe('De gemeente.')
    expect(answers[1]).toMatch(/Dat verschilt\.$/)
  })
})
