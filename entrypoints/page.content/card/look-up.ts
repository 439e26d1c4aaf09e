import type { CardLookup, CardRequest } from '#utils/browser/protocol/card.ts'
import type { PlacedReference } from '#utils/dom/places.ts'
import type { PageChannel } from '../channel.ts'

/**
 * How long a card that was stepped to stays before anybody is asked, in milliseconds: as long as the pointer rests before
 * one opens (SCREENS «Card»). Who walks by has asked for nothing.
 */
export const keyboardPause = 300

/** Has the official services asked for the open card: once by itself where what is known is old, and when the user says so. */
export class LookUp {
  readonly #send: PageChannel['send']
  readonly #done: (isAnswered: boolean) => void
  #request: CardRequest | null = null
  #pause = 0
  /** Whether it was settled, for this opening of the card, if anybody is asked without being told to. */
  #isConsidered = false
  #timer: ReturnType<typeof setTimeout> | undefined
  /** Tells the present attempt from those that were stopped, or of earlier cards. */
  #attempt: object | null = null

  /** @param done the request was taken in and the card may be asked for anew; or false, nobody answered */
  constructor(send: PageChannel['send'], done: (isAnswered: boolean) => void) {
    this.#send = send
    this.#done = done
  }

  /** Whether the services are about to be asked, or are asked from a private window, of which no row tells. */
  get isUnderWay(): boolean {
    return this.#attempt !== null
  }

  /** A card was opened. */
  begin(reference: PlacedReference, by: 'pointer' | 'keyboard'): void {
    this.end()
    this.#request = requestOf(reference)
    this.#pause = by === 'keyboard' ? keyboardPause : 0
  }

  /** It was closed: what was asked for is finished by the background. */
  end(): void {
    clearTimeout(this.#timer)
    this.#attempt = null
    this.#request = null
    this.#isConsidered = false
  }

  /** What is known has come. */
  considered({ records, asksFirst }: CardLookup): void {
    if (this.#isConsidered) return
    this.#isConsidered = true
    const isOld = records.some(({ state, isFresh }) => state !== 'unkept' && state !== 'asking' && !isFresh)
    if (isOld && !asksFirst) this.#ask(this.#pause)
  }

  /** The user wants them asked now. */
  again(): void {
    this.#ask(0, { fresh: true })
  }

  async stop(): Promise<void> {
    const request = this.#request
    clearTimeout(this.#timer)
    this.#attempt = null
    if (request === null) return
    const isAnswered = await this.#send('card/look-up-stop', request).then(
      () => true,
      () => false,
    )
    if (this.#request === request) this.#done(isAnswered)
  }

  #ask(pause: number, how: { readonly fresh?: true } = {}): void {
    const request = this.#request
    if (request === null) return
    const attempt = {}
    this.#attempt = attempt
    clearTimeout(this.#timer)
    this.#timer = setTimeout(async () => {
      const answer = await this.#send('card/look-up', { ...request, ...how }).catch(() => null)
      if (this.#attempt !== attempt) return
      this.#attempt = null
      this.#done(answer?.ok === true)
    }, pause)
  }
}

/** What the background is asked about: the code, and what else the letters may name. */
export function requestOf({ code: { id }, mention }: PlacedReference): CardRequest {
  const alternatives = mention?.alternatives?.map((other) => other.id) ?? []
  return alternatives.length > 0 ? { id, alternatives } : { id }
}
