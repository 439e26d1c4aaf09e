import { useStore } from '@nanostores/preact'
import { commonMessages } from '#locales/common.ts'
import { errorMessages } from '#locales/errors.ts'
import { announce } from './announce.tsx'
import { fail, type Undoable } from './undo.ts'

/** Undoes what was offered, and says so, also where that failed. */
export function useUndo(): (offer: Undoable) => Promise<void> {
  const t = useStore(commonMessages)
  const errors = useStore(errorMessages)
  return async (offer) => {
    const answer = await offer.undo()
    if (!answer.ok) fail(t.notRestored({ reason: errors[answer.error] }), offer)
    else if (offer.saysSo !== true) announce(t.undone)
  }
}
