import type { Said } from '../references/together.ts'
import { isPlain } from './joined-text.ts'
import * as dom from './natives.ts'
import { startsBlock } from './roles.ts'

/**
 * How far from the end of its text node what was found must stay, in UTF-16 units: a citation may begin with words, or go
 * on with further pieces, in the element beside it.
 */
const margin = 64
/** A text node of more characters is read in stretches. */
const longest = 16_384

/**
 * Whether what a text node says by itself may be relied on: most references stand in the middle of one, and reading it
 * alone takes a fraction of the time that joining a block does. Null where the text beside it, or a style, may have a say.
 *
 * @param candidates offsets in the node, ascending: all that there are
 */
export function plainNode(node: Text, candidates: readonly number[]): ((said: Said) => boolean) | null {
  const { length } = node
  const parent = dom.parentElement(node)
  if (length > longest || parent === null) return null
  const isBlock = startsBlock(parent)
  const from = isBlock && dom.previousSibling(node) === null ? 0 : margin
  const to = length - (isBlock && dom.nextSibling(node) === null ? 0 : margin)
  const [first = 0] = candidates
  // What is in it is asked last: the browser makes a string of it.
  if (first < from || (candidates.at(-1) ?? 0) > to || !isPlain(node.data)) return null
  const isInside = ({ start, end }: { readonly start: number; readonly end: number }): boolean =>
    start >= from && end <= to
  return ({ mentions }) => mentions.references.every(isInside) && mentions.leaning.every(isInside)
}
