import type { DossierKey } from './open-data.ts'
import type { DossierPart } from './rows.ts'

/**
 * Whether rows are of what was asked for: one of another paper would be taken for it, under its names. What a row does
 * not say does not speak against it, since the service may drop a field; texts are compared as its filters do, without
 * case.
 */
export function says(said: string | number | null | undefined, asked: string | number): boolean {
  return said === null || said === undefined || folded(said) === folded(asked)
}

export const isOneOf = (said: string | null, asked: readonly string[]): boolean => asked.some((one) => says(said, one))

/** A toevoeging stands in parentheses or not. */
export const isDossier = ({ Nummer, Toevoeging }: Omit<DossierPart, 'Titel'>, { number, toevoeging }: DossierKey) =>
  says(Nummer, number) && says(Toevoeging, toevoeging ?? '')

export const isInDossier = (dossiers: readonly DossierPart[], key: DossierKey): boolean =>
  dossiers.length === 0 || dossiers.some((dossier) => isDossier(dossier, key))

const folded = (value: string | number): string => `${value}`.toLowerCase().replace(/[()\s]/g, '')
