import { expect, test } from 'vitest'
import { stem, voicedOf } from '#utils/search/words/stem.ts'

test.each([
  ['vraag', 'vragen'],
  ['antwoord', 'antwoorden'],
  ['maatregel', 'maatregelen'],
  ['gemeente', 'gemeenten'],
  ['mogelijkheid', 'mogelijkheden'],
  ['minister', 'ministers'],
  ['kamerlid', 'kamerlid'],
  ['opleiding', 'opleidingen'],
  ['jaarlijks', 'jaarlijkse'],
  ['kat', 'katten'],
  ['bedrijf', 'bedrijven'],
  ['huis', 'huizen'],
  ['brief', 'brieven'],
  ['advies', 'adviezen'],
  ['stage', 'stages'],
  ['procedure', 'procedures'],
  ['motie', 'moties'],
  ['ministerie', 'ministeries'],
  ['gemeente', 'gemeentes'],
  ['proces', 'processen'],
  ['adres', 'adressen'],
  ['overheid', 'overheden'],
  ['minderheid', 'minderheden'],
  ['kans', 'kansen'],
  ['zaal', 'zalen'],
])('%s and %s are one word', (one, other) => {
  expect(stem(one)).toBe(stem(other))
})

test.each([
  ['overheid', 'over'],
  ['overige', 'over'],
  ['minderheden', 'minder'],
  ['kans', 'kan'],
  ['zalen', 'zal'],
  ['meten', 'met'],
  ['eens', 'een'],
  ['niets', 'niet'],
])('%s is not %s, which stands in every text', (one, other) => {
  expect(stem(one)).not.toBe(stem(other))
})

/** From the sample vocabulary of the algorithm's own page. */
test.each([
  ['lichaamsziek', 'lichaamsziek'],
  ['lichamelijk', 'licham'],
  ['lichamelijkheden', 'licham'],
  ['lichte', 'licht'],
  ['opgingen', 'opging'],
  ['opglimpingen', 'opglimp'],
  ['opglimlachten', 'opglimlacht'],
])('%s becomes %s', (word, expected) => {
  expect(stem(word)).toBe(expected)
})

test('a word that ends in a vowel and «s» keeps it: no plural of Dutch is written so', () => {
  for (const word of ['basis', 'crisis', 'virus']) expect(stem(word)).toBe(word)
})

test('a form that is written with the voiced letter begins otherwise than its stem; others do not', () => {
  expect([voicedOf('lozen', 'los'), voicedOf('brieven', 'brief')]).toEqual(['loz', 'briev'])
  expect([voicedOf('los', 'los'), voicedOf('briefje', 'brief'), voicedOf('vragen', 'vrag')]).toEqual([null, null, null])
})

test('codes, numbers and short words stay as they are', () => {
  for (const word of ['2023d19158', '36360', 'de', 'ow', 'женщины']) expect(stem(word)).toBe(word)
})
