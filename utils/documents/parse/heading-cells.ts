import { isAt, tolerance } from './column-edges.ts'
import type { Row } from './rows.ts'
import type { Section } from './structure.ts'

/**
 * Tables of two columns whose first cell holds a heading and the question below it, and whose second the answer: the first line of the
 * answer stands beside the heading.
 *
 *     Vraag 1                  Ja, dat klopt. In 2023
 *     Klopt het dat X?         zijn er drie gesloten.
 */

/**
 * Whether the questions of these sections stand below their headings, in their cells: what asks stands there, and not beside. Where a
 * heading's own column is empty below it, the question stands beside, and the answer maybe below both.
 */
export function standBelowHeadings(sections: readonly Section[]): boolean {
  let below = 0
  let beside = 0
  for (const { rows, headingX } of sections) {
    if (headingX === undefined) continue
    const isOwn = ({ pieces: [first] }: Row) => first !== undefined && isAt(first.x, headingX)
    const asksBelow = rows.some((row) => isOwn(row) && (row.pieces[0]?.text.includes('?') ?? false))
    const asksBeside = rows.some(({ pieces }) =>
      pieces.some(({ text, x }) => x > headingX + tolerance && text.includes('?')),
    )
    if (asksBelow && !asksBeside) below += 1
    if (asksBeside && !asksBelow) beside += 1
  }
  return below > beside
}
