import { useRef } from 'preact/hooks'
import { format } from '#locales/i18n.ts'
import { questionMessages } from '#locales/questions.ts'
import {
  type FilterOffer,
  isFiltering,
  noFilter,
  type Offered,
  type QuestionFilter,
  type QuestionMark,
} from '#utils/database/library/facets.ts'
import { Icon } from '../parts/icons.tsx'
import { useStore } from '../store/use-store.ts'

export interface QuestionFiltersProps {
  /** The filters that make a difference here. */
  readonly offer: FilterOffer
  readonly filter: QuestionFilter
  readonly onFilter: (filter: QuestionFilter) => void
}

/** Filters of questions, with what each would leave; nothing where none makes a difference. */
export function QuestionFilters({ offer, filter, onFilter }: QuestionFiltersProps) {
  const t = useStore(questionMessages)
  const { number } = useStore(format)
  const group = useRef<HTMLFieldSetElement>(null)
  if (offer.marks.length + offer.parties.length + offer.ministries.length === 0) return null
  const toggle = (mark: QuestionMark) => {
    const others = filter.marks.filter((one) => one !== mark)
    onFilter({ ...filter, marks: others.length < filter.marks.length ? others : [...others, mark] })
  }
  function clear() {
    // The button goes, and would take the focus with it.
    group.current?.querySelector<HTMLElement>('button:enabled, select')?.focus()
    onFilter(noFilter)
  }
  const labels: Readonly<Record<QuestionMark, (many: number) => string>> = {
    doubtful: (many) => t.doubtful({ number: number(many) }),
    unanswered: (many) => t.unanswered({ number: number(many) }),
    pointing: (many) => t.pointing({ number: number(many) }),
    noted: (many) => t.noted({ number: number(many) }),
    corrected: (many) => t.corrected({ number: number(many) }),
  }
  return (
    <fieldset ref={group} class="kl-filters">
      <legend class="kl-visually-hidden">{t.filters}</legend>
      {offer.marks.map(([mark, many]) => (
        <button
          key={mark}
          type="button"
          class={mark === 'doubtful' ? 'kl-chip kl-chip--warning' : 'kl-chip'}
          data-filter={mark}
          aria-pressed={filter.marks.includes(mark)}
          disabled={many === 0 && !filter.marks.includes(mark)}
          onClick={() => toggle(mark)}
        >
          {mark === 'doubtful' && <Icon name="warning" />}
          {labels[mark](many)}
        </button>
      ))}
      <Choice
        label={t.party}
        every={t.everyParty}
        offered={offer.parties}
        chosen={filter.party}
        onChoose={(party) => onFilter({ ...filter, party })}
      />
      <Choice
        label={t.ministry}
        every={t.everyMinistry}
        offered={offer.ministries}
        chosen={filter.ministry}
        onChoose={(ministry) => onFilter({ ...filter, ministry })}
      />
      {isFiltering(filter) && (
        <button type="button" class="kl-button kl-button--plain kl-small" onClick={clear}>
          {t.clearFilters}
        </button>
      )}
    </fieldset>
  )
}

function Choice(props: {
  label: string
  every: string
  offered: Offered<string>
  chosen: string | null
  onChoose: (value: string | null) => void
}) {
  const { label, every, offered, chosen, onChoose } = props
  const t = useStore(questionMessages)
  const { number } = useStore(format)
  if (offered.length === 0) return null
  return (
    <select
      class={chosen === null ? 'kl-chip' : 'kl-chip kl-chip--chosen'}
      aria-label={label}
      value={chosen ?? ''}
      onChange={(event) => onChoose(event.currentTarget.value === '' ? null : event.currentTarget.value)}
    >
      <option value="">{every}</option>
      {offered.map(([value, many]) => (
        <option key={value} value={value}>
          {t.choice({ name: value, number: number(many) })}
        </option>
      ))}
    </select>
  )
}
