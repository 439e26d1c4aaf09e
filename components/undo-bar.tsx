import { useStore } from '@nanostores/preact'
import { signal } from '@preact/signals'
import { useEffect, useRef, useState } from 'preact/hooks'
import { commonMessages } from '#locales/common.ts'
import './undo-bar.css'

export interface Undoable {
  /** What was done, as a sentence: «Notitie verwijderd». */
  readonly text: string
  readonly undo: () => void
}

/** Milliseconds that a removal can be undone from the bar; the pointer on it holds the time. */
export const undoTime = 10_000

const offered = signal<Undoable | null>(null)

/** Offers to undo what was just done, in place of an earlier offer. */
export function offerUndo(undoable: Undoable): void {
  offered.value = undoable
}

/** Where removals can be undone: once a page, below everything else. */
export function UndoBar() {
  const t = useStore(commonMessages)
  const [held, setHeld] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const current = offered.value
  useEffect(() => {
    if (current === null || held) return
    const timer = setTimeout(() => {
      offered.value = null
    }, undoTime)
    return () => clearTimeout(timer)
  }, [current, held])
  // What was removed had the focus; without this the keyboard starts again at the top of the page.
  useEffect(() => button.current?.focus(), [current])
  return (
    <div role="status" class="kl-undo-place">
      {current && (
        <div class="kl-undo" onPointerEnter={() => setHeld(true)} onPointerLeave={() => setHeld(false)}>
          <span>{current.text}</span>
          <span aria-hidden="true">·</span>
          <button
            ref={button}
            type="button"
            class="kl-button kl-button--plain kl-undo__button"
            onClick={() => {
              offered.value = null
              setHeld(false)
              current.undo()
            }}
          >
            {t.undo}
          </button>
        </div>
      )}
    </div>
  )
}
