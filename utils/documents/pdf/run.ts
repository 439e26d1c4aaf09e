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
  /**
   * Column of the table that it stands in, where that is known; -1 for a number's own cell. This and the next are no part
   * of the file: each laying out wipes them and writes its own, since copies of all runs would cost more than all else.
   */
  column?: number | undefined
  /** Its place in a table's row was guessed. */
  uncertain?: boolean | undefined
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

/** Finds the value that most of the weight lies on. */
export class Tally {
  readonly #weights = new Map<number, number>()

  add(value: number, weight = 1): void {
    this.#weights.set(value, (this.#weights.get(value) ?? 0) + weight)
  }

  /** 0 for nothing at all; of two as heavy the one that came first. */
  get commonest(): number {
    return this.commonestUpTo(Number.POSITIVE_INFINITY)
  }

  /** As `commonest`, among the values that are no greater. */
  commonestUpTo(limit: number): number {
    let best = 0
    let most = 0
    for (const [value, weight] of this.#weights) {
      if (value <= limit && weight > most) {
        best = value
        most = weight
      }
    }
    return best
  }

  weightOf(value: number): number {
    return this.#weights.get(value) ?? 0
  }

  /** The share of the weight that lies on values no greater. */
  shareUpTo(limit: number): number {
    let below = 0
    let all = 0
    for (const [value, weight] of this.#weights) {
      all += weight
      if (value <= limit) below += weight
    }
    return all === 0 ? 0 : below / all
  }
}

/** Sizes are compared in steps of half a point: files round them differently from page to page. */
export function roundSize(size: number): number {
  return Math.round(size * 2) / 2
}

/**
 * A list as it is, without the room that a list has which grew: thousands of short ones that live as long as their document
 * would take more of it than of anything else.
 */
export function exact<Item>(list: readonly Item[]): Item[] {
  return list.slice()
}

function sizeOf(runs: readonly Run[]): number {
  const first = roundSize(runs[0]?.size ?? 0)
  if (runs.length === 1 && runs[0]?.text !== '') return first
  if (runs.every((run) => roundSize(run.size) === first && run.text !== '')) return first
  const sizes = new Tally()
  for (const run of runs) sizes.add(roundSize(run.size), run.superscript ? 0.01 : run.text.length)
  return sizes.commonest
}

export function rowOf(runs: readonly Run[]): Row {
  const size = sizeOf(runs)
  const [only] = runs
  if (only && runs.length === 1) return { y: only.y, x: only.x, right: only.right, size, runs }
  let main: Run | undefined
  let x = Number.POSITIVE_INFINITY
  let right = Number.NEGATIVE_INFINITY
  for (const run of runs) {
    if (!main && !run.superscript && roundSize(run.size) === size) main = run
    if (run.x < x) x = run.x
    if (run.right > right) right = run.right
  }
  return { y: (main ?? runs[0])?.y ?? 0, x, right, size, runs }
}

/** Forgets what an earlier laying out wrote on the runs. */
export function wipe(runs: readonly Run[]): void {
  for (const run of runs) {
    run.column = undefined
    run.uncertain = undefined
  }
}
