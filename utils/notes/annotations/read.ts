import type { AnnotationFile } from './annotation.ts'
import { readHypothesis } from './hypothesis.ts'
import { readWebAnnotations } from './web-annotation.ts'

/** The files of other programs that are read, told apart by what they hold. */
const readers: readonly ((value: unknown) => AnnotationFile | null)[] = [readWebAnnotations, readHypothesis]

/**
 * Reads a parsed file of annotations; null where it is none.
 *
 * @throws AnnotationFailure where it is one and can't be read
 */
export function readAnnotations(value: unknown): AnnotationFile | null {
  for (const reader of readers) {
    const file = reader(value)
    if (file !== null) return file
  }
  return null
}
