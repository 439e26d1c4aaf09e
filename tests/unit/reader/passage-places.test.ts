import { describe, expect, test, vi } from 'vitest'
import type { Passage } from '#utils/database/schema.ts'
import { quoteOf } from '#utils/notes/passages/quote.ts'
import { atItsPage, inAll, type PageWords, wordsOfPage } from '../../../entrypoints/reader/pdf/passage-places.ts'

/** A page of lines, 20 points apart, as a PDF gives them. */
const pageOf = (...lines: readonly string[]): PageWords =>
  wordsOfPage(lines.map((line, index) => ({ text: `${line}\n`, top: 100 + 20 * index })))

const pages = (...all: readonly PageWords[]) => new Map(all.map((words, index) => [index + 1, words]))

/** A passage as it is taken from a page, or from one and the next. */
function taken(words: readonly PageWords[], page: number, exact: string): Passage {
  const text = words
    .slice(page - 1)
    .map((one) => one.text)
    .join('')
  const start = text.indexOf(exact)
  const quote = quoteOf(text, start, start + exact.length)
  if (quote === null || start < 0) throw new Error(`no «${exact}»`)
  return { quote, format: 'pdf', page }
}

const first = pageOf('Antwoorden op de vragen', 'over het jaarverslag van het', 'ministerie.')
const second = pageOf('De minister zegt een eva\u00adluatie', 'toe, die voor de zomer komt.', 'Daarna volgt')
const third = pageOf('een brief aan de Kamer over de', 'uitvoering van de motie.')
const all = [first, second, third]

describe('the words of a page', () => {
  test('are its pieces as one normal text, with the height of each place', () => {
    expect(second.text.trim()).toBe('De minister zegt een evaluatie toe, die voor de zomer komt. Daarna volgt')
    expect(second.topAt(second.text.indexOf('minister'))).toBe(100)
    expect(second.topAt(second.text.indexOf('zomer'))).toBe(120)
  })
})

describe('a passage of a PDF', () => {
  const passage = taken(all, 2, 'een evaluatie toe, die voor de zomer')

  test('is found on its page from that page alone', () => {
    expect(atItsPage(passage, new Map([[2, second]]))).toMatchObject({ state: 'exact', parts: [{ page: 2 }], top: 100 })
    expect(atItsPage(passage, new Map([[1, first]]))).toBeNull()
  })

  test('that runs on to the next page has a part on each', () => {
    const over = taken(all, 2, 'Daarna volgt een brief aan de Kamer')
    const place = atItsPage(over, pages(...all))
    expect(place?.parts.map(({ page, start, end }) => all[page - 1]?.text.slice(start, end).trim())).toEqual([
      'Daarna volgt',
      'een brief aan de Kamer',
    ])
    expect(place?.top).toBe(140)
  })

  test('is found elsewhere in another print of the document, also where its words differ a little', () => {
    // It is looked for as long as a clock allows, and a busy machine takes longer.
    const clock = vi.spyOn(performance, 'now').mockReturnValue(0)
    const other = pages(pageOf('Voorblad'), first, pageOf('Inleiding'), second, third)
    expect(atItsPage(passage, other)).toBeNull()
    expect(inAll(passage, other)).toMatchObject({ state: 'exact', parts: [{ page: 4 }] })
    const changed = pages(pageOf('De minister zegt een evaluatie', 'toe die voor de zomer komt.'), third)
    expect(inAll(passage, changed)).toMatchObject({ state: 'inexact', parts: [{ page: 1 }] })
    expect(inAll(passage, pages(first, third))).toBeNull()
    clock.mockRestore()
  })
})
