import search from 'approx-string-match'
import type { Quote } from './quote.ts'

/** Where a passage stands, and how surely. UTF-16 offsets in the normal text. */
export interface FoundQuote {
  readonly start: number
  readonly end: number
  /** `exact`: its very words, in a context that leaves no doubt; `inexact`: the words differ a little, and it must be said. */
  readonly how: 'exact' | 'inexact'
}

/** Words that stand in several places are told apart by this many characters of their context, which must agree. */
const telling = 8
/** A passage of at least so many characters can stand for itself, if it stands in one place only. */
const longEnough = 24
/** Of the characters of a passage at most this part may differ: a wrong place is worse than none. */
const mostDifferent = 0.15
/** Characters below which nothing may differ. */
const shortest = 20
/** A longer passage is found by its head and its tail. */
const mostAtOnce = 400
const headLength = 120
/** Of so many parts of a passage at least one has to be there in its very words: it shows where to look closer. */
const parts = 8
/** Places that are looked at closer for one passage: more means that its words are everywhere. */
const mostPlaces = 40

/**
 * Finds a passage in a text: at its place, by its very words, then by words that differ a little. Null where it is not
 * there, or where more than one place could be meant.
 *
 * @param isOver whether the time for it has run out; null is given then as well
 */
export function findQuote(text: string, quote: Quote, isOver: () => boolean = () => false): FoundQuote | null {
  return atItsPlace(text, quote) ?? exactly(text, quote) ?? (isOver() ? null : inexactly(text, quote, isOver))
}

function atItsPlace(text: string, { exact, prefix, suffix, start, end }: Quote): FoundQuote | null {
  if (!text.startsWith(exact, start)) return null
  // The same words elsewhere could be meant by now: the context has to be the same too.
  const isSame = text.startsWith(suffix, end) && text.slice(Math.max(0, start - prefix.length), start) === prefix
  return isSame ? { start, end, how: 'exact' } : null
}

function exactly(text: string, quote: Quote): FoundQuote | null {
  const { exact } = quote
  const places: { readonly start: number; readonly agreed: number }[] = []
  for (let start = text.indexOf(exact); start >= 0; start = text.indexOf(exact, start + 1)) {
    places.push({ start, agreed: agreement(text, start, start + exact.length, quote) })
    if (places.length > 10_000) return null
  }
  const [best, second] = places.toSorted((one, other) => other.agreed - one.agreed)
  if (best === undefined) return null
  const isAlone = second === undefined
  const isSure = isAlone ? exact.length >= longEnough || best.agreed >= telling : best.agreed - second.agreed >= telling
  return isSure ? { start: best.start, end: best.start + exact.length, how: 'exact' } : null
}

/** Characters of the context before and after a place that are as they were, counted from the passage outwards. */
function agreement(text: string, start: number, end: number, { prefix, suffix }: Quote): number {
  let before = 0
  while (before < prefix.length && before < start && text[start - 1 - before] === prefix.at(-1 - before)) before += 1
  let after = 0
  while (after < suffix.length && text[end + after] === suffix[after]) after += 1
  return before + after
}

function inexactly(text: string, quote: Quote, isOver: () => boolean): FoundQuote | null {
  if (quote.exact.length < shortest) return null
  if (quote.exact.length <= mostAtOnce) {
    const place = onePlace(text, quote.exact, isOver)
    return place && { ...place, how: 'inexact' }
  }
  const { exact } = quote
  const head = onePlace(text, exact.slice(0, headLength), isOver)
  const tail = head && onePlace(text, exact.slice(-headLength), isOver)
  if (head === null || tail === null) return null
  const length = tail.end - head.start
  // What lies between has to be the passage's own length, more or less.
  if (Math.abs(length - exact.length) > exact.length * mostDifferent) return null
  return { start: head.start, end: tail.end, how: 'inexact' }
}

interface Place {
  readonly start: number
  readonly end: number
}

/** The one place where words stand that differ little from a pattern; null where there is none, or another nearly as good. */
function onePlace(text: string, pattern: string, isOver: () => boolean): Place | null {
  const most = Math.floor(pattern.length * mostDifferent)
  const windows = windowsOf(text, pattern, most)
  if (windows === null) return null
  const best = bestIn(text, windows, pattern, most, isOver)
  if (best === null) return null
  const margin = Math.max(2, Math.floor(pattern.length * 0.05))
  // Ways to lay the same words out differ by a character or two; a rival lies elsewhere.
  const elsewhere = windows.flatMap(({ start, end }) => [
    { start, end: Math.min(end, best.start) },
    { start: Math.max(start, best.end), end },
  ])
  const rival = bestIn(text, elsewhere, pattern, Math.min(most, best.errors + margin - 1), isOver)
  return rival === null && !isOver() ? { start: best.start, end: best.end } : null
}

function bestIn(text: string, windows: readonly Place[], pattern: string, most: number, isOver: () => boolean) {
  let best: (Place & { readonly errors: number }) | null = null
  for (const { start, end } of windows) {
    if (isOver()) return null
    if (end - start < pattern.length - most) continue
    for (const match of search(text.slice(start, end), pattern, best === null ? most : best.errors)) {
      if (best === null || match.errors < best.errors) {
        best = { start: start + match.start, end: start + match.end, errors: match.errors }
      }
    }
  }
  return best
}

/** Stretches of the text in which one of the pattern's parts stands, each with room for the whole; null where too many. */
function windowsOf(text: string, pattern: string, most: number): readonly Place[] | null {
  const size = Math.max(4, Math.floor(pattern.length / parts))
  const places: Place[] = []
  for (let from = 0; from + size <= pattern.length; from += size) {
    const part = pattern.slice(from, from + size)
    const found: Place[] = []
    for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
      const start = Math.max(0, at - from - most)
      found.push({ start, end: Math.min(text.length, at - from + pattern.length + most) })
      // A part that stands everywhere tells nothing; the others may.
      if (found.length > mostPlaces) break
    }
    if (found.length <= mostPlaces) places.push(...found)
  }
  const joined: { start: number; end: number }[] = []
  for (const place of places.toSorted((one, other) => one.start - other.start)) {
    const last = joined.at(-1)
    if (last !== undefined && place.start <= last.end) last.end = Math.max(last.end, place.end)
    else joined.push({ ...place })
  }
  return joined.length > mostPlaces ? null : joined
}
