import { format } from '#locales/i18n.ts'
import { libraryMessages } from '#locales/library.ts'
import { popupMessages } from '#locales/popup.ts'
import { Icon, type IconName } from '../parts/icons.tsx'
import { useStore } from '../store/use-store.ts'
import type { LibraryView } from './library-rows.tsx'

/** What the library shows a list of. */
export type View = LibraryView | 'followed'

const icons: Readonly<Record<View, IconName>> = {
  documents: 'document',
  questions: 'question',
  notes: 'note',
  orphans: 'lost',
  followed: 'bell',
}

/** In the order in which they stand: what needs no look most of the time comes last. */
const views: readonly View[] = ['documents', 'questions', 'notes', 'followed', 'orphans']

/** The views of what is kept, in that order. */
export const keptViews: readonly LibraryView[] = ['documents', 'questions', 'notes', 'orphans']

export interface LibraryNavProps {
  readonly view: View
  readonly onView: (view: View) => void
  /** How many of the news of what is followed were not seen. */
  readonly unseen: number
  /** How many rows a view has; null where that is not known. */
  readonly countIn: (view: View) => number | null
}

/** The kinds of what is kept, and what is followed, with how much there is of each. */
export function LibraryNav({ view, onView, unseen, countIn }: LibraryNavProps) {
  const t = useStore(libraryMessages)
  const popup = useStore(popupMessages)
  const { number } = useStore(format)
  return (
    <nav class="kl-library__nav" aria-label={t.navigation}>
      <ul>
        {views.map((one) => {
          const count = countIn(one)
          return (
            <li key={one}>
              <button
                type="button"
                class="kl-library__view"
                aria-current={one === view ? 'true' : undefined}
                onClick={() => onView(one)}
              >
                <Icon name={icons[one]} />
                <span>{one === 'followed' && unseen > 0 ? popup.followedNew({ number: unseen }) : t[one]}</span>
                <span class="kl-library__count">{count !== null && number(count)}</span>
              </button>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
