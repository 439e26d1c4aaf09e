import { useStore } from '@nanostores/preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { commonMessages } from '#locales/common.ts'
import { firstWords } from './first-words.ts'
import { useHomes } from './focus-home.ts'
import { later } from './later.tsx'
import { changesShown } from './long-change.ts'
import { closeFailure, undoFailures, undoOffers, withdraw } from './undo.ts'
import { useUndo } from './use-undo.ts'

/** Needed once something was done, and no part of the first frame. */
const UndoLines = later(async () => (await import('./undo-lines.tsx')).UndoLines)

/** Milliseconds until it stands there beforehand: what comes into a place that is there is heard. */
const calm = 1_000

interface UndoBarProps {
  /** What shows them; another one in tests. */
  readonly lines?: typeof UndoLines
}

/** Where removals can be undone, where it is said that one failed, and how far a long one is: once a page, below everything else. */
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
  return state === 'failed' && needed > 0 ? <PlainLines /> : null
}

/** The same with nothing that has to be loaded first: a way back is not to be lost with the script of its line. */
function PlainLines() {
  const t = useStore(commonMessages)
  const undo = useUndo()
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // What was removed had the focus.
    if (document.activeElement === document.body) place.current?.querySelector('button')?.focus()
  }, [undoOffers.value, undoFailures.value])
  const lines = [
    ...undoOffers.value.toReversed().map((offer) => ({ ...offer, offer, way: t.undo, close: withdraw })),
    ...undoFailures.value.map((failure) => ({ ...failure, way: t.retry, close: closeFailure })),
  ]
  return (
    <div ref={place} class="kl-undo-plain" role="status">
      {lines.map(({ id, text, offer, way, close }) => (
        <div key={id} class="kl-notice">
          <p id={`undo-${id}`}>{offer?.of && way === t.undo ? `${text}: ${firstWords(offer.of.words, 60)}` : text}</p>
          {offer !== null && (
            <button
              type="button"
              class="kl-button"
              aria-describedby={`undo-${id}`}
              onClick={() => {
                close(id)
                void undo(offer)
              }}
            >
              {way}
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
