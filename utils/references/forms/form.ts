import { nameOfWritten } from '../ids/ids.ts'
import { dashes, space } from '../text/characters.ts'
import { matchAt } from '../text/look.ts'
import type { Certainty, Name } from '../types.ts'

/** A code at a place in a text; offsets are UTF-16, `end` exclusive. */
export interface Found {
  readonly code: Name
  readonly start: number
  readonly end: number
  readonly pages?: string | undefined
  readonly alternatives?: readonly Name[] | undefined
  /** Where it is another than the form's. */
  readonly certainty?: Certainty
}

/**
 * The shape of a telling place, which `candidates.ts` finds: `dossier` (five digits, or two and a gap), `session`
 * (a year and a dash or slash), `debate` (the same behind «Aanhangsel» or «Handelingen»), `year`, `slash` (numbers with one), `long` (more digits), the capital `letter` of a
 * registration number, or a `roman` dossier. A form is tried at its own shapes alone.
 */
export type Place = 'dossier' | 'session' | 'debate' | 'year' | 'slash' | 'long' | 'letter' | 'roman'

/** What a form made of a place: references, or the dossiers alone that are named there. */
export interface Reading {
  readonly found: readonly Found[]
  readonly dossiers?: readonly string[]
  /** Where it ends, if not with the last reference. */
  readonly end?: number
}

/**
 * A way in which codes are written in running text. It is tried at telling places alone, so that a page without codes
 * costs a few passes of cheap expressions. All its expressions are bounded (no `*`, no `+`): linear on any input.
 */
export interface Form {
  readonly name: string
  readonly places: readonly Place[]
  /** How many UTF-16 units it may look at before and after the index. */
  readonly before: number
  readonly after: number
  /** `citation` where nothing else is said. */
  readonly certainty?: Certainty
  /**
   * What stands at an index; null where it is no such form.
   *
   * @param since where the reference before it ends; 0 where there is none
   */
  readonly read: (text: string, index: number, since: number) => Reading | null
  /** Text → ids that must come out of it, in order; its tests. */
  readonly examples: readonly (readonly [text: string, ...ids: readonly string[]])[]
}

/** A `Form.read` of one expression (sticky). */
export function matching(pattern: RegExp, read: (match: RegExpExecArray) => Found | null) {
  return (text: string, index: number): Reading | null => {
    const match = matchAt(pattern, text, index)
    const found = match && read(match)
    return found ? { found: [found] } : null
  }
}

/** What an expression found where it matched: the id, and the words before it that belong to it. */
export function foundAs(id: string, { 0: whole, index }: RegExpExecArray, words = ''): Found | null {
  return foundBefore(id, index + whole.length, whole.length + words.length)
}

/** What an id names, as so many characters before an end. */
export function foundBefore(id: string, end: number, length: number): Found | null {
  const code = nameOfWritten(id)
  return code && { code, start: end - length, end }
}

/** «101 t/m 103», «290–293», «T03674 t/m T03676»: the end of a range. */
const rangeEnd = new RegExp(
  `${space}(?:[${dashes}]|t/m|tot en met)${space}(T?0{0,2}[1-9]\\d{0,4})(?!\\d|[/.,]\\d|[a-z])`,
  'y',
)

/** The rest of a range behind its first, whose id ends in its number; what stands for those between is the dash. */
function restOfRange(text: string, { code, end }: Found): readonly Found[] {
  const [part = '', last = ''] = matchAt(rangeEnd, text, end) ?? []
  const [first = ''] = /\d{1,5}$/.exec(code.id) ?? []
  const from = Number(first) + 1
  const count = Number(last.replace('T', '')) - Number(first)
  // «T00012 – 15 januari» is no range: the last is written like the first.
  if (!(count > 0 && count <= most) || first.startsWith('0') !== /^[T0]/.test(last)) return []
  return Array.from({ length: count }, (_, place) => {
    const isLast = place === count - 1
    const over = end + part.length - (isLast ? 0 : last.length)
    const number = String(from + place).padStart(first.length, '0')
    return foundBefore(code.id.replace(/\d{1,5}$/, number), over, isLast ? last.length : over - end)
  }).flatMap((one) => one ?? [])
}

/** More of one list than any citation has. */
export const most = 12

/**
 * A reference and those that follow it, as long as `next` finds another at the end of the last.
 *
 * @param ranged the text, where their ids end in a number of which ranges are cited
 */
export function following(first: Found | null, next: (end: number) => Found | null, ranged?: string): Reading | null {
  const found: Found[] = []
  let one = first
  while (one && found.length < most) {
    found.push(one, ...(ranged === undefined ? [] : restOfRange(ranged, one)))
    one = next(found.at(-1)?.end ?? 0)
  }
  return found.length > 0 ? { found } : null
}
