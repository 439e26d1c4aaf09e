import { useStore } from '@nanostores/preact'
import { useMemo, useState } from 'preact/hooks'
import { documentMessages } from '#locales/document.ts'
import { libraryMessages } from '#locales/library.ts'
import { questionMessages } from '#locales/questions.ts'
import { filterOffer, isFiltering, noFilter, passes } from '#utils/database/facets.ts'
import { listAt } from '#utils/database/kept-questions.ts'
import type { FacetedQuestion } from '#utils/database/question-facets.ts'
import { type Destination, destinationKey } from './destination.ts'
import { FailedRead } from './failed-read.tsx'
import { QuestionRowContent } from './kept-rows.tsx'
import type { LibraryEntries } from './library-list.tsx'
import { useLive, useRead } from './live.ts'
import { QuestionFilters } from './question-filters.tsx'
import { type KeptQuestion, type QuestionKey, type QuestionOutline, useServices } from './services.ts'
import { type RowSource, useRows } from './use-rows.ts'
import { VirtualList } from './virtual-list.tsx'

export interface LibraryQuestionsProps {
  /** What a search found; null where all questions are to be seen. */
  readonly found: readonly KeptQuestion[] | null
  readonly entries: LibraryEntries
  readonly open: Destination | undefined
  readonly onOpen: (destination: Destination) => void
}

const nothing: readonly FacetedQuestion[] = []

const keyOf = ([list, order]: QuestionKey): string => `${order} ${list}`

/** The questions of all documents, or those that a search found, with filters. */
export function LibraryQuestions({ found, entries, open, onOpen }: LibraryQuestionsProps) {
  const { outline, wholeOutline } = entries
  const t = useStore(documentMessages)
  const q = useStore(questionMessages)
  const { kept } = useServices()
  const [filter, setFilter] = useState(noFilter)
  const [turn, setTurn] = useState(0)
  const corrected = useLive(() => kept.lastCorrection(), []).value
  const read = useRead(
    async () => (wholeOutline === null ? nothing : kept.questionFacets()),
    [wholeOutline, corrected.state === 'ready' ? corrected.value : '', turn],
  ).value
  const all = read.state === 'ready' ? read.value : nothing
  const isSearch = found !== null
  const byKey = useMemo(
    () => new Map(isSearch ? all.map(({ key, facets }) => [keyOf(key), facets]) : []),
    [all, isSearch],
  )
  const here = useMemo(() => {
    if (found === null) return outline === wholeOutline ? all : amongLists(all, outline)
    return found.flatMap(({ question: { list, order } }) => {
      const facets = byKey.get(keyOf([list, order]))
      return facets === undefined ? [] : [{ key: [list, order] as QuestionKey, facets }]
    })
  }, [found, all, byKey, outline, wholeOutline])
  const offer = useMemo(
    () =>
      filterOffer(
        here.map(({ facets }) => facets),
        filter,
      ),
    [here, filter],
  )
  // Without the facets nothing passes, and nothing is known to be left out.
  const isFiltered = isFiltering(filter) && read.state === 'ready'
  const keys = useMemo(
    () => (isFiltered ? here.filter(({ facets }) => passes(facets, filter)).map(({ key }) => key) : null),
    [here, filter, isFiltered],
  )
  const kind = isFiltered ? [...filter.marks, filter.party, filter.ministry].join(' ') : ''
  return (
    <>
      <div class="kl-library__filters">
        {read.state === 'ready' && <QuestionFilters offer={offer} filter={filter} onFilter={setFilter} />}
        {read.state === 'failed' && <FailedRead beside={q.filtersFailed} onAgain={() => setTurn(turn + 1)} />}
        {keys !== null && (
          <p class="kl-small kl-muted" role="status">
            {t.filterCount({ shown: keys.length, all: here.length })}
          </p>
        )}
      </div>
      {keys?.length === 0 && <p class="kl-empty kl-muted">{q.noneLeft}</p>}
      {found !== null && (
        <FoundRows key={kind} rows={keys === null ? found : among(found, keys)} open={open} onOpen={onOpen} />
      )}
      {found === null && outline !== null && (
        <ReadRows key={kind} keys={keys} outline={outline} open={open} onOpen={onOpen} />
      )}
    </>
  )
}

function amongLists(all: typeof nothing, outline: QuestionOutline | null): typeof nothing {
  const lists = new Set(outline?.lists)
  return all.filter(({ key: [list] }) => lists.has(list))
}

function among(found: readonly KeptQuestion[], keys: readonly QuestionKey[]): readonly KeptQuestion[] {
  const wanted = new Set(keys.map(keyOf))
  return found.filter(({ question: { list, order } }) => wanted.has(keyOf([list, order])))
}

const placeKey = (list: string, place: number): string => `${list} ${place}`

/** One string for each question, in order: a document's questions are the same wherever it comes to stand. */
function placesIn({ lists, starts }: QuestionOutline): readonly string[] {
  const keys: string[] = []
  for (const [at, list] of lists.entries()) {
    const count = (starts[at + 1] ?? 0) - (starts[at] ?? 0)
    for (let place = 0; place < count; place += 1) keys.push(placeKey(list, place))
  }
  return keys
}

/** Questions that were read from a place on, each with its string; a document that went meanwhile moves no others. */
function placed(read: readonly KeptQuestion[], outline: QuestionOutline, from: number) {
  const { lists, starts } = outline
  let at = listAt(outline, from)
  let place = from - (starts[at] ?? 0)
  return read.map((one) => {
    while (at < lists.length && lists[at] !== one.list.id) {
      at += 1
      place = 0
    }
    return [placeKey(one.list.id, place++), one] as const
  })
}

const destinationOf = ({ question, list }: KeptQuestion): Destination => ({
  type: 'document',
  id: list.id,
  question: question.order,
})

const isOpen = (one: KeptQuestion | undefined, open: Destination | undefined): boolean =>
  one !== undefined && open !== undefined && destinationKey(open) === destinationKey(destinationOf(one))

/** The rows that a search found. */
function FoundRows(props: Omit<LibraryQuestionsProps, 'found' | 'entries'> & { rows: readonly KeptQuestion[] }) {
  const { rows, open, onOpen } = props
  const t = useStore(libraryMessages)
  return (
    <VirtualList
      label={t.questions}
      count={rows.length}
      row={(index) => {
        const one = rows[index]
        return one === undefined ? null : <QuestionRowContent {...one} />
      }}
      isOpen={(index) => isOpen(rows[index], open)}
      onChoose={(index) => {
        const one = rows[index]
        if (one !== undefined) onOpen(destinationOf(one))
      }}
    />
  )
}

/** @param keys which questions, where they are filtered; all of them where null */
function ReadRows(
  props: Omit<LibraryQuestionsProps, 'found' | 'entries'> & {
    keys: readonly QuestionKey[] | null
    outline: QuestionOutline
  },
) {
  const { keys, outline, open, onOpen } = props
  const t = useStore(libraryMessages)
  const { kept } = useServices()
  const ids = useMemo(() => (keys === null ? placesIn(outline) : keys.map(keyOf)), [keys, outline])
  const source = useMemo<RowSource<KeptQuestion>>(
    () => ({
      count: ids.length,
      keyOf: (index) => ids[index] ?? '',
      read: async (from, until) =>
        keys === null
          ? placed(await kept.questionsFrom(outline, from, until - from), outline, from)
          : (await kept.questionsAt(keys.slice(from, until))).map(
              (one) => [keyOf([one.question.list, one.question.order]), one] as const,
            ),
    }),
    [ids],
  )
  const rows = useRows(source)
  if (rows.hasFailed) return <FailedRead onAgain={rows.again} />
  return (
    <VirtualList
      label={t.questions}
      count={ids.length}
      keys={ids}
      row={(index) => {
        const one = rows.at(index)
        return one ? <QuestionRowContent {...one} /> : null
      }}
      isOpen={(index) => isOpen(rows.at(index), open)}
      onChoose={(index) => {
        const one = rows.at(index)
        if (one) onOpen(destinationOf(one))
      }}
      onRange={rows.onRange}
    />
  )
}
