import * as dom from './natives.ts'

/** So many places at most are leapt to, in a text of so many characters at least: else walking is as cheap. */
export const few = { places: 160, characters: 100_000 } as const
/** Characters that are leapt over between two turns. */
const atOnce = 1_000_000
/** So many nodes are walked rather than leapt over. */
const near = 32
/** Leaps that are tried for one place. */
const mostLeaps = 4

/** A node by its index among all text nodes, and where it starts in the text of all of them. */
interface Spot {
  readonly index: number
  readonly start: number
}

/**
 * Finds the text nodes of a few places in a long text without looking at all of them. The browser lists the text nodes of
 * a page, and measures the text between two of them, many times as fast as a script can ask each for its length: it has to
 * make an object of each for that. So a place is leapt to by its share of the text, and walked to from there.
 *
 * @param length of `textContent` of the root
 * @param places in it, ascending
 * @returns offsets by node, in the order of the document; null where the page is not what it was
 */
export function* placeFew(
  root: Element,
  length: number,
  places: readonly number[],
): Generator<void, Map<Text, number[]> | null> {
  const nodes = dom.textNodes(root)
  const nodeAt = (index: number): Text => nodes.snapshotItem(index) as Text
  const range = dom.createRange()
  const end: Spot = { index: nodes.snapshotLength, start: length }
  const found = new Map<Text, number[]>()
  let from: Spot = { index: 0, start: 0 }
  let turn = atOnce
  for (const place of places) {
    if (place > turn) {
      yield
      turn = place + atOnce
    }
    let { index, start } = leapTo(place, from, end, nodeAt, range)
    while (start > place && index > 0) {
      index -= 1
      start -= nodeAt(index).length
    }
    let node: Text | null = null
    for (; index < end.index; index += 1) {
      node = nodeAt(index)
      if (place < start + node.length) break
      start += node.length
    }
    if (node === null || index === end.index || start > place) return null
    from = { index, start }
    const offsets = found.get(node)
    if (offsets === undefined) found.set(node, [place - start])
    else offsets.push(place - start)
  }
  return found
}

/** A node close to a place. */
function leapTo(place: number, from: Spot, end: Spot, nodeAt: (index: number) => Text, range: Range): Spot {
  let low = from
  let high = end
  for (let leaps = 0; leaps < mostLeaps; leaps += 1) {
    const share = (place - low.start) / (high.start - low.start)
    const guess = low.index + Math.floor(share * (high.index - low.index))
    if (guess - low.index <= near) return low
    if (high !== end && high.index - guess <= near) return high
    range.setStart(nodeAt(low.index), 0)
    range.setEnd(nodeAt(guess), 0)
    const spot: Spot = { index: guess, start: low.start + range.toString().length }
    if (spot.start <= place) low = spot
    else high = spot
  }
  return low
}
