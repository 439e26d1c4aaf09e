import type { ImportKind } from '../../browser/protocol/transfer.ts'
import { AnnotationFailure } from '../../notes/annotations/annotation.ts'
import { readAnnotations } from '../../notes/annotations/read.ts'
import type { Records } from '../records/records.ts'
import { isDangerous } from '../records/untrusted.ts'
import { annotationRecords } from './annotation-records.ts'
import { ImportFailure, parseImport, readParsedExport } from './read-export.ts'

/** What a file that can be imported holds. */
export interface ReadImport {
  readonly kind: ImportKind
  readonly records: Records
  /** Annotations that could not become a note. */
  readonly skipped: number
}

/** Reads a file whole, whichever of the known kinds its content shows it to be. Throws `ImportFailure`. */
export async function readImport(file: Blob): Promise<ReadImport> {
  const parsed = await parseImport(file)
  try {
    const annotations = readAnnotations(parsed)
    if (annotations === null) return { kind: 'kamerlens', records: await readParsedExport(parsed), skipped: 0 }
    if (isDangerous(parsed)) throw new ImportFailure('damaged-annotations', 'dangerous key')
    const { records, skipped } = await annotationRecords(annotations)
    if (records.notes.length === 0) throw new ImportFailure('no-annotations')
    return { kind: annotations.kind, records, skipped }
  } catch (error) {
    throw error instanceof AnnotationFailure ? new ImportFailure(error.code, error.message) : error
  }
}
