import type { PassageState, SoughtPassage } from '#utils/browser/protocol/passages.ts'
import type { PageText } from '#utils/dom/page-text.ts'
import { liveRange, type PlacedReference } from '#utils/dom/places.ts'
import { findQuote } from '#utils/notes/passages/find-quote.ts'

/** Milliseconds for one passage, and for all of a page in one go: what is not found by then is looked for no further. */
const longest = { each: 30, all: 1500 } as const

/** A passage at its place in the page, in the shape in which a reference is pointed at and scrolled to. */
export interface AnchoredPassage extends Pick<PlacedReference, 'range' | 'link'> {
  readonly id: string
  readonly state: 'exact' | 'inexact'
  /** What it read when it was found: while it does, nothing needs to be looked for. */
  readonly words: string
}

export interface Anchoring {
  readonly anchored: AnchoredPassage[]
  readonly states: Map<string, PassageState>
}

/**
 * Finds passages in a page's text, one a step.
 *
 * @param now milliseconds, a seam for tests
 */
export function* anchor(
  text: PageText,
  passages: readonly SoughtPassage[],
  now: () => number = () => performance.now(),
): Generator<void, Anchoring> {
  const anchored: AnchoredPassage[] = []
  const states = new Map<string, PassageState>()
  let left: number = longest.all
  for (const { id, quote } of passages) {
    const start = now()
    let ranOut = left <= 0
    const isOver = (): boolean => {
      ranOut ||= now() - start > Math.min(longest.each, left)
      return ranOut
    }
    const found = ranOut ? null : findQuote(text.text, quote, isOver)
    const place = found && text.stretch(found.start, found.end)
    // What could not be looked for to its end is not missing.
    states.set(id, found === null || place === null ? (ranOut ? 'unknown' : 'missing') : found.how)
    if (found !== null && place !== null) {
      const range = new StaticRange(place)
      anchored.push({ id, state: found.how, range, link: null, words: liveRange({ range })?.toString() ?? '' })
    }
    left -= now() - start
    yield
  }
  return { anchored, states }
}

/** Whether a passage still stands where it was found. */
export function holds({ range, words }: AnchoredPassage): boolean {
  const live = liveRange({ range })
  return live !== null && live.toString() === words
}
