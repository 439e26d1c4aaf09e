import { JoinedText } from './joined-text.ts'
import * as dom from './natives.ts'

/** How an element takes part in the line of text that it stands in. */
type Role = 'inline' | 'block' | 'line-break' | 'gap' | 'nothing'

/** Blocks by what they mean, whatever the page's style makes of them: items of a menu laid in a row stay items. */
const blockNames = new Set(
  (
    'address article aside blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset ' +
    'figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol ' +
    'optgroup option p pre search section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
)
const gapNames = new Set(['button', 'embed', 'img', 'input', 'meter', 'progress'])

/** Whether an element is a block by its name. Blocks by style alone are known only to `blockAround`. */
export const startsBlock = (element: Element): boolean => blockNames.has(dom.localName(element))

/** After so many nodes of one block the caller gets its turn. */
const atOnce = 1000

/**
 * The text of the block around a text node, as a reader sees it: joined over inline elements, `<wbr>` and soft
 * hyphens, with a line break for `<br>`, and ending where a block or a table cell starts or ends. Reads only as far
 * as the block goes, so that its cost does not depend on the page's size, in steps: a block may be the whole page.
 * Where the block changes between two steps it must be read again.
 *
 * @param skipped selector of what is no part of the text (`skippedWith`)
 */
export function* blockAround(node: Text, skipped: string): Generator<void, JoinedText> {
  const before: Piece[] = []
  yield* reach(node, 'before', skipped, before)
  const after: Piece[] = []
  yield* reach(node, 'after', skipped, after)
  return new JoinedText([...before.reverse(), node, ...after])
}

/** A text node, a line break, or a space for a picture or control between words. */
type Piece = Text | '\n' | ' '
type Direction = 'before' | 'after'

/**
 * Collects what precedes or follows `from` in its block, nearest first. Goes from node to node and calls itself not
 * once: a page may nest its elements deeper than the stack reaches.
 */
function* reach(from: Node, direction: Direction, skipped: string, pieces: Piece[]): Generator<void> {
  const [next, firstInside] =
    direction === 'after' ? [dom.nextSibling, dom.firstChild] : [dom.previousSibling, dom.lastChild]
  let node = from
  /** How many inline elements were entered and not yet left. */
  let depth = 0
  for (let steps = 1; ; steps += 1) {
    if (steps % atOnce === 0) yield
    const sibling = next(node)
    if (sibling === null) {
      const parent = dom.parentNode(node)
      // A hidden inline element ends the text inside it as a block would: it is not read together with what is around.
      if (!(parent instanceof Element) || (depth === 0 && roleOf(parent, skipped) !== 'inline')) return
      if (depth > 0) depth -= 1
      node = parent
      continue
    }
    node = sibling
    for (;;) {
      const role = take(node, skipped, pieces)
      if (role === 'block') return
      const inside = role === 'inline' ? firstInside(node) : null
      if (inside === null) break
      depth += 1
      node = inside
    }
  }
}

/** Adds what a node itself gives; what an inline element holds is left to the caller. */
function take(node: Node, skipped: string, pieces: Piece[]): Role {
  if (node instanceof Text) {
    pieces.push(node)
    return 'nothing'
  }
  if (!(node instanceof Element)) return 'nothing'
  const role = roleOf(node, skipped)
  if (role === 'line-break') pieces.push('\n')
  else if (role === 'gap') pieces.push(' ')
  return role
}

function roleOf(element: Element, skipped: string): Role {
  const name = dom.localName(element)
  if (blockNames.has(name)) return 'block'
  if (name === 'br') return 'line-break'
  if (name === 'wbr') return 'nothing'
  if (gapNames.has(name)) return 'gap'
  if (dom.matches(element, skipped)) return 'nothing'
  const { display, visibility } = getComputedStyle(element)
  if (display === 'none' || (visibility !== 'visible' && !inheritsVisibility(element, visibility))) return 'nothing'
  return display === 'contents' || display.startsWith('inline') || display.startsWith('ruby') ? 'inline' : 'block'
}

/** Text inside a hidden block is joined as if it were shown: it may be shown later without any change in it. */
function inheritsVisibility(element: Element, visibility: string): boolean {
  const parent = dom.parentElement(element)
  return parent !== null && getComputedStyle(parent).visibility === visibility
}

/** The nearest element around a node that has a box of its own to be seen in the viewport. */
export function boxAround(node: Node): Element | null {
  let element = node instanceof Element ? node : dom.parentElement(node)
  while (element !== null && getComputedStyle(element).display === 'contents') element = dom.parentElement(element)
  return element
}
