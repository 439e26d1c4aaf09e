import * as dom from '#utils/dom/natives.ts'
import { clearHighlights } from '#utils/dom/painter.ts'
import { hostId } from './card/host-id.ts'

/**
 * Takes away what an instance of ours left in the page that was ended without an event (Firefox, when the extension is
 * disabled or updated under an open page): its highlights would stay painted and its card would show again, dead.
 * An instance that hears of its end has nothing left here.
 */
export function removeLeftovers(): void {
  clearHighlights()
  for (const host of dom.elementsWithin(dom.documentElement(), `#${hostId}[popover]`)) {
    if (dom.firstChild(host) === null) Element.prototype.remove.call(host)
  }
}
