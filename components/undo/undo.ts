import { signal } from '@preact/signals'
import type { Result, StoreError } from '#utils/browser/protocol/result.ts'

/** A sentence in the language in which it is shown: users change that while it stands there. */
export type Sentence = () => string

/** What something was done to: it tells this line from that of what was done just before. */
export interface DoneTo {
  /** A title, a label, or a note; of a long one the beginning is shown. */
  readonly words: string
  readonly lang?: 'nl'
}

export interface Undoable {
  /** What was done: «Notitie verwijderd». */
  readonly text: Sentence
  readonly of?: DoneTo
  /** Whether the second copy lags behind. */
  readonly lags?: true | undefined
  /** Where it can be undone once this offer has gone: that is said last. */
  readonly later?: Sentence
  readonly undo: () => Promise<Result<unknown, StoreError | 'site-refused'>>
  /** Of changes of one thing only the last can be undone: each of their ways back leads to what stood before it. */
  readonly thing?: string
  /** Whether `undo` itself says what came of it, and gives the focus a place. */
  readonly saysSo?: true
  /** Milliseconds that it is offered; `undoTime` where nothing is said. */
  readonly time?: number
  /**
   * From then on it is not possible any more, in milliseconds since 1970: it is withdrawn, though the pointer or the
   * focus holds it.
   */
  readonly until?: number
}

/** Milliseconds that a removal can be undone from the bar; the pointer on it, or the focus seen on it, holds the time. */
export const undoTime = 10_000

/** Milliseconds that a change of many rows can be undone from the bar: what was done to hundreds takes a while to see. */
export const undoTimeOfMany = 60_000

export interface Offer extends Undoable {
  readonly id: number
}

/** What failed: it is said until it is closed. */
export interface Failure {
  readonly id: number
  readonly text: Sentence
  /** What could not be undone, to be tried again; null where nothing was to be. */
  readonly offer: Undoable | null
}

/** What can be undone now, the latest last: none takes the way back of another thing away. */
export const undoOffers = signal<readonly Offer[]>([])
export const undoFailures = signal<readonly Failure[]>([])
let count = 0

/** Offers to undo what was just done, beside earlier offers; in place of an earlier one on the same thing. */
export function offerUndo(offer: Undoable): void {
  count += 1
  const others = undoOffers.value.filter(({ thing }) => thing === undefined || thing !== offer.thing)
  const id = count
  undoOffers.value = [...others, { ...offer, id }]
  if (offer.until !== undefined) setTimeout(() => withdraw(id), offer.until - Date.now())
}

/** Says, where the offer would have stood, why a removal did not happen; in place of another such sentence. */
export function showFailure(text: Sentence): void {
  fail(text, null)
}

/** @param offer what could not be undone, to be tried again; null where nothing was to be */
export function fail(text: Sentence, offer: Undoable | null): void {
  count += 1
  undoFailures.value = [
    ...undoFailures.value.filter((one) => offer !== null || one.offer !== null),
    { id: count, text, offer },
  ]
}

export const withdraw = (id: number): void => {
  undoOffers.value = undoOffers.value.filter((one) => one.id !== id)
}

export const closeFailure = (id: number): void => {
  undoFailures.value = undoFailures.value.filter((one) => one.id !== id)
}
