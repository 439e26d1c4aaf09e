import { candidateIndexes, reach } from '../references/candidates.ts'
import * as dom from './natives.ts'

/** Text is searched in portions of so many characters, and nodes are walked in so many steps, between two turns. */
const portion = 1_000_000
const walked = 4096
/** How far beyond a portion its last candidates may look, as the white space of markup is not collapsed yet. */
const context = 4 * (reach.before + reach.after)

/** Soft hyphens and the like may stand anywhere, in the middle of a word too. */
const invisible = /[\u00ad\u200b-\u200d\u2060\ufeff]/g

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
  let indexes: readonly number[] = []
  if (text.length <= portion) indexes = seenCandidates(text, alone)
  else {
    const all: number[] = []
    for (let start = 0; start < text.length; start += portion) {
      const from = Math.max(0, start - context)
      const end = start + portion
      for (const index of seenCandidates(text.slice(from, end + context), true)) {
        if (from + index >= start && from + index < end) all.push(from + index)
      }
      if (atOnce) continue
      yield
      if (hasChanged()) return null
    }
    indexes = all
  }
  const found = new Map<Text, number[]>()
  const walker = dom.textWalker(root)
  const count = indexes.length
  let start = 0
  let steps = 0
  let index = 0
  let next = indexes[0] ?? 0
  while (index < count) {
    const node = walker.nextNode() as Text | null
    if (node === null) break
    const end = start + node.length
    if (next < end) {
      const offsets: number[] = []
      found.set(node, offsets)
      while (next < end && index < count) {
        offsets.push(next - start)
        index += 1
        next = indexes[index] ?? 0
      }
    }
    start = end
    steps += 1
    if (steps % walked === 0 && !atOnce) {
      yield
      if (hasChanged()) return null
    }
  }
  return found
}

/** Candidates in a text as it is seen, by their places in the text as it stands. */
function seenCandidates(text: string, alone: boolean): readonly number[] {
  if (text.search(invisible) < 0) return candidateIndexes(text, alone)
  const removed = Array.from(text.matchAll(invisible), ({ index }) => index)
  const found: number[] = []
  let before = 0
  for (const index of candidateIndexes(text.replace(invisible, ''), alone)) {
    while ((removed[before] ?? Infinity) <= index + before) before += 1
    found.push(index + before)
  }
  return found
}

/** Those of many small subtrees that may hold a reference. */
export function rootsWithCandidates<Root extends Node>(roots: readonly Root[]): readonly Root[] {
  const texts = roots.map((root) => dom.textContent(root) ?? '')
  const found: Root[] = []
  let root = 0
  let end = texts[0]?.length ?? 0
  for (const index of seenCandidates(texts.join('\n'), true)) {
    while (index > end) {
      root += 1
      end += 1 + (texts[root]?.length ?? 0)
    }
    const one = roots[root]
    if (one !== undefined && one !== found.at(-1)) found.push(one)
  }
  return found
}
