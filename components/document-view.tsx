import { useStore } from '@nanostores/preact'
import { commonMessages } from '#locales/common.ts'
import { documentMessages } from '#locales/document.ts'
import { errorMessages } from '#locales/errors.ts'
import { typeMessages } from '#locales/facts.ts'
import { kindMessages } from '#locales/kinds.ts'
import { readingMessages } from '#locales/reading.ts'
import type { DocumentRow, NotePlace } from '#utils/database/schema.ts'
import { documentTarget } from '#utils/notes/target.ts'
import type { Code } from '#utils/references/types.ts'
import { CopyButton } from './copy-button.tsx'
import { useDocumentDate } from './document-date.ts'
import { DocumentFactList } from './document-facts.tsx'
import { DocumentRest } from './document-rest.tsx'
import { ExternalLink, useSiteLabel } from './external-link.tsx'
import { Icon } from './icons.tsx'
import { useLive } from './live.ts'
import { Notes } from './notes.tsx'
import { QuestionList } from './question-list.tsx'
import { useServices } from './services.ts'
import { offerUndo, showFailure } from './undo-bar.tsx'
import { useReader } from './use-reader.ts'
import './document-view.css'

export interface DocumentViewProps {
  readonly document: DocumentRow
  readonly onCode: (code: Code) => void
  readonly place?: NotePlace | undefined
  /** Order of the question to show opened. */
  readonly opened?: number | undefined
  /** Put the cursor into the note. */
  readonly focusNote?: boolean | undefined
  /** Notes on another name of the document, where the reader came by that name. */
  readonly target?: string | undefined
}

/** A kept document: what it is, its links, its questions, its notes. */
export function DocumentView({ document, onCode, place, opened, focusNote, target }: DocumentViewProps) {
  const t = useStore(documentMessages)
  const common = useStore(commonMessages)
  const { kept, codes } = useServices()
  const questions = useLive(() => kept.questions(document.id), [document.id]).value
  const code = codes.codeOf(document.id)
  const isPostponement = document.facts?.type === 'postponement'
  const title = document.title.trim() === '' ? t.untitled : document.title
  return (
    <article class="kl-document">
      <DocumentHead document={document} title={title} code={code} onCode={onCode} />
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
      {questions.state === 'failed' && (
        <p class="kl-notice kl-notice--danger" role="alert">
          {common.failed}
        </p>
      )}
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
      <Notes
        target={target ?? documentTarget(document.id)}
        subject={code?.label ?? title}
        place={place}
        focus={focusNote}
      />
    </article>
  )
}

function DocumentHead(props: {
  document: DocumentRow
  title: string
  code: Code | null
  onCode: (code: Code) => void
}) {
  const { document, title, code, onCode } = props
  const t = useStore(documentMessages)
  const types = useStore(typeMessages)
  const reading = useStore(readingMessages)
  const kinds = useStore(kindMessages)
  const common = useStore(commonMessages)
  const errors = useStore(errorMessages)
  const { actions } = useServices()
  const date = useDocumentDate(document.date)
  const siteLabel = useSiteLabel()
  const toReader = useReader(document)

  async function remove() {
    const answer = await actions.deleteDocument(document.id)
    if (answer.ok) offerUndo({ text: t.deleted, undo: () => actions.restoreDocument(document.id) })
    else showFailure(common.notDeleted({ reason: errors[answer.error] }))
  }

  return (
    <header class="kl-document__head">
      <div class="kl-document__first">
        <p class="kl-facts kl-small kl-muted">
          <span>{document.facts?.type ? types[document.facts.type] : kinds[document.kind]}</span>
          {date !== null && <span>{date}</span>}
          {document.pages !== undefined && document.pages > 1 && <span>{t.pages(document.pages)}</span>}
        </p>
        <button
          type="button"
          class="kl-button kl-button--icon kl-document__delete"
          aria-label={t.delete}
          title={t.delete}
          onClick={remove}
        >
          <Icon name="trash" />
        </button>
      </div>
      <h2 class="kl-document__title">{title}</h2>
      {(code !== null || toReader !== null || document.links.length > 0) && (
        <div class="kl-document__links">
          {toReader !== null && (
            <button type="button" class="kl-button kl-button--plain" onClick={toReader}>
              <Icon name="document" />
              {reading.openReader}
            </button>
          )}
          {code && <CopyButton text={code.label} label={t.copyReference} />}
          {document.links.map(({ rel, url }) => (
            <ExternalLink key={`${rel} ${url}`} url={url} label={rel === 'file' ? t.file : siteLabel(url)} />
          ))}
        </div>
      )}
      <DocumentFactList document={document} onCode={onCode} />
    </header>
  )
}
