import { afterLayout } from './after-layout.ts'
import { InOrder, type Start } from './document-order.ts'
import * as dom from './natives.ts'
import { type PlacedReference, rectsOf } from './places.ts'

/** Above this many references in one box, their own places are looked at and not only that of the box. */
const crowd = 64
/** Neighbours that are tried where a reference has no place on the screen. */
const mostTried = 16

/** After so many new references the caller gets its turn. */
const atOnce = 512
/** How soon a crowd is looked at again when more have come to it, in milliseconds. */
const soon = 150

interface Box {
  readonly references: InOrder<PlacedReference>
  /** The run that was last added to. */
  run: number
  near: boolean
  /** Those that were told to be near. */
  readonly told: Set<PlacedReference>
}

/** What holds many paragraphs, rows or items: few enough of them to watch each. */
const boxNames = new Set(
  'article aside body details div dl footer form header html main nav ol pre section table ul'.split(' '),
)

/**
 * Tells which references are within about one screen of the viewport. The browser's own observer watches the boxes
 * around them, so that scrolling costs nothing but where a box holds a crowd (a whole report in one `<div>`): there the
 * first and last one near are searched by halves. Places are asked for only after the browser has laid the page out.
 */
export class NearViewport {
  readonly #onChange: (reference: PlacedReference, near: boolean) => void
  readonly #boxes = new Map<Element, Box>()
  readonly #boxOf = new Map<PlacedReference, Element>()
  readonly #boxless = new WeakSet<Element>()
  readonly #observer: IntersectionObserver
  /** What was added, in runs that follow the document; null between two of them. */
  #fresh: (PlacedReference | null)[] = []
  #run = 0
  readonly #signal: AbortSignal
  #shown = false
  #looking = false
  #growing = false

  constructor(onChange: (reference: PlacedReference, near: boolean) => void, signal: AbortSignal) {
    this.#onChange = onChange
    this.#signal = signal
    this.#observer = new IntersectionObserver((entries) => this.#observed(entries), {
      root: document,
      rootMargin: '100%',
    })
    for (const [target, type] of [
      [document, 'scroll'],
      [globalThis, 'resize'],
    ] as const) {
      target.addEventListener(type, () => this.refresh(), { capture: true, passive: true, signal })
    }
    signal.addEventListener('abort', () => this.#observer.disconnect())
  }

  /** What is added from here on follows one another in the document. */
  begin(): void {
    this.#fresh.push(null)
  }

  /** Takes effect with `flush`. */
  add(reference: PlacedReference): void {
    this.#fresh.push(reference)
  }

  /** How many were added since the last `flush`. */
  get added(): number {
    return this.#fresh.length
  }

  /** Begins to watch what was added. */
  *flush(): Generator<void> {
    for (let from = 0; from < this.#fresh.length; from += atOnce) {
      if (from > 0) yield
      for (const reference of this.#fresh.slice(from, from + atOnce)) {
        if (reference === null) this.#run += 1
        else this.#watch(reference)
      }
    }
    this.#fresh = []
    if (this.#shown || this.#boxes.size === 0) return
    this.#shown = true
    afterLayout(() => this.#showFirst(), this.#signal)
  }

  /**
   * Tells those in the window with the first frame that there is. The observer tells a frame later, and corrects what was
   * told wrongly: what was found stands in the order of the document more or less.
   */
  #showFirst(): void {
    for (const reference of within([...this.#boxOf.keys()], 0).slice(0, crowd)) {
      this.#setNear(this.#boxOf.get(reference), true)
    }
  }

  remove(reference: PlacedReference): void {
    const element = this.#boxOf.get(reference)
    if (element === undefined) {
      this.#fresh = this.#fresh.filter((other) => other !== reference)
      return
    }
    const box = this.#boxes.get(element)
    this.#boxOf.delete(reference)
    if (box === undefined) return
    box.references.delete(reference)
    this.#tell(box, reference, false)
    if (box.references.size > 0) return
    this.#boxes.delete(element)
    this.#observer.unobserve(element)
  }

  /** Text was opened or closed: a crowd is counted again. */
  recount(): void {
    for (const box of this.#boxes.values()) box.references.doubt()
    this.refresh()
  }

  /** Looks again in the next frame: what a crowd shows may have moved. */
  refresh(): void {
    if (this.#looking) return
    this.#looking = true
    afterLayout(() => {
      this.#looking = false
      for (const box of this.#boxes.values()) {
        if (box.references.size > crowd) this.#showWindow(box)
      }
    }, this.#signal)
  }

  #watch(reference: PlacedReference): void {
    const element = this.#boxAround(reference)
    if (element === null) return
    this.#boxOf.set(reference, element)
    const box = this.#boxes.get(element)
    if (box === undefined) {
      const references = new InOrder<PlacedReference>(startOf)
      references.add(reference)
      this.#boxes.set(element, { references, run: this.#run, near: false, told: new Set() })
      this.#observer.observe(element)
      return
    }
    if (box.run !== this.#run) box.references.begin()
    box.run = this.#run
    box.references.add(reference)
    if (!box.near) return
    if (box.references.size <= crowd) this.#tell(box, reference, true)
    else if (!this.#growing) {
      this.#growing = true
      setTimeout(() => {
        this.#growing = false
        this.refresh()
      }, soon)
    }
  }

  #observed(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting, boundingClientRect: rect } of entries) {
      if (rect.width === 0 && rect.height === 0 && getComputedStyle(target).display === 'contents') this.#widen(target)
      this.#setNear(target, isIntersecting)
    }
  }

  #setNear(element: Element | undefined, near: boolean): void {
    const box = element && this.#boxes.get(element)
    if (box === undefined || box.near === near) return
    box.near = near
    if (box.references.size > crowd) this.#showWindow(box)
    else for (const reference of box.references) this.#tell(box, reference, near)
  }

  #showWindow(box: Box): void {
    if (!box.near) {
      for (const reference of [...box.told]) this.#tell(box, reference, false)
      return
    }
    const sorted = box.references.all().filter(({ collapsed }) => !collapsed)
    const near = new Set(within(sorted, innerHeight))
    for (const reference of [...box.told]) if (!near.has(reference)) this.#tell(box, reference, false)
    for (const reference of near) this.#tell(box, reference, true)
  }

  /** The nearest element around a reference that holds much. */
  #boxAround(reference: PlacedReference): Element | null {
    const [node = reference.link] = reference.nodes
    let element = node instanceof Text ? dom.elementAround(node) : node
    while (element !== null && (!boxNames.has(dom.localName(element)) || this.#boxless.has(element))) {
      element = dom.elementAround(element)
    }
    return element
  }

  /** An element turned out to have no box of its own: what it holds is watched with what is around it. */
  #widen(element: Element): void {
    const references = [...(this.#boxes.get(element)?.references ?? [])]
    this.#boxless.add(element)
    for (const reference of references) this.remove(reference)
    this.#run += 1
    for (const reference of references) this.#watch(reference)
  }

  #tell(box: Box, reference: PlacedReference, near: boolean): void {
    if (box.told.has(reference) === near) return
    if (near) box.told.add(reference)
    else box.told.delete(reference)
    this.#onChange(reference, near)
  }
}

const startOf = ({ range }: PlacedReference): Start => ({ node: range.startContainer, offset: range.startOffset })

/** Those within the window and a margin above and below it, in CSS pixels. @param references in the order of the document */
function within(references: readonly PlacedReference[], margin: number): readonly PlacedReference[] {
  const first = firstIndex(references, (rect) => rect.bottom > -margin)
  const end = firstIndex(references, (rect) => rect.top > innerHeight + margin)
  return references.slice(first, end)
}

/** The first index from which on a condition on the place holds, found by halves. */
function firstIndex(references: readonly PlacedReference[], holds: (rect: DOMRect) => boolean): number {
  let low = 0
  let high = references.length
  while (low < high) {
    const middle = (low + high) >> 1
    let rect: DOMRect | undefined
    for (let index = middle; index < Math.min(high, middle + mostTried) && rect === undefined; index += 1) {
      rect = references[index] && rectsOf(references[index] as PlacedReference)[0]
    }
    if (rect === undefined || holds(rect)) high = middle
    else low = middle + 1
  }
  return low
}
