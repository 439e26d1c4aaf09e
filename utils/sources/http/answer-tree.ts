import { ReadingFailure } from '#utils/documents/types.ts'
import { parseTree } from '#utils/documents/xml/parse.ts'
import type { XmlElement } from '#utils/documents/xml/tree.ts'
import { SourceFailure } from './errors.ts'

/**
 * The XML of a service's answer.
 *
 * @throws SourceFailure `broken-answer`
 */
export function treeOf(text: string): XmlElement {
  try {
    return parseTree(text, 'broken-xml')
  } catch (error) {
    throw new SourceFailure('broken-answer', error instanceof ReadingFailure ? error.message : String(error))
  }
}
