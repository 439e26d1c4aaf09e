import { useMemo } from 'preact/hooks'
import { searchMessages } from '#locales/search.ts'
import { spoiltIn } from '#utils/references/spoilt.ts'
import { shownLabel } from '../papers/shown-label.ts'
import { useStore } from '../store/use-store.ts'
import { longestNamed } from './use-named-codes.ts'

/** Pieces that are named. */
const most = 10

/**
 * What of a typed or pasted text looks like a code and is none, and one press that puts right what is certain. Nothing of
 * a number that is alone: it is still being typed.
 */
export function SpoiltCodes({ typed, onTyped }: { typed: string; onTyped: (typed: string) => void }) {
  const t = useStore(searchMessages)
  const { spoilt, mended } = useMemo(() => spoiltIn(typed.slice(0, longestNamed)), [typed])
  const meant = spoilt.flatMap((one) => (one.meant === null ? [] : [shownLabel(one.meant)]))
  if (spoilt.length === 0 || (meant.length === 0 && spoilt[0]?.written === typed.trim())) return null
  const listOf = (names: readonly string[]) =>
    [...names.slice(0, most), ...(names.length > most ? ['…'] : [])].join('; ')
  return (
    <div class="kl-small">
      <p class="kl-muted" role="status">
        {t.spoilt({ written: listOf(spoilt.map(({ written }) => written)) })}
      </p>
      {meant.length > 0 && (
        <button
          type="button"
          class="kl-button kl-button--plain"
          onClick={() => onTyped(mended + typed.slice(longestNamed))}
        >
          {t.mendSpoilt({ meant: listOf(meant) })}
        </button>
      )}
    </div>
  )
}
