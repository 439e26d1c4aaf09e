import { codeOfLink, linksWorthIt } from './link-codes.ts'
import * as dom from './natives.ts'
import { LinkReference } from './places.ts'
import type { Readable } from './readable.ts'

/** After so many links the caller gets its turn. */
const atOnce = 128

export interface LinkListener {
  /** Whether the text of a node names this code: text and address that name the same one are one reference. */
  names(node: Text, id: string): boolean
  added(reference: LinkReference): void
  removed(reference: LinkReference): void
}

/** The references that stand in the addresses of links alone. */
export class LinkReferences {
  readonly #readable: Readable
  readonly #listener: LinkListener
  readonly #byLink = new Map<HTMLAnchorElement, LinkReference>()

  constructor(readable: Readable, listener: LinkListener) {
    this.#readable = readable
    this.#listener = listener
  }

  get any(): boolean {
    return this.#byLink.size > 0
  }

  of(link: Element | null): LinkReference | null {
    return link instanceof HTMLAnchorElement ? (this.#byLink.get(link) ?? null) : null
  }

  /** Reads the addresses of a subtree's links. */
  *scan(root: Node): Generator<void> {
    let links = 0
    const pageUrl = location.href
    for (const link of linksWorthIt(root)) {
      this.review(link, pageUrl)
      links += 1
      if (links % atOnce === 0) yield
    }
  }

  review(link: HTMLAnchorElement, pageUrl = location.href): void {
    const code = codeOfLink(link, pageUrl)
    const former = this.#byLink.get(link)
    if (code === null && former === undefined) return
    const counts = code !== null && this.#readable.within(link) && !this.#namedInText(link, code.id)
    if (former !== undefined) {
      if (counts && former.code.id === code.id) return
      this.#byLink.delete(link)
      this.#listener.removed(former)
    }
    if (!counts) return
    const reference = new LinkReference(code, link)
    this.#byLink.set(link, reference)
    this.#listener.added(reference)
  }

  forgetWhere(isGone: (node: Node) => boolean): void {
    for (const [link, reference] of this.#byLink) {
      if (!isGone(link)) continue
      this.#byLink.delete(link)
      this.#listener.removed(reference)
    }
  }

  #namedInText(link: HTMLAnchorElement, id: string): boolean {
    const walker = dom.textWalker(link)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (this.#listener.names(node as Text, id)) return true
    }
    return false
  }
}
