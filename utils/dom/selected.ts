import type { PageText } from './page-text.ts'

/** The selection's first range to its last: a browser may select several cells, or words, at a time. */
function rangesOf(selection: Selection, shadowRoots: readonly ShadowRoot[]): readonly AbstractRange[] {
  if (shadowRoots.length > 0) {
    const composed = selection.getComposedRanges({ shadowRoots: [...shadowRoots] })
    if (composed.some(({ collapsed }) => !collapsed)) return composed
  }
  return Array.from({ length: selection.rangeCount }, (_, index) => selection.getRangeAt(index))
}

/**
 * What is selected, as offsets in the page's text; null where nothing that is read is.
 *
 * @param shadowRoots those that the text was read through
 */
export function selectedIn(
  text: PageText,
  shadowRoots: readonly ShadowRoot[],
): { readonly start: number; readonly end: number } | null {
  const selection = getSelection()
  if (selection === null) return null
  const places = rangesOf(selection, shadowRoots)
    .filter(({ collapsed }) => !collapsed)
    .map(({ startContainer, startOffset, endContainer, endOffset }) => ({
      start: text.offsetOf(startContainer, startOffset),
      end: text.offsetOf(endContainer, endOffset),
    }))
  if (places.length === 0) return null
  const start = Math.min(...places.map((place) => place.start))
  const end = Math.max(...places.map((place) => place.end))
  return text.text.slice(start, end).trim() === '' ? null : { start, end }
}

/** Whether something is selected, for all that can be told without reading the page. */
export function mayBeSelected(): boolean {
  const selection = getSelection()
  return selection !== null && (!selection.isCollapsed || selection.toString() !== '')
}
