import { useEffect, useRef, useState } from 'preact/hooks'
import { commonMessages } from '#locales/common.ts'
import { officialMessages } from '#locales/official.ts'
import { sourceMessages, sourceSentence } from '#locales/sources.ts'
import { type Lookup, mostTogether } from '#utils/browser/protocol/lookup.ts'
import type { StoreError } from '#utils/browser/protocol/result.ts'
import type { Code } from '#utils/references/types.ts'
import { planOf } from '#utils/sources/plans.ts'
import { useClockTime } from '../papers/use-age.ts'
import { announce } from '../parts/announce.tsx'
import { ErrorText } from '../parts/error-text.tsx'
import { useServices } from '../store/services.ts'
import { useStore } from '../store/use-store.ts'

export interface LookUpAllProps {
  readonly codes: readonly Code[]
  readonly known: ReadonlyMap<string, Lookup>
}

const isWaiting = (lookup: Lookup | undefined): boolean => lookup?.official?.wanted !== undefined

/** Whether nothing came of it: it was never asked about, or nobody answered and nobody goes on asking. */
const isOpen = (lookup: Lookup | undefined): boolean =>
  lookup === undefined || (lookup.official?.failure !== undefined && lookup.official.document === null)

/** How many were answered since the first wish of those that are waited for: what this window has not seen coming, too. */
function answeredSince(waiting: readonly Code[], codes: readonly Code[], known: LookUpAllProps['known']): number {
  const [first] = waiting.flatMap(({ id }) => known.get(id)?.official?.wanted ?? []).toSorted()
  if (first === undefined) return 0
  const answered = codes.filter(({ id }) => {
    const official = known.get(id)?.official
    return official?.wanted === undefined && (official?.askedAt ?? '') > first
  })
  return answered.length
}

/**
 * Has the services asked, in one press, about those codes of a list of which nothing is known; says how far that is, and stops it.
 * Not in private windows, where nothing is written that a list could show.
 */
export function LookUpAll({ codes, known }: LookUpAllProps) {
  const t = useStore(officialMessages)
  const common = useStore(commonMessages)
  const { lookUps } = useServices()
  const [error, setError] = useState<StoreError | null>(null)
  const [isPrivate, setPrivate] = useState(false)
  /** Wishes for hundreds take a moment to be written down. */
  const [isBegun, setBegun] = useState(false)
  const waiting = codes.filter(({ id }) => isWaiting(known.get(id)))
  const open = codes.filter(({ id }) => !isWaiting(known.get(id)) && isOpen(known.get(id)) && planOf(id).length > 0)
  const asked = open.slice(0, mostTogether)
  /** How many of the list were asked for together; 0 where one alone is waited for, which says so in its own row. */
  const most = useRef(0)
  const together = waiting.length + answeredSince(waiting, codes, known)
  most.current =
    waiting.length === 0 ? 0 : waiting.length > 1 || most.current > 0 ? Math.max(most.current, together) : 0
  const total = most.current
  const isStopped = useRef(false)
  const before = useRef(0)
  useEffect(() => {
    if (before.current > 0 && total === 0 && !isStopped.current) announce(t.lookedUpAll(before.current))
    before.current = total
    isStopped.current = false
  }, [total])

  async function run(of: readonly Code[], stop?: true) {
    setError(null)
    if (stop) isStopped.current = true
    else setBegun(true)
    const answer = await lookUps.many({ ids: of.map(({ id }) => id), ...(stop && { stop }) })
    setBegun(false)
    // The popup hears only now that it stands over a private window.
    if (answer === null) setPrivate(true)
    else if (!answer.ok) setError(answer.error)
  }

  if (isPrivate)
    return (
      <p class="kl-look-up-all kl-small kl-muted" role="status">
        {t.lookUpOne}
      </p>
    )
  if (lookUps.privately !== null || (total === 0 && asked.length < 2)) return null
  return (
    <div class="kl-look-up-all">
      {error !== null && (
        <div class="kl-danger" role="alert">
          <ErrorText error={error} />
        </div>
      )}
      {total > 0 && <Waiting rows={waiting.map(({ id }) => known.get(id))} total={total} />}
      {/* One button, which keeps the focus; the second press of a double click is none of its own. */}
      <button
        type="button"
        class="kl-button"
        onClick={({ detail }) => {
          if (detail > 1 || isBegun) return
          if (total > 0) void run(waiting.slice(0, mostTogether), true)
          else void run(asked)
        }}
      >
        {total > 0 ? common.stop : isBegun ? t.isAsked : t.lookUpAll(asked.length)}
      </button>
    </div>
  )
}

/** How many are still to come; where none of them could be asked about, why, and when they are asked about again. */
function Waiting({ rows, total }: { rows: readonly (Lookup | undefined)[]; total: number }) {
  const t = useStore(officialMessages)
  const texts = useStore(sourceMessages)
  const clockTimeOf = useClockTime()
  const failures = rows.flatMap((row) => row?.official?.failure ?? [])
  const [failure] = failures
  const isHeldUp = failure !== undefined && failures.length === rows.length
  // Where others of the list were answered it is longer than a service is asked about in a minute, and none is to blame.
  const next = Math.min(...failures.map(({ code, retryAt }) => (code === 'busy' ? (retryAt ?? Infinity) : Infinity)))
  const goesOn = isHeldUp && rows.length < total && Number.isFinite(next)
  const sentence = t.lookingUpAll(rows.length)
  return (
    <div class="kl-look-up">
      <p>{sentence}</p>
      {goesOn && <p role="status">{t.lookingUpLater({ time: clockTimeOf(next) })}</p>}
      {isHeldUp && !goesOn ? (
        <p role="status">{sourceSentence(texts, failure, clockTimeOf, true)}</p>
      ) : (
        <progress class="kl-progress" aria-label={sentence} value={total - rows.length} max={total} />
      )}
    </div>
  )
}
