import { noteMessages } from '#locales/note.ts'
import { recoverDrafts } from './drafts.ts'
import type { Services } from './services.ts'

/**
 * Saves what windows closed earlier could not save. A draft whose editor is open somewhere is that editor's affair:
 * it holds the lock of the draft's name as long as it lives.
 *
 * @returns a sentence for the user, or undefined where there was nothing to save
 */
export async function saveLeftovers({ kept, actions }: Services): Promise<string | undefined> {
  const { saved } = await recoverDrafts({
    storage: localStorage,
    ifClosed: (key, task) =>
      navigator.locks.request(key, { ifAvailable: true }, async (lock) => {
        if (lock !== null) await task()
      }),
    storedTexts: kept.textsOf,
    save: actions.saveNote,
  })
  return saved > 0 ? noteMessages.get().recovered({ number: saved }) : undefined
}
