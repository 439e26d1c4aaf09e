import { useStore } from '@nanostores/preact'
import { signal } from '@preact/signals'
import { useEffect, useRef, useState } from 'preact/hooks'
import { commonMessages } from '#locales/common.ts'
import { errorMessages } from '#locales/errors.ts'
import type { Result, StoreError } from '#utils/browser/protocol/result.ts'
import { LongChangeBar } from './long-change.tsx'
import './undo-bar.css'

export interface Undoable {
  /** What was done, as a sentence: «Notitie verwijderd». */
  readonly text: string
  readonly undo: () => Promise<Result<unknown, StoreError | 'site-refused'>>
  /** Milliseconds that it is offered; `undoTime` where nothing is said. */
  readonly time?: number
}

/** Milliseconds that a removal can be undone from the bar; the pointer on it holds the time. */
export const undoTime = 10_000

type Shown =
  | { readonly type: 'offer'; readonly offer: Undoable }
  /** A sentence that stays until it is closed; `offer`: what could not be undone, to be tried again. */
  | { readonly type: 'failure'; readonly text: string; readonly offer: Undoable | null }

const shown = signal<Shown | null>(null)

/** Offers to undo what was just done, in place of an earlier offer. */
export function offerUndo(offer: Undoable): void {
  shown.value = { type: 'offer', offer }
}

/** Says, where the offer would have stood, why a removal did not happen. */
export function showFailure(text: string): void {
  shown.value = { type: 'failure', text, offer: null }
}

/** Where removals can be undone, and where it is said that one failed: once a page, below everything else. */
export function UndoBar() {
  const t = useStore(commonMessages)
  const errors = useStore(errorMessages)
  const [held, setHeld] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const current = shown.value
  useEffect(() => {
    if (current?.type !== 'offer' || held) return
    const timer = setTimeout(() => {
      shown.value = null
    }, current.offer.time ?? undoTime)
    return () => clearTimeout(timer)
  }, [current, held])
  // What was removed had the focus; without this the keyboard starts again at the top of the page.
  useEffect(() => button.current?.focus(), [current])

  function close() {
    shown.value = null
    setHeld(false)
  }

  async function undo(offer: Undoable) {
    close()
    const answer = await offer.undo()
    if (!answer.ok) shown.value = { type: 'failure', text: t.notRestored({ reason: errors[answer.error] }), offer }
  }

  const offer = current?.offer ?? null
  return (
    <div class="kl-undo-place">
      <LongChangeBar />
      <div role="status">
        {current?.type === 'offer' && (
          <div class="kl-undo" onPointerEnter={() => setHeld(true)} onPointerLeave={() => setHeld(false)}>
            <span>{current.offer.text}</span>
            <span aria-hidden="true">·</span>
            <button
              ref={button}
              type="button"
              class="kl-button kl-button--plain kl-undo__button"
              onClick={() => undo(current.offer)}
            >
              {t.undo}
            </button>
          </div>
        )}
      </div>
      {current?.type === 'failure' && (
        <div class="kl-notice kl-notice--danger kl-undo-failure">
          <p role="alert">{current.text}</p>
          {offer !== null && (
            <button ref={button} type="button" class="kl-button kl-button--plain" onClick={() => undo(offer)}>
              {t.retry}
            </button>
          )}
          <button type="button" class="kl-button kl-button--plain" onClick={close}>
            {t.close}
          </button>
        </div>
      )}
    </div>
  )
}
