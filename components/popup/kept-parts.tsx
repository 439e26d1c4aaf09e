import { popupMessages } from '#locales/popup.ts'
import type { Destination } from '../papers/destination.ts'
import { FollowedList, KeptOverview } from '../store/later-parts.ts'
import { useLive } from '../store/live.ts'
import { useServices } from '../store/services.ts'
import { useStore } from '../store/use-store.ts'
import type { ScreenPart } from './search-screen.tsx'

/** The lists that are of no page: what is kept, and what is followed. */
export function useKeptParts(onOpen: (destination: Destination) => void): readonly ScreenPart<'kept' | 'followed'>[] {
  const t = useStore(popupMessages)
  const { kept } = useServices()
  const counts = useLive(() => kept.countFollowed(), []).value
  const unseen = counts.state === 'ready' ? counts.value.unseen : 0
  return [
    { name: 'kept', label: t.kept, show: (toField) => <KeptOverview onOpen={onOpen} onLeave={toField} /> },
    {
      name: 'followed',
      label: unseen > 0 ? t.followedNew({ number: unseen }) : t.followed,
      show: (toField) => <FollowedList onOpen={onOpen} onLeave={toField} />,
    },
  ]
}
