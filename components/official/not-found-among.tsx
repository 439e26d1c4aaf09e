import { officialMessages } from '#locales/official.ts'
import type { Lookup } from '#utils/browser/protocol/lookup.ts'
import type { LookupRow } from '#utils/database/schema.ts'
import type { Code } from '#utils/references/types.ts'
import { shownLabel } from '../papers/shown-label.ts'
import { useStore } from '../store/use-store.ts'

/** Whether the services were asked, and know nothing of it. */
export function isNotFound(row: LookupRow | null): boolean {
  return row !== null && row.askedAt !== null && row.document === null && row.failure === undefined
}

/** Those codes of a list that nobody knows, by name: what is wrong among thirty citations. */
export function NotFoundAmong({ codes, known }: { codes: readonly Code[]; known: ReadonlyMap<string, Lookup> }) {
  const t = useStore(officialMessages)
  const missing = codes.filter(({ id }) => {
    const lookup = known.get(id)
    return lookup?.document === null && lookup.printed.length === 0 && isNotFound(lookup.official)
  })
  if (missing.length === 0) return null
  return (
    <details class="kl-not-found-among kl-small">
      <summary>{t.notFoundAmong(missing.length)}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard. */}
      <p tabIndex={0}>{missing.map(({ label }) => shownLabel(label)).join('; ')}</p>
    </details>
  )
}
