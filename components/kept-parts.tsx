import { popupMessages } from '#locales/popup.ts'
import type { Destination } from './destination.ts'
import { FollowedList, KeptOverview } from './later-parts.ts'
import { useLive } from './live.ts'
import type { ScreenPart } from './search-screen.tsx'
import { useServices } from './services.ts'
import { useStore } from './use-store.ts'

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
