import * as dom from './natives.ts'

/**
 * Without those that lie inside another one, or have left the page. Each element on the way up is looked at once, so
 * that deep nesting costs no more than many elements.
 */
export function outermost(elements: readonly Element[]): readonly Element[] {
  const all = new Set(elements)
  const known = new Map<Element, boolean>()
  /** Whether the element or one around it is among them. */
  const isWithin = (element: Element | null): boolean => {
    const path: Element[] = []
    let within = false
    for (let around = element; around !== null; around = dom.parentElement(around)) {
      const answer = all.has(around) ? true : known.get(around)
      if (answer !== undefined) {
        within = answer
        break
      }
      path.push(around)
    }
    for (const passed of path) known.set(passed, within)
    return within
  }
  return elements.filter((element) => dom.isConnected(element) && !isWithin(dom.parentElement(element)))
}
