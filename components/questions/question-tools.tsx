import { signal } from '@preact/signals'
import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { documentMessages } from '#locales/document.ts'
import { questionMessages } from '#locales/questions.ts'
import { richQuote } from '#utils/citations/rich-text.ts'
import type { DocumentRow, QuestionRow } from '#utils/database/schema.ts'
import { citationOf, citedLabel } from '../papers/citation.ts'
import { useDocumentDate } from '../papers/document-date.ts'
import { sourcePlace } from '../papers/source-place.ts'
import { useReaderAt } from '../papers/use-reader.ts'
import { CopyButton } from '../parts/copy-button.tsx'
import { ExternalLink } from '../parts/external-link.tsx'
import { Icon } from '../parts/icons.tsx'
import { useServices } from '../store/services.ts'
import { useStore } from '../store/use-store.ts'
import { type PlacedQuestion, QuestionCorrection } from './question-correction.tsx'

const formKey = 'kamerlens.citation'

/** The form of citing that was used last, for all questions. */
const withAnswer = signal(localStorage.getItem(formKey) === 'with-answer')

function chooseForm(isWith: boolean): void {
  withAnswer.value = isWith
  try {
    localStorage.setItem(formKey, isWith ? 'with-answer' : 'question')
  } catch {
    // Without room for it the form holds for this window.
  }
}

export interface QuestionToolsProps extends PlacedQuestion {
  readonly document: DocumentRow
  /** Whether it is shown beside its place in the source: then no way leads there. */
  readonly isBesideSource?: boolean | undefined
  /** Whether correcting it begins at once. */
  readonly isChecked?: boolean | undefined
}

/** What can be done with a question: cite it, go to its place in the source, correct how it was split. */
export function QuestionTools(props: QuestionToolsProps) {
  const { row, next, document, targets, isBesideSource = false, isChecked = false } = props
  const q = useStore(questionMessages)
  const panel = useId()
  const toggle = useRef<HTMLButtonElement>(null)
  const [correcting, setCorrecting] = useState(isChecked)
  useEffect(() => {
    if (isChecked) setCorrecting(true)
  }, [isChecked])
  return (
    <div class="kl-tools">
      <div class="kl-tools__row">
        <Cite row={row} document={document} />
        {!isBesideSource && <Place row={row} document={document} />}
        <button
          ref={toggle}
          type="button"
          class="kl-button kl-button--plain"
          aria-expanded={correcting}
          aria-controls={correcting ? panel : undefined}
          onClick={() => setCorrecting(!correcting)}
        >
          <Icon name="correct" />
          {q.correct}
        </button>
      </div>
      {(correcting || row.corrected !== undefined) && (
        <QuestionCorrection
          id={panel}
          row={row}
          next={next}
          targets={targets}
          open={correcting}
          onDone={() => {
            // What was pressed goes, and would take the focus with it before anyone heard that it left.
            toggle.current?.focus()
            setCorrecting(false)
          }}
        />
      )}
    </div>
  )
}

/** The way to the question's place in the source: in the reader where it can show it, else at the official address. */
function Place({ row, document }: Pick<QuestionToolsProps, 'row' | 'document'>) {
  const q = useStore(questionMessages)
  const place = sourcePlace(document, row)
  const toReader = useReaderAt(document, row)
  if (toReader !== null) {
    return (
      <button type="button" class="kl-button kl-button--plain" title={q.inReader} onClick={toReader}>
        <Icon name="document" />
        {q.toPage({ page: row.ownPage })}
      </button>
    )
  }
  if (place === null) return null
  return <ExternalLink url={place.url} label={place.page === null ? q.toPlace : q.toPage({ page: place.page })} />
}

function Cite({ row, document }: { row: QuestionRow; document: DocumentRow }) {
  const t = useStore(documentMessages)
  const q = useStore(questionMessages)
  const { codes } = useServices()
  const date = useDocumentDate(document.date)
  const words = { question: t.question({ number: row.number }), answer: t.answer, date }
  const text = citationOf(row, document, citedLabel(document, codes.codeOf), words, withAnswer.value)
  return (
    <span class="kl-tools__cite">
      <CopyButton text={text} rich={richQuote(text, sourcePlace(document, row)?.url ?? null)} label={q.cite} />
      {row.answer !== '' && (
        <label class="kl-check kl-small">
          <input
            type="checkbox"
            checked={withAnswer.value}
            onChange={(event) => chooseForm(event.currentTarget.checked)}
          />
          {q.withAnswer}
        </label>
      )}
    </span>
  )
}
