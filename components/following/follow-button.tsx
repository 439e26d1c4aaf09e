import { followingMessages } from '#locales/following.ts'
import type { Result } from '#utils/browser/protocol/result.ts'
import { planOf } from '#utils/sources/plans.ts'
import { shownLabel } from '../papers/shown-label.ts'
import { announce } from '../parts/announce.tsx'
import { reasonOf } from '../parts/failure-words.ts'
import { Icon } from '../parts/icons.tsx'
import { useLive } from '../store/live.ts'
import { useServices } from '../store/services.ts'
import { useStore } from '../store/use-store.ts'
import { type DoneTo, offerUndo, showFailure } from '../undo/undo.ts'
import './follow-button.css'

/**
 * Follows a code, a zaak or a dossier, or no more. Nothing where there is no service that could be asked about it.
 *
 * @param target canonical id: `2023D19158`, `kst-36360-VIII-5`, `2023Z08012`, `dossier-36360-VIII`
 */
export function FollowButton({ target }: { target: string }) {
  const t = useStore(followingMessages)
  const { kept, actions, codes } = useServices()
  const unfollow = useUnfollow()
  const live = useLive(() => kept.isFollowed(target), [target]).value
  if (live.state === 'failed' || planOf(target).length === 0) return null
  const isFollowed = live.state === 'ready' && live.value
  const words = shownLabel(codes.codeOf(target)?.label ?? target)
  return (
    <button
      type="button"
      // Until it is known it takes its room alone: what stands beside it does not move.
      class={`kl-button kl-button--plain kl-follow${live.state === 'loading' ? ' kl-follow--coming' : ''}`}
      // Its words say how it stands: «pressed» beside words that change as well would be said of the wrong ones.
      data-on={isFollowed}
      title={isFollowed ? t.unfollow({ title: words }) : undefined}
      onClick={async () => {
        if (isFollowed) return unfollow(target, { words })
        const answer = await actions.follow(target)
        report(answer)
        if (answer.ok) announce(t.followed)
      }}
    >
      <Icon name={isFollowed ? 'check' : 'bell'} />
      {isFollowed ? t.followed : t.follow}
    </button>
  )
}

/** Follows something no more, and offers to undo that. */
export function useUnfollow(): (target: string, of: DoneTo) => Promise<void> {
  const { actions } = useServices()
  return async (target, of) => {
    const answer = await actions.unfollow(target)
    report(answer)
    if (answer.ok)
      offerUndo({ text: () => followingMessages.get().unfollowed, of, undo: () => actions.refollow(target) })
  }
}

/** Says why a change did not happen. */
export function report(answer: Result<unknown>): void {
  if (answer.ok) return
  const { error } = answer
  showFailure(() => followingMessages.get().notChanged({ reason: reasonOf(error) }))
}
