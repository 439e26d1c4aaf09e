import type { PageLook } from './look.ts'

/** How far a line of running text reaches above and below its baseline, with some room, in points. */
const line = { above: 11.5, below: 4.5 }

/** Milliseconds that a place stays marked; longer where it may not move. */
const time = { moving: 1600, still: 3200 }

/**
 * Marks the line that was scrolled to, for a moment: once, by fading, and steadily where motion is not wanted.
 *
 * @param baseline of the line, in points from the top of the page
 */
export function drawMark(look: PageLook | null, baseline: number): void {
  if (look === null) return
  for (const old of document.querySelectorAll('.kl-mark')) old.remove()
  const mark = document.createElement('div')
  mark.className = 'kl-mark'
  mark.style.top = `${(baseline - line.above) * look.scale}px`
  mark.style.height = `${(line.above + line.below) * look.scale}px`
  look.element.append(mark)
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches
  setTimeout(() => mark.remove(), isStill ? time.still : time.moving)
}
