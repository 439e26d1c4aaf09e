/** A test that did not run, and why. */
export interface Skip {
  readonly name: string
  readonly reason: string
}

export interface StageResult {
  readonly passed: number
  readonly failed: number
  readonly skipped: readonly Skip[]
  /** Tests that held only at the second try, and what was wrong at the first. */
  readonly retried?: readonly string[]
  /** What to show when something failed. */
  readonly output: string
}

/** One part of `npm test`. */
export interface Stage {
  readonly name: string
  /** What it looks at, for the closing lines. */
  readonly about: string
  readonly run: () => Promise<StageResult>
}

/** The result of a stage that is one check. */
export function oneCheck(good: boolean, output: string): StageResult {
  return { passed: good ? 1 : 0, failed: good ? 0 : 1, skipped: [], output }
}

/** The result of a stage that looks for faults, each one line. */
export function faultsFound(faults: readonly string[]): StageResult {
  return oneCheck(faults.length === 0, faults.join('\n'))
}
