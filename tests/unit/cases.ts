/**
 * So many random cases of a property: few in `npm test`, where each run makes others, and as many times more as KAMERLENS_CASES says
 * for whoever has changed what it is about. KAMERLENS_SEED makes the cases of a run that failed once more. An empty variable is none;
 * what is no number is refused, since a property without a case always holds.
 */
export function cases(
  usual: number,
  { KAMERLENS_CASES: times, KAMERLENS_SEED: seed }: Readonly<Record<string, string | undefined>> = import.meta.env,
): { readonly numRuns: number; readonly seed?: number } {
  const numRuns = Math.max(1, Math.round(usual * (times ? numberOf(times) : 1)))
  return seed ? { numRuns, seed: numberOf(seed) } : { numRuns }
}

function numberOf(text: string): number {
  const number = Number(text)
  if (!Number.isFinite(number)) throw new RangeError(`no number: ${text}`)
  return number
}
