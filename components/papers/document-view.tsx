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
  /** It is what the page is of, which the user did not open here: nothing is asked unasked, and notes come first. */
  readonly ofPage?: boolean | undefined
}

/** A kept document: what it is, its links, its questions, its notes. */
export function DocumentView({ document, onCode, place, opened, focusNote, ofPage }: DocumentViewProps) {
  const { codes } = useServices()
  const code = codeOfDocument(document, codes.codeOf)
  const official = useOfficial(code, ofPage)
  const title = useDocumentTitle(document, official)
  const notes = (
    <Notes
      target={documentTarget(document.id)}
      subject={code?.label ?? title}
      place={place}
      focus={focusNote}
      isOnWhole={!ofPage}
    />
  )
  return (
    <article class="kl-document">
      <DocumentHead document={document} title={title} code={code} official={official} onCode={onCode} />
      {ofPage && notes}
      <DocumentBody document={document} onCode={onCode} place={place} opened={opened} />
      {!ofPage && notes}
    </article>
  )
}

/** What a kept document is, beside what the official services said of it under the code that one came by. */
export function KeptHead(
  props: Pick<DocumentViewProps, 'document' | 'onCode'> & { readonly official: Official | null },
) {
  const { document, official, onCode } = props
  const { codes } = useServices()
  const title = useDocumentTitle(document, official)
  const code = codeOfDocument(document, codes.codeOf)
  return <DocumentHead document={document} title={title} code={code} official={official} onCode={onCode} />
}

/** Its questions, and what stands in it with none. */
export function DocumentBody(props: Pick<DocumentViewProps, 'document' | 'onCode' | 'place' | 'opened'>) {
  const { document, onCode, place, opened } = props
  const t = useStore(documentMessages)
  const common = useStore(commonMessages)
  const { kept } = useServices()
  const questions = useLive(() => kept.questions(document.id), [document.id]).value
  const isPostponement = document.facts?.type === 'postponement'
  return (
    <>
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
    </>
  )
}

function useDocumentTitle(document: DocumentRow, official: Official | null): string {
  const t = useStore(documentMessages)
  return document.title.trim() || headingOf(official?.row?.document ?? null) || t.untitled
}

/** The code that a document goes by; several documents share a zaak, so its number is none. */
function codeOfDocument({ id, aliases }: DocumentRow, codeOf: Codes['codeOf']): Code | null {
  const own = [id, ...aliases].filter((name) => !isShared(name))
  return own.map(codeOf).find((code) => code !== null) ?? null
}
