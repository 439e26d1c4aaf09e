import { beforeNumber, isSentence, mayBeTitle, opens } from './no-titles.ts'
import type { PageMark } from './page-marks.ts'
import { besideMark } from './title-places.ts'
import type { Token } from './tokens.ts'

/** Words of a title that are compared at once: fewer recur by chance. */
const shingle = 4
const shortestTitle = 5
const longestTitle = 60
/** Share of a title's words that the head of the document must hold. */
const enoughInHead = 0.6
/** Share of a title's places that must be beside the mark of a page. */
const enoughBeside = 0.8

/** Where titles may stand in a text, in characters. */
interface TitlePlaces {
  readonly text: string
  /** A title recurs at this distance at least. */
  readonly apart: number
  readonly marks: readonly PageMark[]
  /** The end of the document's head. */
  readonly headEnds: number
}

/** How often some words recur far enough apart, and where they stand first and last. */
interface Recurring {
  count: number
  readonly first: number
  last: number
}

/** Words that recur as a title would. */
interface Candidate {
  readonly keys: readonly string[]
  /** The token with which they begin at their first place. */
  readonly from: number
  readonly starts: number[]
  readonly holdsEnd: boolean
}

/** The words of the title that recurs most, or null where nothing does. */
export function titleOf(
  tokens: readonly Token[],
  taken: readonly boolean[],
  needed: number,
  places: TitlePlaces,
): readonly string[] | null {
  const shingles = shinglesOf(tokens, taken)
  const seen = recurrenceOf(shingles, tokens, places.apart)
  const runs = runsOf(shingles, (key) => (seen.get(key)?.count ?? 0) >= needed)
  let best: readonly string[] | null = null
  let score = 0
  for (const candidate of candidatesOf(runs, tokens, places.text)) {
    const total = candidate.starts.length * candidate.keys.length
    if (total <= score) continue
    const isInHead = standsInHead(candidate, shingles, (key) => (seen.get(key)?.first ?? Infinity) < places.headEnds)
    const isBeside = standsBesideMarks(candidate, places.marks, needed)
    if (candidate.holdsEnd ? isInHead && isBeside : isInHead || isBeside) {
      best = candidate.keys
      score = total
    }
  }
  return best
}

/** By token the words that begin with it, where they may be of a title. */
function shinglesOf(tokens: readonly Token[], taken: readonly boolean[]): readonly (string | null)[] {
  return tokens.slice(0, Math.max(0, tokens.length - shingle + 1)).map((_, index) => shingleAt(tokens, taken, index))
}

function recurrenceOf(
  shingles: readonly (string | null)[],
  tokens: readonly Token[],
  apart: number,
): ReadonlyMap<string, Recurring> {
  const seen = new Map<string, Recurring>()
  shingles.forEach((key, index) => {
    if (key === null) return
    const start = tokens[index]?.start ?? 0
    const entry = seen.get(key)
    if (!entry) seen.set(key, { count: 1, first: start, last: start })
    else if (start - entry.last >= apart) {
      entry.count += 1
      entry.last = start
    }
  })
  return seen
}

/** The words of recurring runs that may be a title, each once. */
function candidatesOf(runs: readonly [number, number][], tokens: readonly Token[], text: string): Iterable<Candidate> {
  const candidates = new Map<string, Candidate>()
  for (const [from, to] of runs.map((run) => beforeNumber(run, tokens, text))) {
    const words = tokens.slice(from, to)
    if (words.length < shortestTitle || words.length > longestTitle) continue
    const first = words[0]?.start ?? 0
    const print = text.slice(first, words.at(-1)?.end)
    if (!mayBeTitle(print) || !opens(text, words[0])) continue
    const keys = words.map(({ key }) => key)
    const known = candidates.get(keys.join(' '))
    if (known) known.starts.push(first)
    else candidates.set(keys.join(' '), { keys, from, starts: [first], holdsEnd: isSentence(print) })
  }
  return candidates.values()
}

/** The head of the document holds its title: what merely recurs in answers is none. */
function standsInHead(
  { keys, from }: Candidate,
  shingles: readonly (string | null)[],
  isInHead: (key: string) => boolean,
): boolean {
  const own = shingles.slice(from, from + keys.length - shingle + 1)
  return own.filter((key) => key !== null && isInHead(key)).length >= own.length * enoughInHead
}

function standsBesideMarks({ starts }: Candidate, marks: readonly PageMark[], needed: number): boolean {
  const beside = starts.filter((start) => marks.some((mark) => Math.abs(mark.start - start) < besideMark)).length
  return beside >= needed && beside >= starts.length * enoughBeside
}

function shingleAt(tokens: readonly Token[], taken: readonly boolean[], index: number): string | null {
  let key = ''
  let letters = 0
  for (let offset = 0; offset < shingle; offset += 1) {
    if (taken[index + offset]) return null
    const word = tokens[index + offset]?.key ?? ''
    letters += word.replaceAll('#', '').length
    key += `${word} `
  }
  return letters >= 8 || /# #|nr #/.test(key) ? key : null
}

/** Runs of tokens that recurring shingles cover, as `[from, to)`. */
function runsOf(shingles: readonly (string | null)[], recurs: (key: string) => boolean): [number, number][] {
  const runs: [number, number][] = []
  let open: [number, number] | null = null
  shingles.forEach((key, index) => {
    if (key === null || !recurs(key)) return
    if (open && index <= open[1]) open[1] = index + shingle
    else {
      open = [index, index + shingle]
      runs.push(open)
    }
  })
  return runs
}
