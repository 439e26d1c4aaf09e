/** The middle one; NaN of none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? Number.NaN
}

/** @param share 0.95: so much of all is no larger; NaN of none */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** A line of a table: what it is of, and its figures. */
export const row = ([first = '', ...cells]: readonly string[]): string =>
  first.padEnd(50) + cells.map((cell) => cell.padStart(11)).join('')

export interface MeasuredGoal {
  readonly name: string
  /** NaN where it was not measured. */
  readonly value: number
  /** Infinity where there is no aim. */
  readonly most: number
}

/** What was aimed at beside what was measured; what was not measured is left out. */
export function goalLines(goals: readonly MeasuredGoal[]): string[] {
  const lines = goals
    .filter(({ value }) => !Number.isNaN(value))
    .map(({ name, value, most }) => {
      const measured = `${name.padEnd(62)}${value.toFixed(2).padStart(9)}`
      return most === Infinity ? measured : `${measured}${`≤ ${most}`.padStart(8)}  ${value <= most ? 'ok' : 'short'}`
    })
  return [`\n${''.padEnd(62)}${'measured'.padStart(9)}${'goal'.padStart(8)}`, ...lines]
}
