import { codeOf } from '#utils/references/code.ts'
import { dutchDay } from '../dates.ts'
import { typeOfKind } from '../kinds.ts'
import {
  type Dossier,
  nothingOf,
  type OfficialDocument,
  type RelatedDocument,
  type Zaak,
} from '../official-document.ts'
import { dossierOf, namesOfPaper } from './names.ts'
import { addresseesAmong, answerersWhoSigned, askersAmong, askersWhoSigned } from './people.ts'
import type { DossierPart, PaperRow, ZaakRow } from './rows.ts'

/** Parts of a record of ours, out of parts of rows. */

const chambers = { 1: 'Eerste Kamer', 2: 'Tweede Kamer' } as const

export function paperFacts(row: PaperRow, aliases: readonly [string, ...string[]]): OfficialDocument {
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
export function peopleOf(
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

export function answerersOf(zaak: ZaakRow): OfficialDocument['answeredBy'] {
  return answerersWhoSigned(
    zaak.Document.filter(({ Soort }) => typeOfKind(Soort) === 'answers').flatMap((paper) => paper.DocumentActor),
  )
}

export function zaakOf(row: ZaakRow): readonly Zaak[] {
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

export function papersOf(
  rows: readonly PaperRow[],
  by: RelatedDocument['by'],
  zaken: readonly string[],
): readonly RelatedDocument[] {
  return rows.map((row) => relatedOf(row, by, namesOfPaper(row, [], zaken)))
}

export function relatedOf(row: PaperRow, by: RelatedDocument['by'], aliases: readonly string[]): RelatedDocument {
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
export function withoutItself(papers: readonly RelatedDocument[], own: readonly string[]): readonly RelatedDocument[] {
  const known = new Set(own)
  return papers.filter(({ aliases }) => {
    const isNew = aliases.every((alias) => !known.has(alias))
    for (const alias of aliases) known.add(alias)
    return isNew
  })
}

export function dossiersOf(rows: readonly DossierPart[]): readonly Dossier[] {
  return rows.flatMap((row) => dossierOf(row) ?? [])
}

export function decisionsOf(zaken: readonly ZaakRow[]): readonly string[] {
  const made = zaken.flatMap(({ Besluit }) => Besluit)
  const ordered = made.toSorted((a, b) => (a.GewijzigdOp ?? '').localeCompare(b.GewijzigdOp ?? ''))
  return [...new Set(ordered.flatMap(({ BesluitTekst }) => BesluitTekst ?? []))]
}

export function numbersOf(zaken: readonly ZaakRow[]): readonly string[] {
  return zaken.flatMap(({ Nummer }) => Nummer ?? [])
}

/** The newest answers are published under an id of their own (`ah-1251487`); the one of session and number leads nowhere then. */
export function linksOf(ids: readonly string[]): readonly string[] {
  const isNew = ids.some((id) => /^ah-\d{7}$/.test(id))
  const leading = ids.filter((id) => !isNew || !id.startsWith('ah-tk-'))
  return [...new Set(leading.flatMap((id) => codeOf(id)?.url ?? []))]
}
