import { useState } from 'preact/hooks'
import { officialMessages } from '#locales/official.ts'
import type { Lookup } from '#utils/browser/protocol/lookup.ts'
import type { Result } from '#utils/browser/protocol/result.ts'
import type { Code } from '#utils/references/types.ts'
import { planOf } from '#utils/sources/plans.ts'
import { ErrorText } from '../parts/error-text.tsx'
import { useServices } from '../store/services.ts'
import { useStore } from '../store/use-store.ts'

export interface LookUpAllProps {
  readonly codes: readonly Code[]
  readonly known: ReadonlyMap<string, Lookup>
}

/**
 * Has the services asked, in one press, about those codes of a list of which nothing is known. Not in private windows, where
 * nothing is written that a list could show.
 */
export function LookUpAll({ codes, known }: LookUpAllProps) {
  const t = useStore(officialMessages)
  const { lookUps } = useServices()
  const [error, setError] = useState<string | null>(null)
  const [isPrivate, setPrivate] = useState(false)
  const open = codes.filter(({ id }) => !known.has(id) && planOf(id).length > 0)

  async function ask() {
    setError(null)
    for (const { id } of open) {
      const answer: Result<unknown> = await lookUps.start({ id, alone: true })
      if (!answer.ok) return setError(answer.error)
      // The popup hears only now that it stands over a private window.
      if (answer.value !== true) return setPrivate(true)
    }
  }

  if (error !== null)
    return (
      <div class="kl-danger" role="alert">
        <ErrorText error={error} />
      </div>
    )
  if (isPrivate)
    return (
      <p class="kl-small kl-muted" role="status">
        {t.lookUpOne}
      </p>
    )
  if (lookUps.privately !== null || open.length < 2) return null
  return (
    <div class="kl-look-up-all">
      <button type="button" class="kl-button" onClick={() => void ask()}>
        {t.lookUpAll(open.length)}
      </button>
    </div>
  )
}
