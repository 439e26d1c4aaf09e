import { expect, test } from 'vitest'
import { termsOfBegun, termsOfEndings } from '#utils/search/query/endings.ts'
import { termOf } from '#utils/search/words/words.ts'

test('a word with one error in its ending may be meant as the word without it; a short one, or a code, as nothing', () => {
  for (const written of ['vergoedign', 'vergoedin', 'vergoedingg', 'vergoedung', 'vergoeding']) {
    expect(termsOfEndings(written)).toContain(termOf('vergoeding'))
  }
  for (const word of ['motie', 'zorgen', '2023d19158', 'artikel5']) expect(termsOfEndings(word).size).toBe(0)
})

test('a word that is typed up to within its ending is begun of the whole one', () => {
  for (const typed of ['regeri', 'regerin']) expect(termsOfBegun(typed)).toContain(termOf('regering'))
  expect(termsOfBegun('eenzaa').some((term) => termOf('eenzaam').startsWith(term))).toBe(true)
})
