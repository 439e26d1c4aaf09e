import * as dom from './natives.ts'
import type { Candidates } from './text-candidates.ts'

/** Neighbours that are tried where a node has no place on the screen. */
const mostTried = 16

/**
 * Puts what is in view, and what follows it, before what stands above: who opens a long page in its middle waits for
 * that alone. Asks for a few places, so it is for the time after the browser has laid the page out.
 */
export function inViewFirst(known: Candidates): readonly Candidates[] {
  const all = [...known]
  const first = firstInView(all.map(([node]) => node))
  if (first === 0 || first === all.length) return [known]
  return [new Map(all.slice(first)), new Map(all.slice(0, first))]
}

/** The first node whose paragraph ends below the upper edge of the window, found by halves. */
function firstInView(nodes: readonly Text[]): number {
  let low = 0
  let high = nodes.length
  while (low < high) {
    const middle = (low + high) >> 1
    const bottom = bottomNear(nodes, middle, high)
    if (bottom === null || bottom > 0) high = middle
    else low = middle + 1
  }
  return low
}

/** Where the element around a node ends, in CSS pixels below the window's upper edge; of the next one where it has no box. */
function bottomNear(nodes: readonly Text[], from: number, end: number): number | null {
  for (const node of nodes.slice(from, Math.min(end, from + mostTried))) {
    const parent = dom.parentElement(node)
    if (parent === null) continue
    const { height, bottom } = Element.prototype.getBoundingClientRect.call(parent)
    if (height > 0) return bottom
  }
  return null
}
