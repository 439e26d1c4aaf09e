import { cardMessages } from '#locales/card.ts'
import * as dom from '#utils/dom/natives.ts'
import { type PlacedReference, rectsOf } from '#utils/dom/places.ts'
import { codeOf } from '#utils/references/code.ts'
import type { PageChannel } from '../channel.ts'
import { isNearCard, isOnScreen, placeBeside } from './beside.ts'
import { cardContent, summary } from './content.ts'
import { CardHost } from './host.ts'
import { LookUp, requestOf } from './look-up.ts'
import { isFile } from './official-links.ts'
import { withPatience } from './patience.ts'
import { Readings, type ReadingUpdate } from './readings.ts'
import { isAsked, titleId } from './records.ts'
import type { CardActions, CardView, Reading, Subject } from './view.ts'

/** How a card was asked for: only the keyboard moves the focus into it. */
export type OpenedBy = 'pointer' | 'keyboard'

export interface CardOptions {
  readonly channel: PageChannel
  readonly signal: AbortSignal
  /** Test seam: see `CardHost`. */
  readonly shadowMode?: ShadowRootMode
  /** See `CardHost`. */
  readonly sheet?: CSSStyleSheet
  readonly onClosed: () => void
}

/** The card beside a reference: what is kept of its code, and what can be done. */
export class Card {
  readonly #options: CardOptions
  #host: CardHost | null = null
  #reference: PlacedReference | null = null
  #openedBy: OpenedBy = 'pointer'
  #view: CardView | null = null
  readonly #readings: Readings
  readonly #lookUp: LookUp
  #focusBefore: Element | null = null
  #frame: number | null = null

  constructor(options: CardOptions) {
    this.#options = options
    this.#readings = new Readings(options.channel.send)
    this.#lookUp = new LookUp(options.channel.send, (isAnswered) => this.#lookedUp(isAnswered))
    const { signal } = options
    for (const [target, type] of [
      [document, 'scroll'],
      [globalThis, 'resize'],
    ] as const) {
      target.addEventListener(type, () => this.#follow(), { capture: true, passive: true, signal })
    }
    signal.addEventListener('abort', () => this.close())
  }

  get reference(): PlacedReference | null {
    return this.#reference
  }

  get openedBy(): OpenedBy {
    return this.#openedBy
  }

  get hasFocus(): boolean {
    return this.#host?.hasFocus ?? false
  }

  holds(event: Event): boolean {
    return this.#host?.holds(event) ?? false
  }

  /** Whether a point of the viewport lies on the card, the reference, or the way between them. */
  isNear(x: number, y: number): boolean {
    if (this.#reference === null || this.#host === null) return false
    return isNearCard(this.#host.dialog, rectsOf(this.#reference), x, y)
  }

  /** @param position spoken with the card: «3 van 12» */
  open(reference: PlacedReference, by: OpenedBy, position?: { index: number; total: number }): void {
    const again = this.#reference === reference && this.#host?.mounted === true
    if (again && by === 'pointer') return
    this.#host ??= new CardHost(this.#options.shadowMode ?? 'closed', this.#options.sheet)
    const host = this.#host
    if (by === 'keyboard' && !host.hasFocus) this.#focusBefore = dom.activeElement()
    this.#reference = reference
    this.#openedBy = by
    const { startContainer } = reference.range
    host.mount(startContainer instanceof Element ? startContainer : dom.parentElement(startContainer))
    const subject = subjectOf(reference)
    const label = cardMessages.get().about({ label: subject.code.label })
    host.dialog.setAttribute('aria-label', position ? `${label}, ${cardMessages.get().position(position)}` : label)
    this.#lookUp.begin(reference, by)
    this.#actions.unfolded.clear()
    this.#show({ state: 'loading', ...subject })
    host.dialog.scrollTop = 0
    if (by === 'keyboard') host.dialog.focus({ preventScroll: true })
    this.#load(reference)
  }

  /** Closes and gives the focus back to where it was. */
  close(): void {
    const host = this.#host
    if (host === null || this.#reference === null) return
    const hadFocus = host.hasFocus
    const before = this.#focusBefore
    this.#reference = null
    this.#view = null
    this.#focusBefore = null
    this.#lookUp.end()
    if (this.#frame !== null) cancelAnimationFrame(this.#frame)
    this.#frame = null
    host.unmount()
    if (hadFocus && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
    this.#options.onClosed()
  }

  /** Something kept has changed: asks again, without a waiting state in between. */
  refresh(): void {
    if (this.#reference !== null) this.#load(this.#reference)
  }

  /** How a reading that was started here goes on. */
  updateReading(update: ReadingUpdate): void {
    this.#readings.update(update)
    this.#showReading()
    if (update.state === 'done') this.refresh()
  }

  withoutHost(html: string): string {
    return this.#host?.withoutHost(html) ?? html
  }

  /** The card takes Tab while it has the focus: it stands at the end of the page, far from the reference. */
  takesTab(backwards: boolean): boolean {
    if (!this.hasFocus) return false
    this.#host?.focusNext(backwards)
    return true
  }

  async #load(reference: PlacedReference): Promise<void> {
    const subject = subjectOf(reference)
    let view: CardView
    try {
      const result = await withPatience(this.#options.channel.send('card/lookup', requestOf(reference)))
      if (this.#reference !== reference) return
      if (result.ok) {
        this.#lookUp.considered(result.value)
        const isAsking = this.#lookUp.isUnderWay
        view = { state: 'loaded', ...subject, lookup: result.value, isAsking, ...this.#behind(reference.link) }
      } else view = { state: 'failed', ...subject }
    } catch {
      view = { state: 'failed', ...subject }
    }
    if (this.#reference === reference) this.#show(view)
  }

  /** The services were asked for this card, or could not be. */
  #lookedUp(isAnswered: boolean): void {
    if (isAnswered) this.refresh()
    else {
      this.#showAsking()
      this.#tell(cardMessages.get().failed)
    }
  }

  #showAsking(): void {
    if (this.#view?.state === 'loaded') this.#show({ ...this.#view, isAsking: this.#lookUp.isUnderWay })
  }

  /** What can be done with the document behind a link. */
  #behind(link: HTMLAnchorElement | null): { reading: Reading; pdf: string | null } {
    return { reading: this.#readings.of(link), pdf: link !== null && isFile(link.href) ? link.href : null }
  }

  #showReading(): void {
    if (this.#view?.state !== 'loaded' || this.#reference === null) return
    const reading = this.#readings.of(this.#reference.link)
    if (reading === this.#view.reading) return
    const changed = reading.state !== this.#view.reading.state
    this.#show({ ...this.#view, reading })
    // Progress is seen; only its beginning and a failure are spoken.
    if (changed && 'sentence' in reading) this.#host?.announce(reading.sentence)
  }

  #show(view: CardView): void {
    const host = this.#host
    const before = this.#view
    // What looks the same stays as it is, with the text that is being selected in it.
    if (host === null || JSON.stringify(view) === JSON.stringify(before)) return
    this.#view = view
    host.fill(cardContent(view, this.#actions))
    host.dialog.setAttribute('aria-busy', String(view.state === 'loading'))
    const described = host.dialog.querySelector(`#${titleId}`) !== null && view.state === 'loaded'
    if (described) host.dialog.setAttribute('aria-describedby', titleId)
    else host.dialog.removeAttribute('aria-describedby')
    this.#speak(view, before)
    this.#place()
  }

  /** To whom works by keyboard: what is known, that something is asked, and once what came of it. */
  #speak(view: CardView, before: CardView | null): void {
    if (view.state === 'loading' || (this.#openedBy === 'pointer' && !this.hasFocus)) return
    if (view.state === 'failed') {
      this.#host?.announce(cardMessages.get().failed)
      return
    }
    const isFirst = before?.state !== 'loaded'
    const asked = isAsked(view)
    if (!isFirst && asked === isAsked(before)) return
    const known = isFirst || !asked ? [summary(view)] : []
    const question = asked ? view.lookup.records.map(({ asking }) => asking).filter(Boolean) : []
    this.#host?.announce([...known, ...question].join('. '))
  }

  readonly #actions: CardActions = {
    retry: () => {
      if (this.#reference === null) return
      this.#show({ state: 'loading', ...subjectOf(this.#reference) })
      this.#load(this.#reference)
    },
    note: () => {
      if (this.#reference === null) return
      const { id } = this.#reference.code
      this.#options.channel.send('card/note', { id }).catch(() => this.#tell(cardMessages.get().noteFailed))
    },
    follow: (on) => this.#followCode(on),
    read: () => this.#read(),
    lookUp: () => {
      this.#lookUp.again()
      this.#showAsking()
    },
    stopLookUp: () => {
      this.#lookUp.stop()
      this.#showAsking()
    },
    unfolded: new Set(),
    open: (url, question) => {
      const at = question === undefined ? {} : { question }
      const asked = this.#options.channel.send('reader/open', { url, title: '', ...at })
      asked.catch(() => this.#tell(cardMessages.get().failed))
    },
    stop: (job) => {
      this.#options.channel.send('card/stop', { job }).catch(() => this.#tell(cardMessages.get().failed))
    },
    copy: (label) => this.#copy(label),
    close: () => this.close(),
    resized: () => this.#place(),
  }

  async #read(): Promise<void> {
    const link = this.#reference?.link
    if (!link) return
    const begun = this.#readings.start(link)
    this.#showReading()
    await begun
    this.#showReading()
  }

  async #followCode(on: boolean): Promise<void> {
    if (this.#reference === null) return
    const texts = cardMessages.get()
    const { id } = this.#reference.code
    const answer = await this.#options.channel.send('card/follow', { id, on }).catch(() => null)
    if (answer?.ok !== true) {
      this.#tell(texts.failed)
      return
    }
    this.#host?.announce(on ? texts.followed : texts.unfollowed)
    this.refresh()
  }

  async #copy(label: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(label)
      this.#tell(cardMessages.get().copied({ label }))
    } catch {
      this.#tell(cardMessages.get().copyFailed)
    }
  }

  /** A sentence at the foot of the card, seen and heard, until the card changes. */
  #tell(sentence: string): void {
    const dialog = this.#host?.dialog
    if (dialog === undefined) return
    dialog.querySelector('.told')?.remove()
    const told = dom.createElement('p')
    told.className = 'told aside'
    told.textContent = sentence
    dialog.append(told)
    this.#host?.announce(sentence)
    this.#place()
  }

  #follow(): void {
    if (this.#reference === null) return
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = null
      this.#place()
    })
  }

  /** Beside the reference, wherever it is now. A card that was pointed at goes when its reference leaves the screen. */
  #place(): void {
    const dialog = this.#host?.dialog
    if (dialog === undefined || this.#reference === null) return
    const rects = rectsOf(this.#reference)
    if (!isOnScreen(rects) && this.#openedBy === 'pointer') {
      this.close()
      return
    }
    if (rects.length > 0) placeBeside(dialog, rects)
  }
}

/** The page knows ids alone; how they are cited is the card's business. */
function subjectOf({ code: { kind, id }, mention }: PlacedReference): Subject {
  return { code: codeOf(id) ?? { kind, id, label: id, url: '' }, mention }
}
