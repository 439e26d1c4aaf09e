import { useStore } from '@nanostores/preact'
import { useId } from 'preact/hooks'
import { documentMessages } from '#locales/document.ts'
import { popupMessages } from '#locales/popup.ts'
import type { NotePlace, QuestionRow } from '#utils/database/schema.ts'
import { documentTarget } from '#utils/notes/target.ts'
import type { Code } from '#utils/references/types.ts'
import { Icon } from './icons.tsx'
import { Notes } from './notes.tsx'
import { QuestionBody } from './question-body.tsx'

export interface QuestionItemProps {
  readonly row: QuestionRow
  readonly target: string
  readonly open: boolean
  readonly notes: number
  readonly numbers: ReadonlySet<string>
  readonly place?: NotePlace | undefined
  readonly onToggle: () => void
  readonly onCode: (code: Code) => void
  readonly onQuestion: (number: string) => void
}

/** A question in the list of its document: number and first line; open, the whole of it with its notes. */
export function QuestionItem(props: QuestionItemProps) {
  const { row, target, open, notes, numbers, place, onToggle, onCode, onQuestion } = props
  const t = useStore(documentMessages)
  const popup = useStore(popupMessages)
  const body = useId()
  return (
    <li class={open ? 'kl-question kl-question--open' : 'kl-question'}>
      <button
        type="button"
        class="kl-question__head"
        data-order={row.order}
        aria-expanded={open}
        aria-controls={open ? body : undefined}
        onClick={onToggle}
      >
        <span class="kl-question__number">
          <span class="kl-visually-hidden">{t.question({ number: '' })}</span>
          {row.number}
        </span>
        <span class="kl-question__line">{row.question}</span>
        <span class="kl-question__marks">
          {row.doubts.length > 0 && (
            <span class="kl-question__doubt" title={t.doubts}>
              <Icon name="warning" />
              <span class="kl-visually-hidden">{t.doubts}</span>
            </span>
          )}
          {!isAnswered(row) && <span class="kl-small">{t.unanswered}</span>}
          {notes > 0 && (
            <span class="kl-small">
              <span aria-hidden="true">✎ {notes}</span>
              <span class="kl-visually-hidden">{popup.notes(notes)}</span>
            </span>
          )}
          <Icon name="chevron" />
        </span>
      </button>
      {open && (
        <div id={body} class="kl-question__body">
          <QuestionBody row={row} numbers={numbers} onCode={onCode} onQuestion={onQuestion} />
          <Notes target={target} subject={t.question({ number: row.number })} place={place} />
          {row.code !== null && (
            <Notes target={documentTarget(row.code)} subject={row.code} place={place} existingOnly />
          )}
        </div>
      )}
    </li>
  )
}

/** Whether an answer is there: its own, a joint one, or one that it points to. */
export function isAnswered(row: QuestionRow): boolean {
  return row.answer !== '' || row.answeredWith.length > 1 || row.pointsTo !== null
}
