/** Clocks can run back: what is changed later must not look older than what it changes, or an import takes that for the later. */
export const laterOf = (at: string, ...before: readonly (string | undefined)[]): string =>
  before.reduce<string>((latest, each = '') => (each > latest ? each : latest), at)
