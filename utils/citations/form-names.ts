/** The forms that a paper can be cited in, in the order in which they are offered. */
export const citationForms = ['official', 'titled', 'short', 'link', 'markdown', 'ris', 'csl-json'] as const

export type CitationForm = (typeof citationForms)[number]

/** What was stored as the form used last; the official one where it is none. */
export function readForm(stored: unknown): CitationForm {
  return citationForms.find((form) => form === stored) ?? 'official'
}
