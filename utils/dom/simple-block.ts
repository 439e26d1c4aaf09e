import { isPlain, JoinedText, type Piece, preserves } from './joined-text.ts'
import * as dom from './natives.ts'
import type { Readable } from './readable.ts'
import { type Role, Roles, startsBlock } from './roles.ts'

/** Elements that are read on through by their name. */
const simpleNames =
  'a,abbr,b,bdi,cite,code,data,del,dfn,em,font,i,ins,kbd,label,mark,q,s,samp,small,span,strike,strong,sub,sup,time,tt,u,var,wbr'
/** A block with more nodes or characters is read as far as needed only. */
const most = { nodes: 400, characters: 4000 }
/** Nodes that are passed between two texts to see whether they stand in one line. */
const mostBetween = 60

/** A short block as it is read while nothing is known of its styles. */
export interface SimpleBlock {
  readonly joined: JoinedText
  /** Nothing is left out of it, and nothing put in. */
  readonly isWhole: boolean
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

  constructor(readable: Readable) {
    this.#readable = readable
    this.#selector = `:not(${simpleNames}),${readable.selector}`
  }

  /** The block around a text node; null where it is long, holds other blocks or is not read. */
  around(node: Text): SimpleBlock | null {
    let block = dom.parentElement(node)
    while (block !== null && !startsBlock(block)) block = dom.parentElement(block)
    if (block === null || !this.#readable.within(block)) return null
    const isWhole = dom.firstElementChild(block) === null || dom.first(block, this.#selector) === null
    const roles = new Roles(this.#readable)
    const others = new Map<Element, Role>()
    const pieces = isWhole ? piecesOf(block) : piecesAmong(block, roles, others)
    if (pieces === null) return null
    const whole = isWhole ? (dom.textContent(block) ?? '') : null
    const joined = new JoinedText(pieces, null, whole !== null && isPlain(whole) ? whole : undefined)
    const check = (start: number, end: number): boolean =>
      joined.someBoundary(start, end, (one, next) =>
        one === next ? preserves(one) : !inOneLine(one, next, roles, others),
      )
    return { joined, isWhole, check }
  }
}

/** All text of a block. */
function piecesOf(block: Element): Piece[] | null {
  const pieces: Piece[] = []
  const walker = dom.textWalker(block)
  let characters = 0
  for (let text = walker.nextNode() as Text | null; text !== null; text = walker.nextNode() as Text | null) {
    const to = text.length
    pieces.push({ node: text, from: 0, to })
    characters += to
    if (pieces.length > most.nodes || characters > most.characters) return null
  }
  return pieces
}

/** @param others gets what is not read on through, and what it is instead */
function piecesAmong(block: Element, roles: Roles, others: Map<Element, Role>): Piece[] | null {
  const pieces: Piece[] = []
  const walker = dom.contentWalker(block)
  let passed: Element | null = null
  let characters = 0
  let nodes = 0
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    nodes += 1
    if (nodes > most.nodes) return null
    if (passed !== null && dom.contains(passed, node)) continue
    passed = null
    if (node instanceof Text) {
      pieces.push({ node, from: 0, to: node.length })
      characters += node.length
      if (characters > most.characters) return null
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
  return pieces
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
