import * as v from 'valibot'
import type { StoreError } from '../../browser/protocol/result.ts'
import type { ImportError } from '../../browser/protocol/transfer.ts'
import { exportFormat } from '../export/export.ts'
import { joinWatches } from '../following/join-watches.ts'
import {
  type QuestionRecord,
  type Records,
  type RecordTable,
  recordSchemas,
  recordsFrom,
  recordTables,
  withMomentsInUtc,
} from '../records/records.ts'
import { isDangerous } from '../records/untrusted.ts'
import { lastChanged } from '../rows/removal.ts'
import type { NoteRow, NoteVersionRow } from '../schema.ts'
import { joinNotes, type NoteHistory } from './join-notes.ts'
import { withNoteNames } from './note-names.ts'
import { ImportFailure, largestExport } from './read-export.ts'
import { oneReading, type Placed } from './salvage-readings.ts'

/** Whether a file that can't be imported for this reason may hold records that are whole. */
export const isSalvageable = (error: ImportError | StoreError): boolean => error === 'cut-off' || error === 'damaged'

/** What could be read of a file that is not whole. */
export interface Salvaged {
  readonly records: Records
  /** Lines that should have been records and are none. */
  readonly lost: number
}

/**
 * Reads what is whole in an export that was cut off or damaged, on the user's request: records stand one a
 * line, so each that can be read alone is. Nothing tells whether records are missing between two others.
 *
 * @throws ImportFailure `not-an-export`, `too-large`; `cut-off` where not one record is whole, `damaged` where nearly none is
 */
export async function salvageExport(file: Blob): Promise<Salvaged> {
  if (file.size > largestExport) throw new ImportFailure('too-large')
  const text = await file.text()
  // The head of a file of ours, laid out as it is or not.
  const head = text.slice(0, 1_000).split(/\r?\n/, 3)
  if (!head.some((line) => line.includes(`"format": "${exportFormat}"`))) {
    throw new ImportFailure('not-an-export')
  }
  const { tables, questions, lost } = wholeLines(text)
  tables.set(
    'questions',
    questions.map(({ record }) => record),
  )
  const records = recordsFrom(tables)
  if (recordTables.every((name) => records[name].length === 0)) throw new ImportFailure('cut-off', 'nothing is whole')
  const own = withoutOrphans(oneReading(withMomentsInUtc(records), questions))
  return { records: await withNoteNames(withoutDoubles(own)), lost }
}

/** The records that can be read, each line by itself; questions apart, with the section that they stand in. */
function wholeLines(text: string) {
  const tables = new Map<RecordTable, unknown[]>(recordTables.map((table) => [table, []]))
  const questions: Placed[] = []
  const seen = new Set<string>()
  let lost = 0
  for (const { table, line, section } of recordLines(text)) {
    const record = recordOf(table, line)
    if (record === null) lost += 1
    // Those of two readings may be alike in part.
    else if (table === 'questions') questions.push({ record: record as QuestionRecord, section })
    else if (!hasSeen(seen, `${table} ${JSON.stringify(record)}`)) tables.get(table)?.push(record)
    if (lost > mostLost) throw new ImportFailure('damaged', 'hardly a line is a record')
  }
  return { tables, questions, lost }
}

/** The lines that should be records: of which table, and in which of the file's sections. */
function* recordLines(text: string): Generator<{ table: RecordTable; line: string; section: number }> {
  let table: RecordTable | null = null
  let section = 0
  for (const line of linesOf(text)) {
    const begun = /^"(\w+)": \[$/.exec(line)?.[1]
    if (begun !== undefined) {
      table = recordTables.find((name) => name === begun) ?? null
      section += 1
    } else if (/^\]/.test(line)) table = null
    else if (table !== null && line.trim() !== '') yield { table, line, section }
  }
}

/** A file with more lines that are no records is not worth reading: each costs time, and a file may consist of nothing else. */
const mostLost = 200_000

/** The lines of a text one by one: all of them together may be more than fits into memory. */
function* linesOf(text: string): Generator<string, void, undefined> {
  for (let from = 0; from <= text.length; ) {
    const end = text.indexOf('\n', from)
    const line = text.slice(from, end < 0 ? text.length : end)
    yield line.endsWith('\r') ? line.slice(0, -1) : line
    from = end < 0 ? text.length + 1 : end + 1
  }
}

function hasSeen(seen: Set<string>, key: string): boolean {
  const size = seen.size
  return seen.add(key).size === size
}

function recordOf(table: RecordTable, line: string): object | null {
  // What can't be parsed costs more than what is not tried.
  if (!/^\s*\{/.test(line)) return null
  try {
    const value: unknown = JSON.parse(line.replace(/,\s*$/, ''))
    return !isDangerous(value) && v.is(recordSchemas[table], value) ? (value as object) : null
  } catch {
    return null
  }
}

/** Rows that say something of another one, where that one is lost. */
function withoutOrphans(records: Records): Records {
  const notes = new Set(records.notes.map(({ id }) => id))
  const documents = new Set(records.documents.map(({ id }) => id))
  return {
    ...records,
    questions: records.questions.filter(({ list }) => documents.has(list)),
    rests: records.rests.filter(({ document }) => documents.has(document)),
    corrections: records.corrections.filter(({ list }) => documents.has(list)),
    noteTags: records.noteTags.filter(({ noteId }) => notes.has(noteId)),
    noteVersions: records.noteVersions.filter(({ noteId }) => notes.has(noteId)),
  }
}

/**
 * Of two exports that became one file (two machines wrote it at once, into one folder) each note stands there once, with both texts, and
 * what is followed once, with the news of both.
 */
function withoutDoubles(records: Records): Records {
  const versions = Map.groupBy(records.noteVersions, ({ noteId }) => noteId)
  const notes = [...Map.groupBy(records.notes, ({ id }) => id)].flatMap(([id, all]) => {
    const newest = all.length > mostJoined ? all.toSorted(newestFirst) : all
    const [first, ...others] = newest.slice(0, mostJoined)
    if (first === undefined) return []
    const earlier = newest.slice(mostJoined).filter(({ body }) => body.trim() !== '')
    const texts = new Map(earlier.map((note) => [note.body, versionOf(note)]))
    const own: NoteHistory = { note: first, versions: numbered([...(versions.get(id) ?? []), ...texts.values()]) }
    return others.reduce((known, note) => joinNotes(known, { note, versions: known.versions }), own)
  })
  const watches = [...Map.groupBy(records.watches, ({ target }) => target).values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [others.reduce(joinWatches, first)],
  )
  return {
    ...records,
    notes: notes.map(({ note }) => note),
    noteVersions: notes.flatMap(({ versions }) => versions),
    watches,
  }
}

/** More texts of one note are no other machine's: the newest are joined, and the others stand in its history. */
const mostJoined = 16

const newestFirst = (one: NoteRow, other: NoteRow): number => {
  const [own, others] = [lastChanged(one), lastChanged(other)]
  return own === others ? 0 : own < others ? 1 : -1
}

const versionOf = ({ id, version, body, updatedAt }: NoteRow): NoteVersionRow => ({
  noteId: id,
  version,
  body,
  at: updatedAt,
})

/** Each under a number of its own. */
function numbered(versions: Records['noteVersions']): NoteVersionRow[] {
  const taken = new Set<number>()
  const highest = versions.reduce((most, { version }) => Math.max(most, version), 0)
  return versions.map((row, index) => {
    const version = taken.has(row.version) ? highest + 1 + index : row.version
    taken.add(version)
    return { ...row, version }
  })
}
