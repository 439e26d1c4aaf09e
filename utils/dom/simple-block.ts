import { JoinedText, type Piece, preserves } from './joined-text.ts'
import * as dom from './natives.ts'
import { mayBeNoteMark } from './note-marks.ts'
import type { Readable } from './readable.ts'
import { notInline, type Role, Roles, startsBlock } from './roles.ts'

/** A block with more nodes or characters is read as far as needed only. */
const most = { nodes: 400, characters: 4000 }
/** Nodes that are passed between two texts to see whether they stand in one line. */
const mostBetween = 60

/** A short block as it is read while nothing is known of its styles. */
export interface SimpleBlock {
  readonly joined: JoinedText
  /** Whether the text between two offsets would be another one if styles were looked at; looks at those that matter. */
  readonly check: (start: number, end: number) => boolean
}

/**
 * Reads short blocks whole, from their first text node to their last: one or two questions to the browser tell whether
 * there is nothing but words and inline elements, where the way from node to node asks several of each.
 */
export class SimpleBlocks {
  readonly #readable: Readable
  readonly #selector: string
  /** Blocks that turned out to be long or to hold others: they are asked about at each of their places otherwise. */
  readonly #unfit = new WeakSet<Element>()

  constructor(readable: Readable) {
    this.#readable = readable
    this.#selector = `${notInline},${mayBeNoteMark},${readable.selector}`
  }

  /** The block around a text node; null where it is long, holds other blocks or is not read. */
  around(node: Text): SimpleBlock | null {
    let block = dom.parentElement(node)
    // What stands in a button is read by itself: the line around it has a gap there.
    while (block !== null && !startsBlock(block) && dom.localName(block) !== 'button') block = dom.parentElement(block)
    if (block === null || this.#unfit.has(block) || !this.#readable.within(block)) return null
    const isWhole = dom.firstElementChild(block) === null || dom.first(block, this.#selector) === null
    const roles = new Roles(this.#readable)
    const others = new Map<Element, Role>()
    const pieces = piecesOf(isWhole ? dom.textWalker(block) : dom.contentWalker(block), roles, others)
    if (pieces === null) {
      this.#unfit.add(block)
      return null
    }
    const joined = new JoinedText(pieces, null, isWhole ? (dom.textContent(block) ?? '') : undefined)
    const check = (start: number, end: number): boolean =>
      joined.someBoundary(start, end, (one, next) =>
        one === next ? preserves(one) : !inOneLine(one, next, roles, others),
      )
    return { joined, check }
  }
}

/**
 * The pieces of a block; null where it is long or holds another block.
 *
 * @param walker over its text, and over its elements too where some are not read on through
 * @param others gets those, and what they are instead
 */
function piecesOf(walker: TreeWalker, roles: Roles, others: Map<Element, Role>): Piece[] | null {
  const pieces: Piece[] = []
  let passed: Element | null = null
  let room = most.characters
  for (let nodes = most.nodes; nodes > 0 && room >= 0; nodes -= 1) {
    const node = walker.nextNode()
    if (node === null) return pieces
    if (passed !== null && dom.contains(passed, node)) continue
    passed = null
    if (node instanceof Text) {
      pieces.push({ node, from: 0, to: node.length })
      room -= node.length
    } else if (node instanceof Element) {
      const role = roles.of(node)
      if (role === 'block') return null
      if (role === 'inline') continue
      passed = node
      others.set(node, role)
      if (role === 'line-break') pieces.push('\n')
      else if (role === 'gap') pieces.push(' ')
    }
  }
  return null
}

/** Whether only inline elements begin and end between two text nodes, the second of which comes later in the block. */
function inOneLine(one: Text, next: Text, roles: Roles, others: ReadonlyMap<Element, Role>): boolean {
  let node: Node = one
  for (let steps = 0; steps < mostBetween; steps += 1) {
    const sibling = dom.nextSibling(node)
    if (sibling === null) {
      const parent = dom.parentElement(node)
      if (parent === null || !roles.isInline(parent)) return false
      node = parent
      continue
    }
    node = sibling
    while (node instanceof Element && !others.has(node) && dom.localName(node) !== 'wbr') {
      if (!roles.isInline(node)) return false
      const inside: Node | null = dom.firstChild(node)
      if (inside === null) break
      node = inside
    }
    if (node === next) return true
  }
  return false
}
