import { signal } from '@preact/signals'
import type { Place } from '#components/reader/pdf-view.ts'
import { lookOf } from './look.ts'

interface Viewer {
  readonly pagesCount: number
  getPageView(index: number): unknown
}

/** CSS pixels between the upper edge and a place that is scrolled to. */
const room = 56
/** How far below the upper edge one reads: a share of the height, at most so many CSS pixels, and below `room`. */
const eyesShare = 0.3
const eyesMost = 140

/**
 * What is seen of the pages, and bringing a place into view.
 *
 * @returns also `look`, to be called when the pages were scrolled or drawn in another size
 */
export function createScrolling(viewer: Viewer, container: HTMLElement) {
  const shown = signal<readonly [number, number]>([1, 1])
  const eyes = signal<Place>({ page: 1, top: 0 })

  /** Index of the last page that begins above a height in the scrolled content; pages follow one another, so by halves. */
  function pageAt(height: number): number {
    let low = 0
    let high = viewer.pagesCount - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((lookOf(viewer, middle + 1)?.element.offsetTop ?? 0) <= height) low = middle
      else high = middle - 1
    }
    return low
  }

  function look(): void {
    const { scrollTop, clientHeight, scrollHeight } = container
    if (viewer.pagesCount === 0 || clientHeight === 0) return
    // At the end of the document the eyes go down to the last line, which can't be scrolled up to them.
    const left = Math.max(0, scrollHeight - clientHeight - scrollTop)
    const upper = Math.max(room + 8, Math.min(clientHeight * eyesShare, eyesMost))
    const depth = scrollTop > 0 && left < clientHeight - upper ? clientHeight - left : upper
    const height = scrollTop + Math.max(upper, depth)
    const index = pageAt(height)
    const at = lookOf(viewer, index + 1)
    if (at === null) return
    const first = pageAt(scrollTop) + 1
    const last = pageAt(scrollTop + clientHeight) + 1
    if (shown.value[0] !== first || shown.value[1] !== last) shown.value = [first, last]
    eyes.value = { page: index + 1, top: (height - at.element.offsetTop) / at.scale }
  }

  return {
    shown,
    eyes,
    look,
    to({ page, top }: Place) {
      const at = lookOf(viewer, page)
      if (at === null) return
      container.scrollTo({ top: at.element.offsetTop + top * at.scale - room, behavior: 'instant' })
      look()
    },
  }
}
