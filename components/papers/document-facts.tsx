import type { ComponentChildren } from 'preact'
import { factMessages } from '#locales/facts.ts'
import { officialMessages } from '#locales/official.ts'
import type { DocumentRow } from '#utils/database/schema.ts'
import type { Asker } from '#utils/documents/types.ts'
import { dossierCode } from '#utils/references/dossier.ts'
import type { Code } from '#utils/references/types.ts'
import { headingOf } from '#utils/sources/heading.ts'
import type { OfficialDocument } from '#utils/sources/official-document.ts'
import { peopleOf } from '#utils/sources/people.ts'
import { dossierLabel, dossierPage } from '../dossiers/dossier-label.ts'
import { ExternalLink, useSiteLabel } from '../parts/external-link.tsx'
import { useServices } from '../store/services.ts'
import { useStore } from '../store/use-store.ts'
import { useDocumentDate } from './document-date.ts'
import { answererOf, askerOf } from './people-words.ts'
import { shownLabel } from './shown-label.ts'

/** What is known of a paper: by itself, where it was read and is kept, and by the official services. */
export interface Facts {
  readonly document: DocumentRow | null
  readonly official: OfficialDocument | null
}

/**
 * Who asked, of whom, who answered, when, what it is part of, what was decided, to which zaak and dossier it belongs. Nothing
 * where nobody says anything.
 */
export function FactList({ document, official, onCode }: Facts & { onCode: (code: Code) => void }) {
  const t = useStore(factMessages)
  const o = useStore(officialMessages)
  const { codes } = useServices()
  const people = usePeople({ document, official })
  const facts = document?.facts
  const askedOn = useDocumentDate(facts?.askedOn)
  const answeredOn = useDocumentDate(facts?.answeredOn)
  const dates = [
    ...(askedOn === null ? [] : [t.askedOn({ date: askedOn })]),
    ...(answeredOn === null ? [] : [t.answeredOn({ date: answeredOn })]),
  ]
  const zaken = official?.is === 'zaak' ? [] : (official?.zaken ?? []).flatMap(({ id }) => codes.codeOf(id) ?? [])
  const printed = (facts?.printedIds ?? [])
    .filter((id) => zaken.every((zaak) => zaak.id !== id))
    .flatMap((id) => codes.codeOf(id) ?? [])
  const dossiers = dossiersOf({ document, official })
  const rows: readonly (readonly [name: string, value: ComponentChildren, isSaid: boolean])[] = [
    [t.askedBy, people.askers, people.askers !== ''],
    [o.askedOf, people.addressees, people.addressees !== ''],
    [t.answeredBy, people.answerers, people.answerers !== ''],
    [t.dates(Math.max(1, dates.length)), dates.join(', '), dates.length > 0],
    ...wordsOf({ document, official }).map(
      ([name, words]) => [name === 'subject' ? t.subject : o[name], <span lang="nl">{words}</span>, true] as const,
    ),
    [o.zaak(Math.max(1, zaken.length)), <CodeLinks codes={zaken} onCode={onCode} />, zaken.length > 0],
    [o.dossiers(Math.max(1, dossiers.length)), <Dossiers dossiers={dossiers} onCode={onCode} />, dossiers.length > 0],
    [t.codes, <CodeLinks codes={printed} onCode={onCode} />, printed.length > 0],
  ]
  const said = rows.filter(([, , isSaid]) => isSaid)
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

function CodeLinks({ codes, onCode }: { codes: readonly Code[]; onCode: (code: Code) => void }) {
  return (
    <>
      {codes.map((code, index) => (
        <span key={code.id}>
          {index > 0 && ', '}
          <button type="button" class="kl-inline kl-code" onClick={() => onCode(code)}>
            {shownLabel(code.label)}
          </button>
        </span>
      ))}
    </>
  )
}

/** Each dossier opens in place, with its official page beside it. The Senate's own are known to no service that is asked. */
function Dossiers(props: { dossiers: OfficialDocument['dossiers']; onCode: (code: Code) => void }) {
  const { dossiers, onCode } = props
  const siteLabel = useSiteLabel()
  const opened = dossiers.map((dossier) => ({ ...dossier, code: dossierCode(dossier.number) }))
  return (
    <>
      {opened.map(({ number, title, code }) => (
        <span key={number} class="kl-fact-list__line">
          {code !== null && (
            <button type="button" class="kl-inline" onClick={() => onCode(code)}>
              {dossierLabel(number)}
            </button>
          )}
          {title !== null && <bdi lang="nl"> {title}</bdi>}{' '}
          <ExternalLink url={dossierPage(number)} label={code === null ? number : siteLabel(code.url)} />
        </span>
      ))}
    </>
  )
}

/** Who asked and who answered in one line; nothing where nobody says either. */
export function FactLine(facts: Facts) {
  const t = useStore(factMessages)
  const { askers, answerers } = usePeople(facts)
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
  useStore(factMessages)
  return askers.map(askerOf).join(', ')
}

/** The people in words. */
function usePeople({ document, official }: Facts) {
  const { askedBy, askedOf, answeredBy } = peopleOf(document?.facts, official)
  const askers = useAskers(askedBy)
  const answerers = answeredBy.map(answererOf).join('; ')
  const addressees = askedOf.map(answererOf).join('; ')
  // Whoever was asked and answered is named once.
  return { askers, answerers, addressees: addressees === answerers ? '' : addressees }
}

/** What it is about, its official title, what it is part of and what was decided, where that is not said above already. */
function wordsOf({ document, official }: Facts) {
  const heading = headingOf(official) ?? ''
  const shown = document === null ? heading : document.title
  const says = (words: string) => words !== '' && !shown.includes(words)
  const subject = document?.facts?.subject?.trim() ?? ''
  const whole = official?.title?.trim() ?? ''
  const rows: readonly (readonly ['subject' | 'officialTitle' | 'partOf' | 'decision', string, boolean])[] = [
    ['subject', subject, says(subject) && subject !== heading],
    ['officialTitle', heading, document !== null && says(heading)],
    ['partOf', whole, says(whole) && whole !== heading],
    ['decision', inOneSentence(official?.decisions ?? []), true],
  ]
  return rows.filter(([, words, isShown]) => words !== '' && isShown)
}

/** Decisions are sentences of their own: «Agenderen; Desgewenst betrekken bij het overleg.» */
const inOneSentence = (decisions: readonly string[]): string =>
  decisions.map((one, at) => (at < decisions.length - 1 ? one.replace(/\.$/, '') : one)).join('; ')

function dossiersOf({ document, official }: Facts): OfficialDocument['dossiers'] {
  if (official !== null && official.dossiers.length > 0) return official.is === 'dossier' ? [] : official.dossiers
  const number = document?.dossier ?? document?.facts?.dossier ?? null
  return number === null ? [] : [{ number, title: null }]
}
