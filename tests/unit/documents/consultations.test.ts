import { describe, expect, it } from 'vitest'
import { parseQuestions } from '#utils/documents/parse/questions.ts'
import { linesOfText } from '#utils/documents/text.ts'

const read = (text: string) =>
  parseQuestions(linesOfText(text)).map(({ number, question, answer }) => [
    number,
    question,
    answer.replace(/\s+/g, ' '),
  ])
const flat = (text: string) => text.replace(/\s+/g, ' ')

describe('a report of a written consultation, all answers behind all questions', () => {
  const report = (heads: readonly [string, string], part: string) => `Verslag van een schriftelijk overleg

I Vragen en opmerkingen vanuit de fracties

Vragen en opmerkingen van de leden van de VVD-fractie

Vraag 1

Hoeveel sluizen worden dit jaar hersteld?

Vragen en opmerkingen van de leden van de SP-fractie

Vraag 2

Wie betaalt het herstel van de sluis in Almen?

Vraag 3

Wanneer is dat gereed?

${part}

Ik dank de leden voor hun inbreng en ga hieronder op de vragen in.

${heads[0]}

Antwoord 1

Er worden negen sluizen hersteld.

${heads[1]}

Antwoord 2

De provincie betaalt het herstel van deze sluis.

Antwoord 3

In het voorjaar.
`
  const expected = [
    ['1', 'Hoeveel sluizen worden dit jaar hersteld?', 'Er worden negen sluizen hersteld.'],
    ['2', 'Wie betaalt het herstel van de sluis in Almen?', 'De provincie betaalt het herstel van deze sluis.'],
    ['3', 'Wanneer is dat gereed?', 'In het voorjaar.'],
  ]
  const of = (lead: string): [string, string] => [`${lead} VVD-fractie`, `${lead} SP-fractie`]

  it.each([
    ['Antwoorden op de vragen van de leden van de', 'II Reactie van de minister'],
    ['Beantwoording vragen van de leden van de', 'II. Antwoord / Reactie van de staatssecretaris'],
  ])('«%s …» heads one faction’s answers, behind the title of the second part', (lead, part) => {
    expect(read(report(of(lead), part))).toEqual(expected)
    expect(read(flat(report(of(lead), part).replace(/Ik dank.*\n/, '')))).toEqual(expected)
  })

  it('a sentence that begins so is the answer’s own', () => {
    const text = report(of('Antwoorden op de vragen van de leden van de'), 'II Reactie van de minister')
    const own = 'Beantwoording van de vragen over het Deltafonds volgt voor 1 mei.'
    const answers = read(text.replace('negen sluizen hersteld.', `negen sluizen hersteld.\n\n${own}`)).map(
      (one) => one[2],
    )
    expect(answers[0]).toBe(`Er worden negen sluizen hersteld. ${own}`)
  })
})

describe('factions alone between bare numbers', () => {
  const list = `Nota naar aanleiding van het verslag

VVD
1
De leden van de VVD-fractie vragen of kleine sluizen open blijven.

Ja. Alleen in de winter gaan zij dicht.

2
Wat kost dat per jaar?

Dat kost drie miljoen euro.

D66
3
De leden van de D66-fractie vragen hoe de schippers worden betrokken.

Er is elk kwartaal overleg.

4
Kunt u dat overleg uitbreiden?

Nee.
`
  const expected = [
    [
      '1',
      'De leden van de VVD-fractie vragen of kleine sluizen open blijven.',
      'Ja. Alleen in de winter gaan zij dicht.',
    ],
    ['2', 'Wat kost dat per jaar?', 'Dat kost drie miljoen euro.'],
    ['3', 'De leden van de D66-fractie vragen hoe de schippers worden betrokken.', 'Er is elk kwartaal overleg.'],
    ['4', 'Kunt u dat overleg uitbreiden?', 'Nee.'],
  ]

  it('are no words of the answer above, and what their members want need not ask', () => {
    expect(read(list)).toEqual(expected)
  })

  it('are so in a text that has lost its lines', () => {
    expect(read(flat(list))).toEqual(expected)
  })

  it('a list of them at the end of an answer is the answer’s', () => {
    const text = list.replace('Er is elk kwartaal overleg.', 'Dat vroegen deze fracties:\n\nVVD\n\nCDA')
    expect(read(text)[2]?.[2]).toBe('Dat vroegen deze fracties: VVD CDA')
  })

  it('one that is a whole answer stays, where none is a head', () => {
    const text =
      'Lijst van vragen en antwoorden\n\n1\nWie diende de motie in?\n\nVVD\n\n2\nWaarom werd zij aangehouden?\n\nDaarom was dat.\n\n3\nWaarom werd zij ingediend?\n\nDe indiener wist het.\n'
    expect(read(text).map((one) => one[2])).toEqual(['VVD', 'Daarom was dat.', 'De indiener wist het.'])
  })

  it('a table of their seats in a text without lines is the answer’s, and no paragraphs', () => {
    const seats = 'De zetels zijn VVD 34 D66 24 PVV 17 CDA 15 en de rest.'
    const found = parseQuestions(linesOfText(flat(list).replace('Dat kost drie miljoen euro.', seats)))
    expect(found.map(({ number }) => number)).toEqual(['1', '2', '3', '4'])
    expect(found[1]?.answer).toBe(seats)
  })

  it('what they only hear of asks nothing', () => {
    const asked =
      'De leden van de VVD-fractie vernemen dat kleine sluizen open blijven. Deze leden vragen wat dat kost.'
    const text = list.replace(
      'De leden van de VVD-fractie vragen of kleine sluizen open blijven.\n\nJa.',
      `${asked} Dat kost niets.`,
    )
    expect(read(text)[0]?.slice(1)).toEqual([asked, 'Dat kost niets. Alleen in de winter gaan zij dicht.'])
  })

  it('what the members would like to hear belongs to the question', () => {
    const text = `Lijst van vragen en antwoorden\n\n1\nHoe wordt dit betaald? De leden van de SP-fractie ontvangen graag een overzicht. Uit het fonds.\n\n2\nWaarom?\n\nDaarom.\n`
    expect(read(text)[0]).toEqual([
      '1',
      'Hoe wordt dit betaald? De leden van de SP-fractie ontvangen graag een overzicht.',
      'Uit het fonds.',
    ])
  })
})
