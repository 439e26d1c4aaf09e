import * as dom from './natives.ts'

/** So many places at most are looked for by leaps, in a text of so many characters at least: else walking is as cheap. */
export const few = { places: 160, characters: 100_000 } as const
/** Places that are found between two turns. */
const atOnce = 16
/** So many nodes are walked rather than leapt over. */
const near = 32
/** Leaps that are tried for one place. */
const mostLeaps = 6
/** What tells where a node stands: so many characters from it on, of so many nodes at most. */
const telling = { characters: 160, nodes: 16 } as const

/** A node by its index among all text nodes, and where it starts in the text of all of them. */
interface Spot {
  readonly index: number
  readonly start: number
}

/**
 * Finds the text nodes of a few places in a long text without walking through all of them. The browser lists its text nodes
 * twenty times as fast as a script can look at them; where one of them stands in the text is told by what is written from
 * it on, if that is written there once only. So each place is leapt to by its share of the text, and walked to from there.
 *
 * @param text `textContent` of the root
 * @param places in it, ascending
 * @returns offsets by node, in the order of the document; null where this way does not lead to them
 */
export function* placeFew(
  root: Element,
  text: string,
  places: readonly number[],
): Generator<void, Map<Text, number[]> | null> {
  const nodes = dom.textNodes(root)
  const nodeAt = (index: number): Text => nodes.snapshotItem(index) as Text
  const end: Spot = { index: nodes.snapshotLength, start: text.length }
  const found = new Map<Text, number[]>()
  let from: Spot = { index: 0, start: 0 }
  for (const [count, place] of places.entries()) {
    if (count % atOnce === atOnce - 1) yield
    let { index, start } = leapTo(place, from, end, text, nodeAt)
    while (start > place && index > 0) {
      index -= 1
      start -= nodeAt(index).length
    }
    while (index < end.index && start + nodeAt(index).length <= place) {
      start += nodeAt(index).length
      index += 1
    }
    if (index >= end.index) return null
    from = { index, start }
    const node = nodeAt(index)
    const offsets = found.get(node)
    if (offsets !== undefined) offsets.push(place - start)
    else if (text.startsWith(node.data, start)) found.set(node, [place - start])
    else return null
  }
  return found
}

/** A node close to a place, as far as one can be told. */
function leapTo(place: number, from: Spot, end: Spot, text: string, nodeAt: (index: number) => Text): Spot {
  let low = from
  let high = end
  for (let leaps = 0; leaps < mostLeaps; leaps += 1) {
    const share = (place - low.start) / (high.start - low.start)
    const guess = low.index + Math.floor(share * (high.index - low.index))
    if (guess - low.index <= near) return low
    if (high !== end && high.index - guess <= near) return high
    const start = startOf(guess, end.index, low.start, text, nodeAt)
    if (start < 0) return low
    if (start <= place) low = { index: guess, start }
    else high = { index: guess, start }
  }
  return low
}

/** Where a node starts in the text; -1 where what is written from it on stands there more than once. */
function startOf(index: number, end: number, after: number, text: string, nodeAt: (index: number) => Text): number {
  let written = ''
  for (let next = index; written.length < telling.characters; next += 1) {
    if (next >= end || next - index >= telling.nodes) return -1
    written += nodeAt(next).data
  }
  const start = text.indexOf(written, after)
  return text.indexOf(written, start + 1) < 0 ? start : -1
}
