import type { Certainty, Code } from './types.ts'

/** A code at a place in a text; offsets are UTF-16, `end` exclusive. */
export interface Found {
  readonly code: Code
  readonly start: number
  readonly end: number
  readonly pages?: string | undefined
  readonly alternatives?: readonly Code[] | undefined
}

/**
 * The telling place of a form, which `candidates.ts` finds: the first digit of a dossier, a year or another number, the
 * letter of a registration number, the beginning of a roman dossier, or the prefix of an id that has no digits.
 */
export type Place = 'digits' | 'letter' | 'roman'

/** What a form made of a place: references, or the dossiers alone that are named there. */
export interface Reading {
  readonly found: readonly Found[]
  readonly dossiers?: readonly string[]
}

/**
 * A way in which codes are written in running text. It is tried at telling places alone, so that a page without codes
 * costs three passes of a cheap expression. All its expressions are bounded (no `*`, no `+`): linear on any input.
 */
export interface Form {
  readonly name: string
  readonly places: readonly Place[]
  /** How many UTF-16 units it may look at before and after the index. */
  readonly before: number
  readonly after: number
  readonly certainty: Certainty
  /** What stands at an index; null where it is no such form. */
  readonly read: (text: string, index: number) => Reading | null
  /** Text → ids that must come out of it, in order; its tests. */
  readonly examples: readonly (readonly [text: string, ...ids: readonly string[]])[]
}

/** A `Form.read` of one expression (sticky). */
export function matching(pattern: RegExp, read: (match: RegExpExecArray) => Found | null) {
  return (text: string, index: number): Reading | null => {
    pattern.lastIndex = index
    const match = pattern.exec(text)
    const found = match && read(match)
    return found ? { found: [found] } : null
  }
}
