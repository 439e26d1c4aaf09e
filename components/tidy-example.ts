import type { Result, StoreError } from '#utils/browser/protocol/result.ts'
import type { Actions, Kept } from './services.ts'

type Change = Result<unknown>

/**
 * Removes what is kept of the example, with the notes on it, as the user removes anything: it can be undone.
 *
 * @returns what brings it back; or why something of it is still there, and then all of it is
 */
export async function tidyExample(
  kept: Pick<Kept, 'example'>,
  actions: Pick<Actions, 'deleteNote' | 'restoreNote' | 'deleteDocument' | 'restoreDocument'>,
): Promise<Result<() => Promise<Change>, StoreError>> {
  const { notes, documents } = await kept.example()
  const steps = [
    ...notes.map((id) => [() => actions.deleteNote(id), () => actions.restoreNote(id)] as const),
    ...documents.map((id) => [() => actions.deleteDocument(id), () => actions.restoreDocument(id)] as const),
  ]
  const done: (() => Promise<Change>)[] = []
  const undo = () => allOf(done.toReversed())
  for (const [remove, restore] of steps) {
    // A failed answer may hide a removal; what is there is not changed by being put back.
    done.push(restore)
    const answer = await remove()
    if (!answer.ok) {
      await undo()
      return answer
    }
  }
  return { ok: true, value: undo }
}

/** One after the other, all of them; the first failure, if any. */
async function allOf(changes: readonly (() => Promise<Change>)[]): Promise<Change> {
  let failure: Change | null = null
  for (const change of changes) {
    const answer = await change()
    if (!answer.ok) failure ??= answer
  }
  return failure ?? { ok: true, value: true }
}
