import { useEffect, useRef, useState } from 'preact/hooks'
import { commonMessages } from '#locales/common.ts'
import { focusHome, useHomes } from '../parts/focus-home.ts'
import { later } from '../store/later.tsx'
import { useStore } from '../store/use-store.ts'
import { changesShown } from './long-change.ts'
import { closeFailure, type Undoable, undoFailures, undoOffers, withdraw } from './undo.ts'
import { oncePerPress, UndoSentence } from './undo-sentence.tsx'
import { useUndo } from './use-undo.ts'

/** Needed once something was done, and no part of the first frame. */
const UndoLines = later(async () => (await import('./undo-lines.tsx')).UndoLines)

/** Milliseconds until it stands there beforehand: what comes into a place that is there is heard. */
const calm = 1_000

interface UndoBarProps {
  /** What shows them; another one in tests. */
  readonly lines?: typeof UndoLines
}

/**
 * Where removals can be undone, where it is said that one failed, and how far a long one is: once a page, below
 * everything else.
 */
export function UndoBar({ lines: Lines = UndoLines }: UndoBarProps) {
  const [state, setState] = useState<'coming' | 'there' | 'failed'>(Lines.isLoaded() ? 'there' : 'coming')
  useHomes()
  const needed = undoOffers.value.length + undoFailures.value.length + changesShown.value.length
  useEffect(() => {
    if (state === 'there') return
    const load = () =>
      Lines.load().then(
        () => setState('there'),
        (error: unknown) => {
          console.error(error)
          setState('failed')
        },
      )
    // Where it failed it is tried again with the next thing that is done.
    const timer = setTimeout(load, needed > 0 ? 0 : calm)
    return () => clearTimeout(timer)
  }, [needed])
  if (state === 'there') return <Lines />
  return state === 'failed' ? <PlainLines /> : null
}

/** The same with nothing that has to be loaded first: a way back is not to be lost with the script of its line. */
function PlainLines() {
  const t = useStore(commonMessages)
  const undo = useUndo()
  const place = useRef<HTMLDivElement>(null)
  const wasPressed = useRef(false)
  useEffect(() => {
    // What was removed had the focus, or the button that was pressed.
    if (document.activeElement === document.body) {
      const next = place.current?.querySelector('button')
      if (next) next.focus()
      else if (wasPressed.current) focusHome()
    }
    wasPressed.current = false
  }, [undoOffers.value, undoFailures.value])
  function ways(id: number, offer: Undoable | null, way: string, withdrawn: (id: number) => void) {
    const close = () => {
      wasPressed.current = true
      withdrawn(id)
    }
    const again = (one: Undoable) => {
      close()
      void undo(one)
    }
    return (
      <>
        {offer !== null && (
          <button
            type="button"
            class="kl-button"
            aria-describedby={`undo-${id}`}
            onKeyDown={oncePerPress}
            onClick={() => again(offer)}
          >
            {way}
          </button>
        )}
        <button type="button" class="kl-button kl-button--plain" onKeyDown={oncePerPress} onClick={close}>
          {t.close}
        </button>
      </>
    )
  }
  return (
    <div ref={place} class="kl-undo-plain">
      <div role="status">
        {undoOffers.value.toReversed().map((offer) => (
          <div key={offer.id} class="kl-notice">
            <p id={`undo-${offer.id}`}>
              <UndoSentence of={offer} />
            </p>
            {ways(offer.id, offer, t.undo, withdraw)}
          </div>
        ))}
      </div>
      {undoFailures.value.map(({ id, text, offer }) => (
        <div key={id} class="kl-notice kl-notice--danger">
          <p id={`undo-${id}`} role="alert">
            {text()}
          </p>
          {ways(id, offer, t.retry, closeFailure)}
        </div>
      ))}
    </div>
  )
}
