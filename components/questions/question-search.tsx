import type { ComponentChildren, RefObject } from 'preact'
import { documentMessages } from '#locales/document.ts'
import { format } from '#locales/i18n.ts'
import { questionMessages } from '#locales/questions.ts'
import { firstWords, longestWords } from '../parts/first-words.ts'
import { useStore } from '../store/use-store.ts'
import { QuestionFilters } from './question-filters.tsx'
import type { Shown } from './shown-questions.ts'

export interface QuestionSearchProps {
  readonly shown: Shown
  /** Number of all questions of the list. */
  readonly count: number
  /** Whether the list still grows: then there is no filtering by what is not settled, and its growing is told elsewhere. */
  readonly isPreliminary?: boolean
  readonly field: RefObject<HTMLInputElement | null>
  /** Enter in the field, with what was typed. */
  readonly onEnter: (typed: string) => void
  /** From the field down into the list. */
  readonly onDown: () => void
  /** Beside the field. */
  readonly children?: ComponentChildren
}

/** Above a list of questions: search by word or number, filters, and how many are left. */
export function QuestionSearch(props: QuestionSearchProps) {
  const { shown, count, isPreliminary = false, field, onEnter, onDown, children } = props
  const t = useStore(documentMessages)
  const { number } = useStore(format)
  const { typed, setTyped, filter, setFilter, offer, isWhole } = shown
  const left = shown.shown.length
  function onKey(event: KeyboardEvent) {
    if (event.isComposing) return
    if (event.key === 'Enter') onEnter(typed.trim())
    if (event.key === 'ArrowDown') {
      event.preventDefault()
      onDown()
    }
    if (event.key === 'Escape' && typed !== '') {
      event.stopPropagation()
      event.preventDefault()
      setTyped('')
    }
  }
  return (
    <div class="kl-questions__filter">
      <div class="kl-questions__field">
        <input
          ref={field}
          type="search"
          class="kl-field"
          aria-label={t.filter}
          placeholder={t.filter}
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={onKey}
        />
        {children}
      </div>
      <div class="kl-questions__left">
        <p class="kl-small kl-muted" role="status" aria-live={isPreliminary && isWhole ? 'off' : 'polite'}>
          {isWhole ? t.questions(count) : t.filterCount({ shown: number(left), all: number(count) })}
        </p>
        {!isPreliminary && <QuestionFilters offer={offer} filter={filter} onFilter={setFilter} />}
      </div>
    </div>
  )
}

/** What stands in the place of a list of which nothing is left. */
export function NothingLeft({ shown, field }: Pick<QuestionSearchProps, 'shown' | 'field'>) {
  const t = useStore(documentMessages)
  const q = useStore(questionMessages)
  const typed = shown.typed.trim()
  function clear() {
    // The button that asks for it goes, and would take the focus with it.
    field.current?.focus()
    shown.showAll()
  }
  return (
    <div class="kl-questions__none">
      <p>{typed === '' ? q.noneLeft : t.noMatch({ words: firstWords(typed, longestWords) })}</p>
      {typed !== '' && <p class="kl-muted">{t.noMatchHint}</p>}
      <button type="button" class="kl-button" onClick={clear}>
        {t.clearFilter}
      </button>
    </div>
  )
}
