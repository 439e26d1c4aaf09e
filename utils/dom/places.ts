import type { Code } from '../references/types.ts'
import * as dom from './natives.ts'

/** A reference at its place in the page. */
export interface PlacedReference {
  readonly code: Code
  /** What is painted: the reference's own text, or all of the link's where only its address names the code. */
  readonly range: StaticRange
  /** The text nodes that the reference's own text touches; empty where only a link's address names the code. */
  readonly nodes: readonly Text[]
  /** The link that it stands in, or null. */
  readonly link: HTMLAnchorElement | null
}

/** The live range of a reference; null when the page has changed under it and it is not yet read again. */
export function liveRange({ range }: PlacedReference): Range | null {
  if (!dom.isConnected(range.startContainer) || !dom.isConnected(range.endContainer)) return null
  try {
    const live = dom.createRange()
    live.setStart(range.startContainer, range.startOffset)
    live.setEnd(range.endContainer, range.endOffset)
    return live
  } catch {
    return null
  }
}

/** The boxes of a reference on the screen, one a line, in CSS pixels of the viewport; empty when it has none. */
export function rectsOf(reference: PlacedReference): readonly DOMRect[] {
  const seen = (rect: DOMRect): boolean => rect.width > 0 && rect.height > 0
  const own = [...(liveRange(reference)?.getClientRects() ?? [])].filter(seen)
  // A link around a picture has no text, but a box.
  return own.length > 0 || reference.link === null ? own : [...reference.link.getClientRects()].filter(seen)
}

export function inDocumentOrder(one: PlacedReference, other: PlacedReference): number {
  const [a, b] = [one.range, other.range]
  if (a.startContainer === b.startContainer) return a.startOffset - b.startOffset
  const position = Node.prototype.compareDocumentPosition.call(a.startContainer, b.startContainer)
  return position & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1
}
