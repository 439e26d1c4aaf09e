import { useStore } from '@nanostores/preact'
import type { ComponentChildren } from 'preact'
import { factMessages } from '#locales/facts.ts'
import type { DocumentRow } from '#utils/database/schema.ts'
import type { Answerer, Asker } from '#utils/documents/types.ts'
import type { Code } from '#utils/references/types.ts'
import { useDocumentDate } from './document-date.ts'
import { ExternalLink } from './external-link.tsx'
import { useServices } from './services.ts'
import { shownLabel } from './shown-label.ts'

/** What the document says of itself: who asked, who answered, when, in which dossier. Nothing where it says nothing. */
export function DocumentFactList({ document, onCode }: { document: DocumentRow; onCode: (code: Code) => void }) {
  const t = useStore(factMessages)
  const { codes } = useServices()
  const { facts } = document
  const askedOn = useDocumentDate(facts?.askedOn)
  const answeredOn = useDocumentDate(facts?.answeredOn)
  const dates = [
    ...(askedOn === null ? [] : [t.askedOn({ date: askedOn })]),
    ...(answeredOn === null ? [] : [t.answeredOn({ date: answeredOn })]),
  ]
  const dossier = document.dossier ?? facts?.dossier ?? null
  const askers = useAskers(facts?.askedBy ?? [])
  const printed = (facts?.printedIds ?? []).flatMap((id) => codes.codeOf(id) ?? [])
  const subject = facts?.subject?.trim() ?? ''
  const rows: readonly (readonly [string, ComponentChildren])[] = [
    [t.askedBy, askers || null],
    [t.answeredBy, (facts?.answeredBy ?? []).map(answererOf).join('; ') || null],
    [t.dates, dates.join(', ')],
    [t.subject, subject === '' || document.title.includes(subject) ? null : subject],
    [t.dossier, dossier && <ExternalLink url={dossierUrl(dossier)} label={dossierLabel(dossier)} />],
    [
      t.codes,
      printed.length === 0
        ? null
        : printed.map((code, index) => (
            <span key={code.id}>
              {index > 0 && ', '}
              <button type="button" class="kl-inline kl-code" onClick={() => onCode(code)}>
                {shownLabel(code.label)}
              </button>
            </span>
          )),
    ],
  ]
  const said = rows.filter(([, value]) => value !== null && value !== '')
  if (said.length === 0) return null
  return (
    <dl class="kl-fact-list" aria-label={t.facts}>
      {said.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Who asked and who answered in one line; nothing where the document says neither. */
export function DocumentFactLine({ document }: { document: DocumentRow }) {
  const t = useStore(factMessages)
  const askers = useAskers(document.facts?.askedBy ?? [])
  const answerers = (document.facts?.answeredBy ?? []).map(answererOf).join('; ')
  const said = [
    ...(askers === '' ? [] : [[t.askedBy, askers] as const]),
    ...(answerers === '' ? [] : [[t.answeredBy, answerers] as const]),
  ]
  if (said.length === 0) return null
  return (
    <p class="kl-fact-line">
      {said.map(([name, value], index) => (
        <span key={name}>
          {index > 0 && ' → '}
          <span class="kl-visually-hidden">{name} </span>
          {value}
        </span>
      ))}
    </p>
  )
}

/** Who asked, in words: «Daniëlle Jansen (VVD), leden van D66». */
export function useAskers(askers: readonly Asker[]): string {
  const t = useStore(factMessages)
  return askers
    .map(({ name, party }) =>
      name === null ? t.members({ party: party ?? '?' }) : party === null ? name : `${name} (${party})`,
    )
    .join(', ')
}

/** «Minister Agema (Volksgezondheid, Welzijn en Sport)». */
function answererOf({ name, function: post, ministry }: Answerer): string {
  const who = name === null ? post : `${post} ${name}`
  const begun = who.charAt(0).toLocaleUpperCase('nl') + who.slice(1)
  return ministry === null ? begun : `${begun} (${ministry})`
}

const dossierUrl = (dossier: string): string =>
  `https://zoek.officielebekendmakingen.nl/dossier/${encodeURIComponent(dossier)}`

/** `36360-VIII` as it is printed: «36 360 VIII». */
const dossierLabel = (dossier: string): string =>
  shownLabel(dossier.replace(/^(\d{2})(\d{3})/u, '$1 $2').replace(/-(?=[A-Z])/u, ' '))
