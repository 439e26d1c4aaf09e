import { noteMessages } from '#locales/note.ts'
import { firstWords } from '../parts/first-words.ts'
import type { Services } from '../store/services.ts'
import { recoverDrafts } from './drafts.ts'

/** Milliseconds that a window which was just closed may take until the browser has let go of its locks. */
const lettingGo = 3_000

/**
 * Saves what windows closed earlier could not save. A draft whose editor is open somewhere is that editor's affair:
 * it holds the lock of the draft's name as long as it lives.
 *
 * @returns a sentence for the user, or undefined where there was nothing to save
 */
export async function saveLeftovers({ kept, actions }: Services): Promise<string | undefined> {
  const { saved, failed } = await recoverDrafts({
    storage: localStorage,
    ifClosed,
    storedTexts: kept.textsOf,
    save: actions.saveNote,
  })
  const { recovered, waiting } = noteMessages.get()
  const sentences = [
    ...(saved > 0 ? [recovered(saved)] : []),
    ...failed.slice(0, 1).map(({ body }) => waiting({ text: firstWords(body, 60) })(failed.length)),
  ]
  return sentences.length > 0 ? sentences.join(' ') : undefined
}

async function ifClosed(key: string, task: () => Promise<void>): Promise<void> {
  try {
    await navigator.locks.request(key, { signal: AbortSignal.timeout(lettingGo) }, task)
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'TimeoutError')) throw error
  }
}
