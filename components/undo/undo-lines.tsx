import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { commonMessages } from '#locales/common.ts'
import { focusHome } from '../parts/focus-home.ts'
import { useLostFocus } from '../parts/focus-lost.ts'
import { useStore } from '../store/use-store.ts'
import { LongChangeBar } from './long-change-bar.tsx'
import { closeFailure, type Offer, undoFailures, undoOffers, undoTime, withdraw } from './undo.ts'
import { oncePerPress, UndoSentence } from './undo-sentence.tsx'
import { useUndo } from './use-undo.ts'
import './undo-bar.css'

/** The changes that go on, what can be undone, and what failed. */
export function UndoLines() {
  const t = useStore(commonMessages)
  const undo = useUndo()
  const [isPointed, setPointed] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  const shown = undoOffers.value
  const failed = undoFailures.value
  const last = [...shown, ...failed].reduce((latest, { id }) => Math.max(latest, id), 0)
  const told = useRef(0)
  useLostFocus(place)
  /** Whether the one that goes now was pressed; else its time was over. */
  const wasPressed = useRef(false)
  const press = (act: () => void) => {
    wasPressed.current = true
    act()
  }
  const hadFocus = place.current?.contains(document.activeElement) === true
  useEffect(() => {
    if (shown.length === 0) setPointed(false)
    const isNew = last > told.current
    told.current = Math.max(told.current, last)
    const ways = [...(place.current?.querySelectorAll<HTMLElement>('[data-undo]') ?? [])]
    const latest = ways.find((way) => way.dataset.undo === `${last}`)
    // What was removed had the focus; without this the keyboard starts again at the top of the page. Whoever writes
    // meanwhile goes on.
    if (isNew && !isWriting(document.activeElement)) latest?.focus()
    // So it does where the button is gone that had it; nobody else's focus is taken, who may be about to press a key.
    else if (hadFocus && document.activeElement === document.body) {
      const way = latest ?? ways[0]
      if (way !== undefined) way.focus()
      else if (wasPressed.current) focusHome()
    }
    wasPressed.current = false
  }, [shown, failed])

  return (
    <div ref={place} class="kl-undo-place">
      <LongChangeBar />
      <div role="status">
        {shown.length > 0 && (
          <div class="kl-undo" onPointerEnter={() => setPointed(true)} onPointerLeave={() => setPointed(false)}>
            {/* The latest first: what stands below it stays where it was. */}
            {shown.toReversed().map((offer) => (
              <OfferLine
                key={offer.id}
                offer={offer}
                isPointed={isPointed}
                onUndo={() => {
                  press(() => withdraw(offer.id))
                  void undo(offer)
                }}
              />
            ))}
          </div>
        )}
      </div>
      {failed.map(({ id, text, offer }) => (
        <div key={id} class="kl-notice kl-notice--danger kl-undo-failure">
          <p role="alert">{text()}</p>
          {offer !== null && (
            <button
              type="button"
              class="kl-button kl-button--plain"
              data-undo={id}
              onClick={() => {
                press(() => closeFailure(id))
                void undo(offer)
              }}
            >
              {t.retry}
            </button>
          )}
          <button type="button" class="kl-button kl-button--plain" onClick={() => press(() => closeFailure(id))}>
            {t.close}
          </button>
        </div>
      ))}
    </div>
  )
}

const isWriting = (element: Element | null): boolean =>
  element?.matches('textarea, input:not([type=checkbox], [type=button])') === true

function OfferLine({ offer, isPointed, onUndo }: { offer: Offer; isPointed: boolean; onUndo: () => void }) {
  const t = useStore(commonMessages)
  const text = useId()
  const [isFocused, setFocused] = useState(false)
  const isHeld = isPointed || isFocused
  const { id, time = undoTime } = offer
  useEffect(() => {
    if (isHeld) return
    const timer = setTimeout(() => withdraw(id), time)
    return () => clearTimeout(timer)
  }, [isHeld])
  return (
    <div class="kl-undo__line">
      <p id={text} class="kl-undo__text">
        <UndoSentence of={offer} />
      </p>
      <button
        type="button"
        class="kl-button kl-button--plain kl-undo__button"
        data-undo={id}
        aria-describedby={text}
        // A click leaves a focus that nobody sees: that one does not hold the time.
        onFocus={({ currentTarget }) => setFocused(currentTarget.matches(':focus-visible'))}
        onBlur={() => setFocused(false)}
        onKeyDown={oncePerPress}
        onClick={onUndo}
      >
        {t.undo}
      </button>
    </div>
  )
}
