import type { Token } from './tokens.ts'

/** Letters that a scan misreads within a title make gaps of a few words. */
export const widestGap = 3

/** Every print of the title, misread or not, as `[from, to)` in tokens. */
export function printsOf(
  title: readonly string[],
  tokens: readonly Token[],
  taken: readonly boolean[],
): [number, number][] {
  const prints: [number, number][] = []
  const opening = new Set(title.slice(0, 3))
  let index = 0
  while (index < tokens.length) {
    const token = tokens[index]
    if (!token || taken[index] || !opening.has(token.key)) {
      index += 1
      continue
    }
    const end = alignedEnd(title, tokens, taken, index)
    if (end === null) index += 1
    else {
      prints.push([index, end])
      index = end
    }
  }
  return prints
}

const enoughOfTitle = 0.6

/** Follows the title's words from a token on; null where too few of them come. */
function alignedEnd(
  title: readonly string[],
  tokens: readonly Token[],
  taken: readonly boolean[],
  from: number,
): number | null {
  let place = title.indexOf(tokens[from]?.key ?? '')
  if (place < 0 || place > 2) return null
  let matched = 1
  let index = from + 1
  let end = index
  place += 1
  while (place < title.length && index < tokens.length) {
    const step = nextMatch(title, tokens, taken, place, index)
    if (!step) break
    place = step.place + 1
    index = step.index + 1
    end = index
    matched += 1
  }
  // The last word or two misread: they go too when as many words are left of the title.
  if (matched < title.length * enoughOfTitle) return null
  const missing = title.length - place
  return missing > 0 && missing <= 2 && tokens[end] && !taken[end] && /^[#\p{Ll}]*#$/u.test(tokens[end]?.key ?? '')
    ? end + 1
    : end
}

/** The nearest pair of equal words, some words on in the title or in the text. */
function nextMatch(
  title: readonly string[],
  tokens: readonly Token[],
  taken: readonly boolean[],
  place: number,
  index: number,
) {
  // Never over a heading.
  let reach = 0
  while (reach <= widestGap && taken[index + reach] === false) reach += 1
  for (let sum = 0; sum <= 2 * widestGap; sum += 1) {
    for (let skip = 0; skip <= sum; skip += 1) {
      const other = sum - skip
      if (skip > widestGap || other >= reach) continue
      const word = title[place + skip]
      const token = tokens[index + other]
      if (word !== undefined && token && alike(word, token.key)) return { place: place + skip, index: index + other }
    }
  }
  return null
}

/** Equal but for a misread letter. */
function alike(a: string, b: string): boolean {
  if (a === b) return true
  if (Math.abs(a.length - b.length) > 2 || a.length < 5) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start += 1
  let end = 0
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1
  return Math.max(a.length, b.length) - start - end <= 2
}
