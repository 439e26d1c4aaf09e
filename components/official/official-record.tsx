import type { ComponentChildren } from 'preact'
import { officialMessages } from '#locales/official.ts'
import type { DocumentRow } from '#utils/database/schema.ts'
import type { Code } from '#utils/references/types.ts'
import { headingOf } from '#utils/sources/heading.ts'
import type { OfficialDocument } from '#utils/sources/official-document.ts'
import { useDocumentDate } from '../papers/document-date.ts'
import { FactList } from '../papers/document-facts.tsx'
import { usePaperKind } from '../papers/paper-kind.ts'
import { shownLabel } from '../papers/shown-label.ts'
import { ExternalLink } from '../parts/external-link.tsx'
import { useStore } from '../store/use-store.ts'
import { useOfficialLinks } from './official-links.ts'
import { LookUpAge } from './official-look-up.tsx'
import { RelatedPapers } from './official-related.tsx'
import { OfficialSources } from './official-sources.tsx'
import { OfficialStatus } from './official-status.tsx'
import type { Official } from './use-official.ts'
import '../papers/document-view.css'
import './official.css'

/** What the official services say of a code of which no document is shown: what it is, who, its status, what belongs to it. */
export function OfficialRecord(props: {
  readonly code: Code
  readonly official: OfficialDocument
  readonly onCode: (code: Code) => void
  /** The way to what is kept of it. */
  readonly children?: ComponentChildren
}) {
  const { code, official, onCode, children } = props
  const t = useStore(officialMessages)
  const kindOf = usePaperKind()
  const linksOf = useOfficialLinks()
  const date = useDocumentDate(official.date)
  const title = headingOf(official)
  const name = t.record({ code: shownLabel(code.label) })
  return (
    <section class="kl-record" aria-label={name}>
      <div class="kl-record__head">
        <p class="kl-facts kl-small kl-muted">
          <span>{kindOf(official, code)}</span>
          {date !== null && <span>{date}</span>}
        </p>
        {title !== null && (
          <h3 class="kl-record__title" lang="nl">
            {title}
          </h3>
        )}
        <OfficialStatus official={official} />
        <div class="kl-document__links">
          {linksOf(official, undefined, code.url).map(({ url, label }) => (
            <ExternalLink key={url} url={url} label={label} />
          ))}
        </div>
      </div>
      {children}
      <FactList document={null} official={official} onCode={onCode} />
      <RelatedPapers official={official} onCode={onCode} />
    </section>
  )
}

/** Where what is known comes from, and how old it is: below everything that it says. */
export function OfficialFoot({ official, document }: { official: Official; document?: DocumentRow }) {
  return (
    <div>
      <OfficialSources official={official.row?.document ?? null} {...(document === undefined ? {} : { document })} />
      <LookUpAge official={official} isKept={document !== undefined} />
    </div>
  )
}
