import { useStore } from '@nanostores/preact'
import { searchMessages } from '#locales/search.ts'
import type { SearchOrder } from '#utils/search/ranking.ts'

/** In which order a search shows what it found. */
export function SearchOrderChoice(props: { order: SearchOrder; onOrder: (order: SearchOrder) => void }) {
  const { order, onOrder } = props
  const t = useStore(searchMessages)
  return (
    <label class="kl-search-aid__order kl-small">
      {t.order}
      <select
        class="kl-field"
        value={order}
        onChange={(event) => onOrder(event.currentTarget.value === 'newest' ? 'newest' : 'best')}
      >
        <option value="best">{t.best}</option>
        <option value="newest">{t.newest}</option>
      </select>
    </label>
  )
}
