import { candidateIndexes } from './candidates.ts'
import type { Found } from './form.ts'
import { forms } from './forms.ts'
import type { Reference } from './types.ts'

/** Addresses repeat an id: `…/kst-36360-5/1/pdf/kst-36360-5.pdf`, `detail?id=<D>&did=<D>`. Bounded by `Form.after`. */
const withinAddress = /^[/&?;][^\s"'<>()]{0,60}$/
const longestRepeat = 61

/**
 * Every reference in a text, in order and without overlaps; offsets are UTF-16 in `text`. An id that an address repeats
 * counts once. Time is linear in the text's length, whatever it holds. Rules and examples: `forms.ts`.
 */
export function findReferences(text: string): Reference[] {
  const references: Reference[] = []
  let last: Found | null = null
  for (const index of candidateIndexes(text)) {
    for (const form of forms) {
      form.pattern.lastIndex = index
      const match = form.pattern.exec(text)
      const found: readonly Found[] = match ? form.read(match) : []
      for (const one of found) {
        if (last && one.start < last.end) continue
        if (!last || !isRepeat(text, last, one)) {
          references.push({ ...one.code, start: one.start, end: one.end, certainty: form.certainty })
        }
        last = one
      }
      if (found.length > 0) break
    }
  }
  return references
}

function isRepeat(text: string, last: Found, next: Found): boolean {
  return (
    last.code.id === next.code.id &&
    next.start - last.end <= longestRepeat &&
    withinAddress.test(text.slice(last.end, next.start))
  )
}
