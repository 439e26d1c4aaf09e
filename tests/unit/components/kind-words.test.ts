import { expect, test } from 'vitest'
import { kindWords } from '#components/papers/kind-words.ts'
import { typeMessages } from '#locales/facts.ts'
import { locale } from '#locales/i18n.ts'

const wordsIn = (language: 'nl' | 'en', kind: string) => {
  locale.set(language)
  return kindWords(typeMessages.get(), language, { kind, type: null })
}

test('in Dutch a kind of paper is called as the service calls it', () => {
  expect(wordsIn('nl', 'Motie (gewijzigd/nader)')).toBe('Motie (gewijzigd/nader)')
  expect(wordsIn('nl', 'Lijst van vragen')).toBe('Lijst van vragen')
})

test('in English by our word for it; as the service calls it where we have none', () => {
  const english = {
    'Lijst van vragen': 'List of questions',
    Motie: 'Motion',
    'Motie (gewijzigd/nader)': 'Amended motion',
    'Brief regering': 'Letter from the government',
    'Brief van lid/fractie/commissie': 'Letter from a member, party or committee',
    'Voorstel van wet': 'Bill',
    'Voorstel van wet (initiatiefvoorstel)': 'Private member’s bill',
    'Nota n.a.v. het (nader/tweede nader/enz.) verslag': 'Memorandum in response to the report',
    'Verslag van een commissiedebat': 'Report of a committee debate',
    'Verslag van een rapporteur': 'Report',
    'Position paper': 'Position paper',
    Rondvraagpunt: 'Rondvraagpunt',
  }
  for (const [kind, name] of Object.entries(english)) expect(wordsIn('en', kind)).toBe(name)
})
