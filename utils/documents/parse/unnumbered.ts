import type { Row } from './rows.ts'
import { endsAsking } from './sentences.ts'
import type { Start } from './starts.ts'

/** The head of written questions: «Vragen van het lid X (P) aan de minister van Y over Z». */
const head = /^(?:Schriftelijke v|V)ragen van (?:het|de) (?:lid|leden)\b/
/** Rows that a head takes, at most, where its lines are broken. */
const rowsOfHead = 12
/** One paragraph that asks may stand in any letter. */
const fewest = 2

/**
 * Written questions whose numbers an extraction has lost, for Word counts them itself: behind the head each paragraph that
 * asks is a question, numbered as it was printed. Empty where another paragraph stands between them.
 */
export function unnumberedStarts(rows: readonly Row[]): Start[] {
  const top = rows.findIndex((row) => head.test(row.text))
  if (top < 0) return []
  const paragraphs: { readonly row: number; text: string }[] = []
  for (let row = top + 1; row < rows.length; row += 1) {
    const text = rows[row]?.text ?? ''
    const last = paragraphs.at(-1)
    if (rows[row]?.startsBlock) paragraphs.push({ row, text })
    else if (last) last.text += ` ${text}`
  }
  const asks = ({ text }: { text: string }) =>
    endsAsking(text.replace(/(?:\s*\[?\d{1,2}[\])]?)+$/, '')) || /\?.{0,20}$|\?[^?]{0,200}\.$/.test(text.slice(-240))
  const first = paragraphs.findIndex(asks)
  if (first < 0 || (paragraphs[first]?.row ?? 0) > top + rowsOfHead) return []
  const starts: Start[] = []
  for (const paragraph of paragraphs.slice(first)) {
    if (!asks(paragraph)) break
    starts.push({
      row: paragraph.row,
      numbers: [String(starts.length + 1)],
      textStart: 0,
      family: 'paragraph',
      score: 2,
    })
  }
  return starts.length >= fewest ? starts : []
}
