import { useStore } from '@nanostores/preact'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { documentMessages } from '#locales/document.ts'
import { popupMessages } from '#locales/popup.ts'
import { readerMessages } from '#locales/reader.ts'
import type { QuestionRow } from '#utils/database/schema.ts'
import { isAnswered } from '#utils/documents/answered.ts'
import { Icon } from '../icons.tsx'
import { filterable, filterQuestions, isNumber } from '../question-filter.ts'

export interface ReaderQuestionsProps {
  readonly rows: readonly QuestionRow[]
  /** Numbers of notes, by order. */
  readonly notes: ReadonlyMap<number, number>
  /** Order of the question in view. */
  readonly current: number | null
  readonly onChoose: (order: number) => void
}

/** The document's questions beside its pages: choosing one leads there, and the one in view is marked. */
export function ReaderQuestions({ rows, notes, current, onChoose }: ReaderQuestionsProps) {
  const t = useStore(readerMessages)
  const [typed, setTyped] = useState('')
  const list = useRef<HTMLOListElement>(null)
  const ready = useMemo(() => filterable(rows), [rows])
  const shown = useMemo(() => (typed.trim() === '' ? rows : filterQuestions(ready, typed)), [ready, rows, typed])
  const heads = () => [...(list.current?.querySelectorAll<HTMLButtonElement>('button') ?? [])]

  // The list follows the pages, but not under the hands of someone who is in it.
  useEffect(() => {
    const box = list.current
    const row = box?.querySelector<HTMLElement>('[aria-current]')
    if (box && row && !box.matches(':hover') && !box.contains(document.activeElement)) showIn(box, row)
  }, [current, shown])

  function walk(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof HTMLButtonElement)) return
    const all = heads()
    const at = all.indexOf(event.target)
    const steps: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }
    const next = steps[event.key]
    if (at < 0 || next === undefined) return
    event.preventDefault()
    all[next]?.focus()
  }

  function fromField(event: KeyboardEvent) {
    if (event.key === 'Enter' && shown[0] !== undefined && typed.trim() !== '') {
      const exact = isNumber(typed)
        ? shown.find(({ number }) => number.toLowerCase() === typed.trim().toLowerCase())
        : null
      onChoose((exact ?? shown[0]).order)
    } else if (event.key === 'ArrowDown') {
      event.preventDefault()
      heads()[0]?.focus()
    } else if (event.key === 'Escape' && typed !== '') {
      event.preventDefault()
      event.stopPropagation()
      setTyped('')
    }
  }

  return (
    <>
      <div class="kl-reader__filter">
        <input
          type="search"
          class="kl-field"
          aria-label={t.filter}
          placeholder={t.filter}
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={fromField}
        />
        <p class="kl-visually-hidden" role="status">
          {typed.trim() === '' ? '' : t.filterCount({ shown: shown.length, all: rows.length })}
        </p>
      </div>
      {shown.length === 0 && (
        <div class="kl-reader__none">
          <p>{t.noMatch({ words: typed.trim() })}</p>
          <button type="button" class="kl-button" onClick={() => setTyped('')}>
            {t.clearFilter}
          </button>
        </div>
      )}
      <ol ref={list} class="kl-reader__list" onKeyDown={walk}>
        {shown.map((row) => (
          <Row
            key={row.order}
            row={row}
            notes={notes.get(row.order) ?? 0}
            isCurrent={row.order === current}
            onChoose={onChoose}
          />
        ))}
      </ol>
    </>
  )
}

function Row(props: {
  readonly row: QuestionRow
  readonly notes: number
  readonly isCurrent: boolean
  readonly onChoose: (order: number) => void
}) {
  const { row, notes, isCurrent, onChoose } = props
  const t = useStore(documentMessages)
  const popup = useStore(popupMessages)
  return (
    <li>
      <button
        type="button"
        class="kl-reader__question"
        aria-current={isCurrent ? 'true' : undefined}
        onClick={() => onChoose(row.order)}
      >
        <span class="kl-reader__nr">
          <span class="kl-visually-hidden">{t.question({ number: '' })}</span>
          {row.number}
        </span>
        <span class="kl-reader__line">{row.question}</span>
        {(row.doubts.length > 0 || !isAnswered(row) || notes > 0) && (
          <span class="kl-reader__marks kl-small">
            {row.doubts.length > 0 && (
              <span class="kl-reader__doubt">
                <Icon name="warning" />
                {t.doubts}
              </span>
            )}
            {!isAnswered(row) && <span>{t.unanswered}</span>}
            {notes > 0 && (
              <span>
                <span aria-hidden="true">✎ {notes}</span>
                <span class="kl-visually-hidden">{popup.notes(notes)}</span>
              </span>
            )}
          </span>
        )}
      </button>
    </li>
  )
}

/** Scrolls a list, and nothing around it, just so far that a row of it is seen. */
function showIn(list: HTMLElement, row: HTMLElement): void {
  const box = list.getBoundingClientRect()
  const { top, bottom } = row.getBoundingClientRect()
  if (top < box.top) list.scrollTop -= box.top - top + row.offsetHeight
  else if (bottom > box.bottom) list.scrollTop += bottom - box.bottom + row.offsetHeight
}
