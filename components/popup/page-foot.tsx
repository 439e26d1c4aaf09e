import type { ComponentChildren } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { popupMessages } from '#locales/popup.ts'
import type { Destination } from '../papers/destination.ts'
import { jobBegun } from '../reading/begun-jobs.ts'
import { JobList } from '../reading/job-list.tsx'
import { ErrorText } from '../store/later-parts.ts'
import { useStore } from '../store/use-store.ts'
import { canSave, type PageActions, type PageState } from './page-state.ts'

/** Has the questions of the page read, and holds why that could not begin. */
export interface Saving {
  readonly save: () => void
  /** Its name. */
  readonly error: string | null
}

/** @param page one string for one page: what failed on another is no matter of this one */
export function useSaving({ saveQuestions }: PageActions, page = ''): Saving {
  const [failed, setFailed] = useState<{ readonly page: string; readonly error: string } | null>(null)
  const isBeginning = useRef(false)
  async function save() {
    if (isBeginning.current) return
    isBeginning.current = true
    try {
      const answer = await saveQuestions()
      setFailed(answer.ok ? null : { page, error: answer.error })
      if (answer.ok) jobBegun(answer.value.id)
    } finally {
      isBeginning.current = false
    }
  }
  return { save, error: failed?.page === page ? failed.error : null }
}

export interface PageFootProps {
  readonly page: PageState
  readonly saving: Saving
  /** Whether it stands below what is of the page, and not below what was opened or searched for. */
  readonly isOfPage: boolean
  readonly onOpen: (to: Destination) => void
  readonly onLibrary: () => void
  /** Opens the side panel; absent where it is open. */
  readonly onPanel?: (() => void) | undefined
  readonly children: ComponentChildren
}

/** Below popup and panel: what is being read, keeping the page's questions, and the ways to larger screens. */
export function PageFoot({ page, saving, isOfPage, onOpen, onLibrary, onPanel, children }: PageFootProps) {
  const t = useStore(popupMessages)
  // Below another paper it would seem to save that one's. A PDF's screen has this as its main action already.
  const isOffered = isOfPage && canSave(page) && !(page.type === 'empty' && page.reason === 'pdf')
  return (
    <footer class="kl-search-screen__foot">
      <JobList onDocument={({ id }) => onOpen({ type: 'document', id })} />
      {saving.error !== null && (
        <div class="kl-danger" role="alert">
          <ErrorText error={saving.error} />
        </div>
      )}
      <div class="kl-search-screen__buttons">
        {isOffered && (
          <button
            type="button"
            class="kl-button kl-button--plain"
            title={t.savePageQuestions}
            // The second press of a double click is none of its own.
            onClick={({ detail }) => detail < 2 && saving.save()}
          >
            {t.savePage}
          </button>
        )}
        <span class="kl-search-screen__larger">
          {onPanel && (
            <button type="button" class="kl-button kl-button--plain" onClick={onPanel}>
              {t.openPanel}
            </button>
          )}
          <button type="button" class="kl-button kl-button--plain" onClick={onLibrary}>
            {t.openLibrary}
          </button>
        </span>
      </div>
      {children}
    </footer>
  )
}
