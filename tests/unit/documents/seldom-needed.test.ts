import { describe, expect, it } from 'vitest'
import { parseQuestions } from '#utils/documents/parse/questions.ts'
import { linesOfText } from '#utils/documents/text.ts'
import { withColumnsInOrder } from '#utils/documents/text-columns.ts'

/** One paper each for rules that hardly any paper needs. */

const read = (text: string) => parseQuestions(linesOfText(text))
const pairs = (text: string) => read(text).map(({ number, question, answer }) => [number, question, answer])

describe('a question that begins with a word in small letters', () => {
  it('begins behind a number with a stop, though no sentence ends before it', () => {
    expect(
      pairs(
        'Lijst van vragen en antwoorden 1. Hoeveel scholen doen mee? In 2023 deden 120 scholen mee. 2. Welke scholen zijn dat? Zie het antwoord op vraag 1 3. mbo-instellingen kunnen zich ook aanmelden; hoeveel deden dat? Dat waren er 14. 4. Wat kost de regeling? De regeling kost 3 miljoen euro.',
      ),
    ).toEqual([
      ['1', 'Hoeveel scholen doen mee?', 'In 2023 deden 120 scholen mee.'],
      ['2', 'Welke scholen zijn dat?', 'Zie het antwoord op vraag 1'],
      ['3', 'mbo-instellingen kunnen zich ook aanmelden; hoeveel deden dat?', 'Dat waren er 14.'],
      ['4', 'Wat kost de regeling?', 'De regeling kost 3 miljoen euro.'],
    ])
  })

  it('stands behind its heading in one line', () => {
    expect(
      pairs(
        'Vraag 1 Hoeveel scholen doen mee?\nAntwoord 1 In 2023 deden 120 scholen mee.\nVraag 2 mbo-instellingen kunnen zich ook aanmelden. Hoeveel deden dat?\nAntwoord 2 zzp’ers en scholen samen: 14.',
      ),
    ).toEqual([
      ['1', 'Hoeveel scholen doen mee?', 'In 2023 deden 120 scholen mee.'],
      ['2', 'mbo-instellingen kunnen zich ook aanmelden. Hoeveel deden dat?', 'zzp’ers en scholen samen: 14.'],
    ])
  })
})

it('a sentence that begins as the heading of an answer goes on, in a text that has lost its lines', () => {
  const answers = [
    'In 2023 deden 120 scholen mee.',
    'Antwoord op vraag 2: hier hebben wij geen overzicht van.',
    'De regeling kost 3 miljoen euro.',
  ]
  expect(
    read(
      `Vraag 1 Hoeveel scholen doen mee? Antwoord op vraag 1 ${answers[0]} Vraag 2 Welke scholen zijn dat? ${answers[1]} Vraag 3 Wat kost de regeling? Antwoord op vraag 3 ${answers[2]}`,
    ).map(({ answer, doubts }) => [answer, doubts]),
  ).toEqual(answers.map((answer) => [answer, []]))
})

it('a figure between the pages that questions are asked about leaves the numbers behind it in their order', () => {
  expect(
    read(
      'Lijst van vragen 1 Hoeveel scholen doen mee aan de regeling in de provincie? 18 2 Waarom daalt het aantal, gezien de uitleg bij tabel 5 van bijlage 12. 14 45 Plus-scholen? 18 3 Wat kost de regeling per jaar? 19 4 Welke gemeenten doen niet mee? 20 5 Hoe wordt dit gevolgd? 21',
    ).map(({ number, page }) => [number, page]),
  ).toEqual([
    ['1', '18'],
    ['2', '18'],
    ['3', '19'],
    ['4', '20'],
    ['5', '21'],
  ])
})

it('a long statement before the page asked about is the answer’s, where the page is the table’s last column', () => {
  const answer =
    '12.000 leerlingen in het primair onderwijs, 8.000 in het voortgezet onderwijs en 4.000 in het middelbaar beroepsonderwijs kregen in het schooljaar 2022-2023 extra les, in groepen van ten hoogste acht leerlingen en door een bevoegde docent gegeven.'
  const list = `Nr. Vraag Antwoord Blz.
1 Hoeveel scholen doen mee aan de regeling? 120 scholen in alle provincies deden in 2023 mee. 14
2 Hoeveel leerlingen bereikt de regeling? ${answer} 15
In het lopende jaar zijn dat er iets meer.
3 Wat kost de regeling? 3 miljoen euro per jaar. 16`
  expect(read(list)[1]).toMatchObject({
    question: 'Hoeveel leerlingen bereikt de regeling?',
    answer: `${answer}\n\nIn het lopende jaar zijn dat er iets meer.`,
    page: '15',
  })
})

describe('no question is in doubt', () => {
  const answers = ['Drie miljoen euro in totaal.', 'Tien per provincie, verdeeld over de regio.', 'Vijf procent.']

  it.each([
    [
      'that begins in small letters, where all do',
      ['kosten in 2023?', 'aantal scholen per provincie?', 'groei in 2024?'],
    ],
    [
      'that ends without its mark, where all do',
      [
        'Is bekend wat de regeling kost? Zo ja, hoeveel is dat',
        'Hoeveel scholen doen mee? En hoe zijn die verdeeld',
        'Groeit de regeling? Zo ja, met hoeveel',
      ],
    ],
  ])('%s', (_, questions) => {
    const text = questions.map((question, at) => `Vraag ${at + 1}\n${question}\nAntwoord ${at + 1}\n${answers[at]}`)
    expect(read(text.join('\n')).map(({ question, doubts }) => [question, doubts])).toEqual(
      questions.map((question) => [question, []]),
    )
  })
})

it('a table whose columns are named as questions stays as it is, by the names of its rows', () => {
  const page = `                    Vraag 1                         Vraag 2
Basisonderwijs      7,4                             6,9
Voortgezet          7,1                             6,2
Beroepsonderwijs    6,8                             6,5
Speciaal onderwijs  7,9                             7,0`
  expect(withColumnsInOrder(page)).toBe(page)
})
