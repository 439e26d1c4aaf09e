import { documentMessages, doubtMessages } from '#locales/document.ts'
import { readerMessages } from '#locales/reader.ts'
import type { NotePlace, QuestionRow } from '#utils/database/schema.ts'
import { isAnswered } from '#utils/documents/answered.ts'
import { documentTarget } from '#utils/notes/target.ts'
import type { Code } from '#utils/references/types.ts'
import { Notes } from '../notes/notes.tsx'
import { CodeOpener } from '../papers/code-opener.ts'
import { IconButton } from '../parts/icon-button.tsx'
import { Icon } from '../parts/icons.tsx'
import { isOnPage } from '../questions/own-page.ts'
import { QuestionTools, type QuestionToolsProps } from '../questions/question-tools.tsx'
import { useServices } from '../store/services.ts'
import { useStore } from '../store/use-store.ts'
import { ReaderPassages, type ReaderPassagesProps } from './reader-passages.tsx'

/** The question whose notes are shown, with what its tools need. */
export interface ShownQuestion extends Pick<QuestionToolsProps, 'row' | 'next' | 'document' | 'targets' | 'isChecked'> {
  readonly target: string
}

export interface ReaderNotesProps {
  readonly whole: { readonly target: string; readonly subject: string }
  readonly onCode: (code: Code) => void
  /** The question in view, and the target of notes on it; null where none is. */
  readonly question: ShownQuestion | null
  readonly place: NotePlace | undefined
  /** To the question before or after it; null where there is none. */
  readonly onPrevious: (() => void) | null
  readonly onNext: (() => void) | null
  readonly passages: ReaderPassagesProps
}

/** The notes on what is in view: on the question that is read, and on the document around it. */
export function ReaderNotes({ whole, question, place, passages, onCode, onPrevious, onNext }: ReaderNotesProps) {
  const t = useStore(readerMessages)
  return (
    <CodeOpener value={onCode}>
      {question !== null && (
        <section class="kl-reader__now">
          <QuestionHead row={question.row} onCode={onCode} onPrevious={onPrevious} onNext={onNext} />
          <QuestionTools
            key={question.row.order}
            row={question.row}
            next={question.next}
            document={question.document}
            targets={question.targets}
            isChecked={question.isChecked}
            isBesideSource
          />
          <QuestionNotes key={question.target} row={question.row} target={question.target} place={place} />
        </section>
      )}
      <section class="kl-reader__whole">
        <h2 class="kl-reader__subtitle">{t.documentNotes}</h2>
        <Notes {...whole} place={place} withoutPassages />
      </section>
      <ReaderPassages {...passages} />
    </CodeOpener>
  )
}

function QuestionHead(
  props: { readonly row: QuestionRow } & Pick<ReaderNotesProps, 'onCode' | 'onPrevious' | 'onNext'>,
) {
  const { row, onCode, onPrevious, onNext } = props
  const t = useStore(readerMessages)
  const texts = useStore(documentMessages)
  const doubts = useStore(doubtMessages)
  return (
    <header class="kl-reader__head">
      <div class="kl-reader__headline">
        <h2>{texts.question({ number: row.number })}</h2>
        <span class="kl-reader__group">
          <IconButton
            icon="up"
            label={t.previousQuestion}
            disabled={onPrevious === null}
            onClick={() => onPrevious?.()}
          />
          <IconButton icon="down" label={t.nextQuestion} disabled={onNext === null} onClick={() => onNext?.()} />
        </span>
      </div>
      <p class="kl-reader__asked kl-clamp">{row.question}</p>
      <p class="kl-facts kl-small kl-muted">
        {!isAnswered(row) && <span>{texts.unanswered}</span>}
        {row.code !== null && <PrintedCode id={row.code} onCode={onCode} />}
        {isOnPage(row) && <span>{texts.ownPage({ page: row.ownPage })}</span>}
      </p>
      {row.doubts.map((doubt) => (
        <p key={doubt} class="kl-doubt kl-small">
          <Icon name="warning" />
          {doubts[doubt]}
        </p>
      ))}
    </header>
  )
}

/** The code that is printed with a question leads to what is kept of it. */
function PrintedCode({ id, onCode }: { id: string; onCode: (code: Code) => void }) {
  const code = useServices().codes.codeOf(id)
  if (code === null) return <span class="kl-code">{id}</span>
  return (
    <span>
      <button type="button" class="kl-inline kl-code" onClick={() => onCode(code)}>
        {code.label}
      </button>
    </span>
  )
}

function QuestionNotes({ row, target, place }: { row: QuestionRow; target: string; place: NotePlace | undefined }) {
  const texts = useStore(documentMessages)
  return (
    <>
      <Notes target={target} subject={texts.question({ number: row.number })} place={place} />
      {[...(row.code === null ? [] : [row.code]), ...(row.joinedCodes ?? [])].map((code) => (
        <Notes key={code} target={documentTarget(code)} subject={code} place={place} existingOnly />
      ))}
    </>
  )
}
