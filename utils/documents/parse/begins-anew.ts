import type { Row } from './rows.ts'
import { endsSentence } from './sentences.ts'

/** «… zie het antwoord op» / «vraag 3» is a sentence that a line's end broke. */
const goesOn =
  /(?:[,;(–-]|(?<!\p{L})(?:aan|bij|dan|de|deze|die|door|en|in|met|mijn|na|naar|of|om|onder|op|over|te|uit|uw|van|voor|zie|antwoord(?:en)?))$/iu

/** Whether a heading may begin here: where a line is all that stands in it, unless the one before goes on. */
export function beginsAnew(rows: readonly Row[], index: number, length: number): boolean {
  const row = rows[index]
  const before = rows[index - 1]?.text ?? ''
  if (row?.startsBlock || endsSentence(before) || (rows[index - 1]?.pieces.length ?? 0) > 1) return true
  // Behind a title of one line.
  if (rows[index - 1]?.startsBlock && before.length <= longestTitle && !goesOn.test(before)) return true
  return row?.text.length === length ? !goesOn.test(before) : index > 0 && before.length < shortest
}

/** A line that is all a heading. */
const shortest = 24
const longestTitle = 80
