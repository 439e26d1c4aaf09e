import type { Row } from './rows.ts'
import { endsSentence } from './sentences.ts'

const annex =
  /^(?:Bijlage|BIJLAGE)(?:n|N)?(?: (?:\d{1,2}|[A-Z]|[IVX]{2,4}))?(?:[.:]? [–-]? ?\p{Lu}[^.?!]{2,100}|: \p{Ll}[^.?!]{2,100})?$/u

/** The office that signs what stands above. */
const signed = /^[Dd]e (?:[Mm]inister|[Ss]taatssecretaris)[\p{L} ,&-]*,$/u

/** «Bijlage 1» alone, below a sentence and above what begins another: of text that has lost its empty lines. */
const alone = /^(?:Bijlage|BIJLAGE)(?: (?:\d|[A-Z]))?$/

/** The heading of an annex behind an answer: «Bijlage 1: Overzicht», «Bijlage: vragenlijst». */
export function isAnnex(rows: readonly Row[], index: number): boolean {
  const row = rows[index]
  if (!row?.text.startsWith('B')) return false
  const before = rows[index - 1]?.text ?? ''
  if (!row.startsBlock && !(alone.test(row.text) && /^\p{Lu}/u.test(rows[index + 1]?.text ?? ''))) return false
  return annex.test(row.text) && (endsSentence(before) || signed.test(before))
}
