import { useMemo, useState } from 'preact/hooks'
import { commonMessages } from '#locales/common.ts'
import { documentMessages } from '#locales/document.ts'
import { dossierMessages } from '#locales/dossier.ts'
import { format } from '#locales/i18n.ts'
import { kindMessages } from '#locales/kinds.ts'
import type { DossierContents, DossierPaper } from '#utils/database/lookup/dossier.ts'
import type { NotePlace } from '#utils/database/schema.ts'
import { documentTarget } from '#utils/notes/target.ts'
import type { Code } from '#utils/references/types.ts'
import { dutchDay } from '#utils/sources/dates.ts'
import { FollowButton } from '../following/follow-button.tsx'
import { Mentions } from '../notes/mentions.tsx'
import { Notes } from '../notes/notes.tsx'
import { LookUpNotice } from '../official/official-look-up.tsx'
import { OfficialFoot } from '../official/official-record.tsx'
import { useOfficial } from '../official/use-official.ts'
import type { Destination } from '../papers/destination.ts'
import { shownLabel } from '../papers/shown-label.ts'
import { CopyButton } from '../parts/copy-button.tsx'
import { ExternalLink, useSiteLabel } from '../parts/external-link.tsx'
import { FailedRead } from '../store/failed-read.tsx'
import { useLive } from '../store/live.ts'
import { useServices } from '../store/services.ts'
import { useStore } from '../store/use-store.ts'
import { DossierFilters, filtered, type PaperFilter, wholeDossier } from './dossier-filters.tsx'
import { DossierList } from './dossier-list.tsx'
import { DossierTimeline } from './dossier-timeline.tsx'
import '../papers/document-view.css'
import './dossier.css'

export interface DossierViewProps {
  readonly code: Code
  readonly onOpen: (destination: Destination) => void
  readonly place?: NotePlace | undefined
  readonly focusNote?: boolean | undefined
  /** It is what the page is of, which the user did not open here: nothing is asked unasked, and notes come first. */
  readonly ofPage?: boolean | undefined
}

/** A dossier: what it is, its papers over time and as a list, what was asked and answered in them, and notes. */
export function DossierView({ code, onOpen, place, focusNote, ofPage }: DossierViewProps) {
  const common = useStore(commonMessages)
  const documents = useStore(documentMessages)
  const kinds = useStore(kindMessages)
  const siteLabel = useSiteLabel()
  const { kept } = useServices()
  const official = useOfficial(code, ofPage)
  const record = official?.row?.document ?? null
  // What a private window was told is written nowhere.
  const told = official?.isTold === true ? record : null
  const today = dutchDay(new Date().toISOString()) ?? ''
  const live = useLive(() => kept.dossier(code.id, today, told), [code.id, today, told]).value
  const papers = live.state === 'ready' ? live.value.papers : []
  const notes = <Notes target={documentTarget(code.id)} subject={code.label} place={place} focus={focusNote} />
  return (
    <article class="kl-code-view">
      <header class="kl-dossier__head">
        <p class="kl-code-view__code">
          <span class="kl-small kl-muted">{record?.title ? shownLabel(code.label) : kinds.dossier}</span>
          <FollowButton target={code.id} />
        </p>
        <h2 class="kl-document__title" lang={record?.title ? 'nl' : undefined}>
          {record?.title || shownLabel(code.label)}
        </h2>
        <div class="kl-document__links">
          <CopyButton text={code.label} label={documents.copyReference} />
          <ExternalLink url={code.url} label={siteLabel(code.url)} />
        </div>
      </header>
      {ofPage && notes}
      {official !== null && <LookUpNotice official={official} isKept={papers.length > 0} />}
      {live.state === 'failed' && <FailedRead beside={common.failed} onAgain={live.again} />}
      {live.state === 'loading' && (
        <p class="kl-muted" role="status">
          {common.loading}
        </p>
      )}
      {live.state === 'ready' &&
        (papers.length > 0 ? (
          <Papers contents={live.value} code={code} onOpen={onOpen} />
        ) : (
          record !== null && official?.isAsking !== true && <NoPapers code={code} />
        ))}
      <Mentions code={code} onQuestion={({ id }, question) => onOpen({ type: 'document', id, question })} />
      {!ofPage && notes}
      {official !== null && <OfficialFoot official={official} />}
    </article>
  )
}

function NoPapers({ code }: { code: Code }) {
  const t = useStore(dossierMessages)
  const siteLabel = useSiteLabel()
  return (
    <div class="kl-dossier__empty">
      <p>{t.empty}</p>
      <p class="kl-muted">
        {t.emptyHint} <ExternalLink url={code.url} label={siteLabel(code.url)} />
      </p>
    </div>
  )
}

function Papers(props: { contents: DossierContents; code: Code; onOpen: (destination: Destination) => void }) {
  const { contents, code, onOpen } = props
  const { papers, mayBeMore } = contents
  const t = useStore(dossierMessages)
  const { number } = useStore(format)
  const siteLabel = useSiteLabel()
  const openPaper = usePaperOpener(onOpen)
  const [filter, setFilter] = useState<PaperFilter>(wholeDossier)
  const ofGroups = useMemo(() => filtered(papers, { ...filter, period: null }), [papers, filter.groups, filter.noted])
  const shown = useMemo(() => filtered(papers, filter), [papers, filter])
  const sum = (count: (paper: DossierPaper) => number) => papers.reduce((total, paper) => total + count(paper), 0)
  const asked = sum((paper) => paper.asked)
  const noted = papers.filter(({ notes }) => notes > 0).length
  const facts = [
    t.papers(papers.length),
    ...(asked > 0
      ? [t.asked(asked), t.answeredOf({ answered: number(sum((one) => one.answered)), asked: number(asked) })]
      : []),
    ...(noted > 0 ? [t.noted(noted)] : []),
  ]
  return (
    <>
      <p class="kl-facts kl-small kl-muted">
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </p>
      {mayBeMore && (
        <p class="kl-notice">
          {t.newest({ number: number(papers.length) })} <ExternalLink url={code.url} label={siteLabel(code.url)} />
        </p>
      )}
      <DossierFilters papers={papers} filter={filter} onFilter={setFilter} />
      <DossierTimeline
        papers={ofGroups}
        onPaper={openPaper}
        period={filter.period}
        onPeriod={(period) => setFilter({ ...filter, period })}
      />
      <DossierList
        papers={shown}
        all={papers.length}
        period={filter.period}
        onPaper={openPaper}
        onClear={() => setFilter(wholeDossier)}
      />
    </>
  )
}

/** Opens a paper in place: by its code, a file without one as the kept document. */
function usePaperOpener(onOpen: (destination: Destination) => void): (paper: DossierPaper) => void {
  const { codes } = useServices()
  return ({ code: id, document }) => {
    const code = id === null ? null : codes.codeOf(id)
    if (code !== null) onOpen({ type: 'code', code })
    else if (document !== null) onOpen({ type: 'document', id: document })
  }
}
