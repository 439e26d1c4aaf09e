import type { AmongFrames, Chosen } from '#utils/browser/protocol/page-messages.ts'
import * as dom from '#utils/dom/natives.ts'
import type { Painter } from '#utils/dom/painter.ts'
import { type PlacedReference, rectsOf } from '#utils/dom/places.ts'
import { reveal } from '#utils/dom/reveal.ts'
import { revealFrame } from '#utils/dom/reveal-frame.ts'
import type { CardSlot } from './card-slot.ts'
import type { Walked } from './walked.ts'

/** How long a reference that the user was led to stays marked, in milliseconds. */
export const flashFor = 1200

/** Walks the references by keyboard, and leads to one of them from the popup. */
export class Stepping {
  readonly #references: Pick<Walked, 'all' | 'has'>
  readonly #painter: Painter
  readonly #card: CardSlot
  #current: PlacedReference | null = null
  /** Where the user was before the first step. */
  #origin: { readonly left: number; readonly top: number } | null = null
  #flash: ReturnType<typeof setTimeout> | undefined

  constructor(references: Pick<Walked, 'all' | 'has'>, painter: Painter, card: CardSlot, signal: AbortSignal) {
    this.#references = references
    this.#painter = painter
    this.#card = card
    addEventListener('keydown', (event) => this.#pressed(event), { capture: true, signal })
    signal.addEventListener('abort', () => clearTimeout(this.#flash))
  }

  /**
   * To the next or previous reference, around the end of the page; from where the user looks at first. Where this
   * document is one of several, its end is the end: false, and the card is closed.
   */
  step(direction: 1 | -1, among?: AmongFrames): boolean {
    const all = this.#shown()
    const from = all.indexOf(this.#card.reference ?? this.#current ?? this.#firstStop(all, direction))
    const started = (this.#card.reference ?? this.#standing()) !== null
    const next = among?.enter ? (direction === 1 ? 0 : all.length - 1) : started ? from + direction : from
    const index = among === undefined ? (next + all.length) % all.length : next
    const reference = all[index]
    if (reference === undefined) {
      this.#card.close()
      this.#current = null
      return false
    }
    this.#origin ??= { left: scrollX, top: scrollY }
    this.#lead(reference, 'current')
    const { before = 0, total = all.length } = among ?? {}
    this.#card.open(reference, 'keyboard', { index: before + index + 1, total })
    return true
  }

  /** Scrolls to a code and flashes it once; called again, to where it stands next. False where the page lacks it. */
  goTo(id: string): boolean {
    const places = this.#shown().filter(({ code }) => code.id === id)
    const last = this.#current === null ? -1 : places.indexOf(this.#current)
    const reference = places[(last + 1) % places.length]
    if (reference === undefined) return false
    // A steady mark where motion is not wanted: it says where to look without blinking.
    const mark = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'current' : 'flash'
    this.#lead(reference, mark)
    clearTimeout(this.#flash)
    this.#flash = setTimeout(() => this.#painter.mark(mark, null), mark === 'flash' ? flashFor : 3 * flashFor)
    return true
  }

  /** What a note would be on: the open card's, the one pointed at, the one stepped to, or the first in view. */
  chosen(pointedAt: PlacedReference | null): Chosen | null {
    const stepped = this.#standing()
    const inOrder = [
      this.#card.reference,
      pointedAt,
      stepped !== null && inView(stepped) ? stepped : null,
      this.#shown().find(inView) ?? null,
    ]
    const at = inOrder.findIndex((reference) => reference !== null)
    const id = inOrder[at]?.code.id
    return id === undefined ? null : { id, weight: 5 - at }
  }

  /** The card is gone: nothing is current any more, but the next step goes on from here. */
  cardClosed(): void {
    this.#painter.mark('current', null)
    this.#origin = null
  }

  #lead(reference: PlacedReference, mark: 'current' | 'flash'): void {
    this.#current = reference
    revealFrame(reference)
    reveal(reference)
    this.#painter.mark(mark, reference)
  }

  /** The one that was stepped or led to, where the page still has it. */
  #standing(): PlacedReference | null {
    return this.#current !== null && this.#references.has(this.#current) ? this.#current : null
  }

  /** What can be led to: not what stands in a closed section. */
  #shown(): readonly PlacedReference[] {
    return this.#references.all().filter(({ collapsed }) => !collapsed)
  }

  #firstStop(all: readonly PlacedReference[], direction: 1 | -1): PlacedReference {
    const below = all.findIndex((reference) => (rectsOf(reference)[0]?.bottom ?? -1) > 0)
    const stop =
      direction === 1 ? below : all.findLastIndex((reference) => (rectsOf(reference)[0]?.top ?? Infinity) < innerHeight)
    return (all[stop] ?? all[0]) as PlacedReference
  }

  #pressed(event: KeyboardEvent): void {
    if (!event.isTrusted || this.#card.reference === null) return
    if (event.key === 'Tab' && !event.ctrlKey && !event.altKey && !event.metaKey) {
      if (this.#card.takesTab(event.shiftKey)) swallow(event)
    } else if (event.key === 'Escape' && !event.isComposing) {
      swallow(event)
      const origin = this.#origin
      this.#card.close()
      if (origin !== null) dom.scrollingElement()?.scrollTo({ ...origin, behavior: 'instant' })
    }
  }
}

/** The key was for the card: the page's own use of it must not happen too. */
function swallow(event: KeyboardEvent): void {
  event.preventDefault()
  event.stopImmediatePropagation()
}

function inView(reference: PlacedReference): boolean {
  return rectsOf(reference).some((rect) => rect.bottom > 0 && rect.top < innerHeight)
}
