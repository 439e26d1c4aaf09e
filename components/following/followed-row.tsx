import { followingMessages, newsMessages } from '#locales/following.ts'
import { sourceMessages, sourceSentence } from '#locales/sources.ts'
import { statusMessages } from '#locales/status.ts'
import type { Followed } from '#utils/database/following/watches.ts'
import { dutchDay } from '#utils/sources/dates.ts'
import type { News } from '#utils/sources/news.ts'
import { questionStatus } from '#utils/sources/question-status.ts'
import { statusWords } from '#utils/sources/status-words.ts'
import type { Destination } from '../papers/destination.ts'
import { useDay } from '../papers/document-date.ts'
import { usePaperKind } from '../papers/paper-kind.ts'
import { shownLabel } from '../papers/shown-label.ts'
import { IconButton } from '../parts/icon-button.tsx'
import { useMoment } from '../parts/use-moment.ts'
import { useServices } from '../store/services.ts'
import { useStore } from '../store/use-store.ts'
import { useUnfollow } from './follow-button.tsx'
import { keyOfNews } from './use-fresh-news.ts'

/** News that are shown where none is new, and at most. */
const [leastNews, mostNews] = [1, 6]

/** What to call something that is followed: its subject, else its code. */
export function useFollowedTitle(): (followed: Followed) => string {
  const { codes } = useServices()
  return ({ watch: { target }, title }) =>
    title !== null && title.trim() !== '' ? title : shownLabel(codes.codeOf(target)?.label ?? target)
}

/** Title and status of something that is followed, and what it is. */
export function FollowedContent({ followed }: { followed: Followed }) {
  const kindOf = usePaperKind()
  const statuses = useStore(statusMessages)
  const { codes } = useServices()
  const dayOf = useDay()
  const titleOf = useFollowedTitle()
  const { watch, official } = followed
  const document = official?.document ?? null
  const today = dutchDay(new Date().toISOString()) ?? ''
  const status = document && questionStatus(document, today)
  const words = status && statusWords(statuses, status, dayOf)
  const code = codes.codeOf(watch.target)
  const named = shownLabel(code?.label ?? watch.target)
  const kind = code === null || code.kind === 'dossier' ? document?.kind : kindOf(document, code)
  const heading = titleOf(followed)
  return (
    <span class="kl-followed__what">
      <span class="kl-followed__title kl-clamp">{heading}</span>
      {words && (
        <span class="kl-followed__facts">
          <span class="kl-followed__status" data-tone={words.tone}>
            {words.word}
          </span>{' '}
          {words.detail}
        </span>
      )}
      <span class="kl-followed__facts">{[named === heading ? null : named, kind].filter(Boolean).join(' · ')}</span>
    </span>
  )
}

/** Its news, when it was checked and with what result, and following it no more. */
export function FollowedBeside(props: {
  followed: Followed
  fresh: ReadonlySet<string>
  onOpen: (destination: Destination) => void
}) {
  const { followed, fresh, onOpen } = props
  const t = useStore(followingMessages)
  const titleOf = useFollowedTitle()
  const unfollow = useUnfollow()
  const { watch } = followed
  const news = watch.news ?? []
  const isFresh = (one: News) => fresh.has(keyOfNews(watch, one))
  const first = news.slice(0, Math.min(Math.max(news.filter(isFresh).length, leastNews), mostNews))
  const rest = news.slice(first.length)
  const rows = (some: readonly News[]) =>
    some.map((one) => <NewsRow key={keyOfNews(watch, one)} news={one} isFresh={isFresh(one)} onOpen={onOpen} />)
  return (
    <div class="kl-followed__beside">
      {first.length > 0 && <ul class="kl-followed__news">{rows(first)}</ul>}
      {rest.length > 0 && (
        <details class="kl-followed__earlier">
          <summary>{t.earlier(rest.length)}</summary>
          <ul class="kl-followed__news">{rows(rest)}</ul>
        </details>
      )}
      <div class="kl-followed__last">
        <Checked {...followed} />
        <IconButton
          icon="close"
          label={t.unfollow({ title: titleOf(followed) })}
          class="kl-followed__stop"
          onClick={() => unfollow(watch.target, { words: titleOf(followed), lang: 'nl' })}
        />
      </div>
    </div>
  )
}

function NewsRow(props: { news: News; isFresh: boolean; onOpen: (destination: Destination) => void }) {
  const { news, isFresh, onOpen } = props
  const t = useStore(followingMessages)
  const kinds = useStore(newsMessages)
  const { codes } = useServices()
  const dayOf = useDay()
  const code = news.ids.map((id) => codes.codeOf(id)).find((one) => one !== null)
  const text = news.title ?? (code ? shownLabel(code.label) : null)
  return (
    <li class={isFresh ? 'kl-followed__one kl-followed__one--fresh' : 'kl-followed__one'}>
      {isFresh && <span class="kl-followed__new">{t.new}</span>}
      <strong>{kinds[news.kind]}</strong>
      {news.day !== null && <span class="kl-muted"> · {dayOf(news.day)}</span>}
      {text !== null && (
        <div>
          {code ? (
            <button type="button" class="kl-inline" onClick={() => onOpen({ type: 'code', code })}>
              {text}
            </button>
          ) : (
            text
          )}
        </div>
      )}
    </li>
  )
}

/** When it was checked last and what came of it; why not, where the last check brought nothing. */
function Checked({ watch, official }: Followed) {
  const t = useStore(followingMessages)
  const sources = useStore(sourceMessages)
  const momentOf = useMoment()
  const { lastChecked, failure, news = [] } = watch
  const isAsked = official?.wanted !== undefined && official.failure === undefined
  const isNothing = lastChecked !== undefined && !news.some(({ at }) => at >= lastChecked)
  const result = official?.document === null ? t.notKnownYet : isNothing ? t.nothingNew : null
  const checked = lastChecked === undefined ? t.notChecked : t.checkedAt({ time: momentOf(lastChecked) })
  return (
    <div class="kl-small kl-muted">
      <p>{isAsked ? t.checking : [checked, lastChecked === undefined ? null : result].filter(Boolean).join(' · ')}</p>
      {failure !== undefined && !isAsked && (
        <p class="kl-followed__failure">
          {t.lastTry({ time: momentOf(failure.at) })} {sourceSentence(sources, { ...failure, retryAt: null }, String)}
        </p>
      )}
    </div>
  )
}
