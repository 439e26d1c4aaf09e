import { parentElement } from './natives.ts'
import type { PlacedReference } from './places.ts'

/**
 * In a frame: scrolls the page around it to where the reference stands. The browser's own scrolling alone reaches it,
 * and knows elements only; what is left to do within the frame is for `reveal`.
 */
export function revealFrame({ range: { startContainer } }: Pick<PlacedReference, 'range'>): void {
  if (window === window.parent) return
  const element = startContainer instanceof Element ? startContainer : parentElement(startContainer)
  element?.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' })
}
