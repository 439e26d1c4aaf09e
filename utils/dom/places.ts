import type { Mention, Name } from '../references/types.ts'
import type { Place } from './joined-text.ts'
import * as dom from './natives.ts'

/** A reference at its place in the page. */
export interface PlacedReference {
  readonly code: Name
  /** What the text said, with all that the grammar knows of it; null where only a link's address names the code. */
  readonly mention: Mention | null
  /** What is painted: the reference's own text, or all of the link's where only its address names the code. */
  readonly range: StaticRange
  /** Where it goes on elsewhere: in the next line of a narrow column, with the other columns in between. */
  readonly more?: readonly StaticRange[]
  /** The text nodes that the reference's own text touches; empty where only a link's address names the code. */
  readonly nodes: readonly Text[]
  /** The link that it stands in, or null. */
  readonly link: HTMLAnchorElement | null
  /** Whether it stands in text that is not rendered: a closed section, a hidden tab. */
  readonly collapsed: boolean
}

/** A reference in the page's text. Most are never painted or pointed at: ranges and links are made when asked for. */
export class TextReference implements PlacedReference {
  collapsed = false
  readonly code: Name
  readonly mention: Mention
  readonly place: Place
  #range: StaticRange | null = null

  constructor(mention: Mention, place: Place) {
    this.code = mention
    this.mention = mention
    this.place = place
  }

  get nodes(): readonly Text[] {
    return this.place.nodes
  }

  get range(): StaticRange {
    const { startNode, startOffset, endNode, endOffset } = this.place
    this.#range ??= new StaticRange({ startContainer: startNode, startOffset, endContainer: endNode, endOffset })
    return this.#range
  }

  get link(): HTMLAnchorElement | null {
    for (const node of this.nodes) {
      const parent = dom.parentElement(node)
      const link = parent === null ? null : dom.closest(parent, 'a[href]')
      if (link instanceof HTMLAnchorElement) return link
    }
    return null
  }
}

/** A link whose address alone names a code. */
export class LinkReference implements PlacedReference {
  collapsed = false
  readonly code: Name
  readonly mention = null
  readonly nodes: readonly Text[] = []
  readonly link: HTMLAnchorElement

  constructor(code: Name, link: HTMLAnchorElement) {
    this.code = code
    this.link = link
  }

  get range(): StaticRange {
    const { link } = this
    const endOffset = dom.childNodes(link).length
    return new StaticRange({ startContainer: link, startOffset: 0, endContainer: link, endOffset })
  }
}

export type FoundReference = TextReference | LinkReference

/** Where a reference starts. */
export const startOf = (reference: FoundReference): Node =>
  reference instanceof TextReference ? reference.place.startNode : reference.link

/** The element that holds the start of a reference. */
export function elementAt(reference: FoundReference): Element | null {
  return reference instanceof TextReference ? dom.elementAround(reference.place.startNode) : reference.link
}

/** The live range of a reference; null when the page has changed under it and it is not yet read again. */
export function liveRange({ range }: Pick<PlacedReference, 'range'>): Range | null {
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

/** All that a reference's own text stands in. */
export const rangesOf = ({ range, more = [] }: PlacedReference): readonly StaticRange[] => [range, ...more]

/** The boxes of a reference on the screen, one a line, in CSS pixels of the viewport; empty when it has none. */
export function rectsOf(reference: PlacedReference): readonly DOMRect[] {
  const seen = (rect: DOMRect): boolean => rect.width > 0 && rect.height > 0
  const own = rangesOf(reference).flatMap((range) => [...(liveRange({ range })?.getClientRects() ?? [])].filter(seen))
  // A link around a picture has no text, but a box.
  return own.length > 0 || reference.link === null ? own : [...reference.link.getClientRects()].filter(seen)
}
