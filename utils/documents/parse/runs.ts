import { askersOfSet, isAboveFirst } from './between-items.ts'
import { bestChain } from './chain.ts'
import { readHeading } from './headings.ts'
import { numeralOf } from './numbers.ts'
import type { Row } from './rows.ts'
import { endsAsking } from './sentences.ts'
import type { Start } from './structure.ts'

/** The run of the numbers, or one for each member, or each chapter, whose questions begin again at 1 under a head of their own. */
export function runs(rows: readonly Row[], starts: readonly Start[]): readonly Start[] {
  if (starts.length === 0) return starts
  const whole = bestChain(starts)
  const members: number[] = []
  rows.forEach((row, index) => {
    if (askersOfSet(row)) members.push(index)
  })
  const sets = setsBelow(members, starts, rows.length)
  if (isBetter(sets, whole)) return sets.flat()
  const chapters = setsBelow(chapterHeads(rows, starts), starts, rows.length)
  return isBetter(chapters, whole) && chapters.every((set) => areAnswered(rows, set)) ? chapters.flat() : whole
}

function setsBelow(heads: readonly number[], starts: readonly Start[], end: number): Start[][] {
  if (heads.length < 2) return []
  const below: Start[][] = heads.map(() => [])
  let set = -1
  for (const start of starts) {
    while ((heads[set + 1] ?? end) < start.row) set += 1
    below[set]?.push(start)
  }
  return below.map(bestChain)
}

function isBetter(sets: readonly Start[][], whole: readonly Start[]): boolean {
  const count = sets.reduce((sum, set) => sum + set.length, 0)
  return count > whole.length && sets.every((set) => set[0]?.numbers[0] === '1')
}

/** Rows right above a number 1 that name a chapter. */
function chapterHeads(rows: readonly Row[], starts: readonly Start[]): number[] {
  return starts.flatMap(({ row, numbers }) => (numbers[0] === '1' && isAboveFirst(rows, row - 1) ? [row - 1] : []))
}

/** Whether numbers follow each other, and behind next to each question stands an answer: a list within an answer has none. */
function areAnswered(rows: readonly Row[], starts: readonly Start[]): boolean {
  if (starts.length < 2) return false
  const isWhole = starts.every((start, index) => numeralOf(start.numbers[0] ?? '') === index + 1)
  const proven = starts.filter((start, index) => {
    const end = starts[index + 1]?.row ?? Math.min(rows.length, start.row + rowsOfItem)
    let text = rows[start.row]?.text.slice(start.textStart) ?? ''
    for (let row = start.row + 1; row < end; row += 1) {
      const next = rows[row]
      if (!next) break
      if (readHeading(next.text)?.type === 'answer') return true
      if (next.startsBlock && text !== '') return endsAsking(text) || endsWishing.test(text)
      text = `${text} ${next.text}`.trimStart()
    }
    return false
  })
  return isWhole && proven.length >= starts.length * mostAsked
}

/** In a chapter of four questions one may be told otherwise. */
const mostAsked = 0.7
const endsWishing = /(?:^|[.?!»”] )(?:Graag|Gaarne)\b[^.?!]*\.$/

const rowsOfItem = 40
