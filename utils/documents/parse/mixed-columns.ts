import { asking } from './asking.ts'
import { numeralOf, placeOf } from './numbers.ts'
import type { Unplaced } from './records.ts'
import type { Row } from './rows.ts'
import type { Start } from './structure.ts'

/** Fewer in a wrong order happen in lists that stand as they were printed. */
const fewest = 4
/** One number out of order may be a paper's, a note's or a straggler's. */
const fewestLost = 2
const rowsOfItem = 40

/**
 * The starts of a list whose columns an extraction printed through each other (`6`, `1`, `2`, `7`, `3`): each number from 1 on stands
 * once before what asks, and several more of them than rise in one run. Null where the run has all.
 */
export function mixedStarts(rows: readonly Row[], starts: readonly Start[], run: readonly Start[]): Start[] | null {
  if (run.length === 0 || run.length + fewestLost > starts.length) return null
  const printed = new Set(starts.map(({ numbers }) => numeralOf(numbers[0] ?? '')))
  for (let number = 1; number <= Math.max(fewest, run.length + fewestLost); number += 1) {
    if (!printed.has(number)) return null
  }
  const byNumber = new Map<number, Start | null>()
  for (const [index, start] of starts.entries()) {
    const number = numeralOf(start.numbers[0] ?? '')
    if (start.numbers.length > 1 || number > starts.length) continue
    // What asks behind the next number is not asked by this one.
    const own = rows.slice(start.row, Math.min(starts[index + 1]?.row ?? rows.length, start.row + rowsOfItem))
    if (asking(own, [{ ...start, row: 0 }]) > 0) byNumber.set(number, byNumber.has(number) ? null : start)
  }
  const found: Start[] = []
  for (let start = byNumber.get(1); start; start = byNumber.get(found.length + 1)) found.push(start)
  if (found.length < fewest || found.length < run.length + fewestLost) return null
  return found.sort((a, b) => a.row - b.row)
}

/** The records of such a list by their numbers. Nothing tells which column's answer is whose: all are to be checked. */
export function inOrder(records: readonly Unplaced[]): Unplaced[] {
  return records
    .map((record): Unplaced => ({ ...record, doubts: [...new Set([...record.doubts, 'doubtful-split' as const])] }))
    .sort((a, b) => placeOf(a.number) - placeOf(b.number))
}
