/**
 * The year and the dossier of the example that Kamerlens brings along (`locales/example-paper.ts`): no paper has them, and none will for a
 * lifetime. Part of an id, of an address made of one, or of the target of a note.
 */
const example = /(?<![0-9A-Za-z])(?:2099[DZA]\d{5}|(?:kst-|dossier[-/])99999)(?![0-9])/i

/** What the ids of the example begin with, for finding what is kept of it. */
export const examplePrefixes = ['2099', 'kst-99999', 'dossier-99999'] as const

/**
 * Whether something is of the example: nobody is asked about it, and it has no official page.
 *
 * @param named an id, an address or the target of a note
 */
export function isExample(named: string): boolean {
  return example.test(named)
}
