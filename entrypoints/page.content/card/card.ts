import { cardMessages } from '#locales/card.ts'
import * as dom from '#utils/dom/natives.ts'
import { type PlacedReference, rectsOf } from '#utils/dom/places.ts'
import { codeOf } from '#utils/references/code.ts'
import { slowAfter } from '#utils/sources/slow-after.ts'
import type { PageChannel } from '../channel.ts'
import { cardContent, summary } from './content.ts'
import { element } from './element.ts'
import { LookUp, requestOf } from './look-up.ts'
import { isFile } from './official-links.ts'
import type { Box } from './place-card.ts'
import { Readings, type ReadingUpdate } from './readings.ts'
import { isAsked, titleId } from './records.ts'
import { type OpenedBy, StandingCard, type StandingOptions } from './standing.ts'
import { answered } from './timeout.ts'
import type { CardActions, CardView, Reading, Subject } from './view.ts'

export interface CardOptions extends StandingOptions {
  readonly channel: PageChannel
  readonly onClosed: () => void
}

/** The card beside a reference: what is kept of its code, and what can be done. */
export class Card extends StandingCard {
  readonly #options: CardOptions
  #reference: PlacedReference | null = null
  #view: CardView | null = null
  readonly #readings: Readings
  readonly #lookUp: LookUp
  #slow: ReturnType<typeof setTimeout> | undefined

  constructor(options: CardOptions) {
    super(options)
    this.#options = options
    this.#readings = new Readings(options.channel.send)
    this.#lookUp = new LookUp(options.channel.send, (isAnswered) => this.#lookedUp(isAnswered))
  }

  get reference(): PlacedReference | null {
    return this.#reference
  }

  override get isOpen(): boolean {
    return this.#reference !== null
  }

  protected override rects(): readonly Box[] {
    return this.#reference === null ? [] : rectsOf(this.#reference)
  }

  /** @param position spoken with the card: «3 van 12» */
  open(reference: PlacedReference, by: OpenedBy, position?: { index: number; total: number }): void {
    const again = this.#reference === reference && this.host?.mounted === true
    if (again && by === 'pointer') return
    this.#reference = reference
    const { startContainer } = reference.range
    const subject = subjectOf(reference)
    const label = cardMessages.get().about({ label: subject.code.label })
    this.mount(
      startContainer instanceof Element ? startContainer : dom.parentElement(startContainer),
      by,
      position ? `${label}, ${cardMessages.get().position(position)}` : label,
    )
    this.#lookUp.begin(reference, by)
    this.#actions.unfolded.clear()
    this.#show({ state: 'loading', ...subject })
    this.begin()
    this.#load(reference)
  }

  override close(): void {
    if (!this.isOpen) return
    super.close()
    this.#options.onClosed()
  }

  protected override letGo(): void {
    this.#reference = null
    this.#view = null
    this.#lookUp.end()
    clearTimeout(this.#slow)
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

  async #load(reference: PlacedReference): Promise<void> {
    const subject = subjectOf(reference)
    let view: CardView
    try {
      const result = await answered(this.#options.channel.send('card/lookup', requestOf(reference)))
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
    if (changed && 'sentence' in reading) this.host?.announce(reading.sentence)
  }

  #show(view: CardView): void {
    const host = this.host
    const before = this.#view
    // What looks the same stays as it is, with the text that is being selected in it.
    if (host === null || JSON.stringify(view) === JSON.stringify(before)) return
    this.#view = view
    host.fill(cardContent(view, this.#actions))
    host.dialog.setAttribute('aria-busy', String(view.state === 'loading'))
    const isLoaded = view.state === 'loaded'
    if (isLoaded && host.dialog.querySelector(`#${titleId}`)) host.dialog.setAttribute('aria-describedby', titleId)
    else host.dialog.removeAttribute('aria-describedby')
    this.#speak(view, before)
    clearTimeout(this.#slow)
    if (isLoaded && isAsked(view)) this.#slow = setTimeout(() => this.#tell(view.lookup.slow), slowAfter)
    this.place()
  }

  /** To whom works by keyboard: what is known, that something is asked, and once what came of it. */
  #speak(view: CardView, before: CardView | null): void {
    if (view.state === 'loading' || (this.openedBy === 'pointer' && !this.hasFocus)) return
    if (view.state === 'failed') {
      this.host?.announce(cardMessages.get().failed)
      return
    }
    const isFirst = before?.state !== 'loaded'
    const asked = isAsked(view)
    if (!isFirst && asked === isAsked(before)) return
    const known = isFirst || !asked ? [summary(view)] : []
    const question = asked ? view.lookup.records.map(({ asking }) => asking).filter(Boolean) : []
    this.host?.announce([...known, ...question].join('. '))
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
    resized: () => this.place(),
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
    const { id } = this.#reference.code
    const answer = await this.#options.channel.send('card/follow', { id, on }).catch(() => null)
    const texts = cardMessages.get()
    if (answer?.ok !== true) return this.#tell(texts.failed)
    this.host?.announce(on ? texts.followed : texts.unfollowed)
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
    const dialog = this.host?.dialog
    if (dialog === undefined) return
    dialog.querySelector('.told')?.remove()
    dialog.append(element('p', { class: 'told aside' }, sentence))
    this.host?.announce(sentence)
    this.place()
  }
}

/** The page knows ids alone; how they are cited is the card's business. */
function subjectOf({ code: { kind, id }, mention }: PlacedReference): Subject {
  return { code: codeOf(id) ?? { kind, id, label: id, url: '' }, mention }
}
