import * as v from 'valibot'
import type { ImportError } from '../../browser/protocol/transfer.ts'
import { countsOf, exportFormat, exportVersion, recordsHash } from '../export/export.ts'
import { type Records, readRecords, tablesOf, withMomentsInUtc } from '../records/records.ts'
import { isDangerous } from '../records/untrusted.ts'
import { withNoteNames } from './note-names.ts'

/** Bytes of the largest file that is read. */
export const largestExport = 100 * 1024 * 1024

export class ImportFailure extends Error {
  readonly code: ImportError
  constructor(code: ImportError, detail?: string) {
    super(detail ? `${code}: ${detail}` : code)
    this.name = 'ImportFailure'
    this.code = code
  }
}

const counts = v.record(v.string(), v.pipe(v.number(), v.integer(), v.minValue(0)))

const end = v.object({ counts, sha256: v.string() })

/** The JSON of a file that is to be imported, not yet looked at. Throws `ImportFailure`. */
export async function parseImport(file: Blob): Promise<unknown> {
  if (file.size > largestExport) throw new ImportFailure('too-large')
  return parse(decode(await file.arrayBuffer()))
}

/** The records of a parsed export, each of them checked. Throws `ImportFailure`. */
export async function readParsedExport(parsed: unknown): Promise<Records> {
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) throw new ImportFailure('not-an-export')
  const { format, version, records } = parsed as Readonly<Record<string, unknown>>
  if (format !== exportFormat || typeof version !== 'number') throw new ImportFailure('not-an-export')
  if (version > exportVersion) throw new ImportFailure('newer-export')
  if (isDangerous(parsed)) throw new ImportFailure('damaged', 'dangerous key')
  if (!v.is(end, parsed)) throw new ImportFailure('cut-off', 'no counts or hash')
  if (typeof records !== 'object' || records === null) throw new ImportFailure('damaged', 'no records')
  const tables = tablesOf(version)
  const read = readRecords(records as Readonly<Record<string, unknown>>, tables)
  if (read === null) throw new ImportFailure('damaged', 'a record is none of ours')
  const counted = countsOf(read, tables)
  const sameCounts = tables.every((table) => parsed.counts[table] === counted[table])
  if (!sameCounts || parsed.sha256 !== (await recordsHash(read, tables))) throw new ImportFailure('damaged', 'hash')
  return withNoteNames(withMomentsInUtc(read))
}

function decode(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // A character cut through at the end is a file cut off; anywhere else it is no text of ours.
    const text = new TextDecoder('utf-8').decode(bytes)
    throw new ImportFailure(/^[^\ufffd]*\ufffd{1,3}$/u.test(text) && isOurs(text) ? 'cut-off' : 'not-an-export')
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    if (!isOurs(text)) throw new ImportFailure('not-an-export')
    throw new ImportFailure(/\}\s*$/.test(text) && text.includes('"sha256"') ? 'damaged' : 'cut-off')
  }
}

/** Whether a text that can't be parsed begins as our file does. */
function isOurs(text: string): boolean {
  return new RegExp(`^\\s*\\{\\s*"format"\\s*:\\s*"${exportFormat}"`).test(text)
}
