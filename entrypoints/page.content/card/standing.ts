import * as dom from '#utils/dom/natives.ts'
import { isNearCard, isOnScreen, placeBeside } from './beside.ts'
import { CardHost } from './host.ts'
import type { Box } from './place-card.ts'

/** How often it is looked whether what the card stands beside has moved without anything being scrolled, in milliseconds. */
const lookEvery = 100

/** How a card was asked for: only the keyboard moves the focus into it. */
export type OpenedBy = 'pointer' | 'keyboard'

export interface StandingOptions {
  readonly signal: AbortSignal
  /** Test seam: see `CardHost`. */
  readonly shadowMode?: ShadowRootMode
  /** See `CardHost`. */
  readonly sheet?: CSSStyleSheet
}

/**
 * A card that stands beside something on the page: follows it as the page is scrolled, goes when what was pointed at
 * leaves the screen, and gives the focus back to where it was. What is in it is the business of the cards themselves.
 */
export abstract class StandingCard {
  readonly #options: StandingOptions
  #host: CardHost | null = null
  #openedBy: OpenedBy = 'pointer'
  #focusBefore: Element | null = null
  /** The frame before which the card is placed anew; 0 for none. */
  #frame = 0
  #looking: ReturnType<typeof setInterval> | undefined
  /** Where what it stands beside was when it was placed. */
  #placed = ''

  constructor(options: StandingOptions) {
    this.#options = options
    const { signal } = options
    const listening = { capture: true, passive: true, signal }
    const follow = () => this.#follow()
    document.addEventListener('scroll', follow, listening)
    addEventListener('resize', follow, listening)
    signal.addEventListener('abort', () => this.close())
  }

  /** Whether there is something that the card stands beside. */
  abstract get isOpen(): boolean

  /** Where what the card is about stands now, a box a line, in CSS pixels of the viewport. */
  protected abstract rects(): readonly Box[]

  /** Which of those boxes the card goes beside; all of them unless said otherwise. */
  protected linesOf(rects: readonly Box[]): readonly Box[] {
    return rects
  }

  /** The page was scrolled or the window has another size; the card is placed anew after this. */
  protected moved(): void {}

  /** Lets go of what the card is about: it is closed after this. */
  protected abstract letGo(): void

  get openedBy(): OpenedBy {
    return this.#openedBy
  }

  get hasFocus(): boolean {
    return this.#host?.hasFocus ?? false
  }

  /** Null before the card was first opened. */
  protected get host(): CardHost | null {
    return this.#host
  }

  holds(event: Event): boolean {
    return this.#host?.holds(event) ?? false
  }

  /** Whether a point of the viewport lies on the card, on what it is about, or on the way between them. */
  isNear(x: number, y: number): boolean {
    return this.isOpen && this.#host !== null && isNearCard(this.#host.dialog, this.rects(), x, y)
  }

  /** The card takes Tab while it has the focus: it stands at the end of the page, far from what it is about. */
  takesTab(backwards: boolean): boolean {
    if (!this.hasFocus) return false
    this.#host?.focusNext(backwards)
    return true
  }

  /**
   * Puts the card into the page.
   * @param near what it is about begins in this element
   * @param label what a screen reader calls the card
   */
  protected mount(near: Element | null, by: OpenedBy, label: string): void {
    this.#host ??= new CardHost(this.#options.shadowMode ?? 'closed', this.#options.sheet)
    const host = this.#host
    if (by === 'keyboard' && !host.hasFocus) this.#focusBefore = dom.activeElement()
    this.#openedBy = by
    host.mount(near)
    host.dialog.setAttribute('aria-label', label)
  }

  /** From its top, and with the focus where the keyboard asked for it; once it has been filled. */
  protected begin(): void {
    if (!this.isOpen || this.#host === null) return
    const { dialog } = this.#host
    clearInterval(this.#looking)
    this.#looking = setInterval(() => this.#look(), lookEvery)
    dialog.scrollTop = 0
    if (this.#openedBy === 'keyboard') dialog.focus({ preventScroll: true })
  }

  /** Closes and gives the focus back to where it was. */
  close(): void {
    const host = this.#host
    if (!this.isOpen || host === null) return
    const hadFocus = host.hasFocus
    const before = this.#focusBefore
    this.#focusBefore = null
    cancelAnimationFrame(this.#frame)
    this.#frame = 0
    clearInterval(this.#looking)
    this.letGo()
    host.unmount()
    if (hadFocus && before instanceof HTMLElement) before.focus({ preventScroll: true })
  }

  /** Beside what it is about, wherever that is now. A card that was pointed at goes when that leaves the screen. */
  protected place(): void {
    if (!this.isOpen || this.#host === null) return
    const rects = this.rects()
    this.#placed = JSON.stringify(rects)
    // Who works by keyboard may scroll it away; with the layer that the card stands in it goes.
    const stays = this.#openedBy === 'pointer' ? isOnScreen(rects) : this.#host.dialog.checkVisibility()
    if (!stays) this.close()
    else if (rects.length > 0) placeBeside(this.#host.dialog, this.linesOf(rects))
  }

  /** Text above it may come or go, and scrolling within a shadow tree fires no event outside of it. */
  #look(): void {
    if (JSON.stringify(this.rects()) !== this.#placed) this.#follow()
  }

  #follow(): void {
    if (!this.isOpen) return
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0
      this.moved()
      this.place()
    })
  }
}
