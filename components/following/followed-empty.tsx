import { followingMessages } from '#locales/following.ts'
import type { Destination } from '../papers/destination.ts'
import { shownLabel } from '../papers/shown-label.ts'
import { InlineButton } from '../parts/inline-button.tsx'
import { useServices } from '../store/services.ts'
import { useStore } from '../store/use-store.ts'

/** An official list of questions and answers to begin with. */
const example = 'kst-36360-VIII-5'

/** What to do first. */
export function FollowedEmpty({ onOpen }: { onOpen: (destination: Destination) => void }) {
  const t = useStore(followingMessages)
  const { codes } = useServices()
  const code = codes.codeOf(example)
  return (
    <div class="kl-empty">
      <h2 class="kl-empty__title">{t.emptyTitle}</h2>
      <p>
        {t.emptyFirst}{' '}
        {code !== null && (
          <InlineButton onPress={() => onOpen({ type: 'code', code })}>{shownLabel(code.label)}</InlineButton>
        )}
        {', '}
        {t.emptyThen}
      </p>
      <p class="kl-muted">{t.emptyAfter}</p>
    </div>
  )
}
