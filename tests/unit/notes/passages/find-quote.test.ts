import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findQuote } from '#utils/notes/passages/find-quote.ts'
import { normalOffset, normalText } from '#utils/notes/passages/normal-text.ts'
import { longestQuote, type Quote, quoteOf } from '#utils/notes/passages/quote.ts'
import { cases } from '../../cases.ts'

const page = [
  'De minister heeft in haar brief aangegeven dat het werkprogramma in drie fasen verloopt.',
  'In de eerste fase zijn instellingen gevraagd om een plan te maken; dat is inmiddels gebeurd.',
  'Wij zien dat er toenemende aandacht is binnen instellingen voor gelijke kansen bij stages.',
  'In de tweede fase zijn instellingen gevraagd om over de voortgang te rapporteren aan de inspectie.',
  'Zie het antwoord op vraag 4. Zie het antwoord op vraag 7.',
].join(' ')

function quote(words: string, from = 0, text = page): Quote {
  const start = text.indexOf(words, from)
  const made = quoteOf(text, start, start + words.length)
  if (start < 0 || made === null) throw new Error(words)
  return made
}

const wordsAt = (text: string, found: { start: number; end: number } | null) =>
  found === null ? null : text.slice(found.start, found.end)

test('a passage is a quote of words, without the space around them, up to the longest', () => {
  expect(quoteOf(' a b ', 0, 5)).toMatchObject({ exact: 'a b', start: 1, end: 4 })
  expect(quoteOf('a  b', 1, 3)).toBeNull()
  expect(quoteOf('x'.repeat(longestQuote), 0, longestQuote)).not.toBeNull()
  expect(quoteOf('x'.repeat(longestQuote + 1), 0, longestQuote + 1)).toBeNull()
})

describe('a text as quotes are compared in', () => {
  test('has single spaces and nothing that is not seen, and knows where each character came from', () => {
    const original = '  Kamer\u00adstuk\u00a036\n\n 360,\u200b nr. 5 '
    const normal = normalText(original)
    expect(normal.text).toBe('Kamerstuk 36 360, nr. 5 ')
    const start = normal.text.indexOf('36 360')
    const [first = 0, last = 0] = [normal.offsets[start], normal.offsets[start + 5]]
    expect(original.slice(first, last + 1)).toBe('36\n\n 360')
    expect(normalOffset(normal, first)).toBe(start)
  })

  test('gives every stretch back to the characters that it stands for', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'b', ' ', '\n', '\u00a0', '\u00ad', 'é', '\u200b', '\ud83d\ude00'), {
          maxLength: 40,
        }),
        (parts) => {
          const original = parts.join('')
          const { text, offsets } = normalText(original)
          expect(text).toBe(
            original
              .replace(/[\u00ad\u200b]/g, '')
              .replace(/\s+/g, ' ')
              .replace(/^ /, ''),
          )
          expect(offsets).toHaveLength(text.length + 1)
          for (let at = 0; at < text.length; at += 1) {
            const own = original[offsets[at] ?? -1] ?? ''
            expect(text[at] === ' ' ? /\s/.test(own) : own === text[at]).toBe(true)
          }
        },
      ),
      cases(100),
    )
  })
})

describe('finding a passage again', () => {
  test('at its place, and where text came before it', () => {
    const one = quote('toenemende aandacht is binnen instellingen')
    expect(findQuote(page, one)).toEqual({ start: one.start, end: one.end, how: 'exact' })
    const moved = `Ingevoegde regel. ${page}`
    expect(findQuote(moved, one)).toEqual({ start: one.start + 18, end: one.end + 18, how: 'exact' })
  })

  test('words that stand in two places are told apart by what stands around them', () => {
    const second = quote('fase zijn instellingen gevraagd om', page.indexOf('tweede') - 1)
    const moved = page.replace('De minister', 'De minister van Onderwijs')
    expect(findQuote(moved, second)?.start).toBe(moved.indexOf('fase', moved.indexOf('tweede')))
    const short = quote('vraag', page.indexOf('vraag 7'))
    expect(findQuote(`x ${page}`, short)?.start).toBe(page.indexOf('vraag 7') + 2)
  })

  test('words whose context is gone, and that stand in several places, are not guessed', () => {
    const short = quote('Zie het antwoord op vraag')
    const elsewhere = 'Zie het antwoord op vraag 1, en: Zie het antwoord op vraag 2.'
    expect(findQuote(elsewhere, short)).toBeNull()
    const one = { ...quote('fase'), prefix: 'iets heel anders ', suffix: ' en nog iets anders' }
    expect(findQuote(`x${page}`, one)).toBeNull()
  })

  test('words that changed a little are found and said to be inexact; others are not', () => {
    const one = quote('toenemende aandacht is binnen instellingen voor gelijke kansen bij stages')
    const edited = page.replace('toenemende aandacht is binnen', 'toenemende aandacht bestaat binnen')
    const found = findQuote(edited, one)
    expect(found?.how).toBe('inexact')
    expect(wordsAt(edited, found)).toBe(
      'toenemende aandacht bestaat binnen instellingen voor gelijke kansen bij stages',
    )
    const rewritten = page.replace(
      'toenemende aandacht is binnen instellingen voor gelijke kansen bij stages',
      'de ene school meer doet dan de andere om iedere leerling een stage te geven',
    )
    expect(findQuote(rewritten, one)).toBeNull()
  })

  test('of two passages that are nearly alike none is taken', () => {
    const one = quote('instellingen gevraagd om een plan te maken')
    const twice =
      'Er zijn instellingen gevraagd om een plan te sturen. Er zijn instellingen gevraagd om een plan te melden.'
    expect(findQuote(twice, one)).toBeNull()
  })

  test('short words are found exactly or not at all', () => {
    const one = quote('werkprogramma')
    expect(findQuote(page.replace('werkprogramma', 'werkprogramm'), one)).toBeNull()
  })

  test('a long passage with a changed middle is found from its head to its tail', () => {
    const sentences = [...Array(40).keys()].map(
      (index) => `Zin ${index} gaat over onderwerp ${index * 7} van het debat.`,
    )
    const text = `Vooraf. ${sentences.join(' ')} Na afloop volgt nog iets.`
    const one = quote(sentences.slice(3, 30).join(' '), 0, text)
    const edited = text.replace('Zin 15 gaat over onderwerp 105', 'Zin 15 handelt over het onderwerp 105')
    expect(wordsAt(edited, findQuote(edited, one))).toBe(
      one.exact.replace('Zin 15 gaat over onderwerp 105', 'Zin 15 handelt over het onderwerp 105'),
    )
    expect(findQuote(text.replace(sentences.slice(10, 25).join(' '), ''), one)).toBeNull()
  })

  test('never takes words that are not the passage: exact ones are its words, inexact ones differ in at most a sixth', () => {
    const word = fc.constantFrom(
      'de',
      'fase',
      'minister',
      'brief',
      'aandacht',
      'stage',
      'instelling',
      'vraag',
      'antwoord',
      'plan',
    )
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 30, maxLength: 80 }),
        fc.nat(20),
        fc.integer({ min: 1, max: 12 }),
        fc.array(word, { maxLength: 80 }),
        (words, from, length, other) => {
          const text = words.join(' ')
          const before = words.slice(0, from).join(' ').length
          const made = quoteOf(text, before, before + words.slice(from, from + length).join(' ').length + 1)
          if (made === null) return
          expect(findQuote(text, made)).toMatchObject({ start: made.start, how: 'exact' })
          const elsewhere = other.join(' ')
          const found = findQuote(elsewhere, made)
          if (found?.how === 'exact') expect(wordsAt(elsewhere, found)).toBe(made.exact)
          if (found?.how === 'inexact') {
            const length = found.end - found.start
            expect(Math.abs(length - made.exact.length)).toBeLessThanOrEqual(made.exact.length / 6)
          }
        },
      ),
      cases(100),
    )
  })

  test('gives up when its time has run out', () => {
    const one = quote('toenemende aandacht is binnen instellingen voor gelijke kansen bij stages')
    const edited = page.replace('aandacht is', 'aandacht bestaat')
    expect(findQuote(edited, one, () => true)).toBeNull()
  })
})
