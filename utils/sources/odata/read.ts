import { dutchDay } from '../dates.ts'
import { typeOfKind } from '../kinds.ts'
import { nothingOf, type OfficialDocument, toldBy } from '../official-document.ts'
import { namesOfPaper } from './names.ts'
import type { Told } from './open-data.ts'
import {
  answerersOf,
  decisionsOf,
  dossiersOf,
  linksOf,
  numbersOf,
  paperFacts,
  papersOf,
  peopleOf,
  relatedOf,
  withoutItself,
  zaakOf,
} from './parts.ts'
import { addresseesAmong, askersAmong } from './people.ts'
import type { ActiviteitRow, DocumentRow, DossierRow, ZaakRow } from './rows.ts'

/** Rows of the open data → records of our own. */
type From = Pick<Told<unknown>, 'service' | 'at'>

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
  const papers = row.Document.toSorted(
    (a, b) => (a.Datum ?? '').localeCompare(b.Datum ?? '') || (a.Ondernummer ?? 1e6) - (b.Ondernummer ?? 1e6),
  )
  const document: OfficialDocument = {
    ...nothingOf('dossier', id),
    aliases: [...new Set([id, row.Id])],
    title: row.Titel,
    dossiers,
    related: papers.map((paper) => relatedOf(paper, 'dossier', namesOfPaper(paper, dossiers, []))),
    links: dossiers.map(({ number }) => `https://zoek.officielebekendmakingen.nl/dossier/${number}`),
  }
  return toldBy(document, `${service.base}/Kamerstukdossier(${row.Id})`, at)
}
