import { partyHeadingOf } from '../facts/people.ts'
import type { Asker } from '../types.ts'
import { readHeading } from './headings.ts'
import type { Row } from './rows.ts'
import type { Start } from './starts.ts'

/** Rows between a heading that names who asks and the first question under it. */
export const rowsBelowHeading = 4

/** And where its members say something of the paper before they ask. */
export const rowsBelowParty = 16

/** Row of the next start, at most `reach` rows below; null where there is none, or where an answer begins before it. */
export function startBelow(
  rows: readonly Row[],
  starts: ReadonlyMap<number, Start>,
  row: number,
  reach: number,
): number | null {
  for (let index = row + 1; index <= row + reach; index += 1) {
    if (starts.has(index)) return index
    const heading = readHeading(rows[index]?.text ?? '')
    if (heading?.type === 'answer' || (heading && index > row + rowsBelowHeading)) return null
  }
  return null
}

/** Whose heading stands right above the first question; null where it names a member, for it holds for all of them, or where there is none. */
export function nearestAskers(rows: readonly Row[], first: number): readonly Asker[] | null {
  for (let index = first - 1; index >= Math.max(0, first - rowsBelowHeading); index -= 1) {
    const askers = partyHeadingOf(rows[index]?.text ?? '')
    // «Vragen van het lid X (P)» is the head of written questions: it holds for all of them.
    if (askers) return askers.every(({ name }) => name === null) ? askers : null
  }
  return null
}
