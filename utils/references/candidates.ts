import { forms } from './forms.ts'

/** A stretch of a text; offsets are UTF-16, `end` exclusive. */
export interface Span {
  readonly start: number
  readonly end: number
}

const anchors = new RegExp(forms.map((form) => form.anchor).join('|'), 'g')
const before = Math.max(...forms.map((form) => form.before))
const after = Math.max(...forms.map((form) => form.after))

/**
 * Where a reference may be: the index of the telling character inside each, ascending. One pass of one expression, so
 * that a page can be asked with its whole `textContent`, before any of its nodes is walked. A superset: most references
 * of a page without tricks are found with few idle hits, and none is missed as long as what is left out of or put into
 * the text later (line breaks between blocks, notes) is white space inside the code.
 */
export function candidateIndexes(text: string): number[] {
  const indexes: number[] = []
  anchors.lastIndex = 0
  for (let match = anchors.exec(text); match; match = anchors.exec(text)) {
    indexes.push(match.index)
    anchors.lastIndex = match.index + 1
  }
  return indexes
}

/**
 * The stretches of a text that are enough to find all of its references: `findReferences` on each gives, shifted, the
 * same as on the whole text. Ascending, apart from each other.
 */
export function candidateWindows(text: string): Span[] {
  const windows: { start: number; end: number }[] = []
  for (const index of candidateIndexes(text)) {
    const last = windows.at(-1)
    const start = Math.max(0, index - before)
    const end = Math.min(text.length, index + after)
    if (last && start <= last.end) last.end = end
    else windows.push({ start, end })
  }
  return windows
}
