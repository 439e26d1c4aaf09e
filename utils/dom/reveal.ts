import * as dom from './natives.ts'
import { type PlacedReference, rectsOf } from './places.ts'

/** Room that a page's fixed header may take, and that the card needs below the reference, in CSS pixels. */
const roomAbove = 96
const roomBelow = 300

/** What can be scrolled to. */
type Shown = Pick<PlacedReference, 'range' | 'link'>

/**
 * Scrolls a reference into view, with room for the card, in every scrolling element around it; does nothing where it
 * is in view already. At once, whatever the page's `scroll-behavior`: the card is placed beside it next.
 */
export function reveal(reference: Shown): void {
  const { startContainer } = reference.range
  let element = startContainer instanceof Element ? startContainer : dom.parentElement(startContainer)
  const root = dom.scrollingElement()
  for (; element !== null; element = dom.parentElement(element)) {
    if (element !== root && scrolls(element)) showIn(element, element.getBoundingClientRect(), reference)
  }
  if (root !== null) showIn(root, new DOMRect(0, 0, innerWidth, innerHeight), reference)
}

function scrolls(element: Element): boolean {
  if (element.scrollHeight <= element.clientHeight && element.scrollWidth <= element.clientWidth) return false
  return /auto|scroll/.test(getComputedStyle(element).overflow)
}

function showIn(scroller: Element, view: DOMRect, reference: Shown): void {
  const rect = rectsOf(reference)[0]
  if (rect === undefined) return
  const above = Math.min(roomAbove, view.height / 4)
  const below = Math.min(roomBelow, view.height / 2)
  const fits = rect.top >= view.top + above && rect.bottom <= view.bottom - below
  const beside = rect.left >= view.left && rect.right <= view.right
  if (fits && beside) return
  const move: ScrollToOptions = {
    top: fits ? 0 : rect.top - (view.top + view.height / 3),
    left: beside ? 0 : rect.left - (view.left + view.width / 4),
    behavior: 'instant',
  }
  Reflect.apply(Element.prototype.scrollBy, scroller, [move])
}
