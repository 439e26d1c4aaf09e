import { useId, useState } from 'preact/hooks'
import { documentMessages } from '#locales/document.ts'
import { factMessages } from '#locales/facts.ts'
import { readingMessages } from '#locales/reading.ts'
import { citedPaper } from '#utils/citations/cited-paper.ts'
import type { DocumentRow } from '#utils/database/schema.ts'
import type { Code } from '#utils/references/types.ts'
import type { OfficialDocument } from '#utils/sources/official-document.ts'
import { FollowButton } from '../following/follow-button.tsx'
import { type NamedLink, useOfficialLinks } from '../official/official-links.ts'
import { LookUpNotice } from '../official/official-look-up.tsx'
import { OfficialFoot } from '../official/official-record.tsx'
import { RelatedPapers } from '../official/official-related.tsx'
import { OfficialStatus } from '../official/official-status.tsx'
import type { Official } from '../official/use-official.ts'
import { ExternalLink } from '../parts/external-link.tsx'
import { showNotDeleted } from '../parts/failure-words.ts'
import { IconButton } from '../parts/icon-button.tsx'
import { Icon } from '../parts/icons.tsx'
import { Found } from '../search/found-mark.tsx'
import { useServices } from '../store/services.ts'
import { useStore } from '../store/use-store.ts'
import { offerUndo } from '../undo/undo.ts'
import { CopyReference } from './copy-reference.tsx'
import { useDocumentDate } from './document-date.ts'
import { FactLine, FactList } from './document-facts.tsx'
import { usePaperKind } from './paper-kind.ts'
import { useReader } from './use-reader.ts'

export interface DocumentHeadProps {
  readonly document: DocumentRow
  readonly title: string
  readonly code: Code | null
  /** What the official services say of it, and how that goes; null where it is not looked up. */
  readonly official: Official | null
  readonly onCode: (code: Code) => void
}

/** CSS pixels of a window from which all of it is shown; in a popup the questions have to be in view. */
const roomy = 640

/** Ways that are shown where there is little room. */
const briefWays = 2

/** What a document is, the ways to it, and what it says of itself: in a narrow window the most of it when asked for. */
export function DocumentHead({ document, title, code, official, onCode }: DocumentHeadProps) {
  const [whole, setWhole] = useState(innerWidth >= roomy)
  const toReader = useReader(document)
  const linksOf = useOfficialLinks()
  const more = useId()
  const record = official?.row?.document ?? null
  const links = linksOf(record, document)
  const ways = (toReader === null ? 0 : 1) + (code === null ? 0 : 1) + links.length
  const hasMore = innerWidth < roomy && (ways > briefWays || document.facts !== undefined || record !== null)
  return (
    <header class="kl-document__head">
      <FirstLine document={document} official={record} />
      <h2 class={whole ? 'kl-document__title' : 'kl-document__title kl-clamp'} title={title}>
        <Found text={title} />
      </h2>
      <OfficialStatus official={record} />
      {official !== null && <LookUpNotice official={official} isKept />}
      <div id={more} class="kl-document__more">
        <Ways document={document} code={code} official={record} links={links} toReader={toReader} isWhole={whole} />
        {whole && <FactList document={document} official={record} onCode={onCode} />}
        {whole && record !== null && <RelatedPapers official={record} onCode={onCode} />}
        {whole && official !== null && <OfficialFoot official={official} document={document} />}
        <div class="kl-document__brief">
          {!whole && <FactLine document={document} official={record} />}
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
function FirstLine({ document, official }: { document: DocumentRow; official: OfficialDocument | null }) {
  const t = useStore(documentMessages)
  const kindOf = usePaperKind()
  const { actions } = useServices()
  const date = useDocumentDate(document.date ?? official?.date)

  async function remove() {
    const answer = await actions.deleteDocument(document.id)
    if (answer.ok) {
      const of = { words: document.title, lang: 'nl' } as const
      const { lags } = answer.value
      const text = () => documentMessages.get().deleted
      offerUndo({ text, of, lags, undo: () => actions.restoreDocument(document.id) })
    } else showNotDeleted(answer.error)
  }

  return (
    <div class="kl-document__first">
      <p class="kl-facts kl-small kl-muted">
        <span>{kindOf(official, document)}</span>
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
  props: Pick<DocumentHeadProps, 'document' | 'code'> & {
    official: OfficialDocument | null
    links: readonly NamedLink[]
    toReader: (() => void) | null
    isWhole: boolean
  },
) {
  const { document, code, official, links, toReader, isWhole } = props
  const reading = useStore(readingMessages)
  const all = [
    ...(toReader === null
      ? []
      : [
          <button key="reader" type="button" class="kl-button kl-button--plain" onClick={toReader}>
            <Icon name="document" />
            {reading.openReader}
          </button>,
        ]),
    ...(code === null ? [] : [<CopyReference key="copy" paper={citedPaper(code, official, document)} />]),
    ...links.map(({ url, label }) => <ExternalLink key={url} url={url} label={label} />),
  ]
  if (all.length === 0) return null
  return <div class="kl-document__links">{isWhole ? all : all.slice(0, briefWays)}</div>
}
