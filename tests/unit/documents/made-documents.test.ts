import { describe, expect, test } from 'vitest'
import { linesThatFit, ofWidth } from '#tests/fixtures/documents/breaking.ts'
import { numberedFrom, pointing, unanswered } from '#tests/fixtures/documents/changes.ts'
import { expectedRecords } from '#tests/fixtures/documents/expected.ts'
import { madeDocuments } from '#tests/fixtures/documents/prints.ts'
import { readPaper, readPapers } from '#tests/fixtures/documents/read-paper.ts'

const head = `onderwerp: sluizen
leden: Van Dam (Partij), De Wit (Andere Partij)
bewindspersoon: minister Sluis (Water)
ingezonden: 2024-01-02
ontvangen: 2024-01-20
zaak: 2024Z20001
aanhangsel: 1001
vergaderjaar: 2023-2024
dossier: 36410-A
eerste code: 2024D10001`

const paper = readPaper(
  'test',
  `${head}

? Hoe{Een bron.} zo?
Zo.

- en
- anders

? Hoeveel?
?a En daarvan?
Veel{Nog een bron.}.

? En dit?
@ 2
Zie het antwoord op vraag 2.`,
)

describe('a made-up paper', () => {
  test('says its questions, joint answers, notes and pointers', () => {
    expect(paper.askedBy.map(({ name }) => name)).toEqual(['Van Dam', 'De Wit'])
    expect(expectedRecords(paper, true)).toMatchObject([
      { number: '1', code: '2024D10001', question: 'Hoe zo?', answer: 'Zo.\n- en\n- anders' },
      { number: '2', answer: 'Veel.', answeredWith: ['2', '2a'], footnotes: [{ mark: '2', text: 'Nog een bron.' }] },
      { number: '2a', question: 'En daarvan?', answeredWith: ['2', '2a'] },
      { number: '3', pointsTo: '2' },
    ])
  })

  test('is changed to what a layout can show', () => {
    expect(expectedRecords(pointing(paper), false)).toMatchObject([
      {},
      { answeredWith: [] },
      { number: '2a', answer: 'Zie het antwoord op vraag 2.', pointsTo: '2', footnotes: [] },
      {},
    ])
    expect(expectedRecords(numberedFrom(11)(paper), false).at(-1)).toMatchObject({
      number: '13',
      answer: 'Zie het antwoord op vraag 12.',
      pointsTo: '12',
    })
    expect(
      expectedRecords(unanswered(paper), false).map(({ answer, footnotes }) => [answer, footnotes.length]),
    ).toEqual([
      ['', 1],
      ['', 0],
      ['', 0],
      ['', 0],
    ])
  })
})

test('words are parted between consonants or behind their own hyphen, and marks take no room', () => {
  expect(linesThatFit('de bekostiging is laag', ofWidth(9), true)).toEqual(['de bekos-', 'tiging is', 'laag'])
  expect(linesThatFit('een COVID-19-crisis', ofWidth(13), true)).toEqual(['een COVID-19-', 'crisis'])
  expect(linesThatFit('aan{1} bij{22} uit', ofWidth(11))).toEqual(['aan{1} bij{22} uit'])
})

test('the same bytes on each run, in every layout', async () => {
  const one = readPapers().slice(0, 1)
  const [first, second] = [madeDocuments(one), madeDocuments(one)]
  for (const [index, made] of first.entries()) {
    const again = await second[index]?.bytes()
    expect(Buffer.compare(await made.bytes(), again ?? new Uint8Array()), made.name).toBe(0)
  }
}, 30_000)
