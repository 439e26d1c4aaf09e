import type { popupMessages } from '#locales/popup.ts'
import type { CodeState } from '#utils/browser/protocol/card.ts'
import type { Lookup } from '#utils/browser/protocol/lookup.ts'
import type { PageCode } from '#utils/browser/protocol/page-report.ts'
import { shownLabel } from '../papers/shown-label.ts'
import { Icon } from '../parts/icons.tsx'
import type { Live } from '../store/live.ts'
import { knownParts } from '../store/store-parts.ts'
import '../rows/kept-rows.css'

/** What a row of a code is drawn from. */
export interface CodeRow {
  readonly code: PageCode
  readonly lookup: Lookup | undefined
  /** How reading what is known goes: before it has ended nothing is said of it, and where it failed nor. */
  readonly read: Live<unknown>['state']
  readonly texts: ReturnType<typeof popupMessages.get>
}

/**
 * A code of the page: whether anything is known of it, what, its status, and how many notes. No component: of one or three a row
 * the popup's first screen would be a third later.
 */
export function codeRow({ code, lookup, read, texts: t }: CodeRow) {
  const known = knownParts.current
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
        {lookup === undefined
          ? // Before it is said it takes its room already: no row is to change its height by what comes a moment later.
            read !== 'failed' && (
              <span class={read === 'ready' ? undefined : 'kl-code-row__coming'}>{t.notLookedUp}</span>
            )
          : known && <known.KnownStatus lookup={lookup} />}
        {lookup && lookup.notes.length > 0 && (
          <span>
            <span aria-hidden="true">
              <Icon name="note" /> {lookup.notes.length}
            </span>
            <span class="kl-visually-hidden">{t.notes(lookup.notes.length)}</span>
          </span>
        )}
      </span>
      {lookup && known ? (
        <known.KnownAbout lookup={lookup} collapsed={code.collapsed} />
      ) : (
        code.collapsed && (
          <span class="kl-code-row__about">
            <span title={t.collapsedHint}>{t.collapsed}</span>
          </span>
        )
      )}
    </span>
  )
}

function stateOf(lookup: Lookup | undefined): CodeState | 'looked-up' | 'unknown' {
  if (lookup === undefined) return 'unknown'
  if (lookup.notes.length > 0) return 'noted'
  if (lookup.document !== null || lookup.printed.length > 0) return 'known'
  return lookup.official?.document ? 'looked-up' : 'unknown'
}
