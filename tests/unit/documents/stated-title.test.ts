import { describe, expect, test } from 'vitest'
import { titleAmong } from '#utils/documents/stated-metadata.ts'
import { saysSubject, statedTitle, withoutSiteName } from '#utils/documents/stated-title.ts'

describe('a title that says what a paper is about, and one that only numbers it', () => {
  test.each([
    'Aanhangsel van de Handelingen, vergaderjaar 2022–2023, nr. 2345',
    'Aanhangsel van de Handelingen 2022-2023, nr. 2345 | Overheid.nl > Officiële bekendmakingen',
    'Kamerstuk 36360-VIII, nr. 5 | Overheid.nl > Officiële bekendmakingen',
    'Tweede Kamer der Staten-Generaal, vergaderjaar 2022–2023, 36 360 VIII, nr. 5',
    'ah-tk-20222023-2345',
    '2023Z08012',
  ])('%s', (title) => expect(saysSubject(title)).toBe(false))

  test.each([
    'Antwoord op vragen van het lid Van Zuilen over stages',
    'Aanhangsel van de Handelingen, vergaderjaar 2022–2023, nr. 2345: stages',
    'LIJST VAN VRAGEN',
    'Antwoorden op feitelijke vragen over het jaarverslag OCW 2022',
  ])('%s', (title) => expect(saysSubject(title)).toBe(true))
})

test('a title without end is none', () => {
  expect(statedTitle('Vragen over stages')).toBe('Vragen over stages')
  expect(statedTitle('Vragen '.repeat(300))).toBeNull()
  expect(titleAmong(['Vragen '.repeat(300), 'Vragen over stages'])).toBe('Vragen over stages')
  expect(titleAmong(['Vragen '.repeat(300)])).toBeNull()
})

test('the name of the site goes from the end of a title, and nothing else does', () => {
  expect(withoutSiteName('Vragen over stages | Overheid.nl > Officiële bekendmakingen')).toBe('Vragen over stages')
  expect(withoutSiteName('Brief | Tweede Kamer der Staten-Generaal')).toBe('Brief')
  expect(withoutSiteName('Vragen over A | B')).toBe('Vragen over A | B')
})
