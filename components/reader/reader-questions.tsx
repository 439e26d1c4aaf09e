import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks'
import { documentMessages } from '#locales/document.ts'
import { readerMessages } from '#locales/reader.ts'
import type { DocumentRow, QuestionRow } from '#utils/database/schema.ts'
import { nameKey, type QuestionName, questionNames } from '#utils/documents/corrections.ts'
import { isNumber } from '../questions/question-filter.ts'
import { useListKeys } from '../questions/question-keys.ts'
import { NothingLeft, QuestionSearch } from '../questions/question-search.tsx'
import { useQuestionTexts } from '../questions/question-texts.ts'
import { useShown } from '../questions/shown-questions.ts'
import { useGrowing } from '../rows/growing.ts'
import { FoundWords } from '../search/found-mark.tsx'
import { useStore } from '../store/use-store.ts'
import { ReaderQuestion } from './reader-question.tsx'
import './reader-questions.css'

export interface ReaderQuestionsProps {
  /** What the document says of itself. */
  readonly facts: DocumentRow['facts']
  readonly rows: readonly QuestionRow[]
  /** Whether they are those found so far: then nothing of them is settled but that they are there. */
  readonly isPreliminary: boolean
  /** Numbers of notes, by order. */
  readonly notes: ReadonlyMap<number, number>
  /** Order of the question in view. */
  readonly current: number | null
  readonly onChoose: (order: number) => void
}

/** The document's questions beside its pages: choosing one leads there, and the one in view is marked. */
export function ReaderQuestions(props: ReaderQuestionsProps) {
  const { facts, rows, isPreliminary, notes, current, onChoose } = props
  const t = useStore(documentMessages)
  const reader = useStore(readerMessages)
  const texts = useQuestionTexts()
  const field = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLOListElement>(null)
  const mark = useId()
  const filtered = useShown(facts, rows, notes)
  // By name and not by place: what is read on may find a question before those that were found, and rows stay what they are.
  const names = useMemo(() => questionNames(rows), [rows])
  const { shown, words } = filtered
  const [wanted, setWanted] = useState<number | null>(null)
  const at = (order: number | null) => shown.findIndex((row) => row.order === order)
  const drawn = useGrowing(shown, Math.max(at(wanted), at(current)) + 1)
  const { heads, walk } = useListKeys(list, shown, setWanted)
  // Rows that have not changed are not drawn again, so what is handed to them stays the same.
  const latest = useRef(onChoose)
  latest.current = onChoose
  const choose = useRef((order: number) => latest.current(order)).current

  // The list follows the pages, but not under the hands of someone who is in it.
  useEffect(() => {
    const box = list.current
    const row = box?.querySelector<HTMLElement>('[aria-current]')
    if (box && row && !box.matches(':hover') && !box.contains(document.activeElement)) showIn(box, row)
  }, [current, shown])

  function enter(typed: string) {
    const exact = isNumber(typed) ? shown.find(({ number }) => number.toLowerCase() === typed.toLowerCase()) : null
    const row = exact ?? shown[0]
    if (row !== undefined && typed !== '') onChoose(row.order)
  }

  return (
    <>
      {isPreliminary && (
        <p id={mark} class="kl-reader__preliminary kl-small">
          {reader.preliminary}
        </p>
      )}
      {rows.length > 1 && (
        <div class="kl-reader__filter">
          <QuestionSearch
            shown={filtered}
            count={rows.length}
            isPreliminary={isPreliminary}
            field={field}
            onEnter={enter}
            onDown={() => heads()[0]?.focus()}
          />
          {shown.length === 0 && <NothingLeft shown={filtered} field={field} />}
        </div>
      )}
      <FoundWords.Provider value={words}>
        <ol
          ref={list}
          class="kl-reader__list"
          aria-label={t.questionList}
          aria-describedby={isPreliminary ? mark : undefined}
          onKeyDown={walk}
        >
          {shown.slice(0, drawn).map((row) => (
            <ReaderQuestion
              key={keyOf(names, row)}
              row={row}
              isPreliminary={isPreliminary}
              texts={texts}
              notes={notes.get(row.order) ?? 0}
              isCurrent={row.order === current}
              onChoose={choose}
            />
          ))}
        </ol>
      </FoundWords.Provider>
    </>
  )
}

function keyOf(names: ReadonlyMap<number, QuestionName>, { order }: QuestionRow): string {
  const name = names.get(order)
  return name === undefined ? `${order}` : nameKey(name)
}

/** Scrolls a list, and nothing around it, just so far that a row of it is seen. */
function showIn(list: HTMLElement, row: HTMLElement): void {
  const box = list.getBoundingClientRect()
  const { top, bottom } = row.getBoundingClientRect()
  if (top < box.top) list.scrollTop -= box.top - top + row.offsetHeight
  else if (bottom > box.bottom) list.scrollTop += bottom - box.bottom + row.offsetHeight
}
