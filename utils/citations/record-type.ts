import type { CitedPaper } from './cited-paper.ts'

/** The gazettes: what stands in them is law or a decision, and they are cited by year and number. */
const gazettes: Readonly<Partial<Record<CitedPaper['code']['kind'], string>>> = {
  staatsblad: 'Staatsblad',
  staatscourant: 'Staatscourant',
  tractatenblad: 'Tractatenblad',
}

/** The gazette that a paper stands in; null for the papers of parliament. */
export function gazetteOf({ code }: Pick<CitedPaper, 'code'>): string | null {
  return gazettes[code.kind] ?? null
}

/** The body that a paper of parliament is published by; null where it is not known. */
export function publisherOf({ chamber }: Pick<CitedPaper, 'chamber'>): string | null {
  return chamber === null ? null : `${chamber} der Staten-Generaal`
}
