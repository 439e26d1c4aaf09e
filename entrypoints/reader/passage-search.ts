import { type ReadonlySignal, signal } from '@preact/signals'
import type { PassageSearch } from '#components/reader/passages-in-reader.ts'
import type { PdfView } from '#components/reader/pdf-view.ts'
import type { PassageNote } from '#utils/database/notes/passages.ts'
import { atItsPage, inAll, type PageWords, type PassagePlace, wordsOfPage } from './pdf/passage-places.ts'

/** What is looked through of an opened PDF. */
export type SearchedPages = Pick<PdfView, 'pages' | 'textOf'>

export interface PlacesOfPassages {
  /** By the note's id. */
  readonly places: ReadonlyMap<string, PassagePlace>
  /** The notes whose words stand in no page. */
  readonly missing: ReadonlySet<string>
  /** How far the search through all pages is, while there is one. */
  readonly progress: ReadonlySignal<PassageSearch | null>
  /** Another PDF is shown, or none: all is looked for anew. */
  showIn(view: SearchedPages | null): void
  /** These are the passages of the document now; what was found of them stays. */
  lookFor(notes: readonly PassageNote[]): void
}

/**
 * Looks for the words of passages in the pages of a PDF: first each where it was taken, then those that do not stand there in all
 * pages. A newer search ends an older one.
 *
 * @param onPlaces places were found, or are not known any more
 * @param onLooked all of them were looked for
 */
export function placesOfPassages(onPlaces: () => void, onLooked: () => void): PlacesOfPassages {
  const progress = signal<PassageSearch | null>(null)
  let view: SearchedPages | null = null
  let notes: readonly PassageNote[] = []
  let places = new Map<string, PassagePlace>()
  let missing = new Set<string>()
  let words = new Map<number, PageWords>()
  let turn = 0

  async function readPage(own: SearchedPages, page: number): Promise<void> {
    if (words.has(page) || page < 1 || page > own.pages.peek()) return
    const read = wordsOfPage(await own.textOf(page))
    if (own === view) words.set(page, read)
  }

  async function look(): Promise<void> {
    const own = view
    turn += 1
    const begun = turn
    const isCurrent = () => begun === turn
    places = new Map([...places].filter(([id]) => notes.some((note) => note.id === id)))
    missing = new Set([...missing].filter((id) => notes.some((note) => note.id === id)))
    // What an older search had come to is of no more interest.
    progress.value = null
    onPlaces()
    if (own === null || notes.length === 0) return
    for (const { id, passage } of notes) {
      if (places.has(id)) continue
      for (const page of [passage.page ?? 1, (passage.page ?? 1) + 1]) await readPage(own, page)
      if (!isCurrent()) return
      const place = atItsPage(passage, words)
      if (place !== null) places.set(id, place)
    }
    onPlaces()
    const left = notes.filter(({ id }) => !places.has(id))
    if (left.length > 0) await lookInAll(own, left, isCurrent)
    if (isCurrent()) onLooked()
  }

  async function lookInAll(own: SearchedPages, left: readonly PassageNote[], isCurrent: () => boolean): Promise<void> {
    const total = own.pages.peek()
    for (let page = 1; page <= total; page += 1) {
      await readPage(own, page)
      if (!isCurrent()) return
      progress.value = { done: page, total }
    }
    progress.value = null
    missing = new Set()
    for (const { id, passage } of left) {
      const place = inAll(passage, words)
      if (place === null) missing.add(id)
      else places.set(id, place)
      // Each may take a moment: the window gets its turn.
      await new Promise((resolve) => setTimeout(resolve))
      if (!isCurrent()) return
    }
    onPlaces()
  }

  return {
    get places() {
      return places
    },
    get missing() {
      return missing
    },
    progress,
    showIn(next) {
      view = next
      words = new Map()
      places = new Map()
      missing = new Set()
      void look()
    },
    lookFor(found) {
      notes = found
      void look()
    },
  }
}
