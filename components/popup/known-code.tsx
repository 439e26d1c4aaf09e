import { documentMessages } from '#locales/document.ts'
import { kindMessages } from '#locales/kinds.ts'
import { officialMessages } from '#locales/official.ts'
import { popupMessages } from '#locales/popup.ts'
import type { Lookup } from '#utils/browser/protocol/lookup.ts'
import type { LookupRow } from '#utils/database/schema.ts'
import { isAnswered } from '#utils/documents/answered.ts'
import { headingOf } from '#utils/sources/heading.ts'
import { isNotFound } from '../official/not-found-among.tsx'
import { useStatus } from '../official/official-status.tsx'
import { usePaperKind } from '../papers/paper-kind.ts'
import { useStore } from '../store/use-store.ts'

/** The status of a code of which something is known, in a row of the page's codes. */
export function KnownStatus({ lookup }: { lookup: Lookup }) {
  const status = useRowStatus(lookup)
  return status === null ? null : <span data-tone={status.tone}>{status.word}</span>
}

/** What it is. */
export function KnownAbout({ lookup, collapsed }: { lookup: Lookup; collapsed: boolean }) {
  const t = useStore(popupMessages)
  const known = useAbout(lookup)
  if (!collapsed && known.length === 0) return null
  return (
    <span class="kl-code-row__about">
      {collapsed && <span title={t.collapsedHint}>{t.collapsed}</span>}
      {collapsed && known.length > 0 && ' · '}
      {known.join(' · ')}
    </span>
  )
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
  const popup = useStore(popupMessages)
  const statusOf = useStatus()
  const [first] = lookup.printed
  if (first) {
    const answered = isAnswered(first.question)
    return { word: answered ? texts.answered : texts.unanswered, tone: answered ? 'good' : 'open' }
  }
  const status = statusOf(lookup.official?.document ?? null)
  if (status !== null) return status
  if (lookup.questionCount > 0) return { word: texts.questions(lookup.questionCount) }
  if (lookup.document !== null || lookup.official?.document) return null
  return { word: wordOfAttempt(t, lookup.official) ?? popup.notLookedUp }
}

/** Of what nothing is known: how asking went; null where nobody was asked. */
function wordOfAttempt(t: ReturnType<typeof officialMessages.get>, row: LookupRow | null): string | null {
  if (row?.wanted !== undefined && row.failure === undefined) return t.isAsked
  return isNotFound(row) ? t.notFound : null
}
