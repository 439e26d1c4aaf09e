import { useStore } from '@nanostores/preact'
import { commonMessages } from '#locales/common.ts'
import { errorMessages } from '#locales/errors.ts'
import { fail, type Undoable } from './undo.ts'

/** Undoes what was offered, and says so where that failed. */
export function useUndo(): (offer: Undoable) => Promise<void> {
  const t = useStore(commonMessages)
  const errors = useStore(errorMessages)
  return async (offer) => {
    const answer = await offer.undo()
    if (!answer.ok) fail(t.notRestored({ reason: errors[answer.error] }), offer)
  }
}
