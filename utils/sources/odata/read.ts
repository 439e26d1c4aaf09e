import { codeOf } from '#utils/references/code.ts'
import { dutchDay } from '../dates.ts'
import { typeOfKind } from '../kinds.ts'
import {
  type Dossier,
  nothingOf,
  type OfficialDocument,
  type RelatedDocument,
  toldBy,
  type Zaak,
} from '../official-document.ts'
import { dossierOf, namesOfPaper } from './names.ts'
import type { Told } from './open-data.ts'
import { addresseesAmong, answerersWhoSigned, askersAmong, askersWhoSigned } from './people.ts'
import type { ActiviteitRow, DocumentRow, DossierPart, DossierRow, PaperRow, ZaakRow } from './rows.ts'

/** Rows of the open data → records of our own. */
type From = Pick<Told<unknown>, 'service' | 'at'>

const chambers = { 1: 'Eerste Kamer', 2: 'Tweede Kamer' } as const

export function documentOf(row: DocumentRow, { service, at }: From): OfficialDocument {
  const dossiers = dossiersOf(row.Kamerstukdossier)
  const aliases = namesOfPaper(row, dossiers, numbersOf(row.Zaak))
  const around = row.Zaak.flatMap((zaak) => papersOf(zaak.Document, 'zaak', numbersOf([zaak])))
  const annexes = [...papersOf(row.BijlageDocument, 'annex', []), ...papersOf(row.BronDocument, 'annexed-to', [])]
  const document: OfficialDocument = {
    ...paperFacts(row, aliases),
    ...peopleOf(row, row.Zaak),
    zaken: row.Zaak.flatMap(zaakOf),
    dossiers,
    related: withoutItself([...annexes, ...around], aliases),
    decisions: decisionsOf(row.Zaak),
  }
  return toldBy(document, `${service.base}/Document(${row.Id})`, at)
}

/** The paper of a zaak that its number stands for when published: the questions themselves. Null where there is none. */
export function questionsOf(row: ZaakRow, { service, at }: From): OfficialDocument | null {
  const paper = row.Document.find(({ Soort }) => typeOfKind(Soort) === 'written-questions')
  if (paper === undefined) return null
  const dossiers = dossiersOf(row.Kamerstukdossier)
  const aliases = namesOfPaper(paper, dossiers, numbersOf([row]))
  const document: OfficialDocument = {
    ...paperFacts(paper, aliases),
    ...peopleOf(paper, [row]),
    answeredBy: answerersOf(row),
    zaken: zaakOf(row),
    dossiers,
    related: withoutItself(papersOf(row.Document, 'zaak', numbersOf([row])), aliases),
    decisions: decisionsOf([row]),
  }
  return toldBy(document, `${service.base}/Document(${paper.Id})`, at)
}

export function zaakRecordOf(row: ZaakRow, { service, at }: From): OfficialDocument {
  const id = row.Nummer ?? row.Id
  const document: OfficialDocument = {
    ...nothingOf('zaak', id),
    aliases: [...new Set([id, row.Id])],
    kind: row.Soort,
    chamber: 'Tweede Kamer',
    title: row.Titel,
    subject: row.Onderwerp,
    date: dutchDay(row.GestartOp),
    session: row.Vergaderjaar,
    askedBy: askersAmong(row.ZaakActor),
    askedOf: addresseesAmong(row.ZaakActor),
    answeredBy: answerersOf(row),
    zaken: zaakOf(row),
    dossiers: dossiersOf(row.Kamerstukdossier),
    related: papersOf(row.Document, 'zaak', numbersOf([row])),
    decisions: decisionsOf([row]),
    links: linksOf([id]),
  }
  return toldBy(document, `${service.base}/Zaak(${row.Id})`, at)
}

export function activiteitOf(row: ActiviteitRow, { service, at }: From): OfficialDocument {
  const id = row.Nummer ?? row.Id
  const document: OfficialDocument = {
    ...nothingOf('activiteit', id),
    aliases: [...new Set([id, row.Id])],
    kind: row.Soort,
    chamber: 'Tweede Kamer',
    title: row.VoortouwCommissieNaam,
    subject: row.Onderwerp,
    date: dutchDay(row.Datum),
    session: row.Vergaderjaar,
    zaken: row.Zaak.flatMap(zaakOf),
    related: papersOf(row.Document, 'zaak', []),
    links: linksOf([id]),
  }
  return toldBy(document, `${service.base}/Activiteit(${row.Id})`, at)
}

/** @param id as it was asked for: `dossier-36410-A` */
export function dossierRecordOf(row: DossierRow, id: string, { service, at }: From): OfficialDocument {
  const dossiers = dossiersOf([row])
  const papers = row.Document.map((paper) => relatedOf(paper, 'dossier', namesOfPaper(paper, dossiers, [])))
  const document: OfficialDocument = {
    ...nothingOf('dossier', id),
    aliases: [...new Set([id, row.Id])],
    title: row.Titel,
    dossiers,
    related: papers.toSorted((a, b) => (a.date ?? '').localeCompare(b.date ?? '')),
    links: linksOf([id]),
  }
  return toldBy(document, `${service.base}/Kamerstukdossier(${row.Id})`, at)
}

function paperFacts(row: PaperRow, aliases: readonly [string, ...string[]]): OfficialDocument {
  const [id] = aliases
  const number = row.Nummer === null ? null : (codeOf(row.Nummer)?.id ?? null)
  return {
    ...nothingOf('document', id),
    aliases,
    kind: row.Soort,
    type: typeOfKind(row.Soort),
    chamber: row.Kamer === 1 || row.Kamer === 2 ? chambers[row.Kamer] : null,
    title: row.Titel,
    subject: row.Onderwerp,
    date: dutchDay(row.Datum),
    session: row.Vergaderjaar,
    file:
      number === null
        ? null
        : {
            url: `https://www.tweedekamer.nl/downloads/document?id=${number}`,
            contentType: row.ContentType,
            size: row.ContentLength,
          },
    links: linksOf(aliases),
  }
}

/** Who asked is known by the zaak, who answered by who signed the answer. */
function peopleOf(
  row: PaperRow,
  zaken: readonly ZaakRow[],
): Pick<OfficialDocument, 'askedBy' | 'askedOf' | 'answeredBy'> {
  const type = typeOfKind(row.Soort)
  const actors = zaken
    .filter(({ Soort }) => typeOfKind(Soort) === 'written-questions')
    .flatMap((zaak) => zaak.ZaakActor)
  const asked = askersAmong(actors)
  return {
    askedBy: asked.length === 0 && type === 'written-questions' ? askersWhoSigned(row.DocumentActor) : asked,
    askedOf: addresseesAmong(actors),
    answeredBy: type === 'answers' || type === 'postponement' ? answerersWhoSigned(row.DocumentActor) : [],
  }
}

function answerersOf(zaak: ZaakRow): OfficialDocument['answeredBy'] {
  return answerersWhoSigned(
    zaak.Document.filter(({ Soort }) => typeOfKind(Soort) === 'answers').flatMap((paper) => paper.DocumentActor),
  )
}

function zaakOf(row: ZaakRow): readonly Zaak[] {
  if (row.Nummer === null) return []
  return [
    {
      id: row.Nummer,
      kind: row.Soort,
      subject: row.Onderwerp ?? row.Titel,
      status: row.Status,
      startedOn: dutchDay(row.GestartOp),
      term: dutchDay(row.Termijn),
      settled: row.Afgedaan,
    },
  ]
}

function papersOf(
  rows: readonly PaperRow[],
  by: RelatedDocument['by'],
  zaken: readonly string[],
): readonly RelatedDocument[] {
  return rows.map((row) => relatedOf(row, by, namesOfPaper(row, [], zaken)))
}

function relatedOf(row: PaperRow, by: RelatedDocument['by'], aliases: readonly string[]): RelatedDocument {
  return {
    aliases,
    by,
    kind: row.Soort,
    type: typeOfKind(row.Soort),
    title: row.Onderwerp ?? row.Titel,
    date: dutchDay(row.Datum),
  }
}

/** Each paper once, in the order of first mention, the document itself not among them. */
function withoutItself(papers: readonly RelatedDocument[], own: readonly string[]): readonly RelatedDocument[] {
  const known = new Set(own)
  return papers.filter(({ aliases }) => {
    const isNew = aliases.every((alias) => !known.has(alias))
    for (const alias of aliases) known.add(alias)
    return isNew
  })
}

function dossiersOf(rows: readonly DossierPart[]): readonly Dossier[] {
  return rows.flatMap((row) => dossierOf(row) ?? [])
}

function decisionsOf(zaken: readonly ZaakRow[]): readonly string[] {
  const made = zaken.flatMap(({ Besluit }) => Besluit)
  const ordered = made.toSorted((a, b) => (a.GewijzigdOp ?? '').localeCompare(b.GewijzigdOp ?? ''))
  return [...new Set(ordered.flatMap(({ BesluitTekst }) => BesluitTekst ?? []))]
}

function numbersOf(zaken: readonly ZaakRow[]): readonly string[] {
  return zaken.flatMap(({ Nummer }) => Nummer ?? [])
}

function linksOf(ids: readonly string[]): readonly string[] {
  return [...new Set(ids.flatMap((id) => codeOf(id)?.url ?? []))]
}
