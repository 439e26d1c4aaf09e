import { shownLabel } from '../papers/shown-label.ts'

/** `36360-VIII` as it is printed: «36 360 VIII». */
export const dossierLabel = (number: string): string =>
  shownLabel(number.replace(/^(\d{2})(\d{3})/u, '$1 $2').replace(/-(?=[A-Z])/u, ' '))

/** The page of a dossier among the official publications; the Senate's roman numbers have one too. */
export const dossierPage = (number: string): string =>
  `https://zoek.officielebekendmakingen.nl/dossier/${encodeURIComponent(number)}`
