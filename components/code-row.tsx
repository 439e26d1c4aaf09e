import { documentMessages } from '#locales/document.ts'
import { kindMessages } from '#locales/kinds.ts'
import { officialMessages } from '#locales/official.ts'
import { popupMessages } from '#locales/popup.ts'
import type { CodeState } from '#utils/browser/protocol/card.ts'
import type { Lookup } from '#utils/browser/protocol/lookup.ts'
import type { PageCode } from '#utils/browser/protocol/page-report.ts'
import type { LookupRow } from '#utils/database/schema.ts'
import { isAnswered } from '#utils/documents/answered.ts'
import { headingOf } from '#utils/sources/heading.ts'
import type { Live } from './live.ts'
import { useStatus } from './official-status.tsx'
import { usePaperKind } from './paper-kind.ts'
import { shownLabel } from './shown-label.ts'
import { useStore } from './use-store.ts'
import './kept-rows.css'

/**
 * A code of the page: whether anything is known of it, what, its status, and how many notes.
 *
 * @param read how reading what is known goes: before it has ended nothing is said of it, and where it failed nor
 */
export function CodeRowContent(props: { code: PageCode; lookup: Lookup | undefined; read: Live<unknown>['state'] }) {
  const { code, lookup, read } = props
  const t = useStore(popupMessages)
  const state = stateOf(lookup)
  const spoken = { unknown: null, 'looked-up': t.stateLookedUp, known: t.stateKnown, noted: t.stateNoted }[state]
  return (
    <span class="kl-code-row" title={code.count > 1 ? t.times(code.count) : undefined}>
      <span class="kl-code-row__mark" data-state={state} />
      <span class="kl-code-row__label">
        {shownLabel(code.label)}
        {spoken !== null && <span class="kl-visually-hidden">, {spoken}</span>}
      </span>
      <span class="kl-code-row__status">
        {lookup !== undefined ? (
          <Status lookup={lookup} />
        ) : (
          read !== 'failed' && <NotLookedUp isSaid={read === 'ready'} />
        )}
        {lookup && lookup.notes.length > 0 && (
          <span>
            <span aria-hidden="true">✎ {lookup.notes.length}</span>
            <span class="kl-visually-hidden">{t.notes(lookup.notes.length)}</span>
          </span>
        )}
      </span>
      {lookup === undefined ? <About code={code} known={[]} /> : <KnownAbout code={code} lookup={lookup} />}
    </span>
  )
}

/** Before it is said it takes its room already: no row is to change its height by what comes a moment later. */
function NotLookedUp({ isSaid }: { isSaid: boolean }) {
  const t = useStore(officialMessages)
  return <span class={isSaid ? undefined : 'kl-code-row__coming'}>{t.notLookedUp}</span>
}

function Status({ lookup }: { lookup: Lookup }) {
  const status = useRowStatus(lookup)
  return status === null ? null : <span data-tone={status.tone}>{status.word}</span>
}

function KnownAbout({ code, lookup }: { code: PageCode; lookup: Lookup }) {
  return <About code={code} known={useAbout(lookup)} />
}

function About({ code, known }: { code: PageCode; known: readonly string[] }) {
  const t = useStore(popupMessages)
  if (!code.collapsed && known.length === 0) return null
  return (
    <span class="kl-code-row__about">
      {code.collapsed && <span title={t.collapsedHint}>{t.collapsed}</span>}
      {code.collapsed && known.length > 0 && ' · '}
      {known.join(' · ')}
    </span>
  )
}

function stateOf(lookup: Lookup | undefined): CodeState | 'looked-up' | 'unknown' {
  if (lookup === undefined) return 'unknown'
  if (lookup.notes.length > 0) return 'noted'
  if (lookup.document !== null || lookup.printed.length > 0) return 'known'
  return lookup.official?.document ? 'looked-up' : 'unknown'
}

/** What it is: the question that it is printed with, else the document, by what is kept before what the services say. */
function useAbout(lookup: Lookup): readonly string[] {
  const texts = useStore(documentMessages)
  const kinds = useStore(kindMessages)
  const kindOf = usePaperKind()
  const { code, document, printed } = lookup
  const official = lookup.official?.document ?? null
  const [first] = printed
  const about = first
    ? [texts.question({ number: first.question.number }), first.list.title]
    : document
      ? [document.title.trim() || headingOf(official) || kinds[document.kind]]
      : official
        ? [kindOf(official, code), headingOf(official) ?? '']
        : []
  return about.filter(Boolean)
}

function useRowStatus(lookup: Lookup): { readonly word: string; readonly tone?: string } | null {
  const texts = useStore(documentMessages)
  const t = useStore(officialMessages)
  const statusOf = useStatus()
  const [first] = lookup.printed
  if (first) return { word: isAnswered(first.question) ? texts.answered : texts.unanswered }
  const status = statusOf(lookup.official?.document ?? null)
  if (status !== null) return status
  if (lookup.questionCount > 0) return { word: texts.questions(lookup.questionCount) }
  if (lookup.document !== null || lookup.official?.document) return null
  return { word: wordOfAttempt(t, lookup.official) }
}

/** Of what nothing is known: how asking went. */
function wordOfAttempt(t: ReturnType<typeof officialMessages.get>, row: LookupRow | null): string {
  if (row?.wanted !== undefined && row.failure === undefined) return t.isAsked
  return row !== null && row.askedAt !== null && row.failure === undefined ? t.notFound : t.notLookedUp
}
