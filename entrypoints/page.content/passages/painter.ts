import { highlightPrefix, type PassagePaint, passageNames } from '#utils/dom/painter.ts'
import type { AnchoredPassage } from './anchoring.ts'

/** How long a passage that the user was led to stays marked, in milliseconds; longer where nothing may blink. */
const flashFor = { moving: 1200, still: 3600 } as const

/** Paints passages by highlights of their own, styled as those of references are. */
export class PassagePainter {
  readonly #highlights = new Map<PassagePaint, Highlight>(passageNames.map((name) => [name, new Highlight()]))
  /** How many ranges each should hold. */
  readonly #sizes = new Map<PassagePaint, number>()
  #painted: readonly AnchoredPassage[] = []
  #flash: ReturnType<typeof setTimeout> | undefined

  constructor(signal: AbortSignal) {
    signal.addEventListener('abort', () => {
      clearTimeout(this.#flash)
      for (const [name, highlight] of this.#highlights) {
        if (CSS.highlights.get(highlightPrefix + name) === highlight) CSS.highlights.delete(highlightPrefix + name)
        highlight.clear()
      }
    })
  }

  paint(passages: readonly AnchoredPassage[]): void {
    this.#painted = passages
    for (const name of ['passage', 'passage-inexact'] as const) {
      const state = name === 'passage' ? 'exact' : 'inexact'
      this.#fill(
        name,
        passages.filter((one) => one.state === state),
      )
    }
  }

  /** Puts back what the page took away. */
  mend(): void {
    const isWhole = [...this.#sizes].every(([name, size]) => {
      const highlight = this.#highlights.get(name)
      return size === 0 || (highlight?.size === size && CSS.highlights.get(highlightPrefix + name) === highlight)
    })
    if (!isWhole) this.paint(this.#painted)
  }

  /** Marks one passage for a moment: once, and steadily where motion is not wanted. */
  flash(passage: AnchoredPassage): void {
    this.#fill('passage-flash', [passage])
    clearTimeout(this.#flash)
    const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches
    this.#flash = setTimeout(() => this.#fill('passage-flash', []), isStill ? flashFor.still : flashFor.moving)
  }

  #fill(name: PassagePaint, passages: readonly AnchoredPassage[]): void {
    const highlight = this.#highlights.get(name)
    if (highlight === undefined) return
    highlight.clear()
    // References stand out from the passage around them.
    highlight.priority = name === 'passage-flash' ? 1 : -1
    for (const { range } of passages) highlight.add(range)
    this.#sizes.set(name, passages.length)
    if (passages.length > 0) CSS.highlights.set(highlightPrefix + name, highlight)
  }
}
