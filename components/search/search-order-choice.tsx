import { searchMessages } from '#locales/search.ts'
import type { SearchOrder } from '#utils/search/ranking/ranking.ts'
import { useStore } from '../store/use-store.ts'

const orders: readonly SearchOrder[] = ['best', 'newest']

/** In which order a search shows what it found. */
export function SearchOrderChoice(props: { order: SearchOrder; onOrder: (order: SearchOrder) => void }) {
  const { order, onOrder } = props
  const t = useStore(searchMessages)
  return (
    <fieldset class="kl-search-aid__order" aria-label={t.order}>
      {orders.map((one) => (
        <button key={one} type="button" class="kl-chip" aria-pressed={one === order} onClick={() => onOrder(one)}>
          {t[one]}
        </button>
      ))}
    </fieldset>
  )
}
