/** The latest of some moments, where it is later than the first of them. */
export const laterOf = (at: string, ...others: readonly (string | undefined)[]): string =>
  others.reduce<string>((latest, each = '') => (each > latest ? each : latest), at)

/**
 * When something is changed that was changed at these moments. Clocks can run back: what is changed later must look later than what
 * it changes, or another copy of that counts for as good, and an import leaves it as it is there.
 */
export function afterAll(at: string, ...before: readonly (string | undefined)[]): string {
  const latest = laterOf('', ...before)
  if (at > latest) return at
  const next = new Date(Date.parse(latest) + 1)
  // The last moment that can be written has none behind it.
  return Number.isNaN(next.getTime()) ? latest : laterOf(latest, next.toISOString())
}

const day = 24 * 60 * 60_000

/** Whether a moment that was written down comes from a clock that ran ahead: it would hold back what it is compared with for years. */
export const isAhead = (moment: string, now: Date): boolean => Date.parse(moment) > now.getTime() + day

/** Whether something that was kept from a moment on was kept long enough, milliseconds, as far as the clock tells. */
export const isOver = (since: string, milliseconds: number, now: Date): boolean =>
  isAhead(since, now) || now.getTime() - Date.parse(since) >= milliseconds
