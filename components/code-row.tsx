import { useStore } from '@nanostores/preact'
import { documentMessages } from '#locales/document.ts'
import { kindMessages } from '#locales/kinds.ts'
import { popupMessages } from '#locales/popup.ts'
import type { CodeState, Lookup, PageCode } from '#utils/browser/protocol.ts'
import { isAnswered } from '#utils/documents/answered.ts'
import { shownLabel } from './shown-label.ts'
import './kept-rows.css'

/** A code of the page: whether anything is kept of it, what, and how many notes. */
export function CodeRowContent({ code, lookup }: { code: PageCode; lookup: Lookup | undefined }) {
  const t = useStore(popupMessages)
  const texts = useStore(documentMessages)
  const kinds = useStore(kindMessages)
  const state: CodeState | 'unknown' = lookup === undefined ? 'unknown' : lookup.notes.length > 0 ? 'noted' : 'known'
  const spoken = state === 'unknown' ? null : { known: t.stateKnown, noted: t.stateNoted }[state]
  const first = lookup?.printed[0]
  const document = lookup?.document ?? null
  const about = first
    ? [texts.question({ number: first.question.number }), first.list.title]
    : document
      ? [document.title.trim() === '' ? kinds[document.kind] : document.title]
      : []
  const status = first
    ? isAnswered(first.question)
      ? texts.answered
      : texts.unanswered
    : lookup && lookup.questionCount > 0
      ? texts.questions(lookup.questionCount)
      : lookup === undefined
        ? texts.notKept
        : null
  return (
    <span class="kl-code-row" title={code.count > 1 ? t.times(code.count) : undefined}>
      <span class="kl-code-row__mark" data-state={state} />
      <span class="kl-code-row__label">
        {shownLabel(code.label)}
        {spoken !== null && <span class="kl-visually-hidden">, {spoken}</span>}
      </span>
      <span class="kl-code-row__status">
        {status !== null && <span>{status}</span>}
        {lookup && lookup.notes.length > 0 && (
          <span>
            <span aria-hidden="true">✎ {lookup.notes.length}</span>
            <span class="kl-visually-hidden">{t.notes(lookup.notes.length)}</span>
          </span>
        )}
      </span>
      {(code.collapsed || about.length > 0) && (
        <span class="kl-code-row__about">
          {code.collapsed && <span title={t.collapsedHint}>{t.collapsed}</span>}
          {code.collapsed && about.length > 0 && ' · '}
          {about.filter(Boolean).join(' · ')}
        </span>
      )}
    </span>
  )
}
