/**
 * A label as it is shown: «36 360 VIII, nr. 5» is not broken inside its dossier or before its number. What is copied
 * keeps plain spaces.
 */
export function shownLabel(label: string): string {
  return label
    .replace(/(\d) (?=\d)/gu, '$1\u00a0')
    .replace(/(\d) (?=\(?[IVXLCR]+\d*\b)/gu, '$1\u00a0')
    .replace(/\b(nrs?\.|blz\.|p\.) (?=\S)/giu, '$1\u00a0')
}
