import { diff3Merge, LCS } from 'node-diff3'

/**
 * Three-way merge of a note's text: what either window changed is in the result, and what both changed differently
 * stands there twice, once in each wording. The trade-off is always the same: a sentence too many is a nuisance, a
 * sentence too few is a loss (SAFETY §2).
 *
 * Merged by lines first; lines that both sides reworded are merged by words, others stay whole, one after the other.
 * Where more than one place of those lines is in conflict, mixing words would make a text that nobody wrote, so the
 * lines are then kept whole, one after the other. The order of the two sides makes no difference, so two machines that
 * merge the same texts end with the same.
 *
 * @param base the text that both sides started from
 */
export function mergeTexts(base: string, one: string, other: string): string {
  if (one === other || other === base) return one
  if (one === base) return other
  const [a, b] = one < other ? [one, other] : [other, one]
  return mergeLines(lines(base), lines(a), lines(b)).join('\n')
}

/**
 * Merges two texts whose common ancestor is not known (a note edited on two machines whose histories share no text):
 * lines that both have stand once, the others all stay.
 */
export function mergeWithoutBase(one: string, other: string): string {
  const [a, b] = one < other ? [lines(one), lines(other)] : [lines(other), lines(one)]
  return mergeTexts(commonLines(a, b).join('\n'), one, other)
}

/**
 * Whether an edit (`opened` → `body`) is already in a text, as far as its words tell: each word that the edit brought
 * is there. Guards against storing one edit twice when its sender did not hear of the first time.
 */
export function holdsEdit(text: string, opened: string, body: string): boolean {
  const known = new Set(wordsOf(text))
  const before = new Set(wordsOf(opened))
  return wordsOf(body).every((word) => before.has(word) || known.has(word))
}

/** A stretch of a merge: agreed, or in two wordings. */
type Stretch =
  | { readonly ok: readonly string[]; readonly conflict?: undefined }
  | {
      readonly ok?: undefined
      readonly conflict: { readonly a: readonly string[]; readonly o: readonly string[]; readonly b: readonly string[] }
    }

/**
 * The time of diff3 grows with the number of equal pairs between base and side, so a text of one word over and over
 * would stop the background; and for each pair with what is common so far, so one of very many lines would too. Beyond
 * these, stretches that differ are kept whole (they take about a second; a paragraph of 3,000 Dutch words has about
 * 400,000 pairs).
 */
const mostPairs = 1_000_000
const longest = 14_000

function areTooMany(o: readonly string[], ...sides: readonly (readonly string[])[]): boolean {
  const counts = new Map<string, number>()
  for (const part of o) counts.set(part, (counts.get(part) ?? 0) + 1)
  return sides.some((side) => {
    if (Math.min(o.length, side.length) > longest) return true
    return side.reduce((pairs, part) => pairs + (counts.get(part) ?? 0), 0) > mostPairs
  })
}

function mergeParts(o: readonly string[], a: readonly string[], b: readonly string[]): readonly Stretch[] {
  const start = sharedStart(o, a, b)
  const end = sharedEnd(start, o, a, b)
  const middle = (parts: readonly string[]) => parts.slice(start, parts.length - end)
  const sides = { a: middle(a), o: middle(o), b: middle(b) }
  const merged = areTooMany(sides.o, sides.a, sides.b) ? [{ conflict: sides }] : diff3(sides)
  return [{ ok: a.slice(0, start) }, ...merged, { ok: a.slice(a.length - end) }]
}

function diff3({ a, o, b }: NonNullable<Stretch['conflict']>): readonly Stretch[] {
  return diff3Merge([...a], [...o], [...b]).map(({ ok, conflict }): Stretch => {
    return conflict ? { conflict } : { ok: ok ?? [] }
  })
}

function mergeLines(o: readonly string[], a: readonly string[], b: readonly string[]): readonly string[] {
  return mergeParts(o, a, b).flatMap((stretch) => {
    if (stretch.ok) return stretch.ok
    const { conflict } = stretch
    // One side took lines out that the other changed: the change stays.
    if (isBlank(conflict.a)) return conflict.b
    if (isBlank(conflict.b)) return conflict.a
    const [before, first, second] = [conflict.o.join('\n'), conflict.a.join('\n'), conflict.b.join('\n')]
    if (isBlank(conflict.o)) return [bothAdded(conflict.a, conflict.b)]
    const areReworded = isReworded(conflict.o, conflict.a) && isReworded(conflict.o, conflict.b)
    return [areReworded ? mergeWords(before, first, second) : mergeWithoutBase(first, second)]
  })
}

/**
 * Whether lines are the same ones in other words: as many, and more than half of the words of each stand. Else lines were
 * put in place of them, and words of such lines are not to be mixed with those of others.
 */
function isReworded(before: readonly string[], after: readonly string[]): boolean {
  if (before.length !== after.length) return false
  return before.every((line, index) => {
    const [old, now] = [wordsOf(line), wordsOf(after[index] ?? '')]
    const known = new Set(old)
    return 2 * now.filter((word) => known.has(word)).length > Math.min(old.length, now.length)
  })
}

function mergeWords(o: string, a: string, b: string): string {
  const stretches = mergeParts(wordParts(o), wordParts(a), wordParts(b))
  if (stretches.filter(({ conflict }) => conflict).length > 1) return wholeLines(a, b)
  return join(stretches.flatMap(({ ok, conflict }) => ok ?? bothWordings(conflict.a, conflict.b)))
}

/**
 * Lines that both sides put in one place: those that are the same stand once, as in an earlier copy of a note that both have added to
 * since. Blank lines part paragraphs and tell nothing.
 */
function bothAdded(a: readonly string[], b: readonly string[]): string {
  const common = commonLines(a, b).filter((line) => line.trim() !== '')
  const [one, other] = [a.join('\n'), b.join('\n')]
  return common.length === 0 ? wholeLines(one, other) : mergeTexts(common.join('\n'), one, other)
}

/** Lines in two wordings, after each other; once where one holds the other. */
function wholeLines(a: string, b: string): string {
  if (holds(wordParts(a), wordParts(b))) return a
  return holds(wordParts(b), wordParts(a)) ? b : `${a}\n${b}`
}

/** Two wordings within a line, after each other; what they share at either end, or one within the other, stands once. */
function bothWordings(a: readonly string[], b: readonly string[]): readonly string[] {
  if (holds(a, b)) return a
  if (holds(b, a)) return b
  const start = sharedStart(a, b)
  const end = sharedEnd(start, a, b)
  return [...a.slice(0, a.length - end), ...b.slice(start, b.length - end), ...a.slice(a.length - end)]
}

/**
 * Whether the words of `inner` stand in `outer`, next to each other and in order. By Knuth, Morris and Pratt: texts of
 * one word over and over take no longer than others.
 */
function holds(outer: readonly string[], inner: readonly string[]): boolean {
  const sought = inner.map((part) => part.trim()).filter(Boolean)
  const fallback = [0]
  const next = (matched: number, word: string | undefined): number => {
    let length = matched
    while (length > 0 && sought[length] !== word) length = fallback[length - 1] ?? 0
    return sought[length] === word ? length + 1 : 0
  }
  for (let index = 1; index < sought.length; index += 1) fallback.push(next(fallback[index - 1] ?? 0, sought[index]))
  let matched = 0
  for (const part of outer) {
    const word = part.trim()
    if (matched < sought.length && word !== '') matched = next(matched, word)
  }
  return matched === sought.length
}

/** Puts parts together; words from different sides never grow into one. */
function join(parts: readonly string[]): string {
  const joined: string[] = []
  for (const part of parts) {
    if (part === '') continue
    const glued = joined.length > 0 && !/\s$/u.test(joined.at(-1) ?? '') && !/^\s/u.test(part)
    joined.push(glued ? ` ${part}` : part)
  }
  return joined.join('')
}

const lines = (text: string): readonly string[] => text.split('\n')

const isBlank = (parts: readonly string[]): boolean => parts.every((part) => part.trim() === '')

/**
 * A text as words, each with the white space before it. Cut where a word ends, by an expression that repeats nothing: of a word of
 * millions of signs any other has, in some browsers, no room to go back.
 */
const wordParts = (text: string): readonly string[] => (text === '' ? [] : text.split(/(?<=\S)(?=\s)/))

/** A text's words, as they are written. */
export const wordsOf = (text: string): readonly string[] => text.split(/\s/).filter((word) => word !== '')

/** How many parts all sides have in common at their start. */
function sharedStart(first: readonly string[], ...others: readonly (readonly string[])[]): number {
  const shortest = Math.min(first.length, ...others.map((side) => side.length))
  let count = 0
  while (count < shortest && others.every((side) => side[count] === first[count])) count += 1
  return count
}

/** How many parts all sides have in common at their end, not counting the first `start`. */
function sharedEnd(start: number, first: readonly string[], ...others: readonly (readonly string[])[]): number {
  const shortest = Math.min(first.length, ...others.map((side) => side.length)) - start
  let count = 0
  while (count < shortest && others.every((side) => side.at(-1 - count) === first.at(-1 - count))) count += 1
  return count
}

/** The longest common subsequence of two lists of lines. */
function commonLines(a: readonly string[], b: readonly string[]): readonly string[] {
  if (areTooMany(a, b)) return []
  const common: string[] = []
  let link: Link | null = LCS([...a], [...b]) as Link | null
  while (link !== null && link.chain !== null) {
    const line = a[link.buffer1index]
    if (line !== undefined) common.unshift(line)
    link = link.chain
  }
  return common
}

/** node-diff3's chain of matches, last first, ended by an element without a match. */
interface Link {
  readonly buffer1index: number
  readonly chain: Link | null
}
