import { candidateIndexes, mayHoldHead, reach } from '../references/finding/candidates.ts'
import * as dom from './natives.ts'

/** Text is searched in portions of so many characters, and nodes are walked in so many steps, between two turns. */
const portion = 1_000_000
const walked = 4096
/** A subtree with more characters is searched by itself. */
const small = 16_384
/** How far beyond a portion its last candidates may look, as the white space of markup is not collapsed yet. */
const context = 4 * (reach.before + reach.after)

/** Soft hyphens and the like may stand anywhere, in the middle of a word too. */
const invisible = /[\u00ad\u200b-\u200f\u2060\ufeff]/g

/** Where references may be: offsets in text nodes, ascending; the nodes in the order of the document. */
export type Candidates = ReadonlyMap<Text, readonly number[]>

/**
 * The places below a root that may hold a part of a reference. One expression over `textContent`, then one walk that
 * reads only lengths: the cheapest way known to leave out the nodes that name nothing (DESIGN «Speed»). It is a superset:
 * `textContent` glues blocks together and holds scripts and hidden text; who reads the block decides.
 *
 * @param hasChanged whether the page has changed since it was last asked; then what was counted is worth nothing
 * @param alone whether short forms count where nothing else is found (`candidateIndexes`)
 */
export function* candidatesIn(root: Node, hasChanged: () => boolean, alone: boolean): Generator<void, Candidates> {
  hasChanged()
  for (let attempt = 0; ; attempt += 1) {
    const found = yield* attemptIn(root, attempt < 3 ? hasChanged : () => false, attempt >= 3, alone)
    if (found !== null) return found
  }
}

/** @param atOnce without a pause, for a page that changes all the time */
function* attemptIn(
  root: Node,
  hasChanged: () => boolean,
  atOnce: boolean,
  alone: boolean,
): Generator<void, Candidates | null> {
  const text = dom.textContent(root) ?? ''
  const heads = mayHoldHead(text)
  let indexes: readonly number[] = []
  if (text.length <= portion) indexes = seenCandidates(text, alone, heads)
  else {
    const all: number[] = []
    /** Where portions start in which nothing was found: what there is of short forms is worth nothing, or not yet known. */
    let without = Array.from({ length: Math.ceil(text.length / portion) }, (_, index) => index * portion)
    for (const countsAlone of alone ? [true] : [false, true]) {
      const searched = without
      without = []
      for (const start of searched) {
        const from = Math.max(0, start - context)
        const end = start + portion
        const there = seenCandidates(text.slice(from, end + context), countsAlone, heads)
        if (there.length === 0) without.push(start)
        for (const index of there) if (from + index >= start && from + index < end) all.push(from + index)
        if (atOnce) continue
        yield
        if (hasChanged()) return null
      }
      if (all.length === 0) break
    }
    indexes = all.sort((one, other) => one - other)
  }
  const found = new Map<Text, number[]>()
  const cursor: Cursor = { walker: dom.textWalker(root), start: 0, place: 0 }
  while (!place(indexes, cursor, found, Infinity, atOnce ? Infinity : walked)) {
    yield
    if (hasChanged()) return null
  }
  return found
}

/**
 * The same for many small subtrees, searched as one: to begin a search costs more than a paragraph is long. Those that are
 * not small are given back, for a search that pauses.
 */
export function candidatesInEach<Root extends Node>(
  roots: readonly Root[],
  alone: boolean,
): { readonly candidates: readonly Candidates[]; readonly large: readonly Root[] } {
  const large: Root[] = []
  const texts = roots.map((root) => {
    const text = dom.textContent(root) ?? ''
    if (text.length <= small) return text
    large.push(root)
    return ''
  })
  const text = texts.join('\n')
  const indexes = seenCandidates(text, alone, mayHoldHead(text))
  const candidates: Candidates[] = []
  let start = 0
  let next = 0
  for (const [index, root] of roots.entries()) {
    const end = start + (texts[index]?.length ?? 0)
    if ((indexes[next] ?? Infinity) < end) {
      const cursor: Cursor = { walker: dom.textWalker(root), start, place: next }
      const found = new Map<Text, number[]>()
      place(indexes, cursor, found, end, Infinity)
      candidates.push(found)
      next = cursor.place
    }
    start = end + 1
  }
  return { candidates, large }
}

/** How far nodes were walked: the next one starts here, and the next place to be found in one is this. */
interface Cursor {
  readonly walker: TreeWalker
  /** Where the next node starts, by the count that the places are in. */
  start: number
  /** Index of the next place. */
  place: number
}

/**
 * Finds the text nodes of places in a text; true once all are found.
 *
 * @param end up to where places are looked for
 * @param most so many nodes are walked
 */
function place(
  places: readonly number[],
  cursor: Cursor,
  found: Map<Text, number[]>,
  end: number,
  most: number,
): boolean {
  const { walker } = cursor
  let { start, place: index } = cursor
  let next = places[index] ?? Infinity
  for (let steps = 0; steps < most; steps += 1) {
    const node = next < end ? (walker.nextNode() as Text | null) : null
    if (node === null) {
      cursor.place = index
      return true
    }
    const nodeEnd = start + node.length
    if (next < nodeEnd) {
      const offsets: number[] = []
      found.set(node, offsets)
      for (; next < nodeEnd; next = places[index] ?? Infinity) {
        offsets.push(next - start)
        index += 1
      }
    }
    start = nodeEnd
  }
  cursor.start = start
  cursor.place = index
  return false
}

/** Candidates in a text as it is seen, by their places in the text as it stands. */
function seenCandidates(text: string, alone: boolean, heads: boolean): readonly number[] {
  if (text.search(invisible) < 0) return candidateIndexes(text, alone, heads)
  const removed = Array.from(text.matchAll(invisible), ({ index }) => index)
  const found: number[] = []
  let before = 0
  for (const index of candidateIndexes(text.replace(invisible, ''), alone, heads)) {
    while ((removed[before] ?? Infinity) <= index + before) before += 1
    found.push(index + before)
  }
  return found
}
