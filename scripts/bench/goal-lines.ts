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

/** What was aimed at (Infinity: nothing) beside what was measured; what was not measured (NaN) is left out. */
export function goalLines(goals: readonly { name: string; value: number; most: number }[]): string[] {
  const lines = goals
    .filter(({ value }) => !Number.isNaN(value))
    .map(({ name, value, most }) => {
      const measured = `${name.padEnd(62)}${value.toFixed(2).padStart(9)}`
      return most === Infinity ? measured : `${measured}${`≤ ${most}`.padStart(8)}  ${value <= most ? 'ok' : 'short'}`
    })
  return [`\n${''.padEnd(62)}${'measured'.padStart(9)}${'goal'.padStart(8)}`, ...lines]
}
