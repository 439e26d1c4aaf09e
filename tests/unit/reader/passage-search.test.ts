import { signal } from '@preact/signals'
import { describe, expect, test, vi } from 'vitest'
import type { PassageNote } from '#utils/database/notes/passages.ts'
import { quoteOf } from '#utils/notes/passages/quote.ts'
import {
  type PlacesOfPassages,
  placesOfPassages,
  type SearchedPages,
} from '../../../entrypoints/reader/passage-search.ts'

const texts = ['Antwoorden op de vragen over het jaarverslag.', 'De minister zegt een evaluatie toe.', 'Tot slot.']

/** A PDF of one line a page; `read` collects the pages that were asked for, `last` is waited for by the last page. */
const pdf = (read: number[] = [], last: Promise<void> = Promise.resolve()): SearchedPages => ({
  pages: signal(texts.length),
  textOf: async (page) => {
    read.push(page)
    if (page === texts.length) await last
    return [{ text: `${texts[page - 1]}\n`, top: 100 }]
  },
})

/** A note on words that were taken on a page. */
function noteOn(id: string, exact: string, page: number): PassageNote {
  const text = `${texts[page - 1]}\n`
  const start = Math.max(0, text.indexOf(exact))
  const quote = quoteOf(text, start, start + exact.length)
  if (quote === null) throw new Error('no quote')
  const at = '2023-05-23T09:00:00.000Z'
  const passage = { quote: { ...quote, exact }, format: 'pdf', page } as const
  return {
    type: 'passage',
    id,
    target: 'kst-36360-VIII-5',
    body: '',
    version: 1,
    createdAt: at,
    updatedAt: at,
    passage,
    places: [],
  }
}

/** A search, and a promise for the end of its next round. */
function searching() {
  let ended = () => {}
  const own: PlacesOfPassages = placesOfPassages(
    () => undefined,
    () => ended(),
  )
  const next = () => new Promise<void>((resolve) => (ended = resolve))
  return { own, next }
}

describe('the places of passages in a PDF', () => {
  test('are looked for where they were taken, and no other page is read', async () => {
    const read: number[] = []
    const { own, next } = searching()
    const end = next()
    own.lookFor([noteOn('one', 'een evaluatie', 2)])
    own.showIn(pdf(read))
    await end
    expect(own.places.get('one')).toMatchObject({ state: 'exact', parts: [{ page: 2 }] })
    expect(read).toEqual([2, 3])
  })

  test('are looked for in all pages where they do not stand there; what is nowhere is missing', async () => {
    const { own, next } = searching()
    const end = next()
    const moved = noteOn('moved', 'een evaluatie', 2)
    own.lookFor([
      { ...moved, passage: { ...moved.passage, page: 3 } },
      noteOn('nowhere', 'wat nergens in dit stuk te lezen staat, hoe men ook zoekt', 1),
    ])
    own.showIn(pdf())
    await end
    expect(own.places.get('moved')?.parts[0]?.page).toBe(2)
    expect([...own.missing]).toEqual(['nowhere'])
    expect(own.progress.value).toBeNull()
  })

  test('a note that goes while all pages are searched takes its progress along, and is missing no more', async () => {
    const { own, next } = searching()
    own.lookFor([noteOn('nowhere', 'wat nergens in dit stuk te lezen staat, hoe men ook zoekt', 1)])
    const held = Promise.withResolvers<void>()
    own.showIn(pdf([], held.promise))
    await vi.waitFor(() => expect(own.progress.value).toEqual({ done: 2, total: 3 }))
    own.lookFor([])
    expect(own.progress.value).toBeNull()
    held.resolve()

    const end = next()
    own.lookFor([noteOn('nowhere', 'wat nergens in dit stuk te lezen staat, hoe men ook zoekt', 1)])
    await end
    expect([...own.missing]).toEqual(['nowhere'])
    own.lookFor([])
    expect(own.missing.size).toBe(0)
  })
})
