import * as dom from '#utils/dom/natives.ts'
import { type Box, placeCard } from './place-card.ts'

/** Places a card beside the boxes of what it is about, one a line; keeps how far it was scrolled. */
export function placeBeside(dialog: HTMLElement, rects: readonly Box[]): void {
  const { scrollTop } = dialog
  dialog.style.maxHeight = 'none'
  dialog.style.width = `${placeCard(rects, 0, viewport()).width}px`
  const place = placeCard(rects, dialog.offsetHeight, viewport())
  dialog.style.left = `${place.left}px`
  dialog.style.top = `${place.top}px`
  dialog.style.width = `${place.width}px`
  dialog.style.maxHeight = `${place.maxHeight}px`
  dialog.scrollTop = scrollTop
}

/** Whether a point of the viewport lies on the card, on what it is about, or on the way between them. */
export function isNearCard(dialog: HTMLElement, rects: readonly Box[], x: number, y: number): boolean {
  const card = dialog.getBoundingClientRect()
  if ([card, ...rects].some((rect) => within(rect, x, y))) return true
  const between = {
    left: card.left,
    right: card.right,
    top: Math.min(card.bottom, ...rects.map((rect) => rect.bottom)),
    bottom: Math.max(card.top, ...rects.map((rect) => rect.top)),
  }
  return within(between, x, y)
}

/** Whether anything of these boxes is on the screen. */
export const isOnScreen = (rects: readonly Box[]): boolean =>
  rects.some((rect) => rect.bottom > 0 && rect.top < innerHeight && rect.right > 0 && rect.left < innerWidth)

function viewport(): { width: number; height: number } {
  const { clientWidth, currentCSSZoom } = dom.documentElement()
  return { width: clientWidth * currentCSSZoom, height: innerHeight }
}

/** How far beside a box the pointer still counts as on it, in CSS pixels. */
const slack = 4

function within(box: Box, x: number, y: number): boolean {
  return x >= box.left - slack && x <= box.right + slack && y >= box.top - slack && y <= box.bottom + slack
}
