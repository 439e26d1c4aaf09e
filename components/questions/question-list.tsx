import { useContext, useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { documentMessages } from '#locales/document.ts'
import { questionMessages } from '#locales/questions.ts'
import type { DocumentRow, NotePlace, QuestionRow } from '#utils/database/schema.ts'
import { questionTargets } from '#utils/notes/target.ts'
import type { Code } from '#utils/references/types.ts'
import { Icon } from '../parts/icons.tsx'
import { useGrowing } from '../rows/growing.ts'
import { memo } from '../rows/memo.ts'
import { FoundWords } from '../search/found-mark.tsx'
import { useLive } from '../store/live.ts'
import { useServices } from '../store/services.ts'
import { useStore } from '../store/use-store.ts'
import { ChoiceButton, QuestionChoiceBar, useQuestionChoice } from './question-choice.tsx'
import { hasNumber, isNumber } from './question-filter.ts'
import { QuestionItem, type QuestionListParts } from './question-item.tsx'
import { useListKeys } from './question-keys.ts'
import { NothingLeft, QuestionSearch } from './question-search.tsx'
import { useQuestionTexts } from './question-texts.ts'
import { useShown } from './shown-questions.ts'
import { usePrinting } from './use-printing.ts'
import './question-list.css'

export interface QuestionListProps {
  readonly document: DocumentRow
  readonly rows: readonly QuestionRow[]
  readonly onCode: (code: Code) => void
  readonly place?: NotePlace | undefined
  /** Order of the question to show opened. */
  readonly opened?: number | undefined
}

/** The questions of one document: search, filter, jump by number, open to read. */
export const QuestionList = memo(({ document, rows, onCode, place, opened }: QuestionListProps) => {
  const texts = useQuestionTexts()
  const t = useStore(documentMessages)
  const q = useStore(questionMessages)
  const { kept } = useServices()
  const list = document.id
  const field = useRef<HTMLInputElement>(null)
  const items = useRef<HTMLOListElement>(null)
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set(opened === undefined ? [] : [opened]))
  const noteCounts = useLive(() => kept.noteCounts(list), [list]).value
  const unfit = useLive(() => kept.unfitCorrections(list), [list]).value
  const notes = noteCounts.state === 'ready' ? noteCounts.value : null
  const targets = useMemo(() => questionTargets(list, rows), [list, rows])
  const numbers = useMemo(() => new Set(rows.map(({ number }) => number)), [rows])
  const filtered = useShown(document.facts, rows, notes)
  const { shown, words, showAll } = filtered
  const foundBy = useContext(FoundWords)
  const next = useMemo(() => new Map(rows.map((row, index) => [row.order, rows[index + 1]])), [rows])
  const [wanted, setWanted] = useState(opened)
  const drawn = useGrowing(shown, shown.findIndex(({ order }) => order === wanted) + 1)
  const { heads, goTo, walk } = useListKeys(items, rows, setWanted)
  const choice = useQuestionChoice(list, shown)
  const isPrinting = usePrinting()

  // Opened for one question, the list begins there; the document's head is a scroll away.
  useEffect(() => {
    if (opened === undefined) return
    const head = heads().find((button) => button.dataset.order === `${opened}`)
    head?.scrollIntoView({ block: 'start' })
    head?.parentElement?.querySelector('.kl-found')?.scrollIntoView({ block: 'nearest' })
  }, [])

  function openNumber(number: string) {
    const row = rows.find((one) => hasNumber(one, (own) => own === number.toLowerCase()))
    if (!row) return
    showAll()
    setOpen((before) => new Set([...before, row.order]))
    goTo(row.order)
  }

  function toggle(order: number) {
    setOpen((before) => {
      const next = new Set(before)
      if (!next.delete(order)) next.add(order)
      return next
    })
  }

  // What is handed to the rows stays the same object: only rows that change are drawn again.
  const latest = useRef({ onCode, openNumber, toggle, press: choice.press })
  latest.current = { onCode, openNumber, toggle, press: choice.press }
  const parts = useMemo<QuestionListParts>(
    () => ({
      document,
      targets,
      numbers,
      place,
      texts,
      onToggle: (order) => latest.current.toggle(order),
      onChoose: (order, isRange) => latest.current.press(order, isRange),
      onCode: (code) => latest.current.onCode(code),
      onQuestion: (number) => latest.current.openNumber(number),
    }),
    [document, targets, numbers, place, texts],
  )

  return (
    <section class="kl-questions" aria-label={t.questionList}>
      {rows.length > 1 && (
        <QuestionSearch
          shown={filtered}
          count={rows.length}
          field={field}
          onEnter={(typed) => isNumber(typed) && openNumber(typed)}
          onDown={() => heads()[0]?.focus()}
        >
          <ChoiceButton choice={choice} />
        </QuestionSearch>
      )}
      <QuestionChoiceBar choice={choice} toList={() => heads()[0]?.focus()} />
      {shown.length === 0 && <NothingLeft shown={filtered} field={field} />}
      {unfit.state === 'ready' && unfit.value > 0 && (
        <p class="kl-questions__unfit kl-small">
          <Icon name="warning" />
          {q.unfit(unfit.value)}
        </p>
      )}
      <FoundWords.Provider value={words.length > 0 ? words : foundBy}>
        <ol ref={items} class="kl-questions__items" onKeyDown={(event) => choice.onKey(event) || walk(event)}>
          {shown.slice(0, drawn).map((row) => (
            <QuestionItem
              key={row.order}
              row={row}
              next={next.get(row.order)}
              parts={parts}
              open={open.has(row.order)}
              isPrinting={isPrinting}
              chosen={choice.isOn ? choice.selection.isChosen(`${row.order}`) : undefined}
              notes={notes?.get(row.order) ?? 0}
            />
          ))}
        </ol>
      </FoundWords.Provider>
    </section>
  )
})
