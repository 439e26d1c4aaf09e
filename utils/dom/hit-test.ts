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
  return (link && underStretched(references, link, x, y)) ?? references.ofLink(link)
}

/**
 * The reference in a text that a link lies over without holding it: a whole block is made one link by a box of its own that is
 * stretched over the block (`a::after { position: absolute; inset: 0 }`). Looked for in what is seen right below the link alone:
 * a picture in a link sticks out of it too, and what is further below may be hidden.
 */
function underStretched(references: PageReferences, link: Element, x: number, y: number): PlacedReference | null {
  if (isIn(link.getClientRects(), x, y)) return null
  const below = dom.elementsFromPoint(link, x, y).find((element) => !dom.contains(link, element))
  for (const node of below ? dom.childNodes(below) : []) {
    for (const reference of references.atNode(node as Text)) if (covers(reference, x, y)) return reference
  }
  return null
}

function holds({ range }: PlacedReference, node: Text, offset: number): boolean {
  if (node === range.startContainer && offset < range.startOffset) return false
  return node !== range.endContainer || offset <= range.endOffset
}

const covers = (reference: PlacedReference, x: number, y: number): boolean => isIn(rectsOf(reference), x, y)

const isIn = (rects: Iterable<DOMRect>, x: number, y: number): boolean =>
  [...rects].some(
    ({ left, right, top, bottom }) =>
      x >= left - slack && x <= right + slack && y >= top - slack && y <= bottom + slack,
  )
