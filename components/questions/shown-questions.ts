import { useMemo, useState } from 'preact/hooks'
import { facetsOf, filterOffer, isFiltering, noFilter, passes } from '#utils/database/library/facets.ts'
import type { DocumentRow, QuestionRow } from '#utils/database/schema.ts'
import { markedWords } from '../search/found-words.ts'
import { filterable, filterQuestions, isNumber } from './question-filter.ts'

const noWords: readonly string[] = []

/**
 * Which of a document's questions are shown: those that fit what was typed and pass the filters.
 *
 * @param notes numbers of notes by the question's order; null while they are not known
 */
export function useShown(
  facts: DocumentRow['facts'],
  rows: readonly QuestionRow[],
  notes: ReadonlyMap<number, number> | null,
) {
  const [typed, setTyped] = useState('')
  const [filter, setFilter] = useState(noFilter)
  const isTyped = typed.trim() !== ''
  const ready = useMemo(() => filterable(rows), [rows])
  const facets = useMemo(
    () => new Map(rows.map((row) => [row.order, facetsOf(row, facts, notes?.has(row.order) === true)])),
    [rows, facts, notes],
  )
  const offer = useMemo(() => filterOffer([...facets.values()], filter), [facets, filter])
  const shown = useMemo(() => {
    const found = isTyped ? filterQuestions(ready, typed) : rows
    if (!isFiltering(filter)) return found
    return found.filter(({ order }) => {
      const own = facets.get(order)
      return own !== undefined && passes(own, filter)
    })
  }, [ready, rows, typed, isTyped, facets, filter])
  return {
    typed,
    setTyped,
    filter,
    setFilter,
    /** The filters that make a difference here. */
    offer,
    shown,
    /** The words to mark; a number that is looked for is none. */
    words: useMemo(() => (!isTyped || isNumber(typed) ? noWords : markedWords(typed)), [typed, isTyped]),
    isWhole: !isTyped && !isFiltering(filter),
    showAll: () => {
      setTyped('')
      setFilter(noFilter)
    },
  }
}

export type Shown = ReturnType<typeof useShown>
