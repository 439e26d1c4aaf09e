import { standsInPlace } from '../documents/richer-reading.ts'
import type { QuestionRecord, Records } from '../records/records.ts'
import { isSame } from '../rows/is-same.ts'
import { isChangedLater } from '../rows/removal.ts'
import type { DocumentId, DocumentRow, RestRow } from '../schema.ts'
import { mergeDocuments } from './merge-documents.ts'

/** A question of a file that is not whole, and which of the file's tables it stands in. */
export interface Placed {
  readonly record: QuestionRecord
  readonly section: number
}

/** What two machines have read of one document. */
interface Reading {
  readonly document: DocumentRow | undefined
  readonly questions: readonly QuestionRecord[]
  readonly rest: RestRow | undefined
}

/**
 * The records with one reading of each document, no place of which has two questions. Where two exports became one file, a document
 * may stand there twice, with two readings: they are told apart by their places, since the questions of each stand in order, and one
 * is taken whole: the later one, if it has no less.
 */
export function oneReading(records: Records, placed: readonly Placed[]): Records {
  const documents = Map.groupBy(records.documents, ({ id }) => id)
  const rests = Map.groupBy(records.rests, ({ document }) => document)
  const taken = new Map<DocumentId, Reading>()
  for (const [list, own] of Map.groupBy(placed, ({ record }) => record.list)) {
    const byPlace = Map.groupBy(own, ({ record }) => record.order)
    if (byPlace.size === own.length) continue
    taken.set(list, takenOf(readingsOf(own, byPlace), documents.get(list) ?? [], rests.get(list) ?? []))
  }
  if (taken.size === 0) return records
  return {
    ...records,
    documents: inPlace(
      records.documents,
      ({ id }) => id,
      taken,
      ({ document }) => document && [document],
    ),
    questions: inPlace(
      records.questions,
      ({ list }) => list,
      taken,
      ({ questions }) => questions,
    ),
    rests: inPlace(
      records.rests,
      ({ document }) => document,
      taken,
      ({ rest }) => rest && [rest],
    ),
  }
}

/** Rows with those of some documents replaced, where the first of each stood. @param rowsOf undefined where all stay */
function inPlace<Row>(
  rows: readonly Row[],
  documentOf: (row: Row) => DocumentId,
  taken: ReadonlyMap<DocumentId, Reading>,
  rowsOf: (reading: Reading) => readonly Row[] | undefined,
): readonly Row[] {
  const placed = new Set<DocumentId>()
  return rows.flatMap((row) => {
    const id = documentOf(row)
    const reading = taken.get(id)
    const own = reading && rowsOf(reading)
    if (own === undefined) return [row]
    if (placed.has(id)) return []
    placed.add(id)
    return own
  })
}

/** More machines than write into one file. */
const mostReadings = 16

/** The different readings of one document, in the order in which they begin; what can't be told apart is one, without doubles. */
function readingsOf(
  placed: readonly Placed[],
  byPlace: ReadonlyMap<number, readonly Placed[]>,
): readonly (readonly QuestionRecord[])[] {
  const most = [...byPlace.values()].reduce((highest, { length }) => Math.max(highest, length), 0)
  const readings: { readonly section: number; readonly questions: QuestionRecord[] }[] = []
  let last: (typeof readings)[number] | undefined
  for (const { record, section } of placed) {
    const goesOn = (one: typeof last) =>
      one?.section === section && (one.questions.at(-1)?.order ?? 0) < record.order ? one : undefined
    last = goesOn(last) ?? readings.find(goesOn)
    if (last !== undefined) last.questions.push(record)
    else if (readings.length < Math.min(most, mostReadings)) {
      last = { section, questions: [record] }
      readings.push(last)
    }
    // They stand in no order.
    else return [[...byPlace.values()].flatMap((own) => own.at(-1)?.record ?? [])]
  }
  return readings
    .map(({ questions }) => questions)
    .filter((one, index, all) => all.findIndex((other) => isSame(one, other)) === index)
}

/** The one that is taken of several, with what belongs to it where as many of that stand there. */
function takenOf(
  readings: readonly (readonly QuestionRecord[])[],
  documents: readonly DocumentRow[],
  rests: readonly RestRow[],
): Reading {
  const areTold = documents.length === readings.length
  const all = readings.map(
    (questions, index): Reading => ({
      document: areTold ? documents[index] : undefined,
      questions,
      rest: rests.length === readings.length ? rests[index] : undefined,
    }),
  )
  return all.reduce((own, other) => {
    const [one, two] = [own.document, other.document]
    const both = one !== undefined && two !== undefined ? { one, two } : null
    const replaces = standsInPlace(other.questions, own.questions, {
      isLater: both !== null && isChangedLater(both.two, both.one),
      // Where it is, some of its lines may be lost.
      mayBePoorer: false,
    })
    const document = both === null ? undefined : mergeDocuments(both.one, both.two, replaces)
    return { ...(replaces ? other : own), document }
  })
}
