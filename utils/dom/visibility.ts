import * as dom from './natives.ts'
import { elementAt, type FoundReference } from './places.ts'

/** References that are looked at between two turns: what is rendered may be otherwise after each. */
const atOnce = 128

/** Looks which references are rendered, and marks the others as collapsed; gives whether any is otherwise than it was. */
export function* lookWhichAreRendered(references: readonly FoundReference[]): Generator<void, boolean> {
  let changed = false
  let known = new Map<Element, boolean>()
  for (const [index, reference] of references.entries()) {
    if (index % atOnce === atOnce - 1) {
      yield
      known = new Map()
    }
    const element = elementAt(reference)
    if (element === null) continue
    let rendered = known.get(element)
    if (rendered === undefined) {
      rendered = dom.isRendered(element)
      known.set(element, rendered)
    }
    if (reference.collapsed === rendered) {
      reference.collapsed = !rendered
      changed = true
    }
  }
  return changed
}
