import { describe, expect, it } from 'vitest'
import { placed } from '#utils/documents/parse/doubts.ts'
import { parseQuestions } from '#utils/documents/parse/questions.ts'
import { linesOfText } from '#utils/documents/text.ts'
import type { Question } from '#utils/documents/types.ts'

const read = (text: string) => parseQuestions(linesOfText(text))
const flat = (text: string) => text.replace(/\s+/g, ' ')

const blocks = {
  1: '1\nHoeveel sluizen in het hoofdvaarwegennet zijn ouder dan tachtig jaar?',
  2: '2\nKunt u aangeven welke daarvan dit jaar worden hersteld, en wat dat kost?',
  3: '3\nWaarom is de sluis in Almen niet bij het herstel van dit jaar opgenomen?',
  4: '4\nBent u bereid met de schippers te spreken over de tijden van bediening?',
  5: '5\nWanneer wordt de Kamer over de voortgang van het herstel geïnformeerd?',
  6: '6\nWelke gevolgen heeft de stremming van de sluis voor de binnenvaart?',
}
const answer = 'Antwoord\nDat wordt in het voorjaar bekend, als de inspecties zijn afgerond.'
const title = 'Lijst van vragen en antwoorden over het herstel van sluizen'

/** The right column's blocks come between the left one's. */
const mixed = `${[title, blocks[4], blocks[1], answer, answer, blocks[2], answer, blocks[5], answer, blocks[6], blocks[3], answer, answer].join('\n\n')}\n`

describe('rows of a table that were printed across its cells and have lost their gaps', () => {
  const rows = [
    '1 Hoeveel sluizen in het De inspecties zijn klaar. hoofdvaarwegennet zijn al In totaal zijn er elf ouder dan tachtig jaar? gevonden.',
    '2 Kunt u voor elk van die sluizen aangeven welke Dat wordt later gemeld. daarvan dit jaar worden De Kamer krijgt dan een hersteld? brief.',
    '3 Waarom is de sluis in Almen niet opgenomen? Die is al hersteld.',
  ]
  const doubtsOf = (items: readonly string[]) =>
    read(`${title} ${items.join(' ')}`).map(({ doubts }) => doubts.length > 0)

  it('are all to be checked', () => {
    expect(doubtsOf(rows)).toEqual([true, true, true])
  })

  it('a title without quotes and a heading without a stop are no such words', () => {
    const whole = [
      '1. Wat staat in het rapport Een oude sluis over het onderhoud van de sluizen? Dat het onderhoud is uitgesteld.',
      '2. Wie betaalt het onderhoud van de sluizen, en wanneer begint het werk? De provincie betaalt.',
      '3. Waarom is de sluis in Almen niet in de planning opgenomen? Die is al hersteld.',
    ]
    expect(doubtsOf(whole)).toEqual([false, false, false])
  })
})

describe('two columns that an extraction printed through each other', () => {
  it.each([
    ['with its lines', mixed],
    ['without them', flat(mixed)],
  ])('give all questions by their numbers, each to be checked: text %s', (_, text) => {
    const found = read(text)
    expect(found.map(({ number, order }) => [number, order])).toEqual(
      ['1', '2', '3', '4', '5', '6'].map((n, i) => [n, i]),
    )
    for (const [index, { question, doubts }] of found.entries()) {
      expect(question).toBe(blocks[(index + 1) as 1].replace(/^\d\n/, ''))
      expect(doubts).toContain('doubtful-split')
    }
  })

  it('one question that stands behind the next is in its place as it was printed', () => {
    const text = `${[title, blocks[1], answer, blocks[3], answer, blocks[2], answer].join('\n\n')}\n`
    expect(read(text).map(({ number }) => number)).not.toContain('4')
    expect(read(text).every(({ doubts }) => doubts.includes('doubtful-split'))).toBe(false)
  })

  it('figures of a list in an answer are no questions of another column', () => {
    const steps = 'Antwoord\nDrie stappen volgen:\n\n5\nWie betaalt?\n\n5\nWie voert uit?'
    const text = `${[title, blocks[1], steps, blocks[2], answer, blocks[3], answer, blocks[4], answer].join('\n\n')}\n`
    expect(read(text).map(({ number }) => number)).toEqual(['1', '2', '3', '4'])
  })
})

describe('numbers that stand apart from their questions', () => {
  it('the question above one that has no words has taken them up', () => {
    const { order: _, ...record } = read(
      `${[title, blocks[1], answer, blocks[2], answer].join('\n\n')}\n`,
    )[0] as Question
    const of = (number: string, question: string) => ({ ...record, number, question, ended: true })
    const found = placed([of('1', 'Wie?'), of('2', 'Wat? Waar?'), of('3', ''), of('4', 'Wanneer?')])
    expect(found.map(({ doubts }) => doubts)).toEqual([[], ['doubtful-split'], ['doubtful-split'], []])
  })

  it('a last question that answers has the answers of all', () => {
    const all = `Ja. ${'Dat wordt in het voorjaar bekend, als de inspecties zijn afgerond. '.repeat(5)}`
    const found = read(`${[title, blocks[1], blocks[2], blocks[3], `4\n${all}`].join('\n\n')}\n`)
    expect(found.map(({ doubts }) => doubts.includes('doubtful-split'))).toEqual(found.map(() => true))
    expect(
      read(`${[title, blocks[1], blocks[2], blocks[3], blocks[4]].join('\n\n')}\n`).flatMap(({ doubts }) => doubts),
    ).toEqual([])
  })

  it('the name of two parties that sit together heads questions as that of one does', () => {
    const asked = 'De leden van de fractie vragen de regering welke sluizen dit jaar worden hersteld.'
    const text = `Concept-antwoorden schriftelijke vragen\nGroenLinks-PvdA-fractie\n1.\n\n${asked}\nAntwoord 1:\nDat zijn er elf.\n\n2.\n\n${blocks[2].slice(2)}\nAntwoord 2:\nDat volgt.\n\nVVD-fractie\n3.\n\n${blocks[3].slice(2)}\nAntwoord 3:\nNee.\n`
    expect(read(text)[0]).toMatchObject({ number: '1', question: asked, answer: 'Dat zijn er elf.' })
  })
})

describe('text without lines', () => {
  it('the number of the question that an answer points to begins no line', () => {
    const text = `${title} 1. ${blocks[1].slice(2)} Antwoord: Dat zijn er elf. 2. ${blocks[2].slice(2)} Antwoord: Zie het antwoord op vraag 3. Kunt u daarbij denken aan alle sluizen? Ja. 3. ${blocks[3].slice(2)} Antwoord: Die volgt. 4. ${blocks[4].slice(2)} Antwoord: Ja.`
    const found = read(text)
    expect(found.map(({ number }) => number)).toEqual(['1', '2', '3', '4'])
    expect(found[1]?.answer).toContain('Zie het antwoord op vraag 3.')
    expect(found[2]?.question).toBe(blocks[3].slice(2))
  })

  it.each(['V', 'Q'])('«%s1:» and «A1:» begin lines where they stand by turns', (letter) => {
    const items = [1, 2, 3] as const
    const list = items.map(
      (one) => `${letter}${one}: ${blocks[one].slice(2)} A${one}: Langs de A${one + 6} is dat bekend.`,
    )
    const found = read(`Technische vragen over het herstel van sluizen ${list.join(' ')}`)
    expect(found.map(({ number, question, answer }) => [number, question, answer])).toEqual(
      items.map((one) => [`${one}`, blocks[one].slice(2), `Langs de A${one + 6} is dat bekend.`]),
    )
  })

  it('a figure 0 before an answer is no question’s number', () => {
    const text = `Feitelijke vragen over sluizen Nr Vraag Hoeveel sluizen zijn er ouder dan tachtig jaar, en waar? 0 Antwoord: ${'In totaal zijn dat er elf, vooral in het oosten van het land. '.repeat(8)}`
    expect(read(text).filter(({ number }) => number === '0')).toEqual([])
  })
})
