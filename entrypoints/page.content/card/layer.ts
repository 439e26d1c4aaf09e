import * as dom from '#utils/dom/natives.ts'

/** What a page shows above the rest: beside a modal dialog all is inert, and a press beside a popover closes it. */
const layers = 'dialog:modal,[popover]:popover-open,[aria-modal=true]'

/**
 * Where in the page the card of a reference belongs when that stands in such a layer: in the layer itself, or where that is part
 * of a component, in what the component shows in it, since the manifest's style reaches no shadow tree. Null: nowhere in
 * particular, or all of it is in a shadow tree, where the card can be read and no more.
 *
 * @param near the reference begins in this element
 */
export function layerAround(near: Element | null): Element | null {
  let outside: Element | null = null
  for (let element = near; element !== null; element = dom.assignedSlot(element) ?? dom.elementAround(element)) {
    if (dom.rootOf(element) === document) outside = element
    if (dom.matches(element, layers)) return outside
  }
  return null
}
