import { expect, test } from 'vitest'
import { count, languageOf, locale, messages, params } from '#locales/i18n.ts'

test('the language follows the browser, Dutch where it names neither', () => {
  expect(languageOf(['nl-NL', 'en'])).toBe('nl')
  expect(languageOf(['en-GB', 'nl'])).toBe('en')
  expect(languageOf(['fr', 'en-US'])).toBe('en')
  expect(languageOf(['fr'])).toBe('nl')
  expect(languageOf([])).toBe('nl')
})

test('a text changes in place when the language does, plurals and parameters included', () => {
  const store = messages(
    'test-screen',
    {
      title: 'Notities',
      found: count({ one: '{count} code', many: '{count} codes' }),
      saved: params('bewaard {time}'),
    },
    { title: 'Notes', found: { one: '{count} code', many: '{count} codes' }, saved: 'saved {time}' },
  )
  const seen: string[] = []
  const stop = store.subscribe((t) => seen.push(`${t.title} ${t.found(1)} ${t.saved({ time: '14:02' })}`))
  locale.set('en')
  locale.set('nl')
  stop()
  expect(seen.slice(-2)).toEqual(['Notes 1 code saved 14:02', 'Notities 1 code bewaard 14:02'])
})

test('a value stands in a text as it is, whatever characters it has', () => {
  const store = messages(
    'test-values',
    { removed: params('«{tag}» van {note}'), found: params(count({ one: '«{tag}»', many: '{count} met «{tag}»' })) },
    { removed: '«{tag}» of {note}', found: { one: '«{tag}»', many: '{count} with «{tag}»' } },
  )
  for (const tag of ['$&', '$1', '$$', "$'", '$`', '$<tag>', '{note}', '\\1']) {
    expect(store.get().removed({ tag, note: 7 })).toBe(`«${tag}» van 7`)
    expect(store.get().found({ tag })(2)).toBe(`2 met «${tag}»`)
  }
})

test('many are written as the language writes numbers', () => {
  const store = messages(
    'test-numbers',
    { papers: count({ one: '{count} stuk', many: '{count} stukken' }) },
    { papers: { one: '{count} paper', many: '{count} papers' } },
  )
  const seen: string[] = []
  const stop = store.subscribe((t) => seen.push([1, 0, 999, 12_345].map((number) => t.papers(number)).join(', ')))
  locale.set('en')
  locale.set('nl')
  stop()
  expect(seen.slice(-2)).toEqual([
    '1 paper, 0 papers, 999 papers, 12,345 papers',
    '1 stuk, 0 stukken, 999 stukken, 12.345 stukken',
  ])
})
