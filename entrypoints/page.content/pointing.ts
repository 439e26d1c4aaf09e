import { documentElement, matches } from '#utils/dom/natives.ts'
import type { PlacedReference } from '#utils/dom/places.ts'
import type { CardSlot } from './card-slot.ts'
import type { Walked } from './walked.ts'

/** How long the pointer rests on a reference before its card opens, in milliseconds (SCREENS «Card»). */
export const openAfter = 300
/** How long the pointer may be away from reference and card before it closes. */
export const closeAfter = 300

/** Where a tap already does something. */
const useful =
  'a[href],area[href],button,input,select,textarea,label,summary,video,audio,[onclick],[contenteditable],[role=button],' +
  '[role=link],[role=tab],[role=menuitem],[role=option],[role=checkbox],[role=switch]'

/**
 * Opens the card where the pointer rests on a reference, and closes it when the pointer has left both. Nothing is
 * asked of the page while the pointer moves: the hit test waits for the pause.
 */
export class Pointing {
  readonly #references: Pick<Walked, 'at'>
  readonly #card: CardSlot
  #x = Number.NaN
  #y = Number.NaN
  #opening: ReturnType<typeof setTimeout> | undefined
  #closing: ReturnType<typeof setTimeout> | undefined

  constructor(references: Pick<Walked, 'at'>, card: CardSlot, signal: AbortSignal) {
    this.#references = references
    this.#card = card
    const options = { capture: true, passive: true, signal }
    document.addEventListener('pointermove', (event) => this.#moved(event), options)
    document.addEventListener('pointerdown', (event) => this.#pressed(event), options)
    // A finger leaves with each tap; the mouse alone is somewhere until it leaves.
    documentElement().addEventListener('mouseleave', (event) => event.isTrusted && this.#left(), { signal })
    // Last of all listeners, to see whether the page has made something of the tap.
    addEventListener('click', (event) => this.#tapped(event), { signal })
    signal.addEventListener('abort', () => {
      clearTimeout(this.#opening)
      clearTimeout(this.#closing)
    })
  }

  /** The reference that is pointed at now, if any. */
  get reference(): PlacedReference | null {
    return Number.isNaN(this.#x) ? null : this.#references.at(this.#x, this.#y)
  }

  /** A finger can't rest on a code without pressing: a tap opens the card where it does nothing else. */
  #tapped(event: MouseEvent): void {
    if (!event.isTrusted || !(event instanceof PointerEvent) || event.pointerType !== 'touch') return
    if (event.defaultPrevented || this.#card.holds(event) || getSelection()?.isCollapsed === false) return
    const isUsed = event.composedPath().some((target) => target instanceof Element && matches(target, useful))
    const reference = isUsed ? null : this.#references.at(event.clientX, event.clientY)
    if (reference !== null) this.#card.open(reference, 'pointer')
  }

  #moved(event: PointerEvent): void {
    if (!event.isTrusted || event.pointerType === 'touch') return
    this.#x = event.clientX
    this.#y = event.clientY
    clearTimeout(this.#opening)
    this.#card.pointerMoved()
    if (this.#card.holds(event)) {
      this.#stay()
      return
    }
    // Whoever presses a button is selecting or dragging.
    if (event.buttons === 0) this.#opening = setTimeout(() => this.#rested(), openAfter)
    if (this.#card.reference === null || !this.#mayClose) return
    if (this.#card.isNear(this.#x, this.#y)) this.#stay()
    else this.#closeSoon()
  }

  #rested(): void {
    const reference = this.reference
    if (reference === null) return
    this.#stay()
    if (!this.#card.hasFocus) this.#card.open(reference, 'pointer')
  }

  #pressed(event: PointerEvent): void {
    if (!event.isTrusted || this.#card.holds(event)) return
    clearTimeout(this.#opening)
    this.#card.close()
  }

  #left(): void {
    this.#x = Number.NaN
    clearTimeout(this.#opening)
    if (this.#mayClose) this.#closeSoon()
  }

  #stay(): void {
    clearTimeout(this.#closing)
    this.#closing = undefined
  }

  /** A card that was opened by keyboard, or is in use, stays. */
  get #mayClose(): boolean {
    return this.#card.openedBy === 'pointer' && !this.#card.hasFocus
  }

  #closeSoon(): void {
    this.#closing ??= setTimeout(() => {
      this.#closing = undefined
      if (this.#mayClose) this.#card.close()
    }, closeAfter)
  }
}
