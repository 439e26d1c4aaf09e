import { useRef, useState } from 'preact/hooks'
import type { DocumentId } from '#utils/database/schema.ts'
import type { PageActions, PageState } from './page-state.ts'

/** The page beside the side panel. */
export interface PanelPage {
  /** One string for one page in one tab; another place on the same page is the same page. */
  readonly key: string
  /** Empty where the browser does not tell. */
  readonly title: string
  readonly state: PageState
  /** What the page is of: a code, the page's own address (`url:…`) or a file (`file:…`); null where nothing is to be kept of it. */
  readonly document: DocumentId | null
  /** The document is what one comes to this page for. */
  readonly isDocument: boolean
  /** What can be done with the page, in its own tab. */
  readonly actions: PageActions
}

/** The page that the panel shows: the one in view, or the one before as long as the user writes at it. */
export interface ShownPage {
  readonly page: PanelPage
  /** Whether another page is in view. */
  readonly isHeld: boolean
  /** Goes on to the page in view. */
  readonly follow: () => void
}

/**
 * Follows the page in view, but takes nothing away under someone's hands. Asked at the change of the page alone: the panel
 * never moves on while the user does something in it.
 *
 * @param isWriting whether something is being written now
 */
export function useShownPage(inView: PanelPage, isWriting: () => boolean): ShownPage {
  const shown = useRef(inView)
  const before = useRef(inView.key)
  const [, redraw] = useState({})
  if (before.current !== inView.key) {
    before.current = inView.key
    if (!isWriting()) shown.current = inView
  }
  if (shown.current.key === inView.key) shown.current = inView
  return {
    page: shown.current,
    isHeld: shown.current.key !== inView.key,
    follow() {
      shown.current = inView
      redraw({})
    },
  }
}

/** Whether the cursor is in a note, or one is not stored yet. */
export function isNoteInHand(root: Element | null): boolean {
  const active = document.activeElement
  if (root === null) return false
  if (active !== null && root.contains(active) && active.closest('.kl-note') !== null) return true
  return root.querySelector('.kl-note__failed, [data-status="typing"]') !== null
}
