import { useStore } from '@nanostores/preact'
import { useMemo, useState } from 'preact/hooks'
import { documentMessages } from '#locales/document.ts'
import { libraryMessages } from '#locales/library.ts'
import { questionMessages } from '#locales/questions.ts'
import { type Facets, filterOffer, isFiltering, noFilter, passes } from '#utils/database/facets.ts'
import type { Destination } from './destination.ts'
import { QuestionRowContent } from './kept-rows.tsx'
import { chosenIn, Failed, Rows } from './library-rows.tsx'
import { useLive, useRead } from './live.ts'
import { QuestionFilters } from './question-filters.tsx'
import { type KeptQuestion, type QuestionKey, useServices } from './services.ts'
import { VirtualList } from './virtual-list.tsx'

export interface LibraryQuestionsProps {
  /** What a search found; null where all questions are to be seen. */
  readonly found: readonly KeptQuestion[] | null
  readonly open: Destination | undefined
  readonly onOpen: (destination: Destination) => void
}

const nothing: readonly { readonly key: QuestionKey; readonly facets: Facets }[] = []

const keyOf = ([list, order]: QuestionKey): string => `${order} ${list}`

/** The questions of all documents, or those that a search found, with filters. */
export function LibraryQuestions({ found, open, onOpen }: LibraryQuestionsProps) {
  const t = useStore(documentMessages)
  const q = useStore(questionMessages)
  const { kept } = useServices()
  const [filter, setFilter] = useState(noFilter)
  const counts = useLive(() => kept.counts(), []).value
  const size =
    counts.state === 'ready' ? `${counts.value.documents} ${counts.value.questions} ${counts.value.notes}` : ''
  const corrected = useLive(() => kept.lastCorrection(), []).value
  const read = useRead(() => kept.questionFacets(), [size, corrected.state === 'ready' ? corrected.value : '']).value
  const all = read.state === 'ready' ? read.value : nothing
  const byKey = useMemo(() => new Map(all.map(({ key, facets }) => [keyOf(key), facets])), [all])
  const here = useMemo(
    () =>
      found === null
        ? all
        : found.flatMap(({ question: { list, order } }) => {
            const facets = byKey.get(keyOf([list, order]))
            return facets === undefined ? [] : [{ key: [list, order] as QuestionKey, facets }]
          }),
    [found, all, byKey],
  )
  const offer = useMemo(
    () =>
      filterOffer(
        here.map(({ facets }) => facets),
        filter,
      ),
    [here, filter],
  )
  const keys = useMemo(
    () => (isFiltering(filter) ? here.filter(({ facets }) => passes(facets, filter)).map(({ key }) => key) : null),
    [here, filter],
  )
  const kind = [...filter.marks, filter.party, filter.ministry].join(' ')
  return (
    <>
      <div class="kl-library__filters">
        <QuestionFilters offer={offer} filter={filter} onFilter={setFilter} />
        {keys !== null && (
          <p class="kl-small kl-muted" role="status">
            {t.filterCount({ shown: keys.length, all: here.length })}
          </p>
        )}
      </div>
      {keys?.length === 0 && <p class="kl-empty kl-muted">{q.noneLeft}</p>}
      {found === null ? (
        <Sliced
          key={kind}
          keys={keys}
          count={counts.state === 'ready' ? counts.value.questions : 0}
          open={open}
          onOpen={onOpen}
        />
      ) : (
        <Rows
          key={kind}
          view="questions"
          live={{ state: 'ready', value: keys === null ? found : among(found, keys) }}
          content={(one) => <QuestionRowContent {...one} />}
          destination={destinationOf}
          open={open}
          onOpen={onOpen}
        />
      )}
    </>
  )
}

function among(found: readonly KeptQuestion[], keys: readonly QuestionKey[]): readonly KeptQuestion[] {
  const wanted = new Set(keys.map(keyOf))
  return found.filter(({ question: { list, order } }) => wanted.has(keyOf([list, order])))
}

const destinationOf = ({ question, list }: KeptQuestion): Destination => ({
  type: 'document',
  id: list.id,
  question: question.order,
})

/** Rows read at once: a slice around those in view, so that 100,000 questions need no more memory than 200. */
const slice = 200
const step = 50

/** @param keys which questions, where they are filtered; all of them where null */
function Sliced(props: Omit<LibraryQuestionsProps, 'found'> & { keys: readonly QuestionKey[] | null; count: number }) {
  const { keys, open, onOpen } = props
  const t = useStore(libraryMessages)
  const { kept } = useServices()
  const [offset, setOffset] = useState(0)
  const live = useLive(async () => {
    const rows =
      keys === null ? kept.questionsFrom(offset, slice) : kept.questionsAt(keys.slice(offset, offset + slice))
    return { offset, rows: await rows }
  }, [offset, keys]).value
  if (live.state === 'failed') return <Failed />
  const at = (index: number) => (live.state === 'ready' ? live.value.rows[index - live.value.offset] : undefined)
  return (
    <VirtualList
      label={t.questions}
      count={keys?.length ?? props.count}
      row={(index) => {
        const one = at(index)
        return one ? <QuestionRowContent {...one} /> : null
      }}
      chosen={live.state === 'ready' ? chosenIn(live.value.rows, destinationOf, open, live.value.offset) : -1}
      onChoose={(index) => {
        const one = at(index)
        if (one) onOpen(destinationOf(one))
      }}
      onRange={(first) => setOffset(Math.max(0, Math.floor((first - step) / step) * step))}
    />
  )
}
