import { useEffect, useState } from 'preact/hooks'
import { commonMessages } from '#locales/common.ts'
import { announce } from '../parts/announce.tsx'
import { useStore } from '../store/use-store.ts'
import { type Sentence, undoTime } from '../undo/undo.ts'

/** What can be undone within a note; one of each kind at a time. */
export interface NoteOffer {
  readonly kind: 'tags' | 'cleared' | 'merged' | 'restored'
  /** What was done: «Tekst gewist». */
  readonly text: Sentence
  readonly undo: () => void
}

/** The offers of one note. */
export interface NoteOffers {
  readonly all: readonly NoteOffer[]
  /** In place of an earlier one of its kind. */
  readonly offer: (offer: NoteOffer) => void
  readonly withdraw: (kind: NoteOffer['kind']) => void
}

export function useNoteOffers(): NoteOffers {
  const [all, setAll] = useState<readonly NoteOffer[]>([])
  const without = (kind: NoteOffer['kind']) => (offers: readonly NoteOffer[]) =>
    offers.some((one) => one.kind === kind) ? offers.filter((one) => one.kind !== kind) : offers
  return {
    all,
    offer(offer) {
      setAll((offers) => [...without(offer.kind)(offers), offer])
    },
    withdraw: (kind) => setAll(without(kind)),
  }
}

/**
 * Where a change within a note can be undone. Unlike the bar of removals it never takes the focus: someone is writing,
 * and the next key may not be an answer to it. Tab leads there.
 */
export function NoteUndo({ offers }: { readonly offers: NoteOffers }) {
  return (
    <>
      {offers.all.map((offer) => (
        <Line key={offer.kind} offer={offer} onOver={() => offers.withdraw(offer.kind)} />
      ))}
    </>
  )
}

function Line({ offer, onOver }: { readonly offer: NoteOffer; readonly onOver: () => void }) {
  const t = useStore(commonMessages)
  const [isPointed, setPointed] = useState(false)
  const [isFocused, setFocused] = useState(false)
  const isHeld = isPointed || isFocused
  useEffect(() => announce(`${offer.text()}. ${t.undoAtHand}`), [offer])
  useEffect(() => {
    if (isHeld) return
    const timer = setTimeout(onOver, undoTime)
    return () => clearTimeout(timer)
  }, [offer, isHeld])
  return (
    <p
      class="kl-note__undo kl-small"
      onPointerEnter={() => setPointed(true)}
      onPointerLeave={() => setPointed(false)}
      onFocusIn={() => setFocused(true)}
      onFocusOut={() => setFocused(false)}
    >
      <span>{offer.text()}</span> <span aria-hidden="true">·</span>{' '}
      <button
        type="button"
        class="kl-inline"
        onClick={() => {
          onOver()
          offer.undo()
        }}
      >
        {t.undo}
      </button>
    </p>
  )
}
