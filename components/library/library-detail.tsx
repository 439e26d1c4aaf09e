import type { RefObject } from 'preact'
import { commonMessages } from '#locales/common.ts'
import { libraryMessages } from '#locales/library.ts'
import { type Destination, destinationKey } from '../papers/destination.ts'
import { DestinationView } from '../papers/destination-view.tsx'
import { Icon } from '../parts/icons.tsx'
import { useStore } from '../store/use-store.ts'

export interface LibraryDetailProps {
  readonly place: RefObject<HTMLElement | null>
  /** What was opened, one from the other; the last is shown. */
  readonly trail: readonly Destination[]
  /** Whether there is something that could be chosen. */
  readonly isChoice: boolean
  /** The destination whose note is gone to at once. */
  readonly focusNoteOf: Destination | null
  readonly onOpen: (destination: Destination) => void
  readonly onBack: () => void
}

/** The right of the library: what is chosen, with the way back. */
export function LibraryDetail({ place, trail, isChoice, focusNoteOf, onOpen, onBack }: LibraryDetailProps) {
  const t = useStore(libraryMessages)
  const common = useStore(commonMessages)
  const open = trail.at(-1)
  return (
    <main ref={place} class="kl-library__detail" tabIndex={-1} data-home aria-label={t.chosen}>
      {open === undefined ? (
        isChoice && <p class="kl-library__nothing kl-muted">{t.nothingChosen}</p>
      ) : (
        <>
          <button
            type="button"
            class={trail.length > 1 ? 'kl-button kl-button--plain' : 'kl-button kl-button--plain kl-library__close'}
            onClick={onBack}
          >
            <Icon name="back" />
            {common.back}
          </button>
          <DestinationView
            key={destinationKey(open)}
            destination={open}
            onOpen={onOpen}
            focusNote={open === focusNoteOf}
          />
        </>
      )}
    </main>
  )
}
