import { isOfficialUrl } from '#utils/references/addresses/sites.ts'
import { codeOf } from '#utils/references/code.ts'
import { nameOfWritten } from '#utils/references/ids/ids.ts'
import { dutchDay } from '../dates.ts'
import { typeOfKind } from '../kinds.ts'
import { officeOf } from '../odata/people.ts'
import { nothingOf, type OfficialDocument, type RelatedDocument, toldBy } from '../official-document.ts'
import { allOf, type Facts, firstOf } from './facts.ts'

/**
 * A publication's metadata → a record of our own. The names of statements were seen in public code and in recorded answers,
 * not all of them for parliamentary papers [R]; what is missing stays unknown.
 *
 * @param id canonical, as it was asked for
 * @param files addresses by manifestation
 */
export function publicationOf(
  id: string,
  facts: Facts,
  files: ReadonlyMap<string, string>,
  from: string,
  at: string,
): OfficialDocument {
  const kind = kindOf(facts)
  const type = typeOf(id, kind, firstOf(facts, 'title'))
  const pdf = [files.get('pdf'), `https://zoek.officielebekendmakingen.nl/${id}.pdf`].find(
    (url) => url !== undefined && isOfficialUrl(url),
  )
  const document: OfficialDocument = {
    ...nothingOf('document', id),
    kind,
    type,
    chamber: chamberOf(id, facts),
    title: firstOf(facts, 'title', 'dossiertitel'),
    subject: firstOf(facts, 'documenttitel'),
    date: firstDay(facts, type === 'answers' ? answeredOn : publishedOn),
    session: firstOf(facts, 'vergaderjaar'),
    askedBy: allOf(facts, 'indiener').flatMap((name) => (officeOf(name) ? [] : [{ name, party: null }])),
    askedOf: allOf(facts, 'ontvanger').flatMap((written) => {
      const held = officeOf(written)
      return held ? [{ name: null, ...held }] : []
    }),
    zaken: questionNumbers(facts).map((number) => ({
      id: number,
      kind: 'Schriftelijke vragen',
      subject: null,
      status: null,
      startedOn: firstDay(facts, ['datumindiening']),
      term: null,
      settled: null,
    })),
    dossiers: allOf(facts, 'dossiernummer').flatMap(dossiersIn),
    related: relatedOf(id, facts),
    file: pdf === undefined ? null : { url: pdf, contentType: 'application/pdf', size: null },
    links: [codeOf(id)?.url ?? []].flat(),
  }
  return toldBy(document, from, at)
}

const publishedOn = ['datumindiening', 'date', 'issued', 'available']
const answeredOn = ['datumontvangst', 'date', 'issued', 'available']

/** `DC.type` says «Kamerstuk» and, in a vocabulary of its own, what kind of one. */
function kindOf(facts: Facts): string | null {
  const stated = facts.get('type') ?? []
  const exact = stated.find(({ scheme }) => /types?$|typen$/i.test(scheme))
  return exact?.text ?? stated[0]?.text ?? firstOf(facts, 'publicatienaam', 'publicationname')
}

/** What the id says goes before a kind that says no more than «Aanhangsel»; a postponement has an id like an answer's. */
function typeOf(id: string, kind: string | null, title: string | null): OfficialDocument['type'] {
  if (id.startsWith('kv-')) return 'written-questions'
  if (!id.startsWith('ah-')) return typeOfKind(kind)
  return [kind, title].some((text) => typeOfKind(text) === 'postponement') ? 'postponement' : 'answers'
}

function chamberOf(id: string, facts: Facts): OfficialDocument['chamber'] {
  const creator = firstOf(facts, 'creator', 'publisher') ?? ''
  if (/eerste kamer/i.test(creator) || /^(?:ah|h)-ek-/.test(id)) return 'Eerste Kamer'
  return /tweede kamer/i.test(creator) || /^(?:ah|h|kv|nds)-tk-/.test(id) ? 'Tweede Kamer' : null
}

function firstDay(facts: Facts, names: readonly string[]): string | null {
  return names.flatMap((name) => dutchDay(firstOf(facts, name)) ?? [])[0] ?? null
}

/** The Z-number that links an answer to its questions (`tpmeta/vraagnummer`). */
function questionNumbers(facts: Facts): readonly string[] {
  const names = allOf(facts, 'vraagnummer').flatMap((text) => nameOfWritten(text.replace(/\s/g, '')) ?? [])
  return [...new Set(names.filter(({ kind }) => kind === 'zaak').map(({ id }) => id))]
}

function relatedOf(id: string, facts: Facts): readonly RelatedDocument[] {
  const link = (alias: string, by: RelatedDocument['by'], type: RelatedDocument['type']): RelatedDocument => ({
    aliases: [alias],
    by,
    kind: null,
    type,
    title: null,
    date: null,
  })
  const questions = questionNumbers(facts)
    .map((number) => `kv-tk-${number}`)
    .filter((name) => name !== id)
  const main = allOf(facts, 'hoofddocument').flatMap((text) => nameOfWritten(text)?.id ?? [])
  return [
    ...questions.map((name) => link(name, 'publication', 'written-questions')),
    ...answersOf(id, facts).map((name) => link(name, 'publication', null)),
    ...main.filter((name) => name !== id).map((name) => link(name, 'annexed-to', null)),
  ]
}

/** A question's metadata name the number in the Aanhangsel: of an answer or of a postponement, which they don't say. */
function answersOf(id: string, facts: Facts): readonly string[] {
  if (!id.startsWith('kv-')) return []
  const years = /^(\d{4})-(\d{4})$/.exec(firstOf(facts, 'vergaderjaar') ?? '')
  return allOf(facts, 'aanhangsel', 'aanhangselnummer').flatMap((text) => {
    const written = years && /^\d{1,5}$/.test(text) ? `ah-tk-${years[1]}${years[2]}-${Number(text)}` : text
    const name = nameOfWritten(written)
    return name?.kind === 'aanhangsel' ? name.id : []
  })
}

function dossiersIn(text: string): OfficialDocument['dossiers'] {
  return text
    .split(/[;,]/)
    .map((part) => part.replace(/[()\s]/g, '').toUpperCase())
    .filter((number) => /^(?:\d{5}(?:-[A-Z0-9]{1,8})?|[MDCLXVI]{2,12})$/.test(number))
    .map((number) => ({ number, title: null }))
}
