/** Shorter words are parts of nearly everything. */
const shortestWithin = 4
const isLetter = /[\p{L}\p{N}]/u

/** A stretch of a text, in UTF-16 offsets. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Where one of the words stands in a plain text: several with spaces between follow each other, whole, with nothing but signs between. */
function* stretchesOf(text: string, word: string): Generator<readonly [from: number, length: number]> {
  if (word.includes(' ')) {
    const words = word.split(' ')
    if (!words.every((own) => text.includes(own))) return
    const whole = new RegExp(`(?<![\\p{L}\\p{N}])${words.join('[^\\p{L}\\p{N}]{1,9}')}(?![\\p{L}\\p{N}])`, 'gu')
    for (const { 0: found, index } of text.matchAll(whole)) yield [index, found.length]
    return
  }
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) yield [at, word.length]
}

/** A text without case and accents, and for each of its units the place in the text that it comes from. */
interface Plain {
  readonly text: string
  /** Null where every unit comes from its own place. */
  readonly places: readonly number[] | null
}

/** Accents, and soft hyphens within words. */
const marks = /[\p{M}\u00ad]/gu

/** Lower case without accents, so that «coordinator» finds «coördinator». */
export function plainText(text: string): string {
  return text.normalize('NFD').replace(marks, '').toLowerCase()
}

/** Words of what was typed that are worth marking. */
export const markedWords = (typed: string): readonly string[] => worthMarking(wordsOf(typed))

/** Words, folded, that are worth marking, each once: single letters are everywhere, and a page full of marks marks nothing. */
export const worthMarking = (words: readonly string[]): readonly string[] =>
  [...new Set(words)].filter((word) => word.length > 1)

/** The words of what was typed, folded, each once; all of them must occur. */
export function wordsOf(typed: string): readonly string[] {
  return [...new Set(plainText(typed).split(/\s+/u).filter(Boolean))]
}

/** Characters beyond ASCII without case and accents; there are few different ones, and folding one is slow. */
const folds = new Map<string, string>()

function foldOf(character: string): string {
  const known = folds.get(character)
  if (known !== undefined) return known
  const fold = plainText(character)
  if (folds.size < 5_000) folds.set(character, fold)
  return fold
}

function plain(text: string): Plain {
  if (!/\P{ASCII}/u.test(text)) return { text: text.toLowerCase(), places: null }
  const places: number[] = []
  let folded = ''
  const take = (own: string, at: number, step: 0 | 1) => {
    folded += own
    for (let unit = 0; unit < own.length; unit += 1) places.push(at + unit * step)
  }
  let at = 0
  // Some at a time: of millions an expression without a bound has no room to go back.
  for (const { 0: characters, index } of text.matchAll(/\P{ASCII}{1,1000}/gu)) {
    take(text.slice(at, index).toLowerCase(), at, 1)
    at = index
    for (const character of characters) {
      take(foldOf(character), at, 0)
      at += character.length
    }
  }
  take(text.slice(at).toLowerCase(), at, 1)
  places.push(text.length)
  return { text: folded, places }
}

/**
 * Where words stand in a text, case and accents aside, in order and without overlap.
 *
 * @param words folded; `stand van zaken`, words that follow each other
 */
export function spansOf(text: string, words: readonly string[]): readonly Span[] {
  if (words.length === 0 || text === '') return []
  const { text: folded, places } = plain(text)
  const placeOf = (index: number) => places?.[index] ?? index
  const found = words.flatMap((word) => {
    const begun: Span[] = []
    const within: Span[] = []
    for (const [at, length] of stretchesOf(folded, word)) {
      const last = placeOf(at + length - 1)
      const spans = isLetter.test(folded.charAt(at - 1)) ? within : begun
      spans.push({ start: placeOf(at), end: behindMarks(text, last + charLength(text, last)) })
    }
    // «der» is meant as a word where it is one, and not in «houderij» beside it.
    return word.length < shortestWithin && begun.length > 0 ? begun : [...begun, ...within]
  })
  const joined: Span[] = []
  for (const span of found.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = joined.at(-1)
    if (last && span.start <= last.end)
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, span.end) }
    else joined.push(span)
  }
  return joined
}

/** Accents that stand as characters of their own belong to the letter before them; there may be millions of them. */
function behindMarks(text: string, from: number): number {
  const mark = /\p{M}/uy
  let end = from
  for (mark.lastIndex = end; mark.test(text); end = mark.lastIndex);
  return end
}

const charLength = (text: string, at: number): number => ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1)

/**
 * The surroundings of the first word that is found, as one line; null where none is.
 *
 * @param before characters kept before it
 * @param room characters that are seen of it: near the end of the text it begins earlier, and leaves none of them empty
 */
export function excerptAround(
  text: string,
  words: readonly string[],
  before = 40,
  length = 200,
  room = 0,
): string | null {
  const [first] = spansOf(text, words)
  if (first === undefined) return null
  const earliest = Math.min(first.start - before, text.length - room)
  const blank = text.slice(Math.max(0, earliest), first.start).search(/\s/u)
  const start = earliest <= 0 ? 0 : blank < 0 ? first.start : earliest + blank + 1
  const line = text
    .slice(start, start + length)
    .replace(/\s+/gu, ' ')
    .trim()
  return `${start > 0 ? '… ' : ''}${line}`
}
