import { candidateIndexes } from './candidates.ts'
import type { Found } from './form.ts'
import { forms } from './forms.ts'
import { leaningAt } from './leaning.ts'
import type { Leaning, Mentions, Reference } from './types.ts'

/** How far before and after a candidate (`candidateIndexes`) the grammar may look, in UTF-16 units. */
export const reach = {
  before: Math.max(...forms.map((form) => form.before)),
  after: Math.max(...forms.map((form) => form.after)),
} as const

/** Addresses repeat an id: `…/kst-36360-5/1/pdf/kst-36360-5.pdf`, `detail?id=<D>&did=<D>`. Bounded by `Form.after`. */
const withinAddress = /^[/&?;][^\s"'<>()]{0,60}$/
const longestRepeat = 61

const atDigits = forms.filter(({ places }) => places.includes('digits'))
const atLetters = forms.filter(({ places }) => places.includes('letter'))
const atRoman = forms.filter(({ places }) => places.includes('roman'))

/** The forms that may begin with a character; none for those of the short forms. */
function formsAt(character: string) {
  if (character >= '0' && character <= '9') return atDigits
  if (character === 'D' || character === 'Z' || character === 'A') return atLetters
  return /[CLXVI]/i.test(character) ? atRoman : []
}

/**
 * All that a text says of papers, in order and without overlaps (but for the pieces within a range, which stand for
 * each other). Short forms are left for `resolveLeaning`, since what they lean on may lie outside. An id that an address
 * repeats counts once. Time is linear in the text's length, whatever it holds.
 */
export function findMentions(text: string): Mentions {
  const references: Reference[] = []
  const leaning: Leaning[] = []
  const dossiers: string[] = []
  let end = 0
  let last: Found | null = null
  for (const index of candidateIndexes(text)) {
    if (index < end) continue
    let isRead = false
    for (const form of formsAt(text.charAt(index))) {
      const reading = form.read(text, index)
      if (!reading) continue
      isRead = true
      if (reading.dossiers) dossiers.push(...reading.dossiers)
      for (const each of reading.found) {
        // A lead word may belong to what was read before; the pieces of one reading stand as they are.
        const one: Found = each === reading.found[0] && each.start < end ? { ...each, start: end } : each
        if (!last || !isRepeat(text, last, one)) references.push(referenceOf(one, form.certainty))
        last = one
      }
      end = Math.max(end, reading.found.at(-1)?.end ?? 0)
      break
    }
    if (isRead) continue
    for (const one of leaningAt(text, index)) {
      leaning.push(one)
      end = one.end
    }
  }
  return { references, leaning, dossiers }
}

function referenceOf({ code, start, end, pages, alternatives }: Found, certainty: Reference['certainty']): Reference {
  return {
    ...code,
    start,
    end,
    certainty,
    ...(pages ? { pages } : {}),
    ...(alternatives ? { alternatives } : {}),
  }
}

function isRepeat(text: string, last: Found, next: Found): boolean {
  return (
    last.code.id === next.code.id &&
    next.start - last.end <= longestRepeat &&
    withinAddress.test(text.slice(last.end, next.start))
  )
}
