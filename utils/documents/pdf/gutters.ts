import { type Row, type Run, rowOf } from './run.ts'

/** A stretch of a row without a gap that a column could run through. */
export interface Segment {
  readonly x: number
  readonly right: number
  readonly y: number
  readonly runs: readonly Run[]
}

export function segmentsOf(row: Row): Segment[] {
  const segments: { x: number; right: number; y: number; runs: Run[] }[] = []
  for (const run of row.runs) {
    const last = segments[segments.length - 1]
    if (last && run.x - last.right < row.size) {
      last.runs.push(run)
      last.right = Math.max(last.right, run.right)
    } else segments.push({ x: run.x, right: run.right, y: row.y, runs: [run] })
  }
  return segments
}

/** Where columns may begin, as parts of the text's width: the second of two, and the second and the third of three, a gap wider than a third. */
const places = [
  [0.4, 0.65],
  [0.33, 0.4],
  [0.65, 0.75],
] as const

/** Left edges of lines that begin behind a gap in each of the places. */
export type Gutters = readonly (readonly number[])[]

/** Fewer lines than this begin at no column. */
const fewestBeginning = 4

/** Where lines of a page begin behind a gap, by the places that columns may begin at; none where no text's width is known. */
export function guttersOf(rows: readonly Row[], left: number, right: number): Gutters {
  if (!Number.isFinite(right)) return []
  const found: number[][] = [[], [], []]
  const from = left + (right - left) * 0.33
  for (const row of rows) {
    let end = Number.NEGATIVE_INFINITY
    for (const run of row.runs) {
      const begins = !(run.x - end < row.size)
      end = begins ? run.right : Math.max(end, run.right)
      if (!begins || run.x < from) continue
      const part = (run.x - left) / (right - left)
      for (let at = 0; at < places.length; at += 1) {
        const [first, last] = places[at] ?? [0, 0]
        if (part >= first && part <= last) found[at]?.push(run.x)
      }
    }
  }
  return found
}

/** The left edge of a column: where most of the lines begin that begin in its place, in points; null for too few. */
export function gutterIn(gutters: Gutters, place = 0): number | null {
  const starting = gutters[place] ?? []
  if (starting.length < fewestBeginning) return null
  let best: number[] = []
  for (const starts of Map.groupBy(starting, (x) => Math.round(x / 2)).values()) {
    if (starts.length > best.length) best = starts
  }
  return best.length < fewestBeginning ? null : Math.min(...best) - 1
}

/** Whether a row runs over one of the gutters without a gap. */
export const crosses = (row: Row, gutters: readonly number[]): boolean =>
  segmentsOf(row).some((one) => gutters.some((at) => one.x < at - 2 && one.right > at))

/** In parts of the size: the number of an item hangs so near before its words. */
const widestHanging = 3

/**
 * For each number that hangs before its item's words, left of the edge at which its column's lines begin, that edge: several numbers
 * below each other that count on.
 */
function hangingIn(rows: readonly Row[]): ReadonlyMap<Run, number> {
  const found = rows.flatMap(({ runs }) =>
    runs.flatMap((run, index) => {
      const [before, next] = [runs[index - 1], runs[index + 1]]
      const isNear = next !== undefined && next.x - run.right < widestHanging * run.size
      const isApart = !before || run.x - before.right >= run.size
      return isNear && isApart && /^\d{1,3}[.)]?$/.test(run.text) ? { run, edge: next.x } : []
    }),
  )
  const numberOf = ({ run }: { readonly run: Run }) => Number.parseInt(run.text, 10)
  return new Map(
    [...Map.groupBy(found, ({ run }) => Math.round(run.x)).values()]
      .filter(
        (own) =>
          own.length > 1 && own.every((one, at) => at === 0 || numberOf(one) === numberOf(own[at - 1] ?? one) + 1),
      )
      .flat()
      .map(({ run, edge }) => [run, edge]),
  )
}

/** Rows as those of the columns that begin at the gutters; a column without rows is empty. */
export function sidesOf(rows: readonly Row[], gutters: readonly number[]): Row[][] {
  const sides: Row[][] = [[], ...gutters.map(() => [])]
  const hanging = hangingIn(rows)
  for (const row of rows) {
    for (const [side, own] of sides.entries()) {
      const from = gutters[side - 1] ?? Number.NEGATIVE_INFINITY
      const to = gutters[side] ?? Number.POSITIVE_INFINITY
      const runs = row.runs.filter((run) => {
        const x = hanging.get(run) ?? run.x
        return x >= from && x < to
      })
      if (runs.length > 0) own.push(rowOf(runs))
    }
  }
  return sides
}

export const textOf = (row: Pick<Row, 'runs'> | undefined) => row?.runs.map((run) => run.text).join(' ') ?? ''
