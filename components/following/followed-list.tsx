import { useEffect, useState } from 'preact/hooks'
import { errorMessages } from '#locales/errors.ts'
import { followingMessages } from '#locales/following.ts'
import type { Followed } from '#utils/database/following/watches.ts'
import { useStatus } from '../official/official-status.tsx'
import type { Destination } from '../papers/destination.ts'
import { firstWords, longestWords } from '../parts/first-words.ts'
import { useRefusals } from '../parts/refused.tsx'
import { resting } from '../parts/resting.ts'
import { useMoment } from '../parts/use-moment.ts'
import { ChoiceList } from '../rows/choice-list.tsx'
import { FailedRead } from '../store/failed-read.tsx'
import { useLive } from '../store/live.ts'
import { useOnline } from '../store/online.ts'
import { useServices } from '../store/services.ts'
import { useStore } from '../store/use-store.ts'
import { FollowedEmpty } from './followed-empty.tsx'
import { FollowedBeside, FollowedContent, useFollowedTitle } from './followed-row.tsx'
import { keysOfNews, useFreshNews } from './use-fresh-news.ts'
import './followed-list.css'

export interface FollowedListProps {
  readonly onOpen: (destination: Destination) => void
  /** The user walks up from the first one. */
  readonly onLeave?: () => void
  /** Shows those alone whose title, code or status («uitgesteld») has all of these; empty for all. */
  readonly words?: string
  /** It could not be read, and is read again. */
  readonly onAgain?: () => void
}

/** What is followed: title, status and when it was checked, its news, unseen news first. */
export function FollowedList({ onOpen, onLeave, words = '', onAgain }: FollowedListProps) {
  const t = useStore(followingMessages)
  const { kept, codes } = useServices()
  const titleOf = useFollowedTitle()
  const statusOf = useStatus()
  const live = useLive(() => kept.followed(), []).value
  const all = live.state === 'ready' ? live.value : []
  const fresh = useFreshNews(all)
  if (live.state === 'loading') return null
  if (live.state === 'failed') {
    return (
      <FailedRead
        onAgain={() => {
          live.again()
          onAgain?.()
        }}
      />
    )
  }
  if (all.length === 0) return <FollowedEmpty onOpen={onOpen} />
  const hasFresh = ({ watch }: Followed) => (keysOfNews(watch).some((key) => fresh.has(key)) ? 1 : 0)
  const wanted = words.toLowerCase().split(/\s+/)
  const isShown = (one: Followed) => {
    const status = statusOf(one.official?.document ?? null)?.word ?? ''
    const text = [titleOf(one), one.watch.target, status].join(' ').toLowerCase()
    return wanted.every((word) => text.includes(word))
  }
  const shown = all.filter(isShown).toSorted((a, b) => hasFresh(b) - hasFresh(a))
  return (
    <div class="kl-followed">
      <FollowedTools all={all} news={fresh.size} />
      {shown.length === 0 && (
        <p class="kl-empty kl-muted" role="status">
          {t.nothingFound({ words: firstWords(words, longestWords) })}
        </p>
      )}
      <ChoiceList
        label={t.list}
        onLeave={onLeave}
        choices={shown.map((one) => ({
          key: one.watch.target,
          content: <FollowedContent followed={one} />,
          beside: <FollowedBeside followed={one} fresh={fresh} onOpen={onOpen} />,
          onChoose: () => {
            const code = codes.codeOf(one.watch.target)
            if (code !== null) onOpen({ type: 'code', code })
          },
        }))}
      />
    </div>
  )
}

/** Checking now, how much is new, and what hinders. */
function FollowedTools({ all, news }: { all: readonly Followed[]; news: number }) {
  const t = useStore(followingMessages)
  const errors = useStore(errorMessages)
  const { actions } = useServices()
  const momentOf = useMoment()
  const isOnline = useOnline()
  const [error, setError] = useState<string | null>(null)
  /** The last press had nothing to check. */
  const [isAlready, setAlready] = useState(false)
  const isChecking =
    isOnline && all.some(({ official }) => official?.wanted !== undefined && official.failure === undefined)
  const last = all
    .flatMap(({ watch }) => watch.lastChecked ?? [])
    .sort()
    .at(-1)

  async function check() {
    const answer = await actions.checkFollowed()
    setAlready(answer.ok && answer.value === 0)
    setError(answer.ok ? null : t.checkFailed({ reason: errors[answer.error] }))
  }

  return (
    <div class="kl-followed__tools">
      <div class="kl-followed__bar">
        <p class="kl-small kl-muted" role="status">
          {isChecking ? t.checking : news > 0 ? t.newsCount(news) : t.noNews}
          {!isChecking && isAlready && last !== undefined && <> · {t.already({ time: momentOf(last) })}</>}
        </p>
        <button type="button" class="kl-button" {...resting(isChecking || !isOnline, check)}>
          {t.checkNow}
        </button>
      </div>
      {!isOnline && (
        <p class="kl-notice kl-notice--warning" role="status">
          {last === undefined ? t.offlineNever : t.offline({ time: momentOf(last) })}
        </p>
      )}
      {error !== null && (
        <p class="kl-notice kl-notice--danger" role="alert">
          {error}
        </p>
      )}
      <NotifyHint />
    </div>
  )
}

/** Notifications of the browser need a permission of their own: offered as long as they are not allowed. */
function NotifyHint() {
  const t = useStore(followingMessages)
  const { actions } = useServices()
  const [state, setState] = useState<'unknown' | 'allowed' | 'offered'>('unknown')
  const [refusals, tell] = useRefusals()
  useEffect(() => {
    actions.mayNotify().then(
      (may) => setState(may ? 'allowed' : 'offered'),
      () => setState('allowed'),
    )
  }, [actions])
  if (state === 'unknown' || state === 'allowed') return null
  return (
    <div class="kl-followed__hint kl-small">
      <p role="status">
        {/* Drawn anew each time, so that the same sentence is heard again. */}
        <span key={refusals}>{refusals > 0 ? t.notifyRefused : t.notifyHint}</span>
      </p>
      <button
        type="button"
        class="kl-button kl-button--plain"
        onClick={async () => {
          const may = await actions.askToNotify().catch(() => false)
          tell(may)
          if (may) setState('allowed')
        }}
      >
        {t.notifyOn}
      </button>
    </div>
  )
}
