import { describe, expect, it } from 'vitest'
import { readDocument } from '#utils/documents/read.ts'

const read = (text: string) => readDocument(new TextEncoder().encode(text))

describe('lists of a spreadsheet', () => {
  it('who asks is told row by row, where a column says so', async () => {
    const rows = ['VVD', 'SP', 'VVD'].map((party, index) => `${party};${index + 1};Wat kost veer ${index + 1}?;Niets.`)
    const { questions } = await read(`Fractie;Nr.;Vraag;Antwoord\n${rows.join('\n')}`)
    expect(questions.map(({ askedBy }) => askedBy?.[0]?.party)).toEqual(['VVD', 'SP', 'VVD'])
  })

  it('a cell without an answer takes none from the row below', async () => {
    const { questions } = await read('Vraag,Antwoord\nWat kost het?,\nWie betaalt?,Het Rijk.\nEn wanneer?,In mei.\n')
    expect(questions.map(({ number, answer }) => [number, answer])).toEqual([
      ['1', ''],
      ['2', 'Het Rijk.'],
      ['3', 'In mei.'],
    ])
  })

  it('the answer of a list of lists stands under the question of its own row', async () => {
    const list = '1,Wat kost het?,"Antwoord op vragen 1 en 2: dat is niet onderzocht."\n2,Wie betaalt?,Het Rijk.\n'
    const { questions } = await read(`vraag_nr,vraag,antwoord\n${list}${list}`)
    expect(questions.map(({ number, answer }) => [number, answer.slice(0, 8)])).toEqual([
      ['1', 'Antwoord'],
      ['2', 'Het Rijk'],
      ['1', 'Antwoord'],
      ['2', 'Het Rijk'],
    ])
  })
})

describe('a document in each row', () => {
  const document = (minister: string, words: string) =>
    `AH 604\nAntwoord van minister ${minister} (Defensie) (ontvangen 3 november 2025)\nVraag 1\nWat kost het?\nAntwoord 1\n${words}${' Dat is later verrekend met de provincies.'.repeat(12)}`
  const text = `name,text_content\na.pdf,"${document('Smit', 'Niets.')}"\nb.pdf,"${document('Mulder', 'Alles.')}"\n`

  it('is read by itself, and counts as a page', async () => {
    const { pages, questions } = await read(text)
    expect(pages).toBe(2)
    expect(questions.map(({ order, ownPage, answer }) => [order, ownPage, answer.slice(0, 6)])).toEqual([
      [0, 1, 'Niets.'],
      [1, 2, 'Alles.'],
    ])
    expect(questions.flatMap(({ doubts }) => doubts)).toEqual([])
  })

  it('what holds for all of them is told, and nothing that holds for one', async () => {
    const { facts } = await read(text)
    expect(facts).toMatchObject({ type: 'answers', answeredOn: '2025-11-03', answeredBy: [] })
  })

  it('rows of a few words are none', async () => {
    await expect(read('id,content\n1,Wat kost het?\n2,Wie betaalt?\n')).rejects.toThrow('no-questions')
  })
})

describe('who asks', () => {
  const parties = async (text: string) => (await read(text)).questions.map(({ askedBy }) => askedBy?.[0]?.party)

  it('stands in brackets beside a bare number, or before the words', async () => {
    expect(await parties('1  (PVV)\nWat kost het?\n\n2  (VVD, CDA)\nWie betaalt?\n\n3\n(SP) Wanneer?\n')).toEqual([
      'PVV',
      'VVD',
      'SP',
    ])
  })

  it('stands behind «Fractie:» above each question of a form', async () => {
    const items = ['VVD', 'CDA'].map((party) => `Fractie: ${party}\nVraag: Wat kost het?\nAntwoord: Niets.\n`)
    expect(await parties(`Beantwoording technische vragen\n\n${items.join('\n')}`)).toEqual(['VVD', 'CDA'])
  })
})

it('a paragraph of an answer that asks the reader is marked', async () => {
  const { questions } = await read(
    'Vraag 1\n\nWat kost het?\n\nNiets.\n\nHoe verklaart u de stijging?\n\nDoor schaarste.\n\nVraag 2\n\nWie betaalt?\n\nHet Rijk. Hoe gaat dat?\n\nPer jaar.\n',
  )
  expect(questions.map(({ doubts }) => doubts)).toEqual([['doubtful-split'], []])
})
