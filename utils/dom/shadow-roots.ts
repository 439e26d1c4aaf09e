import * as dom from './natives.ts'

/** Elements that are looked at between two turns. */
const atOnce = 2048

/** Elements that may have a shadow root: all but the commonest of those of which the DOM standard allows none. */
const mayHost = ':not(a,b,br,em,i,img,input,li,option,path,strong,sub,sup,table,tbody,td,th,tr,ul)'

/**
 * Finds the open shadow roots of a page: a page may give one to a plain `<div>` and tells nobody. Looking at each
 * element costs about as much as reading the page, so this is work for an idle page, after the first paint.
 */
export class ShadowRoots {
  readonly #onFound: (root: ShadowRoot) => void
  readonly #isOwn: (host: Element) => boolean
  readonly #known = new Set<ShadowRoot>()
  /** Custom elements without a root: they may get one when their script comes. */
  #waiting = new Set<Element>()

  /** @param isOwn whether an element is Kamerlens' own */
  constructor(onFound: (root: ShadowRoot) => void, isOwn: (host: Element) => boolean) {
    this.#onFound = onFound
    this.#isOwn = isOwn
  }

  get known(): ReadonlySet<ShadowRoot> {
    return this.#known
  }

  /** Looks at every element below a root, itself included, and into what is found. */
  *search(root: Node): Generator<void> {
    if (root instanceof Element) yield* this.#into(root)
    let looked = 0
    for (const element of dom.elementsWithin(root, mayHost)) {
      if (dom.shadowRoot(element) !== null) yield* this.#into(element)
      else this.#wait(element)
      looked += 1
      if (looked % atOnce === 0) yield
    }
  }

  /** Looks again at custom elements that had no root. */
  *searchAgain(): Generator<void> {
    const waiting = this.#waiting
    this.#waiting = new Set()
    for (const element of waiting) if (dom.isConnected(element)) yield* this.#into(element)
  }

  /** Forgets roots that left the page. */
  prune(): void {
    for (const root of this.#known) if (!dom.isConnected(root)) this.#known.delete(root)
  }

  *#into(element: Element): Generator<void> {
    const root = dom.shadowRoot(element)
    if (root === null) {
      this.#wait(element)
      return
    }
    if (this.#known.has(root) || this.#isOwn(element)) return
    this.#known.add(root)
    this.#onFound(root)
    yield* this.search(root)
  }

  #wait(element: Element): void {
    if (dom.localName(element).includes('-')) this.#waiting.add(element)
  }
}
