import { dossierNumber } from '#utils/references/dossier.ts'
import { familyOf } from '#utils/references/ids/ids.ts'
import { nineDigitsOf } from './odata/aanhangsel.ts'
import { dossierKey } from './odata/names.ts'
import type { OpenData, Told } from './odata/open-data.ts'
import { activiteitOf, documentOf, dossierRecordOf, questionsOf, zaakRecordOf } from './odata/read.ts'
import type { DocumentRow } from './odata/rows.ts'
import type { OfficialDocument, RelatedDocument } from './official-document.ts'

type Signal = AbortSignal | undefined

/**
 * What the open data say of a canonical id, whatever its family; null where they know nothing of it.
 *
 * @throws SourceFailure, or the signal's reason
 */
export async function openDataRecord(data: OpenData, id: string, signal: Signal): Promise<OfficialDocument | null> {
  const dossier = dossierNumber(id)
  if (dossier !== null) return dossierRecord(data, id, dossier, signal)
  const known = familyOf(id)
  switch (known?.family.name) {
    case 'document':
      return withAnswers(data, best(await data.documents([id], signal)), signal)
    case 'zaak': {
      const told = await data.zaken([id], signal)
      return told.rows[0] ? zaakRecordOf(told.rows[0], told) : null
    }
    case 'kamervraag': {
      const told = await data.zaken([known.parts[1]?.toUpperCase() ?? ''], signal)
      return told.rows[0] ? questionsOf(told.rows[0], told) : null
    }
    case 'activiteit': {
      const told = await data.activiteiten([id], signal)
      return told.rows[0] ? activiteitOf(told.rows[0], told) : null
    }
    case 'aanhangsel': {
      const digits = nineDigitsOf(id)
      return digits === null ? null : best(await data.documentsOfAanhangsel(digits, signal))
    }
    default:
      return published(data, id, signal)
  }
}

async function dossierRecord(data: OpenData, id: string, number: string, signal: Signal) {
  const key = dossierKey(number)
  const told = key && (await data.dossiers(key, signal))
  return told?.rows[0] ? dossierRecordOf(told.rows[0], id, told) : null
}

const answeredLists = ['Lijst van vragen en antwoorden', 'Verslag houdende een lijst van vragen en antwoorden']

/** A list of questions and the list with their answers do not always share a zaak; they do share their dossier (DOMAIN §3). */
async function withAnswers(data: OpenData, list: OfficialDocument | null, signal: Signal) {
  if (list?.type !== 'question-list') return list
  if (list.related.some(({ type }) => type === 'question-and-answer-list')) return list
  const key = list.dossiers.length === 1 ? dossierKey(list.dossiers[0]?.number ?? '') : null
  if (key === null) return list
  const told = await data.documentsInDossier(key, { kinds: answeredLists }, signal)
  const later = told.rows
    .map((row) => documentOf(row, told))
    .filter(({ date }) => date === null || list.date === null || date >= list.date)
  const related = later.map(
    ({ aliases, kind, type, title, subject, date }): RelatedDocument => ({
      aliases,
      by: 'dossier',
      kind,
      type,
      title: subject ?? title,
      date,
    }),
  )
  return { ...list, related: [...list.related, ...related] }
}

/** By the id of the publication, and while it has none yet by its place in the dossier. */
async function published(data: OpenData, id: string, signal: Signal): Promise<OfficialDocument | null> {
  const found = named(best(await data.documentsOfPublication(id, signal)), id)
  if (found) return found
  const place = placeOf(id)
  return place && named(best(await data.documentsInDossier(place.key, { ondernummer: place.ondernummer }, signal)), id)
}

/** Dossier and ondernummer of `kst-36360-VIII-5`; null for the Senate's letters and for what belongs to another publication. */
function placeOf(id: string) {
  const [, dossier = '', number = ''] = /^kst-(\d{5}(?:-[A-Z0-9]{1,8})?)-(\d{1,4})$/.exec(id) ?? []
  const key = dossierKey(dossier)
  return key && number !== '' ? { key, ondernummer: Number(number) } : null
}

/** An annex may bear the number of its letter: the letter is meant. */
function best(told: Told<DocumentRow>): OfficialDocument | null {
  const row = told.rows.find(({ Soort }) => Soort !== 'Bijlage') ?? told.rows[0]
  return row ? documentOf(row, told) : null
}

/** It was found under this id, so this is one of its names. */
function named(document: OfficialDocument | null, id: string): OfficialDocument | null {
  return document && { ...document, aliases: [...new Set([...document.aliases, id])] }
}
