import * as v from 'valibot'
import type { ChosenRows } from '../../browser/protocol/keeping.ts'
import { namedIn, parseTarget } from '../../notes/target.ts'
import { chosenContent, notesOfChosen } from '../library/chosen.ts'
import { withoutRemovedExample } from '../library/example.ts'
import { sha256 } from '../names/hash.ts'
import { longestName } from '../names/identity.ts'
import { questionsOf } from '../names/named-documents.ts'
import { allNames } from '../names/names.ts'
import { leanedOn } from '../official/leaned-on.ts'
import type { KamerlensDatabase } from '../open.ts'
import { type LookupRecord, lookupRecord } from '../records/official-shapes.ts'
import { type Records, type RecordTable, recordTables } from '../records/records.ts'
import { liveRows } from '../rows/live.ts'
import type { DocumentId, DocumentRow, NoteRow, OriginalRow } from '../schema.ts'
import { partsOf } from './parts.ts'

/** Format of the file, described in docs/export-format.md. A reader refuses a higher version than it knows. */
export const exportFormat = 'kamerlens-export'
export const exportVersion = 5

/** Bytes of one file: some less than an import reads (`largestExport`), for what stands around the records. */
const largestFile = 95 * 1024 * 1024

/**
 * Everything kept, removed notes and documents too, as JSON: read in one transaction, so that it is all of one moment. Of what the
 * official services said goes along what the user keeps leans on. Settings, reading jobs and an example that was tidied away stay behind.
 * One file, or several where one would be larger than an import takes; each is whole in itself, and they may be imported in any order.
 *
 * @param chosen only these, documents with all that belongs to them and the notes on them; null for everything
 */
export async function exportAll(
  db: KamerlensDatabase,
  now: Date,
  most: number = largestFile,
  chosen: ChosenRows | null = null,
): Promise<readonly [Blob, ...Blob[]]> {
  return filesOf(chosen === null ? await readAll(db) : await readChosen(db, chosen), now, most)
}

/** Records as files, without an example that was tidied away. */
export async function filesOf(
  kept: Records,
  now: Date,
  most: number = largestFile,
): Promise<readonly [Blob, ...Blob[]]> {
  const records = withoutRemovedExample(kept)
  const fileOf = async (part: Records) => new Blob([await exportText(part, now)], { type: 'application/json' })
  // All of it may be longer than any text of a browser: then it is known to go into several.
  const whole = await fileOf(records).catch(() => null)
  if (whole !== null && whole.size <= most) return [whole]
  const files: Blob[] = []
  for (const part of partsOf(records, most)) files.push(await fileOf(part))
  const [first = await fileOf(records), ...others] = files
  return [first, ...others]
}

function readAll(db: KamerlensDatabase): Promise<Records> {
  return db.read([...recordTables, 'originals'], async () => {
    const all = {
      documents: await db.documents.toArray(),
      questions: await db.questions.toArray(),
      originals: await db.originals.toArray(),
      notes: await db.notes.toArray(),
      noteTags: await db.noteTags.toArray(),
      noteVersions: await db.noteVersions.toArray(),
      watches: await db.watches.toArray(),
      rests: await db.rests.toArray(),
      corrections: await db.corrections.toArray(),
    }
    return recordsOf((table) => all[table], await lookupsToExport(db))
  })
}

/** Rows of the tables that are kept whole, as they are stored. */
export interface StoredRows extends Omit<Records, 'notes' | 'lookups'> {
  readonly notes: readonly NoteRow[]
  readonly originals: readonly OriginalRow[]
}

/** Rows as they are stored, as an export holds them. */
export function recordsOf(
  rowsOf: <Table extends keyof StoredRows>(table: Table) => StoredRows[Table],
  lookups: Records['lookups'],
): Records {
  return {
    documents: rowsOf('documents').map(named),
    questions: allAsRead(rowsOf('questions'), rowsOf('originals')),
    notes: rowsOf('notes').map(({ seen: _, ...note }) => note),
    noteTags: rowsOf('noteTags'),
    noteVersions: rowsOf('noteVersions'),
    watches: rowsOf('watches'),
    rests: rowsOf('rests'),
    corrections: rowsOf('corrections'),
    lookups,
  }
}

function readChosen(db: KamerlensDatabase, chosen: ChosenRows): Promise<Records> {
  return db.read([...recordTables, 'originals'], async () => {
    const { documents } = await chosenContent(db, chosen)
    const ids = await notesOfChosen(db, chosen)
    const notes = liveRows(await db.notes.bulkGet([...ids]))
    const lists = new Set(documents.map(({ id }) => id))
    const targets = notes.flatMap(({ target }) => parseTarget(target) ?? []).map(namedIn)
    const names = new Set(allNames(targets, documents))
    // Of a removed note nothing goes out, its labels and earlier texts neither.
    const live = new Set(notes.map(({ id }) => id))
    const isOfNote = ({ noteId }: { readonly noteId: string }) => live.has(noteId)
    return {
      documents: documents.map(named),
      questions: (await Promise.all([...lists].map((list) => asRead(db, list)))).flat(),
      notes: notes.map(({ seen: _, ...note }) => note),
      noteTags: (await db.noteTags.toArray()).filter(isOfNote),
      noteVersions: (await db.noteVersions.toArray()).filter(isOfNote),
      watches: [],
      rests: (await db.rests.toArray()).filter(({ document }) => lists.has(document)),
      corrections: (await db.corrections.toArray()).filter(({ list }) => lists.has(list)),
      lookups: (await lookupsToExport(db)).filter(({ aliases }) => aliases.some((alias) => names.has(alias))),
    }
  })
}

/** Without names that an older Kamerlens gave a document and no import takes: one such name would have the whole file refused. */
function named(document: DocumentRow): DocumentRow {
  const isName = (alias: DocumentId) => alias.length <= longestName
  return document.aliases.every(isName) ? document : { ...document, aliases: document.aliases.filter(isName) }
}

/** A cache, so a row of which the file may not speak as it is stays behind. */
async function lookupsToExport(db: KamerlensDatabase): Promise<Records['lookups']> {
  const kept = await leanedOn(db)
  const rows = await db.lookups.filter(({ aliases }) => aliases.some((alias) => kept.has(alias))).toArray()
  return rows
    .map(({ wanted: _, failure: __, follow: ___, ...row }) => row)
    .filter((row): row is LookupRecord => v.is(lookupRecord, row))
}

/** All questions as they were read: corrections go beside them and are applied again where they are imported. */
function allAsRead(shown: Records['questions'], originalRows: readonly OriginalRow[]): Records['questions'] {
  const originals = new Map(originalRows.map(({ list, questions }) => [list, questions]))
  if (originals.size === 0) return shown
  const lists = [...Map.groupBy(shown, ({ list }) => list)]
  return lists.flatMap(([list, rows]) => (originals.get(list) ?? rows).map((question) => ({ ...question, list })))
}

/** The questions of one document, in the same way. */
async function asRead(db: KamerlensDatabase, list: DocumentId): Promise<Records['questions']> {
  const original = await db.originals.get(list)
  return (original?.questions ?? (await questionsOf(db, list).toArray())).map((question) => ({ ...question, list }))
}

/**
 * The file's text. Counts and hash come last: a file that was cut off has none. Records stand one a line, so that two
 * exports can be compared by eye; the hash is of their values, not of the line breaks.
 */
export async function exportText(records: Records, now: Date): Promise<string> {
  const table = (name: RecordTable): string => {
    const rows = records[name].map((row) => JSON.stringify(row)).join(',\n')
    return `${JSON.stringify(name)}: [\n${rows}\n]`
  }
  return [
    '{',
    `"format": "${exportFormat}",`,
    `"version": ${exportVersion},`,
    `"exportedAt": ${JSON.stringify(now.toISOString())},`,
    `"records": {\n${recordTables.map(table).join(',\n')}\n},`,
    `"counts": ${JSON.stringify(countsOf(records))},`,
    `"sha256": "${await recordsHash(records)}"`,
    '}\n',
  ].join('\n')
}

/** The number of records of each table. */
export function countsOf(
  records: Readonly<Record<RecordTable, readonly unknown[]>>,
  tables: readonly RecordTable[] = recordTables,
): Partial<Record<RecordTable, number>> {
  return Object.fromEntries(tables.map((table) => [table, records[table].length]))
}

/** Hex SHA-256 of the records as JSON without white space, tables and keys in the order of the file. */
export function recordsHash(
  records: Readonly<Record<RecordTable, readonly unknown[]>>,
  tables: readonly RecordTable[] = recordTables,
): Promise<string> {
  return sha256(JSON.stringify(Object.fromEntries(tables.map((table) => [table, records[table]]))))
}
