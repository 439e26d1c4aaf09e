import { commonMessages } from '#locales/common.ts'
import { announce } from '../parts/announce.tsx'
import { reasonOf } from '../parts/failure-words.ts'
import { fail, type Undoable } from './undo.ts'
import { undoneSentence } from './undo-sentence.tsx'

/** Undoes what was offered, and says so, also where that failed. */
export function useUndo(): (offer: Undoable) => Promise<void> {
  return async (offer) => {
    const answer = await offer.undo()
    if (!answer.ok) {
      const { error } = answer
      // What is not possible any more is not offered again.
      const again = error === 'undo-gone' ? null : offer
      fail(() => commonMessages.get().notRestored({ reason: reasonOf(error) }), again)
    } else if (offer.saysSo !== true) announce(undoneSentence(offer, lagsIn(answer.value)))
  }
}

/** Whether what was changed back is not in the second copy yet. */
const lagsIn = (value: unknown): true | undefined => (value as { readonly lags?: true } | null | undefined)?.lags
