import { type Row, type Run, rowOf } from './run.ts'

/** A mark is at most so much (a browser sets `sup` in 5/6) of the size of the text that it stands in, and lifted by so much of it. */
const markSize = 0.86
const lowestLift = 0.1
const highestLift = 0.7

/**
 * Runs as rows, by geometry alone: files draw margin boxes, table cells and footnotes in any order. Raised marks
 * (footnote numbers, the `e` of `1e`) come down to the baseline of the text that they belong to and say that they
 * were raised.
 */
export function rowsOf(runs: readonly Run[]): Row[] {
  return groupRows(settleMarks(withoutOverprint(runs)))
}

/** Runs whose marks are settled, as rows by their baselines. */
export function groupRows(runs: readonly Run[]): Row[] {
  const sorted = [...runs].sort(byHeight)
  const rows: Row[] = []
  let first = sorted[0]
  let from = 0
  for (let at = 1; at < sorted.length; at += 1) {
    const run = sorted[at]
    // Cells of one table row may differ by a rounding in the file; lines are at least a full size apart.
    if (!first || !run || run.y - first.y <= 0.3 * Math.min(first.size, run.size)) continue
    rows.push(finished(sorted.slice(from, at)))
    first = run
    from = at
  }
  if (from < sorted.length) rows.push(finished(sorted.slice(from)))
  return rows
}

const byHeight = (one: Run, other: Run) => one.y - other.y || one.x - other.x
const byPlace = (one: Run, other: Run) => one.x - other.x

function finished(runs: Run[]): Row {
  return rowOf(runs.length > 1 ? runs.sort(byPlace) : runs)
}

/** Text drawn twice, a hair apart, is how some files make bold letters. */
function withoutOverprint(runs: readonly Run[]): Run[] {
  const kept: Run[] = []
  const last = new Map<string, number>()
  // For each kept run the one before it with the same words, or -1.
  const alike: number[] = []
  for (const run of runs) {
    const before = last.get(run.text) ?? -1
    let twin = -1
    for (let index = before; index >= 0; index = alike[index] ?? -1) {
      const other = kept[index]
      if (other && Math.abs(other.x - run.x) < 0.12 * run.size && Math.abs(other.y - run.y) < 0.12 * run.size)
        twin = index
    }
    const first = kept[twin]
    if (first) {
      if (first.x !== run.x || first.y !== run.y) kept[twin] = { ...first, bold: true }
      continue
    }
    last.set(run.text, kept.length)
    alike.push(before)
    kept.push(run)
  }
  return kept
}

function settleMarks(runs: readonly Run[]): readonly Run[] {
  const largest = runs.reduce((most, { size }) => Math.max(most, size), 0)
  const mayBeMark = (run: Run) => run.text.length <= 6 && run.size <= largest * markSize
  if (!runs.some(mayBeMark)) return runs
  const sorted = [...runs].sort((one, other) => one.y - other.y)
  return runs.map((run) => {
    const host = mayBeMark(run) ? hostOf(run, sorted) : undefined
    return host ? { ...run, y: host.y, superscript: true } : run
  })
}

/** The text that a raised mark stands in: just left of it (a word), or just right of it (a footnote). */
function hostOf(mark: Run, sorted: readonly Run[]): Run | undefined {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle]?.y ?? 0) <= mark.y) low = middle + 1
    else high = middle
  }
  let found: Run | undefined
  let nearest = Number.POSITIVE_INFINITY
  for (let index = low; index < sorted.length; index += 1) {
    const host = sorted[index]
    if (!host || host.y - mark.y > mark.size * 2) break
    const lift = (host.y - mark.y) / host.size
    if (mark.size > host.size * markSize || lift < lowestLift || lift > highestLift) continue
    const after = mark.x - host.right
    const before = host.x - mark.right
    const gap = after > -0.3 * host.size ? after : before
    const reach = after > -0.3 * host.size ? 0.35 : 0.8
    if (gap > -0.3 * host.size && gap < reach * host.size && Math.abs(gap) < nearest) {
      nearest = Math.abs(gap)
      found = host
    }
  }
  return found
}
