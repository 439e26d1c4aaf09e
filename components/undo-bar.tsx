import { useStore } from '@nanostores/preact'
import { signal } from '@preact/signals'
import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { commonMessages } from '#locales/common.ts'
import { errorMessages } from '#locales/errors.ts'
import type { Result, StoreError } from '#utils/browser/protocol/result.ts'
import { firstWords } from './first-words.ts'
import { LongChangeBar } from './long-change.tsx'
import './undo-bar.css'

/** What something was done to, by which that is told from what was done just before. */
export interface DoneTo {
  /** A title, a label, or a note; of a long one the beginning is shown. */
  readonly words: string
  readonly lang?: 'nl'
}

export interface Undoable {
  /** What was done, as a sentence: «Notitie verwijderd». */
  readonly text: string
  readonly of?: DoneTo
  readonly undo: () => Promise<Result<unknown, StoreError | 'site-refused'>>
  /** Milliseconds that it is offered; `undoTime` where nothing is said. */
  readonly time?: number
}

/** Milliseconds that a removal can be undone from the bar; the pointer on it, or the focus seen on it, holds the time. */
export const undoTime = 10_000

interface Offer extends Undoable {
  readonly id: number
}

/** A sentence that stays until it is closed. */
interface Failure {
  readonly id: number
  readonly text: string
  /** What could not be undone, to be tried again; null where nothing was to be. */
  readonly offer: Undoable | null
}

/** What can be undone now, the latest last: none takes the way back of another away. */
export const undoOffers = signal<readonly Offer[]>([])
export const undoFailures = signal<readonly Failure[]>([])
let count = 0

/** Offers to undo what was just done, beside earlier offers. */
export function offerUndo(offer: Undoable): void {
  count += 1
  undoOffers.value = [...undoOffers.value, { ...offer, id: count }]
}

/** Says, where the offer would have stood, why a removal did not happen; in place of another such sentence. */
export function showFailure(text: string): void {
  fail(text, null)
}

function fail(text: string, offer: Undoable | null): void {
  count += 1
  undoFailures.value = [
    ...undoFailures.value.filter((one) => offer !== null || one.offer !== null),
    { id: count, text, offer },
  ]
}

const withdraw = (id: number): void => {
  undoOffers.value = undoOffers.value.filter((one) => one.id !== id)
}

const close = (id: number): void => {
  undoFailures.value = undoFailures.value.filter((one) => one.id !== id)
}

/** Where removals can be undone, and where it is said that one failed: once a page, below everything else. */
export function UndoBar() {
  const t = useStore(commonMessages)
  const errors = useStore(errorMessages)
  const [isPointed, setPointed] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  const shown = undoOffers.value
  const failed = undoFailures.value
  const last = [...shown, ...failed].reduce((latest, { id }) => Math.max(latest, id), 0)
  const told = useRef(0)
  useEffect(() => {
    if (shown.length === 0) setPointed(false)
    // What was removed had the focus, or the button that is gone now; without this the keyboard starts again at the top of the page.
    const isNew = last > told.current
    told.current = Math.max(told.current, last)
    if (isNew || document.activeElement === document.body)
      place.current?.querySelector<HTMLElement>(`[data-undo="${last}"]`)?.focus()
  }, [shown, failed])

  async function undo(offer: Undoable) {
    const answer = await offer.undo()
    if (!answer.ok) fail(t.notRestored({ reason: errors[answer.error] }), offer)
  }

  return (
    <div ref={place} class="kl-undo-place">
      <LongChangeBar />
      <div role="status" class="kl-undo-status">
        {shown.length > 0 && (
          <div class="kl-undo" onPointerEnter={() => setPointed(true)} onPointerLeave={() => setPointed(false)}>
            {shown.map((offer) => (
              <OfferLine
                key={offer.id}
                offer={offer}
                isPointed={isPointed}
                onUndo={() => {
                  withdraw(offer.id)
                  void undo(offer)
                }}
              />
            ))}
          </div>
        )}
      </div>
      {failed.map(({ id, text, offer }) => (
        <div key={id} class="kl-notice kl-notice--danger kl-undo-failure">
          <p role="alert">{text}</p>
          {offer !== null && (
            <button
              type="button"
              class="kl-button kl-button--plain"
              data-undo={id}
              onClick={() => {
                close(id)
                void undo(offer)
              }}
            >
              {t.retry}
            </button>
          )}
          <button type="button" class="kl-button kl-button--plain" onClick={() => close(id)}>
            {t.close}
          </button>
        </div>
      ))}
    </div>
  )
}

function OfferLine({ offer, isPointed, onUndo }: { offer: Offer; isPointed: boolean; onUndo: () => void }) {
  const t = useStore(commonMessages)
  const text = useId()
  const [isFocused, setFocused] = useState(false)
  const isHeld = isPointed || isFocused
  const { id, time = undoTime } = offer
  const words = firstWords(offer.of?.words ?? '', 60)
  useEffect(() => {
    if (isHeld) return
    const timer = setTimeout(() => withdraw(id), time)
    return () => clearTimeout(timer)
  }, [isHeld])
  return (
    <div class="kl-undo__line">
      <p id={text} class="kl-undo__text">
        {words === '' ? offer.text : `${offer.text}: `}
        {words !== '' && <span lang={offer.of?.lang}>{words}</span>}
      </p>
      <button
        type="button"
        class="kl-button kl-button--plain kl-undo__button"
        data-undo={id}
        aria-describedby={text}
        // A click leaves a focus that nobody sees: that one does not hold the time.
        onFocus={({ currentTarget }) => setFocused(currentTarget.matches(':focus-visible'))}
        onBlur={() => setFocused(false)}
        onClick={onUndo}
      >
        {t.undo}
      </button>
    </div>
  )
}
