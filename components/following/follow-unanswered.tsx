import { useState } from 'preact/hooks'
import { followingMessages } from '#locales/following.ts'
import type { Lookup } from '#utils/browser/protocol/lookup.ts'
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
 * Follows, in one press, all written questions of a list that wait for an answer as far as the services said. How many are
 * still to come is the button's own number: the list hears of each.
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
  )
  if (open.length < (isBusy ? 1 : 2)) return null

  async function follow() {
    if (isBusy) return
    setBusy(true)
    const followed: string[] = []
    for (const id of open) {
      const answer = await actions.follow(id)
      if (!answer.ok) {
        report(answer)
        break
      }
      followed.push(id)
    }
    setBusy(false)
    if (followed.length === 0) return
    announce(t.followedMany(followed.length))
    offerUndo({
      text: () => followingMessages.get().followedMany(followed.length),
      time: undoTimeOfMany,
      async undo() {
        for (const id of followed) {
          const answer = await actions.unfollow(id)
          if (!answer.ok) return answer
        }
        return { ok: true, value: true }
      },
    })
  }

  return (
    <button type="button" class="kl-button" aria-busy={isBusy} onClick={() => void follow()}>
      {t.followUnanswered(open.length)}
    </button>
  )
}
