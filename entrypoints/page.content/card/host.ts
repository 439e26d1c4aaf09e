import * as dom from '#utils/dom/natives.ts'
import { dress } from '../dress.ts'
import style from './card.css?inline'
import { element } from './element.ts'
import { hostId } from './host-id.ts'
import { layerAround } from './layer.ts'

/**
 * What the page need not hear of: it may close what the reference stands in, take the focus away, use the key itself, lock
 * scrolling or forbid to copy. In the order that is packed best.
 */
const kept =
  'pointerdown pointerup mouseup mousedown keypress keyup keydown wheel touchstart touchmove touchend focusin copy contextmenu click'.split(
    ' ',
  )

/**
 * The one element that Kamerlens puts into a page, while a card is open: an empty host with a closed shadow root. Its
 * inline style and its shadow's style hide it, the manifest's CSS shows it, so that the card of a disabled extension is
 * gone (DESIGN).
 */
export class CardHost {
  readonly #host: HTMLElement
  readonly #root: ShadowRoot
  /** The dialog that the caller fills. */
  readonly dialog: HTMLElement
  readonly #status: HTMLElement

  /**
   * @param mode test seam: the shadow root is open only for tests that look into the card
   * @param sheet the card's style, for a page of the extension: there style elements are forbidden, and this is not
   */
  constructor(mode: ShadowRootMode, sheet?: CSSStyleSheet) {
    this.#host = dom.createElement('div')
    this.#host.id = hostId
    this.#host.style.display = 'none'
    this.#host.popover = 'manual'
    this.#root = this.#host.attachShadow({ mode })
    this.dialog = element('div', { role: 'dialog', tabindex: '-1' })
    this.#status = element('div', { role: 'status', class: 'unseen' })
    if (sheet) this.#root.adoptedStyleSheets = [sheet]
    else this.#root.append(styleSheet())
    this.#root.append(this.dialog, this.#status)
    for (const type of kept) this.#host.addEventListener(type, (event) => event.stopPropagation(), { passive: true })
  }

  /** Puts the host into the page, or into the layer of it where the reference is. */
  mount(near: Element | null): void {
    this.#host.lang = dress(this.dialog)
    const parent = layerAround(near) ?? dom.documentElement()
    if (dom.parentNode(this.#host) === parent) return
    Element.prototype.append.call(parent, this.#host)
    // As large as ever in a page that is enlarged by its own style.
    this.dialog.style.zoom = String(1 / this.#host.currentCSSZoom)
    try {
      this.#host.showPopover()
    } catch {
      // Without the top layer the card still has the highest z-index.
    }
  }

  unmount(): void {
    this.#host.remove()
    this.#status.textContent = ''
  }

  get mounted(): boolean {
    return this.#host.isConnected
  }

  get hasFocus(): boolean {
    return this.#root.activeElement !== null
  }

  /** Speaks a sentence to screen readers. The region is filled a moment after it is there, or it would stay unheard. */
  announce(sentence: string): void {
    this.#status.textContent = ''
    requestAnimationFrame(() => {
      this.#status.textContent = sentence
    })
  }

  /** Fills the dialog anew. The focus stays on the control that had it, and where that is gone, on the dialog. */
  fill(content: readonly HTMLElement[]): void {
    const focused = this.#root.activeElement
    const isAlike = (one: Element) => focused !== null && nameOf(one) === nameOf(focused)
    const place = this.#controls()
      .filter(isAlike)
      .indexOf(focused as HTMLElement)
    this.dialog.replaceChildren(...content)
    if (focused === null) return
    const same = this.#controls().filter(isAlike)[place]
    // Never back to the page.
    ;(same ?? this.dialog).focus({ preventScroll: true })
  }

  #controls(): readonly HTMLElement[] {
    return [...this.dialog.querySelectorAll<HTMLElement>('button, a[href]')]
  }

  /** Moves the focus from the last control to the first and back, as long as the user has not left by Escape. */
  focusNext(backwards: boolean): void {
    const controls = this.#controls()
    const now = controls.indexOf(this.#root.activeElement as HTMLElement)
    controls.at(backwards ? Math.max(now, 0) - 1 : (now + 1) % controls.length)?.focus()
  }

  /** Whether an event happened in the card. A closed root shows the outside its host alone. */
  holds(event: Event): boolean {
    return event.composedPath().includes(this.#host)
  }
}

/** Its name, or what it is where its words change with what they say. */
const nameOf = (control: Element): string =>
  control.getAttribute('data-is') ?? control.getAttribute('aria-label') ?? control.textContent

/**
 * The style as an element and not as a constructed sheet, which Firefox refuses to adopt from a content script. Set by
 * `textContent` and in no other way: so Firefox knows that an extension wrote it, and the page's content security
 * policy does not apply to it.
 */
function styleSheet(): HTMLStyleElement {
  const sheet = dom.createElement('style')
  sheet.textContent = style
  return sheet
}
