import { signal } from '@preact/signals'
import type { ChangeProgress } from '#utils/browser/protocol/keeping.ts'
import type { Sentence } from './undo.ts'

/** Milliseconds until a change that is under way is shown. */
export const shownAfter = 300

export interface LongChange {
  readonly id: number
  /** What is done: «700 notities worden verwijderd…». */
  readonly sentence: Sentence
  /** Null until it is known. */
  readonly progress: ChangeProgress | null
}

/** The changes that are shown, the one that was begun first before the others. */
export const changesShown = signal<readonly LongChange[]>([])
let changes = 0

const take = (id: number) => changesShown.value.filter((change) => change.id !== id)

function put(change: LongChange): void {
  changesShown.value = [...take(change.id), change].sort((one, other) => one.id - other.id)
}

/** Does what may take long; once it does, it is shown with how far it is, beside others that are. */
export async function showingChange<Value>(
  sentence: Sentence,
  run: (onProgress: (progress: ChangeProgress) => void) => Promise<Value>,
): Promise<Value> {
  changes += 1
  const id = changes
  let progress: ChangeProgress | null = null
  let isShown = false
  const slow = setTimeout(() => {
    isShown = true
    put({ id, sentence, progress })
  }, shownAfter)
  try {
    return await run((next) => {
      progress = next
      if (isShown) put({ id, sentence, progress })
    })
  } finally {
    clearTimeout(slow)
    isShown = false
    changesShown.value = take(id)
  }
}
