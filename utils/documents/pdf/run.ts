/**
 * A stretch of text that the file draws in one go, upright, in points from the top left corner of the page as it is
 * read. `y` is the baseline.
 */
export interface Run {
  readonly text: string
  readonly x: number
  readonly right: number
  readonly y: number
  readonly size: number
  readonly bold: boolean
  readonly italic: boolean
  readonly superscript: boolean
  /** Column of the table that it stands in, where that is known; -1 for a number's own cell. */
  readonly column?: number
  /** Its place in a table's row was guessed. */
  readonly uncertain?: boolean
}

/** All text of one page. */
export interface PageText {
  /** From 1. */
  readonly page: number
  readonly width: number
  readonly height: number
  readonly runs: readonly Run[]
  /** Text in another direction than the rest of the page: a watermark, a label along the edge. */
  readonly sideways: readonly Run[]
}

/** Runs on one baseline, from left to right. */
export interface Row {
  readonly y: number
  readonly x: number
  readonly right: number
  /** Size of most of its characters. */
  readonly size: number
  readonly runs: readonly Run[]
}

/** The value that most of the weight lies on; 0 for nothing at all. */
export function commonest(values: Iterable<readonly [value: number, weight: number]>): number {
  const weights = new Map<number, number>()
  for (const [value, weight] of values) weights.set(value, (weights.get(value) ?? 0) + weight)
  let best = 0
  let most = 0
  for (const [value, weight] of weights) {
    if (weight > most) {
      best = value
      most = weight
    }
  }
  return best
}

/** Sizes are compared in steps of half a point: files round them differently from page to page. */
export function roundSize(size: number): number {
  return Math.round(size * 2) / 2
}

export function sizeOf(runs: readonly Run[]): number {
  return commonest(runs.map((run) => [roundSize(run.size), run.superscript ? 0.01 : run.text.length]))
}

export function rowOf(runs: readonly Run[]): Row {
  const size = sizeOf(runs)
  const main = runs.find((run) => roundSize(run.size) === size && !run.superscript) ?? runs[0]
  return {
    y: main?.y ?? 0,
    x: Math.min(...runs.map((run) => run.x)),
    right: Math.max(...runs.map((run) => run.right)),
    size,
    runs,
  }
}
