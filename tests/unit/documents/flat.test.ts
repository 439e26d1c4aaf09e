import { describe, expect, it } from 'vitest'
import { pageMarksOf } from '#utils/documents/flat/page-marks.ts'
import { parseQuestions } from '#utils/documents/parse/questions.ts'
import { linesOfText } from '#utils/documents/text.ts'
import { growthOf, tooMuch } from '../../cpu-time.ts'
import { written } from './written.ts'

const title =
  'Antwoorden Inspectie Waterwerken op vragen over rapport De staat van de sluizen (Tweede Kamer, vergaderjaar 2023-2024, 36 560 XII, nr. 7)'
const head = `Inspectie Waterwerken BEZORGEN De Voorzitter van de Tweede Kamer BETREFT ${title} Geachte voorzitter, Hierbij bieden wij u de antwoorden aan op de gestelde vragen. `

/** A letter on one line, its pages' edges in the middle of its sentences, as extractions flatten them. */
function flattened(setting: {
  readonly gap: string
  readonly number: (number: number) => string
  readonly answer: string
  /** The n-th print of the title, which a scan may misread. */
  readonly title?: (page: number) => string
}): string {
  const edge = setting.title ?? (() => title)
  const words = written
    .map((item, index) =>
      [`${setting.number(index + 1)} ${item.question}`, `${setting.answer}${item.paragraphs.join(' ')}`].join(
        `${setting.gap}${setting.gap} `,
      ),
    )
    .join(`${setting.gap}${setting.gap} `)
    .split(' ')
  const pages: string[] = []
  const length = Math.ceil(words.length / 4)
  for (let page = 0; page < 4; page += 1) pages.push(words.slice(page * length, (page + 1) * length).join(' '))
  return `${head}${edge(1)} 1/5 ${pages.map((text, page) => `${text} ${edge(page + 2)} ${page + 2}/5`).join(' ')} `
}

const read = (text: string) =>
  parseQuestions(linesOfText(text)).map(({ number, question, answer, doubts }) => ({
    number,
    question,
    answer: answer.replace(/\s+/g, ' '),
    doubts,
  }))
const records = written.map((item, index) => ({
  number: String(index + 1),
  question: item.question,
  answer: item.paragraphs.join(' '),
  doubts: [],
}))

const headed = (number: number) => `Vraag ${number}`
const usual = { gap: '', number: headed, answer: '' }

describe('text that has lost its lines', () => {
  it.each<[string, Parameters<typeof flattened>[0]]>([
    ['headings in words', usual],
    ['headings in words, two blanks where lines ended', { ...usual, gap: '  ' }],
    ['headings of answers too', { ...usual, answer: 'Antwoord ' }],
    ['numbers with a stop', { ...usual, number: (number) => `${number}.` }],
    ['bare numbers', { ...usual, number: String }],
    ['one number without its stop', { ...usual, number: (number) => (number === 3 ? '3' : `${number}.`) }],
    ['a number glued to its heading', { ...usual, number: (number) => (number === 4 ? 'Vraag4' : `Vraag ${number}`) }],
    [
      'running titles misread',
      {
        ...usual,
        title: (page) =>
          page === 3
            ? title.replace('rapport De', 'rapportDe').replace('Kamer', 'Karner')
            : page === 4
              ? title.replace('vragen over', 'vragenover')
              : title,
      },
    ],
  ])('gives the same records with %s', (_, setting) => {
    expect(read(flattened(setting))).toEqual(records)
  })

  it('keeps words that recur in answers', () => {
    const answers = written.map(
      (item, index) =>
        `Vraag ${index + 1} ${item.question} Voor het antwoord op deze vraag verwijzen wij u naar de minister.`,
    )
    const pad = 'De sluizen zijn in dat jaar op alle punten onderzocht, zoals in de bijlage staat vermeld. '.repeat(9)
    const text = `${head}${answers.map((answer) => `${answer} ${pad}`).join(' ')}`
    for (const { answer } of read(text)) {
      expect(answer).toMatch(/^Voor het antwoord op deze vraag verwijzen wij u naar de minister\./)
    }
  })

  it('takes a request behind the question mark and a source in brackets to the question', () => {
    const [first, second] = read(
      `${head}Vraag 1 Klopt het dat de sluis dicht was? Graag een toelichting. De sluis was dicht. Vraag 2 Waarom was dat? (brief van 3 juni) Dat was nodig. ${'De sluis is weer open. '.repeat(50)}`,
    )
    expect(first?.question).toBe('Klopt het dat de sluis dicht was? Graag een toelichting.')
    expect(first?.answer).toBe('De sluis was dicht.')
    expect(second?.question).toBe('Waarom was dat? (brief van 3 juni)')
    expect(second?.answer).toMatch(/^Dat was nodig\./)
  })

  it('does not take a polite answer for a request', () => {
    const [only] = read(
      `${head}Vraag 1 Klopt het dat de sluis dicht was? Graag verwijs ik u naar de brief. ${'De sluis is weer open. '.repeat(60)}`,
    )
    expect(only?.answer).toMatch(/^Graag verwijs ik u naar de brief\./)
  })

  it('leaves out the notes of a page and the addresses of its links', () => {
    const records = read(
      `${head}${title} 2/3 Vraag 1 Is dat onderzocht? Dat is onderzocht.1 Meer is niet bekend. 1 Vaarwegenpanel, najaarsmeting 2023. ${title} 3/3 Vraag 2 Waar staat dat? Dat staat op onze pagina (https://voorbeeld.nl/sluizen).  https://voorbeeld.nl/sluizen https://voorbeeld.nl/bruggen ${' '.repeat(600)}`,
    )
    expect(records.map(({ answer }) => answer)).toEqual([
      'Dat is onderzocht. Meer is niet bekend.',
      'Dat staat op onze pagina (https://voorbeeld.nl/sluizen).',
    ])
  })
})

describe('marks of pages in running text', () => {
  const pages = (text: string) => pageMarksOf(text).map(({ page }) => page)

  it.each<[string, number[]]>([
    ['een 2/4 twee 3/4 drie 4/4', [2, 3, 4]],
    ['een 2/4Vraag 3 twee 3/4 op 1/2 van de 24/7 lijn 4/4', [2, 3, 4]],
    ['a Pagina 2 van 3 b Pagina 3 van 3', [2, 3]],
    ['Zo 2/2', [2]],
    ['in 1/2 van de gevallen', []],
    ['op 2/3 van de 1/3 zaken', []],
    ['vergaderjaar 2023/24 en 2024/25', []],
  ])('%s', (text, expected) => {
    expect(pages(text)).toEqual(expected)
  })
})

describe('speed of flat text', () => {
  it('eight times the text takes about eight times as long', () => {
    const letter = flattened(usual).slice(head.length)
    const letters = (times: number) => head + letter.repeat(times)
    expect(growthOf(linesOfText, letters(25), letters(200))).toBeLessThan(tooMuch)
  })

  it('a run of blanks is read through once', () => {
    const blanks = (count: number) => `${head}Vraag 1${' '.repeat(count)}Is dat zo? Antwoord 1 Ja.`
    expect(growthOf(linesOfText, blanks(25_000), blanks(200_000))).toBeLessThan(tooMuch)
  })
})
