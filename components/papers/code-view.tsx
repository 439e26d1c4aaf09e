import { useState } from 'preact/hooks'
import { commonMessages } from '#locales/common.ts'
import { documentMessages } from '#locales/document.ts'
import { errorMessages } from '#locales/errors.ts'
import { kindMessages } from '#locales/kinds.ts'
import type { Lookup } from '#utils/browser/protocol/lookup.ts'
import { citedPaper } from '#utils/citations/cited-paper.ts'
import type { DocumentRow, NotePlace } from '#utils/database/schema.ts'
import { documentTarget, questionTargets } from '#utils/notes/target.ts'
import { fileOf, textAddressOf } from '#utils/references/addresses/text-address.ts'
import { isExample } from '#utils/references/ids/example.ts'
import type { Code } from '#utils/references/types.ts'
import { headingOf } from '#utils/sources/heading.ts'
import type { OfficialDocument } from '#utils/sources/official-document.ts'
import { FollowButton } from '../following/follow-button.tsx'
import { Mentions } from '../notes/mentions.tsx'
import { Notes } from '../notes/notes.tsx'
import { Counterpart } from '../official/counterpart.tsx'
import { LookUpNotice } from '../official/official-look-up.tsx'
import { OfficialFoot, OfficialRecord } from '../official/official-record.tsx'
import { type Official, useOfficial } from '../official/use-official.ts'
import { ExternalLink, useSiteLabel } from '../parts/external-link.tsx'
import { QuestionBody } from '../questions/question-body.tsx'
import { QuestionTools } from '../questions/question-tools.tsx'
import { jobBegun } from '../reading/begun-jobs.ts'
import { useShownReading } from '../reading/use-shown-reading.ts'
import { FailedRead } from '../store/failed-read.tsx'
import { useLive } from '../store/live.ts'
import { useServices } from '../store/services.ts'
import { useStore } from '../store/use-store.ts'
import { CopyReference } from './copy-reference.tsx'
import { DocumentBody, KeptHead } from './document-view.tsx'
import { shownLabel } from './shown-label.ts'
import './document-view.css'
import '../questions/question-list.css'

export interface CodeViewProps {
  readonly code: Code
  readonly onCode: (code: Code) => void
  /** Opens a document of which something is kept, at one of its questions. */
  readonly onDocument: (document: DocumentRow, question?: number) => void
  readonly place?: NotePlace | undefined
  readonly focusNote?: boolean | undefined
  /** It is what the page is of, which the user did not open here: nothing is asked unasked, and notes come first. */
  readonly ofPage?: boolean | undefined
}

/** What a code stands for: the questions that it is printed with, the document registered under it, and notes. */
export function CodeView(props: CodeViewProps) {
  const common = useStore(commonMessages)
  const t = useStore(documentMessages)
  const { kept } = useServices()
  const live = useLive(() => kept.lookup(props.code), [props.code.id]).value
  const official = useOfficial(props.code, props.ofPage)
  if (live.state === 'loading') {
    return (
      <p class="kl-muted" role="status">
        {common.loading}
      </p>
    )
  }
  const nothing: Lookup = {
    code: props.code,
    document: null,
    printed: [],
    questionCount: 0,
    notes: [],
    official: null,
    counterpart: null,
  }
  return (
    <div class="kl-code-view">
      {live.state === 'failed' && <FailedRead beside={t.unread} onAgain={live.again} />}
      <CodeFacts
        {...props}
        lookup={live.state === 'ready' ? live.value : nothing}
        isUnread={live.state === 'failed'}
        official={official}
      />
    </div>
  )
}

interface CodeFactsProps extends CodeViewProps {
  readonly lookup: Lookup
  /** Whether what is kept could not be read: then nothing is said of what is kept and what is not. */
  readonly isUnread: boolean
  readonly official: Official | null
}

function CodeFacts(props: CodeFactsProps) {
  const { code, lookup, isUnread, official, onCode, onDocument, place, focusNote, ofPage } = props
  const { document, printed } = lookup
  const record = official?.row?.document ?? null
  const whole = document !== null && printed.length === 0 ? document : null
  useShownReading(ofPage || whole === null ? null : whole.id)
  const isOnWhole = whole !== null && !ofPage
  const on = { target: documentTarget(code.id), subject: code.label, isOnWhole }
  const notes = <Notes {...on} place={place} focus={focusNote} />
  // The notes keep their place when the document comes that stands for the code: someone may be writing in them.
  return (
    <>
      {whole !== null ? (
        <KeptHead document={whole} official={official} onCode={onCode} />
      ) : (
        <header class="kl-code-view__code">
          <h2 class="kl-code-view__title">{shownLabel(code.label)}</h2>
          <div class="kl-code-view__ways">
            <FollowButton target={code.id} />
            <CopyReference paper={citedPaper(code, record, document)} />
          </div>
          {/* Where its number is a question's, it stands beside what is said of the document. */}
          {document === null && printed.length === 0 && !isUnread && <Keep code={code} record={record} />}
        </header>
      )}
      {ofPage && notes}
      {whole !== null ? (
        <DocumentBody document={whole} onCode={onCode} place={place} />
      ) : (
        <>
          {printed.map((one) => (
            <PrintedQuestion
              key={`${one.list.id} ${one.question.order}`}
              {...one}
              onCode={onCode}
              onDocument={onDocument}
              place={place}
            />
          ))}
          {/* Of a question of the example no number is another paper's. */}
          {(printed.length === 0 || !isExample(code.id)) && <RegisteredDocument {...props} />}
        </>
      )}
      <Counterpart lookup={lookup} onCode={onCode} onDocument={onDocument} />
      <Mentions code={code} onQuestion={onDocument} />
      {!ofPage && notes}
    </>
  )
}

/**
 * The document that is registered under a code: what the official services say of it, the way to what is kept, or to
 * keeping it. Beside a question that the code is printed with it stands apart, under a title that says so.
 */
function RegisteredDocument(props: CodeFactsProps) {
  const { code, lookup, isUnread, official, onCode, onDocument } = props
  const { document, printed } = lookup
  const t = useStore(documentMessages)
  const record = official?.row?.document ?? null
  const isElsewhere = printed.length > 0 && document !== null && printed.every(({ list }) => list.id !== document.id)
  const content = (
    <>
      {isElsewhere && <p class="kl-small kl-muted">{t.documentElsewhere}</p>}
      {official !== null && <LookUpNotice official={official} />}
      {record === null ? (
        <OfficialWays code={code} />
      ) : (
        <OfficialRecord code={code} official={record} onCode={onCode} />
      )}
      {document === null ? (
        !isUnread && (
          <>
            <p class="kl-muted">{lookup.notes.length > 0 ? t.noQuestions : t.notKeptLong}</p>
            {printed.length > 0 && <Keep code={code} record={record} />}
          </>
        )
      ) : (
        <button type="button" class="kl-inline kl-part__lead" onClick={() => onDocument(document)}>
          {t.openKept({ title: document.title.trim() || t.untitled })}
        </button>
      )}
      {official !== null && <OfficialFoot official={official} />}
    </>
  )
  // What stands below may be on its way to be pressed: it is not to move far when the answer comes.
  const isComing = record === null && official?.isAsking === true
  if (printed.length === 0) {
    return <div class={`kl-code-view__registered${isComing ? ' kl-code-view__registered--coming' : ''}`}>{content}</div>
  }
  return (
    <section class="kl-part">
      <h3 class="kl-part__title">{t.documentUnder({ code: shownLabel(code.label) })}</h3>
      {record === null && document === null && <p class="kl-small kl-muted">{t.mayContradict}</p>}
      {content}
    </section>
  )
}

function PrintedQuestion(props: Lookup['printed'][number] & Pick<CodeViewProps, 'onCode' | 'onDocument' | 'place'>) {
  const { question, list, onCode, onDocument, place } = props
  const t = useStore(documentMessages)
  const { kept } = useServices()
  const rows = useLive(() => kept.questions(list.id), [list.id]).value
  const all = rows.state === 'ready' ? rows.value : []
  const targets = questionTargets(list.id, all)
  const own = targets.get(question.order)?.[0]
  const numbers = new Set(all.map(({ number }) => number))
  return (
    <section class="kl-part">
      <div>
        <h3 class="kl-part__title">{t.printedTitle({ number: question.number })}</h3>
        <button type="button" class="kl-inline kl-part__lead" onClick={() => onDocument(list, question.order)}>
          {list.title.trim() === '' ? t.untitled : list.title}
        </button>
      </div>
      <QuestionBody
        row={question}
        numbers={numbers}
        onCode={onCode}
        onQuestion={(number) => onDocument(list, all.find((row) => row.number === number)?.order)}
      />
      {own !== undefined && (
        <QuestionTools
          row={question}
          next={all[all.findIndex(({ order }) => order === question.order) + 1]}
          document={list}
          targets={targets}
        />
      )}
      {own !== undefined && (
        <Notes target={own} subject={t.question({ number: question.number })} place={place} existingOnly />
      )}
    </section>
  )
}

/** Of what nothing is known: what its code is of, and its official pages. */
function OfficialWays({ code }: { code: Code }) {
  const t = useStore(documentMessages)
  const kinds = useStore(kindMessages)
  const siteLabel = useSiteLabel()
  const file = fileOf(code)
  return (
    <div class="kl-code-view__head">
      <p class="kl-small kl-muted">{kinds[code.kind]}</p>
      <div class="kl-document__links">
        <ExternalLink url={code.url} label={siteLabel(code.url)} />
        {file !== null && <ExternalLink url={file} label={t.file} />}
      </div>
    </div>
  )
}

/** A code of which no document is kept: its questions are read on the user's own action. */
function Keep({ code, record }: { code: Code; record: OfficialDocument | null }) {
  const t = useStore(documentMessages)
  const errors = useStore(errorMessages)
  const { actions } = useServices()
  const [error, setError] = useState<keyof typeof errors | null>(null)
  const address = textAddressOf(code) ?? record?.file?.url ?? null
  async function read() {
    if (address === null) return
    const answer = await actions.readAddress(address, headingOf(record) ?? code.label)
    setError(answer.ok ? null : answer.error)
    if (answer.ok) jobBegun(answer.value.id)
  }
  if (address === null) return null
  return (
    <div class="kl-code-view__keep">
      <button type="button" class="kl-button" onClick={read}>
        {t.readIt}
      </button>
      {error !== null && (
        <p class="kl-notice kl-notice--danger" role="alert">
          {errors[error]}
        </p>
      )}
    </div>
  )
}
