import { format } from '#locales/i18n.ts'
import { factNameMessages, officialMessages } from '#locales/official.ts'
import type { DocumentRow } from '#utils/database/schema.ts'
import type { OfficialDocument } from '#utils/sources/official-document.ts'
import { ExternalLink } from '../parts/external-link.tsx'
import { Icon } from '../parts/icons.tsx'
import { useStore } from '../store/use-store.ts'

interface Told {
  readonly fact: string
  readonly from: string
  readonly at: string
}

/** Which fact came from which service, or from the document that was read, and when. */
export function OfficialSources({ official, document }: { official: OfficialDocument | null; document?: DocumentRow }) {
  const t = useStore(officialMessages)
  const names = useStore(factNameMessages)
  const { time } = useStore(format)
  const told: readonly Told[] = [...(official?.provenance ?? []), ...(document?.provenance ?? [])]
  if (told.length === 0) return null
  const sources = Map.groupBy(told, ({ from, at }) => `${at} ${from}`)
  const nameOf = (fact: string) => (Object.hasOwn(names, fact) ? names[fact as keyof typeof names] : fact)
  return (
    <details class="kl-rest__part kl-sources">
      <summary>
        <Icon name="chevron" />
        {t.sources}
      </summary>
      <ul class="kl-rest__list">
        {[...sources].map(([key, [first, ...others]]) => {
          if (first === undefined) return null
          const facts = [...new Set([first, ...others].map(({ fact }) => nameOf(fact)))].join(', ')
          return (
            <li key={key}>
              <ExternalLink url={first.from} label={siteOf(first.from)} />
              <span class="kl-muted">
                {' '}
                {t.sourceAt({ moment: time(new Date(first.at), { dateStyle: 'medium', timeStyle: 'short' }) })}
              </span>
              <p class="kl-sources__facts">{facts}</p>
            </li>
          )
        })}
      </ul>
    </details>
  )
}

/** The host of an address; the name of a file as it stands. */
function siteOf(from: string): string {
  return /^https?:/i.test(from) ? (URL.parse(from)?.hostname.replace(/^www\./, '') ?? from) : from
}
