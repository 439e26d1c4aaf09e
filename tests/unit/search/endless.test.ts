import { expect, test } from 'vitest'
import { spansOf } from '#components/search/found-words.ts'
import { phraseIn } from '#utils/search/words/phrase.ts'
import { wordsIn } from '#utils/search/words/words.ts'

/** More of one sign than an expression without a bound has room to go back over. */
const endless = (sign: string): string => sign.repeat(4_300_000)

test('a word, signs between words and accents without end are read', () => {
  // An expression that was asked before is machine code, which has less room to go back.
  for (const text of ['één γ — na', 'é e\u0301', 'een na']) {
    wordsIn(text)
    phraseIn(['een', 'na'])(text)
    spansOf(text, ['e'])
  }
  expect(wordsIn(`een ${endless('γ')} na`)).toEqual(['een', 'γ'.repeat(40), 'na'])
  expect(wordsIn(`𝒜${'b'.repeat(50)}`)).toEqual([`a${'b'.repeat(39)}`])
  expect(phraseIn(['een', 'na'])(`een ${endless('—')} na`)).toBe(true)
  const accents = `e${endless('\u0301')}`
  expect(spansOf(accents, ['e'])).toEqual([{ start: 0, end: accents.length }])
  expect(wordsIn(accents)).toEqual(['e'])
})
