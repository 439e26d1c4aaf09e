import { dossierMessages, paperGroupMessages } from '#locales/dossier.ts'
import { format } from '#locales/i18n.ts'
import type { DossierPaper } from '#utils/database/lookup/dossier.ts'
import { type PaperGroup, paperGroups } from '#utils/sources/kinds.ts'
import { PaperShape } from '../papers/paper-shape.tsx'
import { Icon } from '../parts/icons.tsx'
import { useStore } from '../store/use-store.ts'
import type { Period } from './timeline.tsx'

/** Which papers of a dossier are shown. */
export interface PaperFilter {
  /** None for all. */
  readonly groups: readonly PaperGroup[]
  readonly noted: boolean
  readonly period: Period | null
}

export const wholeDossier: PaperFilter = { groups: [], noted: false, period: null }

export function filtered(papers: readonly DossierPaper[], { groups, noted, period }: PaperFilter) {
  return papers.filter(
    ({ group, notes, date }) =>
      (groups.length === 0 || groups.includes(group)) &&
      (!noted || notes > 0) &&
      (period === null || (date !== null && period.from <= date && date <= period.until)),
  )
}

/** Groups of papers with their shapes, which are those of the timeline, and how many of each there are. */
export function DossierFilters(props: {
  papers: readonly DossierPaper[]
  filter: PaperFilter
  onFilter: (filter: PaperFilter) => void
}) {
  const { papers, filter, onFilter } = props
  const t = useStore(dossierMessages)
  const names = useStore(paperGroupMessages)
  const { number } = useStore(format)
  const counts = new Map(paperGroups.map((group) => [group, papers.filter((paper) => paper.group === group).length]))
  const present = paperGroups.filter((group) => (counts.get(group) ?? 0) > 0)
  const noted = papers.filter(({ notes }) => notes > 0).length
  const toggle = (group: PaperGroup) => {
    const others = filter.groups.filter((one) => one !== group)
    onFilter({ ...filter, groups: others.length < filter.groups.length ? others : [...others, group] })
  }
  return (
    <fieldset class="kl-dossier__filters">
      <legend class="kl-visually-hidden">{t.filters}</legend>
      {present.map((group) => (
        <button
          key={group}
          type="button"
          class="kl-chip"
          aria-pressed={filter.groups.includes(group)}
          onClick={() => toggle(group)}
        >
          <PaperShape group={group} />
          {t.choice({ name: names[group], number: number(counts.get(group) ?? 0) })}
        </button>
      ))}
      {(noted > 0 || filter.noted) && (
        <button
          type="button"
          class="kl-chip"
          aria-pressed={filter.noted}
          onClick={() => onFilter({ ...filter, noted: !filter.noted })}
        >
          <Icon name="note" />
          {t.withNote({ number: number(noted) })}
        </button>
      )}
    </fieldset>
  )
}
