import { useId } from 'preact/hooks'
import type { DocumentRow, NotePlace, QuestionRow } from '#utils/database/schema.ts'
import { isDoubtful } from '#utils/documents/doubtful.ts'
import { documentTarget, type QuestionTargets } from '#utils/notes/target.ts'
import type { Code } from '#utils/references/types.ts'
import { Notes } from '../notes/notes.tsx'
import { Icon } from '../parts/icons.tsx'
import { memo } from '../rows/memo.ts'
import { FoundInside } from '../search/found-inside.tsx'
import { Found } from '../search/found-mark.tsx'
import { answerWords } from './answer-words.ts'
import { QuestionBody } from './question-body.tsx'
import type { QuestionTexts } from './question-texts.ts'
import { QuestionTools } from './question-tools.tsx'

/** What all questions of one list share; the same object as long as none of it changes. */
export interface QuestionListParts {
  readonly document: DocumentRow
  /** Targets of notes on all questions of the list. */
  readonly targets: QuestionTargets
  readonly numbers: ReadonlySet<string>
  readonly place: NotePlace | undefined
  /** Subscribing to the texts a thousand times takes longer than drawing them. */
  readonly texts: QuestionTexts
  readonly onToggle: (order: number) => void
  /** The box of a question was pressed, with Shift or without. */
  readonly onChoose: (order: number, isRange: boolean) => void
  readonly onCode: (code: Code) => void
  readonly onQuestion: (number: string) => void
}

export interface QuestionItemProps {
  readonly row: QuestionRow
  /** The question after it, which it can be joined with. */
  readonly next: QuestionRow | undefined
  readonly parts: QuestionListParts
  readonly open: boolean
  /** On paper it has its answer, open or not. */
  readonly isPrinting: boolean
  readonly notes: number
  /** Whether it is chosen; left out where questions are not being chosen. */
  readonly chosen?: boolean | undefined
}

/** A question in the list of its document: number and first line; open, the whole of it with its notes. */
export const QuestionItem = memo(({ row, next, parts, open, isPrinting, notes, chosen }: QuestionItemProps) => {
  const { document, targets, numbers, place, texts, onToggle, onChoose, onCode, onQuestion } = parts
  const body = useId()
  const codes = [...(row.code === null ? [] : [row.code]), ...(row.joinedCodes ?? [])]
  return (
    <li class={open || isPrinting ? 'kl-question kl-question--open' : 'kl-question'} data-chosen={chosen}>
      {chosen !== undefined && (
        <label class="kl-question__check">
          <input
            type="checkbox"
            data-order={row.order}
            aria-label={texts.chooseQuestion({ number: row.number })}
            checked={chosen}
            onClick={({ currentTarget, shiftKey }) => {
              // At the end of a range it is chosen, whatever it was.
              if (shiftKey) currentTarget.checked = true
              onChoose(row.order, shiftKey)
            }}
          />
        </label>
      )}
      <button
        type="button"
        class="kl-question__head"
        data-order={row.order}
        aria-expanded={open}
        aria-controls={open ? body : undefined}
        onClick={() => onToggle(row.order)}
      >
        <span class="kl-question__number">
          <span class="kl-visually-hidden">{texts.document.question({ number: '' })}</span>
          {row.number}
        </span>
        <span class="kl-question__line" lang="nl">
          <Found text={firstLine(row.question)} />
        </span>
        <Marks row={row} notes={notes} texts={texts} />
        {!open && <FoundInside row={row} seen={60} />}
      </button>
      {isPrinting && !open && (
        <div class="kl-question__body kl-print-only">
          <QuestionBody row={row} numbers={numbers} onCode={onCode} onQuestion={onQuestion} />
        </div>
      )}
      {open && (
        <div id={body} class="kl-question__body">
          <QuestionBody row={row} numbers={numbers} onCode={onCode} onQuestion={onQuestion} />
          <QuestionTools row={row} next={next} document={document} targets={targets} />
          <Notes
            target={targets.get(row.order)?.[0] ?? ''}
            subject={texts.document.question({ number: row.number })}
            place={place}
          />
          {codes.map((code) => (
            <Notes key={code} target={documentTarget(code)} subject={code} place={place} existingOnly />
          ))}
        </div>
      )}
    </li>
  )
})

/** What a line of a list can show; the rest would only be cut off. */
const firstLine = (text: string): string => text.slice(0, 300)

/** What is to be known of a question before it is opened. */
function Marks({ row, notes, texts }: { row: QuestionRow; notes: number; texts: QuestionTexts }) {
  const { document: t, questions: q, popup } = texts
  const answer = answerWords(row, t)
  return (
    <span class="kl-question__marks">
      {isDoubtful(row) && (
        <span class="kl-question__doubt" title={t.doubts}>
          <Icon name="warning" />
          <span class="kl-visually-hidden">{t.doubts}</span>
        </span>
      )}
      {row.corrected !== undefined && (
        <span class="kl-question__corrected" title={q.correctedByHand}>
          <Icon name="correct" />
          <span class="kl-visually-hidden">{q.correctedByHand}</span>
        </span>
      )}
      {answer !== null && <span class="kl-small">{answer}</span>}
      {notes > 0 && (
        <span class="kl-small">
          <span aria-hidden="true">
            <Icon name="note" /> {notes}
          </span>
          <span class="kl-visually-hidden">{popup.notes(notes)}</span>
        </span>
      )}
      <Icon name="chevron" />
    </span>
  )
}
