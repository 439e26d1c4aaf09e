import type { PageLook } from './look.ts'

/** Milliseconds that a place stays marked; longer where it may not move. */
const time = { moving: 1600, still: 3200 }

/** Marks the line that was scrolled to, for a moment: once, by fading, and steadily where motion is not wanted. */
export function drawMark(look: PageLook | null, top: number): void {
  if (look === null) return
  for (const old of document.querySelectorAll('.kl-mark')) old.remove()
  const mark = document.createElement('div')
  mark.className = 'kl-mark'
  mark.style.top = `${top * look.scale}px`
  look.element.append(mark)
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches
  setTimeout(() => mark.remove(), isStill ? time.still : time.moving)
}
