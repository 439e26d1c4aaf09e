import { findReferences } from '../references/find.ts'
import { blockAround } from './block-text.ts'
import type { JoinedText } from './joined-text.ts'
import { skippedWith, unreadable } from './left-out.ts'
import { codeOfLink } from './link-codes.ts'
import * as dom from './natives.ts'
import { inDocumentOrder, type PlacedReference } from './places.ts'
import { candidateNodes } from './text-candidates.ts'

const none: readonly PlacedReference[] = []

/** After so many references of one block the caller gets its turn. */
const atOnce = 100

export interface ReferenceListener {
  added(reference: PlacedReference): void
  removed(reference: PlacedReference): void
}

/**
 * All references of the page, kept in step with it: found block by block, so that a change costs the blocks that it
 * touched. References in text that is not rendered are held back until it is (menus, closed sections).
 */
export class PageReferences {
  readonly #skipped: string
  readonly #listener: ReferenceListener
  readonly #all = new Set<PlacedReference>()
  readonly #shown = new Set<PlacedReference>()
  readonly #byNode = new Map<Text, Set<PlacedReference>>()
  readonly #byLink = new Map<HTMLAnchorElement, PlacedReference>()
  #ordered: readonly PlacedReference[] | null = []

  /** @param leftOut selector of what is no part of the text (`leftOutOn`) */
  constructor(leftOut: string, listener: ReferenceListener) {
    this.#skipped = skippedWith(leftOut)
    this.#listener = listener
  }

  /** What is shown, in the order of the document. */
  shown(): readonly PlacedReference[] {
    this.#ordered ??= [...this.#shown].sort(inDocumentOrder)
    return this.#ordered
  }

  has(reference: PlacedReference): boolean {
    return this.#shown.has(reference)
  }

  /** The shown references whose own text touches a text node. */
  atNode(node: Text): readonly PlacedReference[] {
    return [...(this.#byNode.get(node) ?? [])].filter((reference) => this.#shown.has(reference))
  }

  /** The shown reference that a link's address alone names. */
  ofLink(link: Element | null): PlacedReference | null {
    const reference = link instanceof HTMLAnchorElement ? this.#byLink.get(link) : undefined
    return reference !== undefined && this.#shown.has(reference) ? reference : null
  }

  /**
   * Finds what a subtree names. Each step is short, so that the caller can pause between steps; a block that can't be
   * read is passed over.
   *
   * @param read text nodes that need not be read again; grows by those that were
   */
  *scan(root: Element, read: Set<Text> = new Set()): Generator<void> {
    for (const node of candidateNodes(root)) {
      if (!read.has(node) && dom.isConnected(node)) yield* this.#readBlock(node, read)
    }
    yield* this.scanLinks(root)
  }

  /** Reads the addresses of a subtree's links again: also when the page's own address has changed. */
  *scanLinks(root: Element): Generator<void> {
    for (const link of dom.linksIn(root)) {
      this.reviewLink(link)
      yield
    }
  }

  /**
   * Reads the block around a text node again: its text, or what stands beside it, has changed.
   *
   * @param read as of `scan`: many changes in one block are one reading
   */
  *review(node: Text, read: Set<Text> = new Set()): Generator<void> {
    if (read.has(node)) return
    if (!dom.isConnected(node)) {
      this.#dropAt(node)
      return
    }
    const links = new Set<HTMLAnchorElement>()
    for (const other of yield* this.#readBlock(node, read)) {
      const link = linkAround(other)
      if (link !== null) links.add(link)
    }
    for (const link of links) this.reviewLink(link)
  }

  /** Reads a link's address again. Text and address that name the same code are one reference. */
  reviewLink(link: HTMLAnchorElement): void {
    const former = this.#byLink.get(link)
    if (former !== undefined) this.#drop(former)
    const code = codeOfLink(link, location.href)
    if (code === null || dom.closest(link, unreadable) !== null || this.#namedInText(link, code.id)) return
    const range = new StaticRange({
      startContainer: link,
      startOffset: 0,
      endContainer: link,
      endOffset: dom.childNodes(link).length,
    })
    const reference = { code, range, nodes: [], link }
    this.#byLink.set(link, reference)
    this.#all.add(reference)
    this.#show(reference, isRendered(reference))
  }

  /** Forgets what stood in a subtree, for it to be scanned anew. */
  forget(root: Node): void {
    for (const reference of this.#all) if (dom.contains(root, reference.range.startContainer)) this.#drop(reference)
  }

  /** Forgets what has left the page. */
  prune(): void {
    for (const reference of this.#all) {
      const { startContainer, endContainer } = reference.range
      if (!dom.isConnected(startContainer) || !dom.isConnected(endContainer)) this.#drop(reference)
    }
  }

  /** Looks again which references are rendered. */
  reviewVisibility(): void {
    for (const reference of this.#all) this.#show(reference, isRendered(reference))
  }

  /** Reads the block around a text node, and adds what was read to `read`. */
  *#readBlock(node: Text, read: Set<Text>): Generator<void, readonly Text[]> {
    let nodes: readonly Text[] = [node]
    try {
      if (this.#isReadable(node)) {
        const block = yield* blockAround(node, this.#skipped)
        nodes = block.nodes
        yield* this.#replace(block)
      } else {
        this.#dropAt(node)
      }
    } catch (error) {
      // One block of a page that nobody foresaw must not cost the references of all others.
      console.error('Kamerlens:', error)
    }
    for (const other of nodes) read.add(other)
    yield
    return nodes
  }

  /** Puts what a block names in the place of what it named before. */
  *#replace(block: JoinedText): Generator<void> {
    const former = new FormerReferences(this.#ofNodes(block.nodes))
    let around = surroundings()
    let found = 0
    for (const { start, end, kind, id, label, url } of findReferences(block.text)) {
      found += 1
      if (found % atOnce === 0) {
        yield
        around = surroundings()
      }
      const place = block.rangeOf(start, end)
      if (place === null || former.keeps(id, place.range)) continue
      let link: HTMLAnchorElement | null = null
      for (const touched of place.nodes) link ??= around(touched).link
      const reference = { code: { kind, id, label, url }, range: place.range, nodes: place.nodes, link }
      for (const touched of place.nodes) {
        const there = this.#byNode.get(touched)
        if (there === undefined) this.#byNode.set(touched, new Set([reference]))
        else there.add(reference)
      }
      this.#all.add(reference)
      this.#show(reference, around(place.range.startContainer).rendered)
    }
    for (const reference of former) this.#drop(reference)
  }

  #ofNodes(nodes: readonly Text[]): readonly PlacedReference[] {
    const found: PlacedReference[] = []
    for (const node of nodes) for (const reference of this.#byNode.get(node) ?? none) found.push(reference)
    return found
  }

  #isReadable(node: Text): boolean {
    const parent = dom.parentElement(node)
    if (parent === null || dom.closest(parent, this.#skipped) !== null) return false
    return !(parent instanceof HTMLElement && dom.isContentEditable(parent))
  }

  #namedInText(link: HTMLAnchorElement, id: string): boolean {
    const walker = dom.textWalker(link)
    while (walker.nextNode() !== null) {
      const named = this.#byNode.get(walker.currentNode as Text) ?? []
      for (const { code } of named) if (code.id === id) return true
    }
    return false
  }

  #show(reference: PlacedReference, rendered: boolean): void {
    if (rendered === this.#shown.has(reference)) return
    this.#ordered = null
    if (rendered) {
      this.#shown.add(reference)
      this.#listener.added(reference)
    } else {
      this.#shown.delete(reference)
      this.#listener.removed(reference)
    }
  }

  #drop(reference: PlacedReference): void {
    this.#show(reference, false)
    this.#all.delete(reference)
    if (reference.link !== null && this.#byLink.get(reference.link) === reference) this.#byLink.delete(reference.link)
    for (const node of reference.nodes) {
      const there = this.#byNode.get(node)
      there?.delete(reference)
      if (there?.size === 0) this.#byNode.delete(node)
    }
  }

  #dropAt(node: Text): void {
    for (const reference of [...(this.#byNode.get(node) ?? [])]) this.#drop(reference)
  }
}

/** What a block named before it was read again. What it still names at the same place stays the same reference. */
class FormerReferences {
  readonly #references = new Map<string, PlacedReference[]>()

  constructor(references: readonly PlacedReference[]) {
    for (const reference of new Set(references)) {
      const key = keyOf(reference.code.id, reference.range)
      this.#references.set(key, [...(this.#references.get(key) ?? []), reference])
    }
  }

  /** Whether the same reference stood there before; it then counts as found again. */
  keeps(id: string, range: StaticRange): boolean {
    const key = keyOf(id, range)
    const alike = this.#references.get(key) ?? []
    const same = alike.findIndex(
      (former) =>
        former.range.startContainer === range.startContainer && former.range.endContainer === range.endContainer,
    )
    if (same < 0) return false
    this.#references.set(key, alike.toSpliced(same, 1))
    return true
  }

  *[Symbol.iterator](): Generator<PlacedReference> {
    for (const references of this.#references.values()) yield* references
  }
}

const keyOf = (id: string, range: StaticRange): string => `${range.startOffset} ${range.endOffset} ${id}`

function linkAround(node: Text): HTMLAnchorElement | null {
  const parent = dom.parentElement(node)
  const link = parent === null ? null : dom.closest(parent, 'a[href]')
  return link instanceof HTMLAnchorElement ? link : null
}

function isRendered(reference: PlacedReference): boolean {
  const { startContainer } = reference.range
  const element = startContainer instanceof Element ? startContainer : dom.parentElement(startContainer)
  return element !== null && dom.isRendered(element)
}

/** What stands around text: asked once an element, and good only until the page gets its turn. */
function surroundings(): (node: Node) => { readonly link: HTMLAnchorElement | null; readonly rendered: boolean } {
  const known = new Map<Element | null, { link: HTMLAnchorElement | null; rendered: boolean }>()
  return (node) => {
    const parent = dom.parentElement(node)
    const before = known.get(parent)
    if (before !== undefined) return before
    const link = parent === null ? null : dom.closest(parent, 'a[href]')
    const found = {
      link: link instanceof HTMLAnchorElement ? link : null,
      rendered: parent !== null && dom.isRendered(parent),
    }
    known.set(parent, found)
    return found
  }
}
