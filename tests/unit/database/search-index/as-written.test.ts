import { expect, test } from 'vitest'
import { asWritten } from '#utils/database/search-index/as-written.ts'
import { termOf } from '#utils/search/words/words.ts'

test('terms are told as a text has them, in their order; one that no text has, as it is', () => {
  const terms = ['toeslagenaffaire', 'beinvloeding', 'wachtlijsten'].map(termOf)
  expect(terms[0]).not.toBe('toeslagenaffaire')
  const texts = ['Beïnvloeding van de besluitvorming', 'De toeslagenaffaires, en de toeslagenaffaire zelf']
  expect(asWritten(terms, texts)).toEqual(['toeslagenaffaires', 'beinvloeding', terms[2]])
})
