export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export interface CardPlace {
  /** CSS pixels from the viewport's edges. */
  readonly left: number
  readonly top: number
  readonly maxHeight: number
  readonly width: number
}

const gap = 6
const margin = 8
const widest = 380
const tallest = 520
/** With less room than this above and below, the side of the reference is better. */
const leastHeight = 200
const leastWidth = 240

/**
 * Where the card goes so that it never covers the reference: below it, or above where there is more room, or at its
 * side in a viewport too low for both.
 *
 * @param reference the boxes of the reference, one a line
 * @param height what the card would take if it could
 */
export function placeCard(
  reference: readonly Box[],
  height: number,
  viewport: { readonly width: number; readonly height: number },
): CardPlace {
  const around = {
    left: Math.min(...reference.map((box) => box.left)),
    top: Math.min(...reference.map((box) => box.top)),
    right: Math.max(...reference.map((box) => box.right)),
    bottom: Math.max(...reference.map((box) => box.bottom)),
  }
  const width = Math.min(widest, viewport.width - 2 * margin)
  const wanted = Math.min(height, tallest)
  const below = viewport.height - margin - gap - around.bottom
  const above = around.top - gap - margin
  const left = clamp(reference[0]?.left ?? margin, margin, viewport.width - margin - width)

  if (Math.max(above, below) < Math.min(wanted, leastHeight)) {
    const beside = placeBeside(around, wanted, viewport)
    if (beside !== null) return beside
  }
  if (below >= wanted || below >= above) {
    return { left, top: around.bottom + gap, maxHeight: Math.min(tallest, Math.max(below, 0)), width }
  }
  const maxHeight = Math.min(tallest, Math.max(above, 0))
  return { left, top: around.top - gap - Math.min(wanted, maxHeight), maxHeight, width }
}

function placeBeside(
  around: Box,
  wanted: number,
  viewport: { readonly width: number; readonly height: number },
): CardPlace | null {
  const right = viewport.width - margin - gap - around.right
  const left = around.left - gap - margin
  const width = Math.min(widest, Math.max(left, right))
  if (width < leastWidth) return null
  const maxHeight = Math.min(tallest, viewport.height - 2 * margin)
  const top = clamp(around.top, margin, viewport.height - margin - Math.min(wanted, maxHeight))
  return { left: right >= left ? around.right + gap : around.left - gap - width, top, maxHeight, width }
}

const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(value, most))
