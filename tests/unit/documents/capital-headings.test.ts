import { expect, test } from 'vitest'
import { headText } from '#utils/documents/facts/head-text.ts'
import { readHeading } from '#utils/documents/parse/headings.ts'

test.each([
  ['ANTWOORD 3 EN 4', ['3', '4']],
  ['VRAAG 3 T/M 5', ['3', '4', '5']],
  ['ANTWOORD OP VRAAG 3, 5 EN VRAAG 7', ['3', '5', '7']],
])('a heading in capitals has its numbers: %s', (text, numbers) => {
  expect(readHeading(text)).toMatchObject({ numbers, alone: true })
})

test('a compound name that a line’s end parts at its hyphen is one word', () => {
  const rows = ['Vragen van het lid Van Kent-', 'Maas over sport- en speelplaatsen'].map((text) => ({
    text,
    startsBlock: false,
  }))
  expect(headText(rows)).toBe('Vragen van het lid Van Kent-Maas over sport- en speelplaatsen')
})
