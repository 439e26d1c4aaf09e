import { type PlacedReference, rangesOf } from './places.ts'

/** How a reference is painted: by what is kept of its code, or for a moment because the user was led to it. */
export type Paint = 'unknown' | 'known' | 'noted'
export type Mark = 'current' | 'flash'

/** The registry of highlights is shared with the page: each name of ours carries this prefix. */
const highlightPrefix = 'kamerlens-'

/** Every name under which something may be painted. */
const names: readonly (Paint | Mark)[] = ['unknown', 'known', 'noted', 'current', 'flash']

/** Takes out of the registry whatever stands under our names. By name: Firefox lets no content script walk through it. */
export function clearHighlights(): void {
  for (const name of names) CSS.highlights.delete(highlightPrefix + name)
}

/** Paints references by highlights of our own names, styled by the manifest's CSS. Nothing in the page's DOM changes. */
export class Painter {
  readonly #highlights = new Map<string, Highlight>()
  readonly #painted = new Map<PlacedReference, Paint>()
  /** What was painted for each: a link's own range is made anew with what the link holds. */
  readonly #ranges = new Map<PlacedReference, StaticRange>()
  #states: ReadonlyMap<string, Paint> = new Map()

  constructor(signal: AbortSignal) {
    signal.addEventListener('abort', () => this.#clear())
  }

  show(reference: PlacedReference): void {
    const paint = this.#states.get(reference.code.id) ?? 'unknown'
    if (this.#painted.get(reference) === paint) return
    this.hide(reference)
    this.#painted.set(reference, paint)
    const { range } = reference
    this.#ranges.set(reference, range)
    this.#highlight(paint).add(range)
  }

  hide(reference: PlacedReference): void {
    const paint = this.#painted.get(reference)
    if (paint === undefined) return
    this.#painted.delete(reference)
    const range = this.#ranges.get(reference)
    this.#ranges.delete(reference)
    if (range !== undefined) this.#highlights.get(paint)?.delete(range)
  }

  /** @param states what is kept, by the code's id; ids that are not named are unknown */
  setStates(states: ReadonlyMap<string, Paint>): void {
    this.#states = states
    for (const reference of [...this.#painted.keys()]) this.show(reference)
  }

  /** Marks one reference, or none, over its paint. */
  mark(mark: Mark, reference: PlacedReference | null): void {
    if (reference === null) {
      this.#highlights.get(mark)?.clear()
      return
    }
    const highlight = this.#highlight(mark)
    highlight.clear()
    highlight.priority = 1
    for (const range of rangesOf(reference)) highlight.add(range)
  }

  /** Puts back what the page took away: the registry is its own as much as ours, and so is what it finds there. */
  mend(): void {
    const sizes = new Map<Paint, number>()
    for (const paint of this.#painted.values()) sizes.set(paint, (sizes.get(paint) ?? 0) + 1)
    for (const [paint, size] of sizes) {
      const highlight = this.#highlight(paint)
      if (highlight.size === size) continue
      highlight.clear()
      for (const [reference, one] of this.#painted) {
        const range = this.#ranges.get(reference)
        if (one === paint && range !== undefined) highlight.add(range)
      }
    }
  }

  /** Ours by that name, put (back) into the registry: a page may have cleared it. */
  #highlight(name: Paint | Mark): Highlight {
    const highlight = this.#highlights.get(name) ?? new Highlight()
    this.#highlights.set(name, highlight)
    if (CSS.highlights.get(highlightPrefix + name) !== highlight) CSS.highlights.set(highlightPrefix + name, highlight)
    return highlight
  }

  #clear(): void {
    for (const [name, highlight] of this.#highlights) {
      if (CSS.highlights.get(highlightPrefix + name) === highlight) CSS.highlights.delete(highlightPrefix + name)
      highlight.clear()
    }
    this.#painted.clear()
    this.#ranges.clear()
  }
}
