import { useMemo, useRef, useState } from 'preact/hooks'
import { dossierMessages } from '#locales/dossier.ts'
import { format } from '#locales/i18n.ts'
import type { DossierPaper } from '#utils/database/lookup/dossier.ts'
import { ChoiceList } from '../rows/choice-list.tsx'
import { VirtualList } from '../rows/virtual-list.tsx'
import { useStore } from '../store/use-store.ts'
import { DossierRow } from './dossier-row.tsx'
import { type Period, usePeriodName } from './timeline.tsx'

/** Longer lists exist only where they are in view. */
const mostDrawn = 200

export interface DossierListProps {
  readonly papers: readonly DossierPaper[]
  /** How many there are without a filter. */
  readonly all: number
  readonly period: Period | null
  readonly onPaper: (paper: DossierPaper) => void
  readonly onClear: () => void
}

/** The papers of a dossier in order, by year. */
export function DossierList({ papers, all, period, onPaper, onClear }: DossierListProps) {
  const t = useStore(dossierMessages)
  const { number } = useStore(format)
  const periodName = usePeriodName()
  const [isNewestFirst, setNewestFirst] = useState(false)
  const order = useRef<HTMLButtonElement>(null)
  const ordered = useMemo(() => (isNewestFirst ? papers.toReversed() : papers), [papers, isNewestFirst])
  const isNarrowed = papers.length < all

  function clear() {
    // The button goes, and would take the focus with it.
    order.current?.focus()
    onClear()
  }

  return (
    <section class="kl-dossier__list" aria-label={t.list}>
      <div class="kl-dossier__bar">
        <h3 class="kl-part__title">{t.list}</h3>
        <button
          ref={order}
          type="button"
          class="kl-chip"
          aria-pressed={isNewestFirst}
          onClick={() => setNewestFirst(!isNewestFirst)}
        >
          {t.newestFirst}
        </button>
      </div>
      <div class="kl-dossier__narrowed kl-small">
        <p class="kl-muted" role="status">
          {isNarrowed &&
            [
              t.shown({ shown: number(papers.length), all: number(all) }),
              ...(period === null ? [] : [t.onlyPeriod({ period: periodName(period) })]),
              ...(papers.length === 0 ? [t.noMatch] : []),
            ].join(' · ')}
        </p>
        {isNarrowed && (
          <button type="button" class="kl-button kl-button--plain" onClick={clear}>
            {t.clear}
          </button>
        )}
      </div>
      {ordered.length > mostDrawn ? (
        <div class="kl-dossier__virtual">
          <VirtualList
            label={t.list}
            count={ordered.length}
            row={(index) => <YearedRow papers={ordered} index={index} />}
            isOpen={() => false}
            onChoose={(index) => {
              const paper = ordered[index]
              if (paper !== undefined) onPaper(paper)
            }}
          />
        </div>
      ) : (
        [...Map.groupBy(ordered, yearOf)].map(([year, some]) => (
          <YearOfPapers key={year} year={year} papers={some} onPaper={onPaper} />
        ))
      )}
    </section>
  )
}

function YearOfPapers(props: {
  year: string
  papers: readonly DossierPaper[]
  onPaper: (paper: DossierPaper) => void
}) {
  const { year, papers, onPaper } = props
  const t = useStore(dossierMessages)
  const [opened, others] = [papers.filter(isOpened), papers.filter((paper) => !isOpened(paper))]
  return (
    <div class="kl-dossier__year">
      <h4 class="kl-dossier__year-name">{year || t.undated}</h4>
      {opened.length > 0 && (
        <ChoiceList
          label={year === '' ? t.undated : t.listOf({ year })}
          choices={opened.map((paper) => ({
            key: `paper ${paper.names[0]}`,
            content: <DossierRow paper={paper} />,
            onChoose: () => onPaper(paper),
          }))}
        />
      )}
      {others.map((paper) => (
        <div key={paper.names[0]} class="kl-dossier__other">
          <DossierRow paper={paper} />
        </div>
      ))}
    </div>
  )
}

/** In a list without headings the first of a year says so. */
function YearedRow({ papers, index }: { papers: readonly DossierPaper[]; index: number }) {
  const t = useStore(dossierMessages)
  const paper = papers[index]
  const before = papers[index - 1]
  if (paper === undefined) return null
  const year = yearOf(paper)
  const begins = before === undefined || yearOf(before) !== year
  return (
    <span class="kl-dossier__yeared">
      <span class="kl-dossier__year-name" aria-hidden="true">
        {begins ? year || t.undated : ''}
      </span>
      <DossierRow paper={paper} />
    </span>
  )
}

/** Something without a number leads nowhere. */
const isOpened = ({ code, document }: DossierPaper): boolean => code !== null || document !== null

const yearOf = ({ date }: DossierPaper): string => date?.slice(0, 4) ?? ''
