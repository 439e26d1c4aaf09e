import { boxAround } from './block-text.ts'
import { inDocumentOrder, type PlacedReference, rectsOf } from './places.ts'

/** Above this many references in one box, their own places are looked at and not only that of the box. */
const crowd = 64

interface Box {
  readonly references: Set<PlacedReference>
  near: boolean
  /** The references in document order; null when they changed since. */
  sorted: readonly PlacedReference[] | null
  /** Those that were told to be near. */
  readonly told: Set<PlacedReference>
}

/**
 * Tells which references are within about one screen of the viewport. The browser's own observer watches the boxes
 * around them, so that scrolling costs nothing but where a box holds a crowd (a whole report in one `<pre>`): there
 * the first and last one near are searched by halves.
 */
export class NearViewport {
  readonly #onChange: (reference: PlacedReference, near: boolean) => void
  readonly #boxes = new Map<Element, Box>()
  readonly #boxOf = new Map<PlacedReference, Element>()
  readonly #observer: IntersectionObserver
  #frame: number | null = null

  constructor(onChange: (reference: PlacedReference, near: boolean) => void, signal: AbortSignal) {
    this.#onChange = onChange
    this.#observer = new IntersectionObserver((entries) => this.#observed(entries), {
      root: document,
      rootMargin: '100%',
    })
    for (const [target, type] of [
      [document, 'scroll'],
      [globalThis, 'resize'],
    ] as const) {
      target.addEventListener(type, () => this.#soon(), { capture: true, passive: true, signal })
    }
    signal.addEventListener('abort', () => {
      this.#observer.disconnect()
      if (this.#frame !== null) cancelAnimationFrame(this.#frame)
    })
  }

  add(reference: PlacedReference): void {
    const element = boxAround(reference.range.startContainer)
    if (element === null) return
    this.#boxOf.set(reference, element)
    const box = this.#boxes.get(element)
    if (box === undefined) {
      this.#boxes.set(element, { references: new Set([reference]), near: false, sorted: null, told: new Set() })
      this.#observer.observe(element)
      return
    }
    box.references.add(reference)
    box.sorted = null
    if (box.references.size > crowd) this.#soon()
    else if (box.near) this.#tell(box, reference, true)
  }

  remove(reference: PlacedReference): void {
    const element = this.#boxOf.get(reference)
    const box = element === undefined ? undefined : this.#boxes.get(element)
    if (element === undefined || box === undefined) return
    this.#boxOf.delete(reference)
    box.references.delete(reference)
    box.sorted = null
    this.#tell(box, reference, false)
    if (box.references.size > 0) return
    this.#boxes.delete(element)
    this.#observer.unobserve(element)
  }

  #observed(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      const box = this.#boxes.get(target)
      if (box === undefined || box.near === isIntersecting) continue
      box.near = isIntersecting
      if (box.references.size > crowd) this.#showWindow(box)
      else for (const reference of box.references) this.#tell(box, reference, isIntersecting)
    }
  }

  #soon(): void {
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = null
      for (const box of this.#boxes.values()) if (box.references.size > crowd) this.#showWindow(box)
    })
  }

  #showWindow(box: Box): void {
    box.sorted ??= [...box.references].sort(inDocumentOrder)
    const sorted = box.sorted
    const first = firstIndex(sorted, (rect) => rect.bottom > -innerHeight)
    const end = firstIndex(sorted, (rect) => rect.top > 2 * innerHeight)
    const near = new Set(box.near ? sorted.slice(first, end) : [])
    for (const reference of [...box.told]) if (!near.has(reference)) this.#tell(box, reference, false)
    for (const reference of near) this.#tell(box, reference, true)
  }

  #tell(box: Box, reference: PlacedReference, near: boolean): void {
    if (box.told.has(reference) === near) return
    if (near) box.told.add(reference)
    else box.told.delete(reference)
    this.#onChange(reference, near)
  }
}

/** The first index from which on a condition on the place holds, found by halves. */
function firstIndex(references: readonly PlacedReference[], holds: (rect: DOMRect) => boolean): number {
  let low = 0
  let high = references.length
  while (low < high) {
    const middle = (low + high) >> 1
    const rect = references[middle] && rectsOf(references[middle])[0]
    if (rect === undefined || holds(rect)) high = middle
    else low = middle + 1
  }
  return low
}
