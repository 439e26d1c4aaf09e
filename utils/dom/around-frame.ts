import { type PlacedReference, rectsOf } from './places.ts'

/** Room above and below a reference in the page around its frame, as a share of the window. */
const room = 0.2

/** A rectangle's height on the screen, as one window sees it. */
type Span = { readonly top: number; readonly bottom: number }

/**
 * Scrolls the pages around a frame so that a reference in it is in view, as far up as they may be seen from here. At
 * once, like `reveal`, which has brought it into view within the frame.
 */
export function revealAround(reference: PlacedReference): void {
  const rect = rectsOf(reference)[0]
  if (rect === undefined) return
  climb(rect, (span, parent, frame) => {
    frame.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' })
    const { top, bottom } = within(span, frame)
    const height = parent.innerHeight
    if (top < height * room || bottom > height * (1 - room)) {
      parent.scrollBy({ top: top - height / 3, behavior: 'instant' })
    }
    return true
  })
}

/** Whether a reference is in view, also seen from the pages around its frame. */
export function inView(reference: PlacedReference): boolean {
  return rectsOf(reference).some(
    (rect) => isIn(rect, window) && climb(rect, (span, parent, frame) => isIn(within(span, frame), parent)),
  )
}

const isIn = ({ top, bottom }: Span, { innerHeight }: Window): boolean => bottom > 0 && top < innerHeight

function within({ top, bottom }: Span, frame: Element): Span {
  const offset = frame.getBoundingClientRect().top + frame.clientTop
  return { top: top + offset, bottom: bottom + offset }
}

/** Goes from window to window outwards as long as `visit` holds; true where it always did. */
function climb(span: Span, visit: (span: Span, parent: Window, frame: Element) => boolean): boolean {
  let view: Window = window
  let seen = span
  try {
    // A page of another origin around a frame is not seen from here.
    for (let frame = view.frameElement; frame !== null; frame = view.frameElement) {
      if (!visit(seen, view.parent, frame)) return false
      seen = within(seen, frame)
      view = view.parent
    }
  } catch {
    // Some browsers throw where others give null.
  }
  return true
}
