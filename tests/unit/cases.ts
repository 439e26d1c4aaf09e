/**
 * So many random cases of a property: few in `npm test`, where each run makes others, and as many times more as KAMERLENS_CASES says
 * for whoever has changed what it is about. KAMERLENS_SEED makes the cases of a run that failed once more.
 */
export function cases(usual: number): { readonly numRuns: number; readonly seed?: number } {
  const { KAMERLENS_CASES: times = '1', KAMERLENS_SEED: seed } = process.env
  const numRuns = Math.max(1, Math.round(usual * Number(times)))
  return seed === undefined ? { numRuns } : { numRuns, seed: Number(seed) }
}
