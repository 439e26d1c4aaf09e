import { popupMessages } from '#locales/popup.ts'
import type { PageEmptyReason } from '#utils/browser/protocol/page-report.ts'
import { Refused, useRefusals } from '../parts/refused.tsx'
import { useStore } from '../store/use-store.ts'
import type { PageActions, PageState } from './page-state.ts'

export interface PageEmptyProps {
  readonly page: Extract<PageState, { type: 'empty' }>
  readonly actions: PageActions
  readonly isKept: boolean
  /** Has the questions of the page read. */
  readonly onSave: () => void
  readonly onLibrary: () => void
}

interface Explanation {
  readonly title: string
  readonly hint: string
  /** What can be done about it, the likeliest first; false where the browser was asked for it in vain. */
  readonly ways?: readonly (readonly [label: string, go: () => unknown])[]
}

/** Why there are no codes of the page to see, and what to do about it. */
export function PageEmpty({ page: { reason, site }, actions, isKept, onSave, onLibrary }: PageEmptyProps) {
  const t = useStore(popupMessages)
  const [refusals, tell] = useRefusals()
  const { host, fixed } = site
  const explanations: Record<PageEmptyReason, Explanation> = {
    'off-everywhere': {
      title: t.offEverywhere,
      hint: fixed?.everywhere === undefined ? t.offEverywhereHint : `${t.offEverywhereHint} ${t.fixed}`,
      ways: fixed?.everywhere === undefined ? [[t.turnOnEverywhere, () => actions.turn('everywhere', true)]] : [],
    },
    'off-site': {
      title: t.offSite({ host }),
      hint: fixed?.site === undefined ? t.offSiteHint : `${t.offSiteHint} ${t.fixed}`,
      ways: fixed?.site === undefined ? [[t.turnOnSite, () => actions.turn('site', true)]] : [],
    },
    'no-codes': { title: t.noCodes, hint: t.noCodesHint },
    'other-site': {
      title: t.otherSite,
      hint: t.otherSiteHint({ host }),
      ways: [
        [t.searchPage, actions.search],
        [t.addSite, actions.addSite],
      ],
    },
    'other-pdf': { title: t.otherPdf, hint: t.otherPdfHint, ways: [[t.openLibrary, onLibrary]] },
    'closed-page': { title: t.closedPage, hint: t.closedPageHint },
    unseen: { title: t.unseen, hint: t.unseenHint },
    'store-page': { title: t.storePage, hint: t.storePageHint },
    file: { title: t.file, hint: t.fileHint, ways: [[t.openLibrary, onLibrary]] },
    'own-page': { title: t.ownPage, hint: t.ownPageHint },
    'no-permission': { title: t.noPermission, hint: t.noPermissionHint, ways: [[t.allow, actions.allow]] },
    'not-reached': { title: t.notReached, hint: t.notReachedHint, ways: [[t.reload, actions.reload]] },
    pdf: {
      title: t.pdf,
      hint: t.pdfHint,
      ways: [[t.openPdf, actions.openReader], ...(isKept ? [] : [[t.savePdf, onSave] as const])],
    },
  }
  const { title, hint, ways = [] } = explanations[reason]
  return (
    <div class="kl-empty" role="status">
      <h2 class="kl-empty__title">{title}</h2>
      <p class="kl-muted">{hint}</p>
      {ways.length > 0 && (
        <div class="kl-empty__ways">
          {ways.map(([label, go], index) => (
            <button
              key={label}
              type="button"
              class={index === 0 ? 'kl-button kl-button--primary' : 'kl-button'}
              onClick={async () => tell((await go()) !== false)}
            >
              {label}
            </button>
          ))}
        </div>
      )}
      <Refused times={refusals} isInLive />
    </div>
  )
}
