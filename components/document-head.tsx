import { useStore } from '@nanostores/preact'
import { useId, useState } from 'preact/hooks'
import { commonMessages } from '#locales/common.ts'
import { documentMessages } from '#locales/document.ts'
import { errorMessages } from '#locales/errors.ts'
import { factMessages, typeMessages } from '#locales/facts.ts'
import { kindMessages } from '#locales/kinds.ts'
import { readingMessages } from '#locales/reading.ts'
import type { DocumentRow } from '#utils/database/schema.ts'
import type { Code } from '#utils/references/types.ts'
import { CopyButton } from './copy-button.tsx'
import { useDocumentDate } from './document-date.ts'
import { DocumentFactLine, DocumentFactList } from './document-facts.tsx'
import { ExternalLink, useSiteLabel } from './external-link.tsx'
import { FollowButton } from './follow-button.tsx'
import { IconButton } from './icon-button.tsx'
import { Icon } from './icons.tsx'
import { useServices } from './services.ts'
import { offerUndo, showFailure } from './undo-bar.tsx'
import { useReader } from './use-reader.ts'

export interface DocumentHeadProps {
  readonly document: DocumentRow
  readonly title: string
  readonly code: Code | null
  readonly onCode: (code: Code) => void
}

/** CSS pixels of a window from which all of it is shown; in a popup the questions have to be in view. */
const roomy = 640

/** Ways that are shown where there is little room. */
const briefWays = 2

/** What a document is, the ways to it, and what it says of itself: in a narrow window the most of it when asked for. */
export function DocumentHead({ document, title, code, onCode }: DocumentHeadProps) {
  const [whole, setWhole] = useState(innerWidth >= roomy)
  const toReader = useReader(document)
  const more = useId()
  const ways = (toReader === null ? 0 : 1) + (code === null ? 0 : 1) + document.links.length
  const hasMore = innerWidth < roomy && (ways > briefWays || document.facts !== undefined)
  return (
    <header class="kl-document__head">
      <FirstLine document={document} />
      <h2 class={whole ? 'kl-document__title' : 'kl-document__title kl-document__title--brief'} title={title}>
        {title}
      </h2>
      <div id={more} class="kl-document__more">
        <Ways document={document} code={code} toReader={toReader} isWhole={whole} />
        {whole && <DocumentFactList document={document} onCode={onCode} />}
        <div class="kl-document__brief">
          {!whole && <DocumentFactLine document={document} />}
          {hasMore && <MoreButton whole={whole} controls={more} onPress={() => setWhole(!whole)} />}
        </div>
      </div>
    </header>
  )
}

function MoreButton({ whole, controls, onPress }: { whole: boolean; controls: string; onPress: () => void }) {
  const t = useStore(factMessages)
  return (
    <button
      type="button"
      class="kl-button kl-button--plain kl-small kl-document__toggle"
      aria-label={whole ? t.less : t.more}
      aria-expanded={whole}
      aria-controls={controls}
      onClick={onPress}
    >
      {whole ? t.less : t.moreShort}
      <Icon name={whole ? 'up' : 'down'} />
    </button>
  )
}

/** Kind, date and size, and removing it. */
function FirstLine({ document }: { document: DocumentRow }) {
  const t = useStore(documentMessages)
  const types = useStore(typeMessages)
  const kinds = useStore(kindMessages)
  const common = useStore(commonMessages)
  const errors = useStore(errorMessages)
  const { actions } = useServices()
  const date = useDocumentDate(document.date)

  async function remove() {
    const answer = await actions.deleteDocument(document.id)
    if (answer.ok) offerUndo({ text: t.deleted, undo: () => actions.restoreDocument(document.id) })
    else showFailure(common.notDeleted({ reason: errors[answer.error] }))
  }

  return (
    <div class="kl-document__first">
      <p class="kl-facts kl-small kl-muted">
        <span>{document.facts?.type ? types[document.facts.type] : kinds[document.kind]}</span>
        {date !== null && <span>{date}</span>}
        {document.pages !== undefined && document.pages > 1 && <span>{t.pages(document.pages)}</span>}
      </p>
      <FollowButton target={document.id} />
      <IconButton icon="trash" label={t.delete} class="kl-document__delete" onClick={remove} />
    </div>
  )
}

/** To the reader, to a reference to copy, to the official places: in brief the first two of them. */
function Ways(
  props: Pick<DocumentHeadProps, 'document' | 'code'> & { toReader: (() => void) | null; isWhole: boolean },
) {
  const { document, code, toReader, isWhole } = props
  const t = useStore(documentMessages)
  const reading = useStore(readingMessages)
  const siteLabel = useSiteLabel()
  const all = [
    ...(toReader === null
      ? []
      : [
          <button key="reader" type="button" class="kl-button kl-button--plain" onClick={toReader}>
            <Icon name="document" />
            {reading.openReader}
          </button>,
        ]),
    ...(code === null ? [] : [<CopyButton key="copy" text={code.label} label={t.copyReference} />]),
    ...document.links.map(({ rel, url }) => (
      <ExternalLink key={`${rel} ${url}`} url={url} label={rel === 'file' ? t.file : siteLabel(url)} />
    )),
  ]
  if (all.length === 0) return null
  return <div class="kl-document__links">{isWhole ? all : all.slice(0, briefWays)}</div>
}
