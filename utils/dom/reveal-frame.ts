import { type PlacedReference, rectsOf } from './places.ts'

/** Room above and below a reference in the page around its frame, as a share of the window. */
const room = 0.2

/**
 * Scrolls the pages around a frame so that a reference in it is in view, as far up as they may be seen from here. At
 * once, like `reveal`, which has brought it into view within the frame.
 */
export function revealFrame(reference: PlacedReference): void {
  const rect = rectsOf(reference)[0]
  if (rect === undefined) return
  let { top, bottom } = rect
  for (let view: Window = window; view !== view.parent; view = view.parent) {
    const frame = frameOf(view)
    if (frame === null) return
    frame.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' })
    const height = view.parent.innerHeight
    const offset = frame.getBoundingClientRect().top + frame.clientTop
    const move = top + offset < height * room || bottom + offset > height * (1 - room) ? top + offset - height / 3 : 0
    view.parent.scrollBy({ top: move, behavior: 'instant' })
    const moved = frame.getBoundingClientRect().top + frame.clientTop
    top += moved
    bottom += moved
  }
}

/** The element around a window; null where the page around it is of another origin. */
function frameOf(view: Window): Element | null {
  try {
    return view.frameElement
  } catch {
    return null
  }
}
