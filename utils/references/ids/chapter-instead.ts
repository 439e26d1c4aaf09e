import type { Name } from '../types.ts'
import { nameOfWritten } from './ids.ts'

/**
 * `36410-A` may be piece A of a dossier, or chapter A of the budget: only a look-up decides (DOMAIN §1.2).
 *
 * @param id of the piece: `kst-36410-A`
 * @returns the chapter, `dossier-36410-A`; null for any other id
 */
export function chapterInstead(id: string): Name | null {
  const [, digits, letter] = /^kst-(\d{5})-([A-P])$/.exec(id) ?? []
  return digits === undefined ? null : nameOfWritten(`dossier-${digits}-${letter}`)
}
