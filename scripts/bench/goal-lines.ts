/** The middle one; NaN of none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? Number.NaN
}

/** What was aimed at beside what was measured; what was not measured (NaN) is left out. */
export function goalLines(goals: readonly { name: string; value: number; most: number }[]): string[] {
  const lines = goals
    .filter(({ value }) => !Number.isNaN(value))
    .map(({ name, value, most }) => {
      const verdict = value <= most ? 'ok' : 'short'
      return `${name.padEnd(62)}${value.toFixed(2).padStart(9)}${`≤ ${most}`.padStart(8)}  ${verdict}`
    })
  return [`\n${''.padEnd(62)}${'measured'.padStart(9)}${'goal'.padStart(8)}`, ...lines]
}
