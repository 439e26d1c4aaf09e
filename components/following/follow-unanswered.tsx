import { useState } from 'preact/hooks'
import { followingMessages } from '#locales/following.ts'
import { type Lookup, mostTogether } from '#utils/browser/protocol/lookup.ts'
import type { Code } from '#utils/references/types.ts'
import { dutchDay } from '#utils/sources/dates.ts'
import { unansweredAmong } from '#utils/sources/unanswered.ts'
import { announce } from '../parts/announce.tsx'
import { useServices } from '../store/services.ts'
import { useStore } from '../store/use-store.ts'
import { offerUndo, undoTimeOfMany } from '../undo/undo.ts'
import { report } from './follow-button.tsx'

export interface FollowUnansweredProps {
  readonly codes: readonly Code[]
  readonly known: ReadonlyMap<string, Lookup>
}

/**
 * Follows, in one press, all written questions of a list that wait for an answer as far as the services said: in one message,
 * since a popup that loses the focus ends in the middle of several.
 */
export function FollowUnanswered({ codes, known }: FollowUnansweredProps) {
  const t = useStore(followingMessages)
  const { actions } = useServices()
  const [isBusy, setBusy] = useState(false)
  const today = dutchDay(new Date().toISOString()) ?? ''
  const open = unansweredAmong(
    codes.map(({ id }) => {
      const lookup = known.get(id)
      return { id, official: lookup?.official?.document ?? null, followed: lookup?.followed ?? false }
    }),
    today,
  ).slice(0, mostTogether)
  if (open.length < 2) return null

  async function follow() {
    if (isBusy) return
    setBusy(true)
    const answer = await actions.follow(...open)
    setBusy(false)
    report(answer)
    if (!answer.ok) return
    announce(t.followedMany(open.length))
    offerUndo({
      text: () => followingMessages.get().followedMany(open.length),
      time: undoTimeOfMany,
      undo: () => actions.unfollow(...open),
    })
  }

  return (
    <button type="button" class="kl-button" aria-busy={isBusy} onClick={() => void follow()}>
      {t.followUnanswered(open.length)}
    </button>
  )
}
