import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { documentMessages } from '#locales/document.ts'
import { format } from '#locales/i18n.ts'
import { questionMessages } from '#locales/questions.ts'
import { filterOffer, isFiltering, noFilter, passes } from '#utils/database/library/facets.ts'
import type { KeptQuestion, QuestionKey, QuestionOutline } from '#utils/database/library/kept-questions.ts'
import type { FacetedQuestion } from '#utils/database/library/question-facets.ts'
import type { Destination } from '../papers/destination.ts'
import { ChosenQuestionsBar } from '../questions/chosen-questions-bar.tsx'
import { QuestionFilters } from '../questions/question-filters.tsx'
import { useChoosing } from '../rows/use-choosing.ts'
import { useSelection } from '../rows/use-selection.ts'
import { FailedRead } from '../store/failed-read.tsx'
import { useLive, useRead } from '../store/live.ts'
import { useServices } from '../store/services.ts'
import { useStore } from '../store/use-store.ts'
import { FoundRows, keyOf, questionOfKey, ReadRows } from './library-question-rows.tsx'
import type { LibraryEntries } from './list-props.ts'

export interface LibraryQuestionsProps {
  /** What a search found; null where all questions are to be seen. */
  readonly found: readonly KeptQuestion[] | null
  readonly entries: LibraryEntries
  readonly open: Destination | undefined
  readonly onOpen: (destination: Destination) => void
}

const nothing: readonly FacetedQuestion[] = []

/** The questions of all documents, or those that a search found, with filters. */
export function LibraryQuestions({ found, entries, open, onOpen }: LibraryQuestionsProps) {
  const { outline, wholeOutline, noted } = entries
  const t = useStore(documentMessages)
  const q = useStore(questionMessages)
  const { number } = useStore(format)
  const { kept } = useServices()
  const [filter, setFilter] = useState(noFilter)
  const corrected = useLive(() => kept.lastCorrection(), []).value
  // Who asked and who answered may be known by the services alone.
  const [saidMore, setSaidMore] = useState(0)
  useEffect(() => kept.followSearch((byServices) => byServices && setSaidMore((count) => count + 1)), [kept])
  const read = useRead(
    async () => (wholeOutline === null || noted === null ? nothing : kept.questionFacets()),
    [wholeOutline, noted, corrected.state === 'ready' ? corrected.value : '', saidMore],
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
  const listed = useListed(keys, found, here, outline)
  const ids = useMemo(() => listed?.map(keyOf) ?? [], [listed])
  const selection = useSelection(ids)
  const isReady = listed !== null
  const chosen = useMemo(
    () => (isReady ? selection.chosen : [...selection.every]).map(questionOfKey),
    [isReady, selection.chosen, selection.every],
  )
  const shown = found === null ? outline : null
  const { toggle, choosing, coming } = useChoosing(selection, ids, isReady, read.state === 'failed', shown)
  const box = useRef<HTMLDivElement>(null)
  const kind = isFiltered ? [...filter.marks, filter.party, filter.ministry].join(' ') : ''
  const rows = { open, onOpen, selection: { ...selection, toggle, choosing }, box }
  return (
    <>
      <div class="kl-library__filters">
        {read.state === 'ready' && <QuestionFilters offer={offer} filter={filter} onFilter={setFilter} />}
        {read.state === 'failed' && <FailedRead beside={q.filtersFailed} onAgain={read.again} />}
        {keys !== null && (
          <p class="kl-small kl-muted" role="status">
            {t.filterCount({ shown: number(keys.length), all: number(here.length) })}
          </p>
        )}
      </div>
      {keys?.length === 0 && <p class="kl-empty kl-muted">{q.noneLeft}</p>}
      <ChosenQuestionsBar
        all={listed?.length ?? outline?.starts.at(-1) ?? 0}
        chosen={chosen}
        choosing={choosing}
        isReady={isReady || read.state !== 'failed'}
        coming={coming}
        toList={() => box.current?.querySelector<HTMLElement>('[role="listbox"]')?.focus()}
      />
      {found !== null && <FoundRows key={kind} rows={keys === null ? found : among(found, keys)} {...rows} />}
      {found === null && outline !== null && (
        <ReadRows key={kind} keys={keys} outline={outline} isReady={isReady} {...rows} />
      )}
    </>
  )
}

/**
 * The questions that are listed, in their order. All of them are known by what filters read, which comes some time after the
 * list, and after each of its changes: null until then.
 */
function useListed(
  filtered: readonly QuestionKey[] | null,
  found: readonly KeptQuestion[] | null,
  here: readonly FacetedQuestion[],
  outline: QuestionOutline | null,
): readonly QuestionKey[] | null {
  return useMemo<readonly QuestionKey[] | null>(() => {
    if (filtered !== null) return filtered
    if (found !== null) return found.map(({ question: { list, order } }) => [list, order])
    return outline !== null && areAlike(here, outline) ? here.map(({ key }) => key) : null
  }, [filtered, found, here, outline])
}

/** Whether these are the questions of the outline, each in its place. */
function areAlike(here: readonly FacetedQuestion[], { lists, starts }: QuestionOutline): boolean {
  const begins = (at: number) => here[starts[at] ?? 0]?.key[0]
  const isEmpty = (at: number) => starts[at] === starts[at + 1]
  return here.length === starts.at(-1) && lists.every((list, at) => isEmpty(at) || begins(at) === list)
}

function amongLists(all: typeof nothing, outline: QuestionOutline | null): typeof nothing {
  const lists = new Set(outline?.lists)
  return all.filter(({ key: [list] }) => lists.has(list))
}

function among(found: readonly KeptQuestion[], keys: readonly QuestionKey[]): readonly KeptQuestion[] {
  const wanted = new Set(keys.map(keyOf))
  return found.filter(({ question: { list, order } }) => wanted.has(keyOf([list, order])))
}
