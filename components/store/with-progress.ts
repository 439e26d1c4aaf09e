import { followProgress } from '#utils/browser/channels/change-progress.ts'
import type { ToldProgress } from '#utils/browser/protocol/keeping.ts'
import type { OnProgress } from './actions.ts'

/** Makes a change; `onProgress`, where there is one, hears how far it is until its end. */
export async function withProgress<Answer>(
  onProgress: OnProgress | undefined,
  run: (told: ToldProgress) => Promise<Answer>,
): Promise<Answer> {
  if (onProgress === undefined) return run({})
  const progress = crypto.randomUUID()
  const end = followProgress(progress, onProgress)
  try {
    return await run({ progress })
  } finally {
    end()
  }
}
