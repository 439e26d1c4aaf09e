import type { Certainty, ReferenceKind } from '#utils/references/types.ts'
import { kindOfId } from './kinds.ts'

/** What a trained eye sees at one place of a text; offsets are UTF-16, `end` exclusive. */
export interface Expectation {
  /** The first is the reading that is expected; the others are as good (a form that only a look-up decides). */
  readonly ids: readonly string[]
  readonly kind: ReferenceKind
  readonly start: number
  readonly end: number
  /** Whether the found stretch must be exactly this one, or only touch it. */
  readonly exact: boolean
  /** Right if found, no fault if not. */
  readonly optional: boolean
  /** The page reference as printed, where the annotation tells it. */
  readonly pages: string | null
  /** How surely it must be found, where the annotation tells it. */
  readonly certainty: Certainty | null
  readonly line: number
}

/** A stretch that looks like a code and is none. */
export interface Trap {
  readonly start: number
  readonly end: number
  readonly line: number
}

/** An annotation as it stands in a file. */
export interface Mark {
  readonly line: number
  readonly written: string
}

/**
 * An annotation is a line below the passage, in the order of the passage: `> id «stretch»` expected, `> id ~ «stretch»`
 * expected with any stretch that touches this one, `? id «stretch»` a reading that is right but not asked for,
 * `! «stretch»` a trap. `id|id` gives readings that are equally good, `id, id` several references that share a stretch
 * (the dash of a range); `(p. 3-4)` at the end is the page reference, `[local]` the certainty.
 */
const annotation =
  /^([>?!])\s*(?:([^~«]*[^\s~«])\s*)?(~\s*)?«(.+)»\s*(?:\(p\. (.+)\)|\[(certain|citation|local)\])?\s*$/u
const certainties: readonly Certainty[] = ['certain', 'citation', 'local']
export const isAnnotation = (line: string) => /^[>?!] /.test(line)

/** Reads the annotations of a text; throws where one cannot be read or names a stretch that is not there. */
export function annotate(
  file: string,
  text: string,
  marks: readonly Mark[],
): { readonly expectations: Expectation[]; readonly traps: Trap[] } {
  const expectations: Expectation[] = []
  const traps: Trap[] = []
  let reached = 0
  let trapped = 0
  for (const { line, written } of marks) {
    const [, mark, ids, loose, printed = '', pages, certainty] = annotation.exec(written) ?? []
    const where = `${file}:${line}`
    if (mark === undefined || (mark === '!') !== (ids === undefined)) throw new Error(`${where}: cannot be read`)
    const stretch = unescaped(printed.replaceAll('⏎', '\n'))
    const start = text.indexOf(stretch, mark === '!' ? trapped : reached)
    if (start === -1) throw new Error(`${where}: «${printed}» does not stand in the passage, or not in this order`)
    const end = start + stretch.length
    if (mark === '!') {
      traps.push({ start, end, line })
      trapped = end
      continue
    }
    for (const one of (ids ?? '').split(', ')) {
      const readings = one.split('|')
      expectations.push({
        ids: readings,
        kind: kindOfId(readings[0] ?? ''),
        start,
        end,
        exact: loose === undefined,
        optional: mark === '?',
        pages: pages ?? null,
        certainty: certainties.find((name) => name === certainty) ?? null,
        line,
      })
    }
    reached = end
  }
  return { expectations, traps }
}

/** Characters that an eye cannot tell apart are written as `\u00a0` in the files, a tab as `\t`. */
export function unescaped(written: string): string {
  return written
    .replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replaceAll('\\t', '\t')
    .replaceAll('\\f', '\f')
}
