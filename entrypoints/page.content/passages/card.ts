import { cardMessages } from '#locales/card.ts'
import { passageMessages } from '#locales/passages.ts'
import * as dom from '#utils/dom/natives.ts'
import { rectsOf } from '#utils/dom/places.ts'
import { button, element } from '../card/element.ts'
import type { Box } from '../card/place-card.ts'
import { shortened } from '../card/question.ts'
import { type OpenedBy, StandingCard, type StandingOptions } from '../card/standing.ts'
import { answered } from '../card/timeout.ts'
import type { PageChannel } from '../channel.ts'
import type { AnchoredPassage } from './anchoring.ts'

const noteLength = 480
/** Passages over one another of which the notes are shown. */
const most = 3

interface PassageCardOptions extends StandingOptions {
  readonly channel: Pick<PageChannel, 'send'>
}

/** The card beside a passage: the note on it. */
export class PassageCard extends StandingCard {
  readonly #options: PassageCardOptions
  /** Texts that were unfolded, so that they stay so. */
  readonly #unfolded = new Set<string>()
  #passages: readonly AnchoredPassage[] = []
  /** Where it was pointed at: a long passage has a line there that the card goes beside. */
  #point: { readonly x: number; readonly y: number } | undefined

  constructor(options: PassageCardOptions) {
    super(options)
    this.#options = options
    const { signal } = options
    addEventListener('keydown', (event) => this.#pressed(event), { capture: true, signal })
  }

  override get isOpen(): boolean {
    return this.#passages.length > 0
  }

  protected override rects(): readonly Box[] {
    const [first] = this.#passages
    return first === undefined ? [] : rectsOf(first)
  }

  /** @param passages those that lie over one another there, the shortest first */
  open(passages: readonly AnchoredPassage[], by: OpenedBy, point?: { readonly x: number; readonly y: number }): void {
    const [first] = passages
    if (first === undefined) return
    if (by === 'pointer' && this.#passages[0]?.id === first.id && this.host?.mounted === true) return
    this.#passages = passages.slice(0, most)
    this.#point = point
    this.mount(dom.parentElement(first.range.startContainer), by, `Kamerlens: ${passageMessages.get().noteOnPassage}`)
    this.#show([element('p', { class: 'aside' }, cardMessages.get().loading)], true)
    this.begin()
    void this.#load(this.#passages)
  }

  protected override letGo(): void {
    this.#passages = []
  }

  /** After the page or what is kept has changed: a card whose passage is gone goes too. */
  keepTo(anchored: readonly AnchoredPassage[]): void {
    if (!this.isOpen) return
    const now = this.#passages.flatMap(({ id }) => anchored.find((one) => one.id === id) ?? [])
    this.#passages = now.length === 0 ? this.#passages : now
    if (now.length === 0) this.close()
    else void this.#load(now)
  }

  async #load(passages: readonly AnchoredPassage[]): Promise<void> {
    const bodies = await Promise.all(passages.map(({ id }) => this.#bodyOf(id)))
    if (this.#passages !== passages) return
    const isFirst = this.host?.dialog.getAttribute('aria-busy') === 'true'
    this.#show(
      passages.flatMap((passage, index) => this.#part(passage, bodies[index] ?? null, index === 0)),
      false,
    )
    if (!isFirst || this.openedBy === 'pointer') return
    const isInexact = passages.some(({ state }) => state === 'inexact')
    this.host?.announce([isInexact ? passageMessages.get().inexact : '', ...bodies].join(' ').slice(0, noteLength))
  }

  async #bodyOf(id: string): Promise<string | null> {
    const answer = await answered(this.#options.channel.send('passages/note', { id })).catch(() => null)
    return answer?.ok ? answer.value.body : null
  }

  /** @param body null where it could not be had */
  #part({ id, state }: AnchoredPassage, body: string | null, isFirst: boolean): readonly HTMLElement[] {
    const texts = passageMessages.get()
    const text = body === null ? cardMessages.get().failed : body.trim() === '' ? texts.emptyNote : body
    return [
      element(
        'header',
        { class: isFirst ? null : 'further' },
        element('p', { class: 'kind' }, texts.noteOnPassage),
        state === 'inexact' && element('p', { class: 'contrast' }, texts.inexact),
      ),
      element(
        'div',
        { class: 'note' },
        shortened(text, noteLength, { unfolded: this.#unfolded, resized: () => this.place() }),
      ),
      element(
        'p',
        { class: 'actions' },
        button({}, () => void this.#edit(id), texts.openNote),
      ),
    ]
  }

  async #edit(id: string): Promise<void> {
    await this.#options.channel.send('passages/edit', { id }).catch(() => {
      this.host?.announce(cardMessages.get().noteFailed)
    })
  }

  #show(parts: readonly HTMLElement[], isBusy: boolean): void {
    const dialog = this.host?.dialog
    if (dialog === undefined) return
    // What had the focus may be gone: the dialog itself keeps it, so that it never falls back to the page.
    const hadFocus = this.hasFocus
    dialog.replaceChildren(...parts)
    if (hadFocus) dialog.focus({ preventScroll: true })
    dialog.setAttribute('aria-busy', String(isBusy))
    this.place()
  }

  protected override moved(): void {
    // The line that was pointed at has gone its way.
    this.#point = undefined
  }

  /** The card goes beside one line of a passage: all of it may leave no room. */
  protected override linesOf(rects: readonly Box[]): readonly Box[] {
    const { x, y } = this.#point ?? {}
    const pointed = rects.find((rect) => {
      return (
        y !== undefined && x !== undefined && y >= rect.top && y <= rect.bottom && x >= rect.left && x <= rect.right
      )
    })
    const line = pointed ?? rects.find((rect) => rect.bottom > 0 && rect.top < innerHeight) ?? rects[0]
    return line === undefined ? rects : [line]
  }

  #pressed(event: KeyboardEvent): void {
    if (!event.isTrusted || !this.isOpen) return
    const isTab = event.key === 'Tab' && !event.ctrlKey && !event.altKey && !event.metaKey
    if (isTab && this.hasFocus) this.host?.focusNext(event.shiftKey)
    else if (event.key === 'Escape' && !event.isComposing) this.close()
    else return
    // The key was for the card: the page's own use of it must not happen too.
    event.preventDefault()
    event.stopImmediatePropagation()
  }
}
