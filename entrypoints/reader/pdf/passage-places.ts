import type { PlacedText } from '#components/reader/pdf-view.ts'
import type { Passage } from '#utils/database/schema.ts'
import { findQuote } from '#utils/notes/passages/find-quote.ts'
import { normalText } from '#utils/notes/passages/normal-text.ts'

/** Milliseconds for one passage that does not stand where it stood. */
const longest = 100

/** The normal text of a page, and the height at which each place of it stands. */
export interface PageWords {
  readonly text: string
  /** Points from the top of the page, of the piece that holds a place. */
  readonly topAt: (place: number) => number
}

export function wordsOfPage(pieces: readonly PlacedText[]): PageWords {
  const original = pieces.map(({ text }) => text).join('')
  const { text, offsets } = normalText(original)
  return {
    text,
    topAt(place) {
      const offset = offsets[place] ?? 0
      let start = 0
      for (const piece of pieces) {
        start += piece.text.length
        if (offset < start) return piece.top
      }
      return 0
    },
  }
}

/** A stretch of one page's normal text. */
export interface PagePart {
  readonly page: number
  readonly start: number
  readonly end: number
}

/** Where a passage stands: its parts, one a page. */
export interface PassagePlace {
  readonly state: 'exact' | 'inexact'
  readonly parts: readonly PagePart[]
  readonly top: number
}

/** A passage at the very place where it was taken; null where that page and the next do not tell. */
export function atItsPage(passage: Passage, pages: ReadonlyMap<number, PageWords>): PassagePlace | null {
  const first = passage.page ?? 1
  const some = [first, first + 1].flatMap((page) => {
    const words = pages.get(page)
    return words === undefined ? [] : [{ page, words }]
  })
  if (some[0]?.page !== first) return null
  const place = placeIn(some, passage, first)
  return place?.state === 'exact' && place.parts[0]?.start === passage.quote.start ? place : null
}

/** A passage anywhere in the document. */
export function inAll(passage: Passage, pages: ReadonlyMap<number, PageWords>): PassagePlace | null {
  const all = [...pages].toSorted(([one], [other]) => one - other).map(([page, words]) => ({ page, words }))
  return placeIn(all, passage, passage.page ?? 1)
}

function placeIn(
  pages: readonly { readonly page: number; readonly words: PageWords }[],
  { quote }: Passage,
  own: number,
): PassagePlace | null {
  let text = ''
  const starts = pages.map(({ words }) => {
    if (text !== '' && !text.endsWith(' ')) text += ' '
    const start = text.length
    text += words.text
    return start
  })
  const base = starts[pages.findIndex(({ page }) => page === own)] ?? 0
  const end = performance.now() + longest
  const moved = { ...quote, start: quote.start + base, end: quote.end + base }
  const found = findQuote(text, moved, () => performance.now() > end)
  if (found === null) return null
  const parts = pages.flatMap(({ page, words }, index): readonly PagePart[] => {
    const start = Math.max(0, found.start - (starts[index] ?? 0))
    const stop = Math.min(words.text.length, found.end - (starts[index] ?? 0))
    return start < stop ? [{ page, start, end: stop }] : []
  })
  const [first] = parts
  if (first === undefined) return null
  const words = pages.find(({ page }) => page === first.page)?.words
  return { state: found.how, parts, top: words?.topAt(first.start) ?? 0 }
}
