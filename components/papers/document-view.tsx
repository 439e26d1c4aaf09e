import { commonMessages } from '#locales/common.ts'
import { documentMessages } from '#locales/document.ts'
import { isShared } from '#utils/database/names/names.ts'
import type { DocumentRow, NotePlace } from '#utils/database/schema.ts'
import { documentTarget } from '#utils/notes/target.ts'
import type { Code } from '#utils/references/types.ts'
import { headingOf } from '#utils/sources/heading.ts'
import { Notes } from '../notes/notes.tsx'
import { type Official, useOfficial } from '../official/use-official.ts'
import { QuestionList } from '../questions/question-list.tsx'
import { FailedRead } from '../store/failed-read.tsx'
import { useLive } from '../store/live.ts'
import { type Codes, useServices } from '../store/services.ts'
import { useStore } from '../store/use-store.ts'
import { DocumentHead } from './document-head.tsx'
import { DocumentRest } from './document-rest.tsx'
import './document-view.css'

export interface DocumentViewProps {
  readonly document: DocumentRow
  readonly onCode: (code: Code) => void
  readonly place?: NotePlace | undefined
  /** Order of the question to show opened. */
  readonly opened?: number | undefined
  /** Put the cursor into the note. */
  readonly focusNote?: boolean | undefined
  /** What the official services say of it, where it was looked up by another of its names already. */
  readonly official?: Official | null | undefined
  /** Notes on another name of the document, where the reader came by that name. */
  readonly target?: string | undefined
  /** It is what the page is of, which the user did not open here: nothing is asked unasked, and notes come first. */
  readonly ofPage?: boolean | undefined
}

/** A kept document: what it is, its links, its questions, its notes. */
export function DocumentView(props: DocumentViewProps) {
  const { document, onCode, place, opened, focusNote, target, ofPage } = props
  const t = useStore(documentMessages)
  const common = useStore(commonMessages)
  const { kept, codes } = useServices()
  const questions = useLive(() => kept.questions(document.id), [document.id]).value
  const code = codeOfDocument(document, codes.codeOf)
  const own = useOfficial(props.official === undefined ? code : null, ofPage)
  const official = props.official ?? own
  const isPostponement = document.facts?.type === 'postponement'
  const title = document.title.trim() || headingOf(official?.row?.document ?? null) || t.untitled
  const notes = (
    <Notes
      target={target ?? documentTarget(document.id)}
      subject={code?.label ?? title}
      place={place}
      focus={focusNote}
    />
  )
  return (
    <article class="kl-document">
      <DocumentHead document={document} title={title} code={code} official={official} onCode={onCode} />
      {ofPage && notes}
      {isPostponement && (
        <p class="kl-notice kl-notice--warning">
          <strong>{t.postponed}</strong>
        </p>
      )}
      {questions.state === 'loading' && (
        <p class="kl-muted" role="status">
          {common.loading}
        </p>
      )}
      {questions.state === 'failed' && <FailedRead beside={t.questionsUnread} onAgain={questions.again} />}
      {questions.state === 'ready' &&
        (questions.value.length === 0 ? (
          <p class="kl-muted">{isPostponement ? t.postponedHint : t.noQuestions}</p>
        ) : (
          <QuestionList
            key={document.id}
            document={document}
            rows={questions.value}
            onCode={onCode}
            place={place}
            opened={opened}
          />
        ))}
      <DocumentRest document={document.id} />
      {!ofPage && notes}
    </article>
  )
}

/** The code that a document goes by; several documents share a zaak, so its number is none. */
function codeOfDocument({ id, aliases }: DocumentRow, codeOf: Codes['codeOf']): Code | null {
  const own = [id, ...aliases].filter((name) => !isShared(name))
  return own.map(codeOf).find((code) => code !== null) ?? null
}
