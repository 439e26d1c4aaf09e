import { useMemo } from 'preact/hooks'
import { dossierMessages, paperGroupMessages } from '#locales/dossier.ts'
import { format } from '#locales/i18n.ts'
import type { DossierPaper } from '#utils/database/lookup/dossier.ts'
import { paperGroups } from '#utils/sources/kinds.ts'
import { useDay } from '../papers/document-date.ts'
import { useStore } from '../store/use-store.ts'
import { usePaperFacts } from './dossier-row.tsx'
import { type Period, Timeline } from './timeline.tsx'

type DatedPaper = DossierPaper & { readonly date: string }

/** The papers that have a day, over time. */
export function DossierTimeline(props: {
  papers: readonly DossierPaper[]
  onPaper: (paper: DossierPaper) => void
  period: Period | null
  onPeriod: (period: Period | null) => void
}) {
  const { papers, onPaper, period, onPeriod } = props
  const t = useStore(dossierMessages)
  const names = useStore(paperGroupMessages)
  const { number } = useStore(format)
  const dayOf = useDay()
  const factsOf = usePaperFacts()
  const dated = useMemo(() => papers.filter((paper): paper is DatedPaper => paper.date !== null), [papers])
  // A single mark says nothing that its row does not.
  const [first, last] = [dated[0], dated.at(-1)]
  if (first === undefined || last === undefined || dated.length < 2) return null
  return (
    <section class="kl-dossier__timeline" aria-label={t.timeline}>
      <div class="kl-dossier__bar">
        <h3 class="kl-part__title">{t.timeline}</h3>
        <p class="kl-small kl-muted">{t.range({ from: dayOf(first.date), until: dayOf(last.date) })}</p>
      </div>
      <Timeline
        papers={dated}
        onPaper={onPaper}
        period={period}
        onPeriod={onPeriod}
        nameOf={(paper) => [paper.title ?? t.untitled, ...factsOf(paper)].join(', ')}
        countsOf={(some) =>
          paperGroups
            .map((group) => [group, some.filter((paper) => paper.group === group).length] as const)
            .filter(([, count]) => count > 0)
            .map(([group, count]) => t.choice({ name: names[group], number: number(count) }))
            .join(', ')
        }
      />
    </section>
  )
}
