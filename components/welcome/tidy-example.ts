import type { Result, StoreError } from '#utils/browser/protocol/result.ts'
import type { Actions } from '../store/actions.ts'
import type { Kept } from '../store/kept.ts'

/**
 * Removes what is kept of the example, with the notes on it, as the user removes several things at once: all of it or nothing.
 *
 * @returns what brings it back; or why it is still there
 */
export async function tidyExample(
  kept: Pick<Kept, 'example'>,
  actions: Pick<Actions, 'deleteChosen' | 'restoreChosen'>,
): Promise<Result<() => Promise<Result<unknown>>, StoreError>> {
  const { notes, documents } = await kept.example()
  const undo = () => actions.restoreChosen({ notes, documents })
  const answer = await actions.deleteChosen({ notes, documents })
  if (answer.ok) return { ok: true, value: undo }
  // An answer that was lost may hide a removal; what is there is not changed by being put back.
  if (answer.error === 'unknown') await undo()
  return answer
}
