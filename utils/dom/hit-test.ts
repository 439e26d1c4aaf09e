import * as dom from './natives.ts'
import type { PageReferences } from './page-references.ts'
import { type PlacedReference, rectsOf } from './places.ts'

/** How far beside its letters a reference may be pointed at, in CSS pixels: the gap between two lines of one code. */
const slack = 1

/**
 * The reference under a point of the viewport, or null. Asks the browser for the caret there and then our own map,
 * which costs the same however many references there are (DESIGN «Decisions»).
 *
 * @param shadowRoots those that may hold references
 */
export function referenceAt(
  references: PageReferences,
  x: number,
  y: number,
  shadowRoots: Iterable<ShadowRoot> = [],
): PlacedReference | null {
  const caret = dom.caretFromPoint(x, y, shadowRoots)
  if (caret?.offsetNode instanceof Text) {
    for (const reference of references.atNode(caret.offsetNode)) {
      // The caret is the nearest one, so it may lie in a code that the point is far beside.
      if (holds(reference, caret.offsetNode, caret.offset) && covers(reference, x, y)) return reference
    }
  }
  const element = dom.elementFromPoint(x, y)
  const link = element && dom.closest(element, 'a[href]')
  // A whole block is made one link by a box of its own that is stretched over the block (`a::after { position: absolute; inset: 0 }`).
  // What lies right below that is pointed at too; what lies further below may be hidden.
  const below = link && dom.elementsFromPoint(link, x, y).find((other) => !dom.contains(link, other))
  for (const node of below ? dom.childNodes(below) : []) {
    for (const reference of references.atNode(node as Text)) if (covers(reference, x, y)) return reference
  }
  return references.ofLink(link)
}

function holds({ range }: PlacedReference, node: Text, offset: number): boolean {
  if (node === range.startContainer && offset < range.startOffset) return false
  return node !== range.endContainer || offset <= range.endOffset
}

function covers(reference: PlacedReference, x: number, y: number): boolean {
  return rectsOf(reference).some(
    ({ left, right, top, bottom }) =>
      x >= left - slack && x <= right + slack && y >= top - slack && y <= bottom + slack,
  )
}
