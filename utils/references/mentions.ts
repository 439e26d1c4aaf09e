import { findReferences } from './find.ts'
import type { Leaning, Mentions, Reference } from './types.ts'

/** Characters of the text between a short form and the citation before it that `resolveLeaning` wants to see. */
export const longestLean = 240

/** How far before and after a candidate (`candidateIndexes`) the grammar may look, in UTF-16 units. */
export const reach = { before: 400, after: 800 } as const

/** All that a text says of papers; short forms are left for `resolveLeaning`, since what they lean on may lie outside. */
export function findMentions(text: string): Mentions {
  return { references: findReferences(text), leaning: [], dossiers: [] }
}

/**
 * The reference that a short form stands for.
 *
 * @param previous the reference before it in the order of the document, and the text between the two (at most
 *   `longestLean` characters; null where there is more)
 * @param dossier the one dossier of the page; null where it has none or several
 */
export function resolveLeaning(
  _leaning: Leaning,
  _previous: { readonly reference: Reference; readonly between: string } | null,
  _dossier: string | null,
): Reference | null {
  return null
}
