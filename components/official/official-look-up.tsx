import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { commonMessages } from '#locales/common.ts'
import { errorMessages } from '#locales/errors.ts'
import { officialMessages } from '#locales/official.ts'
import { popupMessages } from '#locales/popup.ts'
import { sourceMessages, sourceSentence } from '#locales/sources.ts'
import type { LookupRow } from '#utils/database/schema.ts'
import { headingOf } from '#utils/sources/heading.ts'
import { planOf, type SourceName } from '#utils/sources/plans.ts'
import { shownLabel } from '../papers/shown-label.ts'
import { useAge, useClockTime } from '../papers/use-age.ts'
import { announce } from '../parts/announce.tsx'
import { Icon } from '../parts/icons.tsx'
import { Refused, useRefusals } from '../parts/refused.tsx'
import { useSlow } from '../parts/use-slow.ts'
import { useServices } from '../store/services.ts'
import { useStore } from '../store/use-store.ts'
import type { Official } from './use-official.ts'
import './official.css'

/**
 * How the look-up of a code goes, where there is something to say: under way, failed, not found. Nothing once it is found.
 *
 * @param isKept what stands below came from a document that is kept: then a look-up that failed is a small matter
 */
export function LookUpNotice({ official, isKept = false }: { official: Official; isKept?: boolean }) {
  const t = useStore(officialMessages)
  const popup = useStore(popupMessages)
  const errors = useStore(errorMessages)
  const { row, isAsking, error } = official
  useSayWhenFound(official)
  if (isAsking) return <Asking official={official} />
  if (error !== null) {
    return isKept ? (
      <p class="kl-look-up" role="status">
        {errors[error]}
      </p>
    ) : (
      <p class="kl-notice kl-notice--danger" role="alert">
        {errors[error]}
      </p>
    )
  }
  if (row?.failure !== undefined) return <Failed official={official} row={row} isKept={isKept} />
  if (isKept || row?.document) return null
  if (row !== null && row.askedAt !== null) return <NotFound official={official} row={row} askedAt={row.askedAt} />
  return (
    <div class="kl-notice">
      <p>{popup.notLookedUp}</p>
      <Again official={official}>{t.lookUp}</Again>
    </div>
  )
}

/**
 * Who heard that it is looked up, or that it is asked again later by itself, and does not see what came of it, hears
 * that too. What was stopped brought nothing; failures stand in live regions of their own.
 */
function useSayWhenFound({ code, row, isAsking }: Official) {
  const t = useStore(officialMessages)
  const isOpen = isAsking || row?.wanted !== undefined
  const askedAt = row?.askedAt ?? null
  const open = useRef<{ readonly id: string; readonly askedAt: string | null } | null>(null)
  const found = isOpen || row?.failure !== undefined ? null : (row?.document ?? null)
  useEffect(() => {
    const before = open.current
    if (before?.id === code.id && before.askedAt !== askedAt && found !== null)
      announce(t.found({ what: headingOf(found) ?? shownLabel(code.label) }))
    if (!isOpen) open.current = null
    else if (before?.id !== code.id) open.current = { id: code.id, askedAt }
  }, [code.id, isOpen])
}

/** What is asked of whom, with the way to stop it. */
function Asking({ official: { code, stop } }: { official: Official }) {
  const t = useStore(officialMessages)
  const common = useStore(commonMessages)
  const serviceName = useServiceName()
  const services = [...new Set(planOf(code.id).flatMap(({ source, inNeed }) => (inNeed ? [] : [serviceName(source)])))]
  const [one = '', other] = services
  const isSlow = useSlow(code.id)
  const sentence = t.asking({ services: other === undefined ? one : t.and({ one, other }) })
  return (
    <div class="kl-look-up">
      <div class="kl-look-up__line">
        <p role="status">
          {sentence}
          {isSlow && <span class="kl-look-up__slow"> {t.slow}</span>}
        </p>
        <button
          type="button"
          class="kl-button kl-button--plain"
          aria-label={t.stop({ code: shownLabel(code.label) })}
          onClick={stop}
        >
          {common.stop}
        </button>
      </div>
      <progress class="kl-progress" aria-label={sentence} />
    </div>
  )
}

function Failed({ official, row, isKept }: { official: Official; row: LookupRow; isKept: boolean }) {
  const t = useStore(officialMessages)
  const texts = useStore(sourceMessages)
  const ageOf = useAge()
  const clockTimeOf = useClockTime()
  const { failure, document, askedAt, wanted } = row
  if (failure === undefined) return null
  const isWithheld = failure.code === 'withheld'
  const sentences = [
    // The way to allow it stands below.
    isWithheld ? texts.withheldHere : sourceSentence(texts, failure, clockTimeOf, wanted !== undefined),
    ...(document === null || askedAt === null ? [] : [t.known({ age: ageOf(askedAt) })]),
  ]
  return (
    <div class={isKept ? 'kl-look-up kl-look-up--aside' : 'kl-notice kl-notice--warning kl-look-up-notice'}>
      <p role="status">{sentences.join(' ')}</p>
      {isWithheld ? <Allow official={official} /> : <Again official={official}>{t.again}</Again>}
    </div>
  )
}

/** A paper that the services do not know: when that was asked, and when it is worth asking again. */
function NotFound({ official, row, askedAt }: { official: Official; row: LookupRow; askedAt: string }) {
  const t = useStore(officialMessages)
  const texts = useStore(sourceMessages)
  const ageOf = useAge()
  const clockTimeOf = useClockTime()
  return (
    <div class="kl-notice kl-look-up-notice">
      <p role="status">
        {texts['not-found']}
        <span class="kl-look-up__when kl-muted">
          {t.notFoundAt({ age: ageOf(askedAt) })}
          {row.expiresAt !== null && ` ${t.againAfter({ time: clockTimeOf(Date.parse(row.expiresAt)) })}`}
        </span>
      </p>
      <Again official={official}>{t.againNow}</Again>
    </div>
  )
}

/** How old what the services said is, with the way to ask again; of a kept document also that they do not know it. */
export function LookUpAge({ official, isKept }: { official: Official; isKept: boolean }) {
  const t = useStore(officialMessages)
  const ageOf = useAge()
  const serviceName = useServiceName()
  const { row, isAsking } = official
  if (isAsking || row === null || row.askedAt === null || row.failure !== undefined) return null
  if (row.document === null && !isKept) return null
  const age = ageOf(row.askedAt)
  const silent = row.failed.filter(({ code }) => code !== 'not-found').map(({ source }) => serviceName(source))
  return (
    <div class="kl-look-up__age kl-small kl-muted">
      <p>
        {row.document === null ? t.notFoundKept({ age }) : t.lookedUp({ age })}
        {row.document !== null && silent.length > 0 && (
          <span class="kl-look-up__silent">
            {' '}
            <Icon name="warning" />
            {t.incomplete({ service: capitalised(silent[0] ?? '') })}
          </span>
        )}
      </p>
      <Again official={official}>{t.again}</Again>
    </div>
  )
}

function Again({ official, children }: { official: Official; children: ComponentChildren }) {
  return (
    <button type="button" class="kl-button kl-button--plain kl-look-up__again" onClick={official.ask}>
      {children}
    </button>
  )
}

/** Only the user can give back what was taken back. */
function Allow({ official }: { official: Official }) {
  const t = useStore(popupMessages)
  const { lookUps } = useServices()
  const [refusals, tell] = useRefusals()
  async function allow() {
    const isGiven = await lookUps.askRight().catch(() => false)
    tell(isGiven)
    if (isGiven) official.ask()
  }
  return (
    <>
      <button type="button" class="kl-button kl-button--plain kl-look-up__again" onClick={allow}>
        {t.allow}
      </button>
      <Refused times={refusals} />
    </>
  )
}

function useServiceName(): (source: SourceName) => string {
  const t = useStore(officialMessages)
  return (source) => (source === 'open-data' ? t.openData : t.publications)
}

const capitalised = (text: string): string => text.charAt(0).toLocaleUpperCase('nl') + text.slice(1)
