import { useState } from 'preact/hooks'
import type { Destination } from '../papers/destination.ts'
import { storeParts } from '../store/store-parts.ts'
import { PageCodes } from './page-codes.tsx'
import type { PageActions, PageState } from './page-state.ts'

export interface PageReferencesProps {
  readonly page: PageState
  readonly actions: PageActions
  /** Has the questions of the page read. */
  readonly onSave: () => void
  readonly onLibrary: () => void
  readonly onOpen: (destination: Destination) => void
  readonly onLeave: () => void
}

/** What the page names, what is kept of it, and the passages on it that have a note. */
export function PageReferences({ page, actions, onSave, onLibrary, onOpen, onLeave }: PageReferencesProps) {
  const parts = storeParts.value
  const [isKept, setKept] = useState(false)
  return (
    <>
      <PageCodes
        page={page}
        actions={actions}
        isKept={isKept}
        onSave={onSave}
        onLibrary={onLibrary}
        onCode={(code) => onOpen({ type: 'code', code })}
        onLeave={onLeave}
      />
      {parts && page.type !== 'loading' && (
        <parts.PageRest page={page} actions={actions} onKept={setKept} onOpen={onOpen} onLeave={onLeave} />
      )}
    </>
  )
}
