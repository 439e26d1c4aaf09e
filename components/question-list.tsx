import { useStore } from '@nanostores/preact'
import { useMemo, useRef, useState } from 'preact/hooks'
import { documentMessages } from '#locales/document.ts'
import type { NotePlace, QuestionRow } from '#utils/database/schema.ts'
import { questionTargets } from '#utils/notes/target.ts'
import type { Code } from '#utils/references/types.ts'
import { useLive } from './live.ts'
import { filterable, filterQuestions, isNumber } from './question-filter.ts'
import { QuestionItem } from './question-item.tsx'
import { useServices } from './services.ts'
import './question-list.css'

/** Milliseconds within which typed digits are one number. */
const typingTime = 900

export interface QuestionListProps {
  readonly list: string
  readonly rows: readonly QuestionRow[]
  readonly onCode: (code: Code) => void
  readonly place?: NotePlace | undefined
  /** Order of the question to show opened. */
  readonly opened?: number | undefined
}

/** The questions of one document: filter, jump by number, open to read. */
export function QuestionList({ list, rows, onCode, place, opened }: QuestionListProps) {
  const t = useStore(documentMessages)
  const { kept } = useServices()
  const items = useRef<HTMLOListElement>(null)
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set(opened === undefined ? [] : [opened]))
  const [typed, setTyped] = useState('')
  const noteCounts = useLive(() => kept.noteCounts(list), [list]).value
  const ready = useMemo(() => filterable(rows), [rows])
  const targets = useMemo(() => questionTargets(list, rows), [list, rows])
  const numbers = useMemo(() => new Set(rows.map(({ number }) => number)), [rows])
  const shown = useMemo(() => (typed.trim() === '' ? rows : filterQuestions(ready, typed)), [ready, rows, typed])
  const digits = useRef({ text: '', at: 0 })

  const heads = () => [...(items.current?.querySelectorAll<HTMLButtonElement>('button.kl-question__head') ?? [])]

  /** Brings a question into view with the focus on it, once the list is drawn. */
  function goTo(order: number) {
    requestAnimationFrame(() => {
      const head = heads().find((button) => button.dataset.order === `${order}`)
      head?.focus({ preventScroll: true })
      head?.scrollIntoView({ block: 'start' })
    })
  }

  function openNumber(number: string) {
    const row = rows.find((one) => one.number.toLowerCase() === number.toLowerCase())
    if (!row) return
    setTyped('')
    setOpen((before) => new Set([...before, row.order]))
    goTo(row.order)
  }

  function toggle(order: number) {
    const next = new Set(open)
    if (!next.delete(order)) next.add(order)
    setOpen(next)
  }

  function walk(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof HTMLButtonElement)) return
    const all = heads()
    const at = all.indexOf(event.target)
    if (at < 0) return
    const steps: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }
    const next = steps[event.key]
    if (next !== undefined) {
      event.preventDefault()
      all[next]?.focus()
    } else if (/^[0-9]$/u.test(event.key)) {
      const before = digits.current
      const text = event.timeStamp - before.at < typingTime ? before.text + event.key : event.key
      digits.current = { text, at: event.timeStamp }
      const row = rows.find(({ number }) => number === text) ?? rows.find(({ number }) => number.startsWith(text))
      if (row) goTo(row.order)
    }
  }

  return (
    <section class="kl-questions" aria-label={t.questionList}>
      {rows.length > 1 && (
        <div class="kl-questions__filter">
          <input
            type="search"
            class="kl-field"
            aria-label={t.filter}
            placeholder={t.filter}
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && isNumber(typed)) openNumber(typed.trim())
              if (event.key === 'ArrowDown') {
                event.preventDefault()
                heads()[0]?.focus()
              }
              if (event.key === 'Escape' && typed !== '') {
                event.stopPropagation()
                event.preventDefault()
                setTyped('')
              }
            }}
          />
          <p class="kl-small kl-muted" role="status">
            {typed.trim() === '' ? t.questions(rows.length) : t.filterCount({ shown: shown.length, all: rows.length })}
          </p>
        </div>
      )}
      {shown.length === 0 && (
        <div class="kl-questions__none">
          <p>{t.noMatch({ words: typed.trim() })}</p>
          <p class="kl-muted">{t.noMatchHint}</p>
          <button type="button" class="kl-button" onClick={() => setTyped('')}>
            {t.clearFilter}
          </button>
        </div>
      )}
      <ol ref={items} class="kl-questions__items" onKeyDown={walk}>
        {shown.map((row) => (
          <QuestionItem
            key={row.order}
            row={row}
            target={targets.get(row.order)?.[0] ?? ''}
            open={open.has(row.order)}
            notes={noteCounts.state === 'ready' ? (noteCounts.value.get(row.order) ?? 0) : 0}
            numbers={numbers}
            place={place}
            onToggle={() => toggle(row.order)}
            onCode={onCode}
            onQuestion={openNumber}
          />
        ))}
      </ol>
    </section>
  )
}
