import type { PageMessages } from '#utils/browser/protocol/page-messages.ts'
import type { PlacedReference } from '#utils/dom/places.ts'
import type { Card, CardOptions } from './card/card.ts'
import type { OpenedBy } from './card/standing.ts'

/** Makes the card. */
export type CardFactory = (options: CardOptions) => Card

/** Stands for the card before its script is there, and loads it when a card is first to be opened. */
export class CardSlot {
  readonly #load: (id: string) => Promise<CardFactory>
  readonly #options: CardOptions
  #card: Card | null = null
  #loading: Promise<void> | null = null
  /** What was last asked to be opened; a card that was loaded too late stays away. */
  #wanted: { readonly by: OpenedBy; readonly open: () => void } | null = null

  constructor(load: (id: string) => Promise<CardFactory>, options: CardOptions) {
    this.#load = load
    this.#options = options
  }

  get reference(): PlacedReference | null {
    return this.#card?.reference ?? null
  }

  get openedBy(): OpenedBy | null {
    return this.#card?.openedBy ?? null
  }

  get hasFocus(): boolean {
    return this.#card?.hasFocus ?? false
  }

  holds(event: Event): boolean {
    return this.#card?.holds(event) ?? false
  }

  isNear(x: number, y: number): boolean {
    return this.#card?.isNear(x, y) ?? false
  }

  /** @param position spoken with the card: «3 van 12» */
  open(reference: PlacedReference, by: OpenedBy, position?: { index: number; total: number }): void {
    if (this.#card !== null) {
      this.#card.open(reference, by, position)
      return
    }
    this.#wanted = { by, open: () => this.#card?.open(reference, by, position) }
    this.#loading ??= this.#fill(reference.code.id)
  }

  /** The pointer has moved on: what it rested on is no longer asked for. */
  pointerMoved(): void {
    if (this.#wanted?.by === 'pointer') this.#wanted = null
  }

  close(): void {
    this.#wanted = null
    this.#card?.close()
  }

  refresh(): void {
    this.#card?.refresh()
  }

  updateReading(update: Parameters<PageMessages['page/reading']>[0]): void {
    this.#card?.updateReading(update)
  }

  takesTab(backwards: boolean): boolean {
    return this.#card?.takesTab(backwards) ?? false
  }

  async #fill(id: string): Promise<void> {
    try {
      const make = await this.#load(id)
      if (this.#options.signal.aborted) return
      this.#card = make(this.#options)
      this.#wanted?.open()
    } catch {
      // The next time that a card is asked for is the next attempt.
      this.#options.onClosed()
    } finally {
      this.#loading = null
      this.#wanted = null
    }
  }
}
