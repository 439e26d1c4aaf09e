import * as dom from '#utils/dom/natives.ts'
import { liveRange, rectsOf } from '#utils/dom/places.ts'
import { closeAfter, openAfter } from '../pointing.ts'
import { isReferenceAt } from '../script-exchange.ts'
import type { AnchoredPassage } from './anchoring.ts'
import type { PassageCard } from './card.ts'

/** How far beside its letters a passage may be pointed at, in CSS pixels. */
const slack = 2

/** Opens the card where the pointer rests on a passage that is no reference, and closes it when it has left both. */
export class PassagePointing {
  readonly #anchored: () => readonly AnchoredPassage[]
  readonly #card: PassageCard
  readonly #shadowRoots: Iterable<ShadowRoot>
  #opening: ReturnType<typeof setTimeout> | undefined
  #closing: ReturnType<typeof setTimeout> | undefined

  constructor(
    anchored: () => readonly AnchoredPassage[],
    card: PassageCard,
    shadowRoots: Iterable<ShadowRoot>,
    signal: AbortSignal,
  ) {
    this.#anchored = anchored
    this.#card = card
    this.#shadowRoots = shadowRoots
    const options = { capture: true, passive: true, signal }
    document.addEventListener('pointermove', (event) => this.#moved(event), options)
    document.addEventListener('pointerdown', (event) => this.#pressed(event), options)
    signal.addEventListener('abort', () => {
      clearTimeout(this.#opening)
      clearTimeout(this.#closing)
    })
  }

  #moved(event: PointerEvent): void {
    if (!event.isTrusted || event.pointerType === 'touch') return
    clearTimeout(this.#opening)
    const { clientX: x, clientY: y } = event
    if (this.#card.holds(event)) {
      this.#stay()
      return
    }
    if (event.buttons === 0) this.#opening = setTimeout(() => this.#rested(x, y), openAfter)
    if (!this.#card.isOpen || this.#card.openedBy === 'keyboard' || this.#card.hasFocus) return
    if (this.#card.isNear(x, y)) this.#stay()
    else {
      this.#closing ??= setTimeout(() => {
        this.#closing = undefined
        if (!this.#card.hasFocus) this.#card.close()
      }, closeAfter)
    }
  }

  #rested(x: number, y: number): void {
    const found = this.#at(x, y)
    if (found.length === 0 || this.#card.hasFocus) return
    this.#stay()
    this.#card.open(found, 'pointer', { x, y })
  }

  /** The passages under a point, the shortest first; none where a reference is meant, which has a card of its own. */
  #at(x: number, y: number): readonly AnchoredPassage[] {
    const all = this.#anchored()
    if (all.length === 0 || isReferenceAt(x, y)) return []
    const caret = dom.caretFromPoint(x, y, this.#shadowRoots)
    if (!(caret?.offsetNode instanceof Text)) return []
    const { offsetNode, offset } = caret
    return all
      .filter((passage) => liveRange(passage)?.isPointInRange(offsetNode, offset) === true && covers(passage, x, y))
      .toSorted((one, other) => one.words.length - other.words.length)
  }

  #pressed(event: PointerEvent): void {
    if (!event.isTrusted || this.#card.holds(event)) return
    clearTimeout(this.#opening)
    this.#card.close()
  }

  #stay(): void {
    clearTimeout(this.#closing)
    this.#closing = undefined
  }
}

/** The caret is the nearest one, so it may lie in a passage that the point is far beside. */
function covers(passage: AnchoredPassage, x: number, y: number): boolean {
  return rectsOf(passage).some(
    ({ left, right, top, bottom }) =>
      x >= left - slack && x <= right + slack && y >= top - slack && y <= bottom + slack,
  )
}
