import * as v from 'valibot'
import type { Question } from '../../documents/types.ts'
import { noteColours } from '../../notes/colours.ts'
import { parseTarget } from '../../notes/target.ts'
import { sourceErrors } from '../../sources/http/errors.ts'
import { longestTitle, mostDecisions, mostNames, mostNews, mostPapers, type News } from '../../sources/news.ts'
import { longestName } from '../names/identity.ts'
import type {
  CorrectionRow,
  DocumentId,
  DocumentRow,
  NoteRow,
  NoteTagRow,
  NoteVersionRow,
  RestRow,
  WatchRow,
} from '../schema.ts'
import { inUtc, isMoment } from './moments.ts'
import { lookupRecord } from './official-shapes.ts'
import { correction, documentFacts, mostRest, passage, printedQuestion, referenceKind, restPiece } from './shapes.ts'

/** The shape of every record that an export file holds: exactly the rows of the schema, nothing beside their keys. */

const text = v.pipe(v.string(), v.maxLength(10_000_000))
const line = v.pipe(v.string(), v.maxLength(20_000))
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(longestName))
/** Links of a file from outside end up in `href`. */
const webAddress = v.pipe(line, v.regex(/^https?:\/\//i))
const moment = v.pipe(v.string(), v.isoTimestamp(), v.check(isMoment))
const count = v.pipe(v.number(), v.integer(), v.minValue(0))

const document: v.GenericSchema<unknown, DocumentRow> = v.pipe(
  v.strictObject({
    id,
    kind: v.union([referenceKind, v.literal('file')]),
    title: line,
    aliases: v.array(id),
    dossier: v.exactOptional(line),
    date: v.exactOptional(line),
    links: v.array(v.strictObject({ rel: v.picklist(['page', 'file', 'publication']), url: webAddress })),
    provenance: v.array(v.strictObject({ fact: line, from: line, at: moment })),
    pages: v.exactOptional(count),
    facts: v.exactOptional(documentFacts),
    createdAt: moment,
    updatedAt: moment,
    deletedAt: v.exactOptional(moment),
    changedAt: v.exactOptional(moment),
    restoredAt: v.exactOptional(moment),
  }),
  v.check((row) => row.aliases.includes(row.id)),
)

/** A question as it was read; corrections stand in a table of their own. */
export interface QuestionRecord extends Question {
  readonly list: DocumentId
}

/** A note without what this machine alone knows of its passage. */
export type NoteRecord = Omit<NoteRow, 'seen'>

const question: v.GenericSchema<unknown, QuestionRecord> = v.strictObject({ list: id, ...printedQuestion })

const note: v.GenericSchema<unknown, NoteRecord> = v.pipe(
  v.strictObject({
    id,
    target: v.pipe(
      id,
      v.check((target) => parseTarget(target) !== null),
    ),
    type: v.picklist(['document', 'question', 'passage']),
    passage: v.exactOptional(passage),
    body: text,
    colour: v.exactOptional(v.picklist(noteColours)),
    version: v.pipe(count, v.minValue(1)),
    saves: v.exactOptional(v.pipe(v.array(id), v.maxLength(100))),
    places: v.array(v.strictObject({ url: webAddress, title: line })),
    createdAt: moment,
    updatedAt: moment,
    deletedAt: v.exactOptional(moment),
    changedAt: v.exactOptional(moment),
    restoredAt: v.exactOptional(moment),
  }),
  v.check((row) => row.passage === undefined || row.type === 'passage'),
)

const noteTag: v.GenericSchema<unknown, NoteTagRow> = v.strictObject({ noteId: id, tag: id, createdAt: moment })

const noteVersion: v.GenericSchema<unknown, NoteVersionRow> = v.strictObject({
  noteId: id,
  version: count,
  body: text,
  at: moment,
})

const sourceError = v.picklist(sourceErrors)

const news: v.GenericSchema<unknown, News> = v.strictObject({
  at: moment,
  kind: v.picklist(['answered', 'postponed', 'withdrawn', 'settled', 'new-document', 'decision']),
  ids: v.pipe(v.array(id), v.maxLength(mostNames)),
  title: v.nullable(v.pipe(v.string(), v.maxLength(longestTitle))),
  day: v.nullable(v.pipe(v.string(), v.isoDate())),
  seen: v.boolean(),
  told: v.exactOptional(v.literal(true)),
})

const watch: v.GenericSchema<unknown, WatchRow> = v.strictObject({
  target: id,
  nextCheck: moment,
  lastStatus: v.exactOptional(line),
  since: v.exactOptional(moment),
  updatedAt: v.exactOptional(moment),
  lastChecked: v.exactOptional(moment),
  papers: v.exactOptional(v.pipe(v.array(id), v.maxLength(mostPapers))),
  decisions: v.exactOptional(v.pipe(v.array(line), v.maxLength(mostDecisions))),
  news: v.exactOptional(v.pipe(v.array(news), v.maxLength(mostNews))),
  failure: v.exactOptional(v.strictObject({ code: sourceError, at: moment, times: v.pipe(count, v.minValue(1)) })),
  deletedAt: v.exactOptional(moment),
})

const rest: v.GenericSchema<unknown, RestRow> = v.strictObject({
  document: id,
  rest: v.pipe(v.array(restPiece), v.maxLength(mostRest)),
})

const correctionRow: v.GenericSchema<unknown, CorrectionRow> = v.strictObject({
  list: id,
  ...correction,
  updatedAt: moment,
  deletedAt: v.exactOptional(moment),
})

/** The tables of an export, in its order. */
export const recordSchemas = {
  documents: document,
  questions: question,
  notes: note,
  noteTags: noteTag,
  noteVersions: noteVersion,
  watches: watch,
  rests: rest,
  corrections: correctionRow,
  lookups: lookupRecord,
}

export type RecordTable = keyof typeof recordSchemas

/** Everything that an export holds, validated. */
export type Records = { readonly [Table in RecordTable]: readonly v.InferOutput<(typeof recordSchemas)[Table]>[] }

export const recordTables = Object.keys(recordSchemas) as readonly RecordTable[]

/** Records of each table as they are given, which are valid already; of the others none. */
export const recordsFrom = (tables: ReadonlyMap<RecordTable, readonly unknown[]>): Records =>
  Object.fromEntries(recordTables.map((table) => [table, tables.get(table) ?? []])) as unknown as Records

/** Of each table no record. */
export const noRecords = (): Records => recordsFrom(new Map())

/** The version of the export that a table came with; all others were there from the first. */
const since: Readonly<Partial<Record<RecordTable, number>>> = { rests: 2, corrections: 2, lookups: 3 }

/** The tables that an export of this version has; the others were not there yet. */
export function tablesOf(version: number): readonly RecordTable[] {
  return recordTables.filter((table) => (since[table] ?? 1) <= version)
}

/** What makes the key of a row, in this order. */
export const recordKeys: Readonly<Record<RecordTable, readonly string[]>> = {
  documents: ['id'],
  questions: ['list', 'order'],
  notes: ['id'],
  noteTags: ['noteId', 'tag'],
  noteVersions: ['noteId', 'version'],
  watches: ['target'],
  rests: ['document'],
  corrections: ['list', 'number', 'occurrence', 'kind'],
  lookups: ['id'],
}

/** Records with all moments as ours are written; look-ups are none of the user's, and compare none with ours. */
export function withMomentsInUtc(records: Records): Records {
  const { documents, notes, noteTags, noteVersions, watches, corrections } = records
  return {
    ...records,
    documents: documents.map(inUtc),
    notes: notes.map(inUtc),
    noteTags: noteTags.map(inUtc),
    noteVersions: noteVersions.map(inUtc),
    watches: watches.map(inUtc),
    corrections: corrections.map(inUtc),
  }
}

/** Two records with one key: one of them would be lost. */
function hasDoubles(table: RecordTable, rows: readonly unknown[]): boolean {
  const keyOf = (row: unknown) => JSON.stringify(recordKeys[table].map((key) => (row as Record<string, unknown>)[key]))
  return new Set(rows.map(keyOf)).size !== rows.length
}

/** Reads records one by one; null at the first that is none, or where two have one key. Tables not expected stay empty. */
export function readRecords(
  value: Readonly<Record<string, unknown>>,
  expected: readonly RecordTable[],
): Records | null {
  if (Object.keys(value).length !== expected.length) return null
  const tables = new Map<RecordTable, readonly unknown[]>()
  for (const table of expected) {
    const rows = Object.hasOwn(value, table) ? value[table] : null
    if (!Array.isArray(rows)) return null
    const schema = recordSchemas[table]
    if (!rows.every((row) => v.is(schema, row)) || hasDoubles(table, rows)) return null
    tables.set(table, rows)
  }
  return recordsFrom(tables)
}
