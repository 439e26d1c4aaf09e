import { isWithSession } from '../references/ids/senate-session.ts'
import { InOrder } from './document-order.ts'
import { LinkReferences } from './link-references.ts'
import * as dom from './natives.ts'
import { isNoteMark } from './note-marks.ts'
import { type FoundReference, type PlacedReference, startOf, TextReference } from './places.ts'
import { Readable } from './readable.ts'
import { type Candidates, candidatesIn, candidatesInEach } from './text-candidates.ts'
import { type ReadSoFar, TextReferences } from './text-references.ts'
import { inViewFirst } from './view-first.ts'
import { lookWhichAreRendered } from './visibility.ts'

/** Of so many subtrees the texts are searched as one, and after them the caller gets its turn. */
const atOnce = 128

/** From so many places on where references may be, what is in view is read first. */
const many = 4000

export interface ReferenceListener {
  /** What is added from here on follows one another in the document. */
  began?(): void
  added(reference: PlacedReference): void
  removed(reference: PlacedReference): void
}

/**
 * All references of the page, those of its text and those of its links, kept in step with it. What is not rendered
 * (menus, closed sections) is found too, and marked as collapsed.
 */
export class PageReferences {
  readonly #readable: Readable
  readonly #listener: ReferenceListener
  readonly #all = new InOrder<FoundReference>((reference) => ({
    node: startOf(reference),
    offset: reference instanceof TextReference ? reference.place.startOffset : -1,
  }))
  /** Not yet looked at whether they are rendered. */
  readonly #fresh = new Set<FoundReference>()
  readonly #text: TextReferences
  readonly #links: LinkReferences
  #changed = false

  /** @param leftOut selector of what is no part of the text (`leftOutOn`) */
  constructor(leftOut: string, listener: ReferenceListener) {
    // In quotes «5 m<sup>2</sup>» stays as it is: only codes lose the digits that are raised.
    this.#readable = new Readable(leftOut, isNoteMark)
    this.#listener = listener
    const [added, removed] = [this.#add.bind(this), this.#drop.bind(this)]
    const wantsLinks = (): boolean => this.#links.any
    this.#text = new TextReferences(this.#readable, {
      began: () => this.#begin(),
      added,
      removed,
      get wantsLinks() {
        return wantsLinks()
      },
    })
    this.#links = new LinkReferences(this.#readable, {
      names: (node, id) => this.atNode(node).some((reference) => isOf(reference, id)),
      added,
      removed,
    })
  }

  /** In the order of the document, collapsed ones included. */
  all(): readonly PlacedReference[] {
    return this.#all.all()
  }

  has(reference: PlacedReference): boolean {
    return this.#all.has(reference as FoundReference)
  }

  /** The references whose own text touches a text node. */
  atNode(node: Text): readonly PlacedReference[] {
    return this.#text.atNode(node)
  }

  /** The reference that a link's address alone names. */
  ofLink(link: Element | null): PlacedReference | null {
    return this.#links.of(link)
  }

  /** The page has changed: what was counted of it in a scan that is under way is worth nothing. */
  pageChanged(): void {
    this.#changed = true
    this.#readable.forget()
  }

  /**
   * Finds what a subtree names. Each step is short, so that the caller can pause between steps; a stretch that can't be
   * read is passed over.
   *
   * @param known where references may be (`candidatesIn`, short forms alone left out), where somebody has just looked
   */
  *scan(root: Node, known: Candidates | null = null): Generator<void> {
    this.#readable.forget()
    yield* this.#scanText(root, new Map(), known)
    this.resolveLeaning()
    yield
    yield* this.scanLinks(root)
  }

  /** @param read what need not be read again; grows by what was */
  *#scanText(root: Node, read: ReadSoFar, known: Candidates | null = null): Generator<void> {
    const hasChanged = (): boolean => {
      const changed = this.#changed
      this.#changed = false
      return changed
    }
    const stands = known !== null && !hasChanged() ? known : yield* candidatesIn(root, hasChanged, this.#all.size > 0)
    yield* this.#text.readAll(stands.size < many ? [stands] : inViewFirst(stands), read)
  }

  /** The same for many subtrees that came together. */
  *scanEach(roots: readonly Element[], read: ReadSoFar): Generator<void> {
    for (let from = 0; from < roots.length; from += atOnce) {
      const some = roots.slice(from, from + atOnce)
      const { candidates, large } = candidatesInEach(some, this.#all.size > 0)
      yield* this.#text.readAll(candidates, read)
      for (const root of large) yield* this.#scanText(root, read)
      for (const root of some) if (dom.hasLinks(root)) yield* this.scanLinks(root)
      yield
    }
  }

  /** Reads the addresses of a subtree's links again: also when the page's own address has changed. */
  *scanLinks(root: Node): Generator<void> {
    this.#begin()
    yield* this.#links.scan(root)
  }

  /** Reads a link's address again. */
  reviewLink(link: HTMLAnchorElement): void {
    this.#links.review(link)
  }

  /**
   * Reads the text around a text node again: it, or what stands beside it, has changed.
   *
   * @param read as of `scan`: many changes in one stretch are one reading
   */
  *review(node: Text, read: ReadSoFar = new Map()): Generator<void> {
    if (read.get(node) === Infinity) return
    if (!dom.isConnected(node)) {
      this.#text.dropAt(node)
      return
    }
    this.#begin()
    for (let offset = read.get(node) ?? 0; ; ) {
      for (const link of this.#text.read(node, offset, read) ?? []) this.#links.review(link)
      const next = read.get(node) ?? Infinity
      if (next <= offset || next >= node.length) return
      offset = next
      yield
    }
  }

  /** Forgets what stood in a subtree, for it to be scanned anew. */
  forget(root: Node): void {
    this.#readable.forget()
    this.#forgetWhere((node) => dom.contains(root, node))
  }

  /** Forgets what has left the page. What stayed may stand elsewhere now. */
  prune(): void {
    this.#forgetWhere((node) => !dom.isConnected(node))
    this.#all.doubt()
    this.#text.doubt()
  }

  /**
   * Looks which references are rendered; gives whether any is otherwise than it was.
   *
   * @param all false: only those that were found since the last time
   */
  *reviewVisibility(all = true): Generator<void, boolean> {
    const looked = all ? [...this.#all] : [...this.#fresh]
    this.#fresh.clear()
    return yield* lookWhichAreRendered(looked)
  }

  /** Looks again what the short forms stand for: after all that changed has been read. */
  resolveLeaning(): void {
    const isOfText = (one: FoundReference): one is TextReference => one instanceof TextReference
    const added = this.#text.resolveLeaning(() => this.#all.all().filter(isOfText))
    if (added === null) return
    this.#begin()
    for (const reference of added) this.#add(reference)
  }

  #begin(): void {
    this.#all.begin()
    this.#text.begin()
    this.#listener.began?.()
  }

  #add(reference: FoundReference): void {
    this.#all.add(reference)
    this.#fresh.add(reference)
    this.#listener.added(reference)
  }

  #drop(reference: FoundReference): void {
    if (!this.#all.has(reference)) return
    this.#all.delete(reference)
    this.#fresh.delete(reference)
    this.#listener.removed(reference)
  }

  #forgetWhere(isGone: (node: Node) => boolean): void {
    this.#text.forgetWhere(isGone)
    this.#links.forgetWhere(isGone)
  }
}

/** Whether a reference is of this id, or of the same paper under the session that its own text says. */
function isOf({ code, mention }: PlacedReference, id: string): boolean {
  const others = mention?.alternatives ?? []
  return code.id === id || (isWithSession(id, code.id) && others.some((other) => other.id === id))
}
