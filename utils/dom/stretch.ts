import { reach } from '../references/finding/candidates.ts'
import { JoinedText, type Piece, preserves } from './joined-text.ts'
import * as dom from './natives.ts'
import type { Role, Roles } from './roles.ts'

/** How far a stretch goes on after its start, in UTF-16 units and in nodes: most blocks end long before. */
const longest = 16_384
const mostSteps = 4000
/** Nodes that are passed on the way to the text before the start; empty ones have no text to count. */
const mostStepsBefore = 1000

/** An element that is taken for inline, at the piece where it begins or ends. */
interface Edge {
  readonly element: Element
  /** Index of the first piece behind it. */
  readonly piece: number
}

/**
 * The text of a block around a place in it, as a reader sees it: joined over inline elements, `<wbr>` and soft hyphens,
 * with a line break for `<br>`, and ending where a block or a table cell starts or ends. Reads no further than the
 * grammar looks, so that its cost depends neither on the page's size nor on the block's.
 */
export interface Stretch {
  readonly joined: JoinedText
  /** Offsets in the text: what begins between them is read in full; what is outside is context, cut off somewhere. */
  readonly from: number
  readonly to: number
}

/** Makes stretches of the text around a place, asking for styles only where `check` says that they matter. */
export class StretchReader {
  readonly #roles: Roles
  #preserving: Map<Text, boolean> | null = null
  readonly #node: Text
  readonly #offset: number
  #edges: Edge[] = []
  #joined: JoinedText | null = null

  /** @param offset where in the node reading starts: 0, but for a text that is too long for one stretch */
  constructor(node: Text, offset: number, roles: Roles) {
    this.#node = node
    this.#offset = offset
    this.#roles = roles
  }

  /** Whether anything of what was read was taken for granted. */
  get hasDoubts(): boolean {
    return this.#edges.length > 0 || this.#joined?.isChanged === true
  }

  /** The stretch by all that is known of its elements. */
  read(): Stretch {
    const before = new Walk('before', this.#roles, { characters: reach.before, steps: mostStepsBefore })
    const after = new Walk('after', this.#roles, { characters: longest, steps: mostSteps })
    before.go(this.#node, this.#offset)
    after.go(this.#node, this.#offset)
    const ahead = before.pieces.length
    const pieces = ahead === 0 ? after.pieces : [...before.pieces.reverse(), ...after.pieces]
    const edges: Edge[] = []
    for (const { element, piece } of before.edges) edges.push({ element, piece: ahead - piece })
    for (const { element, piece } of after.edges) edges.push({ element, piece: ahead + piece })
    const known = this.#preserving
    const joined = new JoinedText(pieces, known === null ? null : (node) => known.get(node) ?? false)
    this.#edges = edges
    this.#joined = joined
    const end = joined.text.length
    return { joined, from: before.full ? reach.before >> 1 : 0, to: after.full ? end - reach.after : end }
  }

  /**
   * Asks for the styles on which the reading of `start` to `end` (offsets in the text that was read) depends; true
   * where one is not as it was taken to be, so that the stretch must be read again.
   */
  check(start: number, end: number): boolean {
    const joined = this.#joined
    if (joined === null) return false
    let wrong = false
    for (const { element, piece } of this.#edges) {
      const at = joined.pieceStarts[piece] ?? joined.text.length
      if (at >= start && at <= end && this.#roles.ask(element)) wrong = true
    }
    for (const node of joined.changedBetween(start, end)) {
      this.#preserving ??= new Map()
      if (this.#preserving.has(node)) continue
      const kept = preserves(node)
      this.#preserving.set(node, kept)
      if (kept) wrong = true
    }
    return wrong
  }
}

/**
 * Collects what precedes or follows a place in its block, nearest first. Goes from node to node and calls itself not
 * once: a page may nest its elements deeper than the stack reaches.
 */
class Walk {
  readonly pieces: Piece[] = []
  readonly edges: Edge[] = []
  /** Whether it ended before the block did, for the text that it holds. */
  full = false
  readonly #after: boolean
  readonly #roles: Roles
  readonly #limit: { readonly characters: number; readonly steps: number }
  #characters = 0
  /** The line that the last placed element stands on, as it is written in the page. */
  #line: string | null = null

  constructor(direction: 'before' | 'after', roles: Roles, limit: { characters: number; steps: number }) {
    this.#after = direction === 'after'
    this.#roles = roles
    this.#limit = limit
  }

  go(from: Text, offset: number): void {
    const [next, firstInside] = this.#after ? [dom.nextSibling, dom.firstChild] : [dom.previousSibling, dom.lastChild]
    this.#take(from, this.#after ? offset : 0, this.#after ? from.length : offset)
    let node: Node = from
    /** How many inline elements were entered and not yet left. */
    let depth = 0
    for (let steps = 0; ; steps += 1) {
      if (this.full || steps > this.#limit.steps) return
      const sibling = next(node)
      if (sibling === null) {
        const parent = dom.parentNode(node)
        if (!(parent instanceof Element)) return
        if (depth > 0) depth -= 1
        else {
          // A hidden inline element ends the text inside it as a block would: it is not read together with what is around.
          const role = this.#roles.of(parent)
          if (role === 'placed') this.#line ??= lineOf(parent)
          else if (role !== 'inline') return
        }
        if (this.#roles.of(parent) === 'inline') this.edges.push({ element: parent, piece: this.pieces.length })
        node = parent
        continue
      }
      node = sibling
      for (;;) {
        if (node instanceof Text) {
          this.#take(node, 0, node.length)
          break
        }
        if (!(node instanceof Element)) break
        const role = this.#roles.of(node)
        if (role === 'block') return
        this.#enter(node, role)
        const inside: Node | null = role === 'inline' || role === 'placed' ? firstInside(node) : null
        if (inside === null) break
        depth += 1
        node = inside
      }
    }
  }

  #enter(element: Element, role: Role): void {
    if (role === 'line-break') this.pieces.push('\n')
    else if (role === 'gap') this.pieces.push(' ')
    else if (role === 'placed') {
      const line = lineOf(element)
      const same = line !== '' && (this.#line === null || this.#line === line)
      if (!same && this.pieces.at(-1) !== '\n') this.pieces.push('\n')
      this.#line = line
    } else if (role === 'inline') this.edges.push({ element, piece: this.pieces.length })
  }

  /** Takes a stretch of a node, cut where enough is there. */
  #take(node: Text, from: number, to: number): void {
    const room = this.#limit.characters - this.#characters
    const taken = Math.min(to - from, room)
    if (taken < to - from) this.full = true
    if (taken <= 0) return
    this.#characters += taken
    this.pieces.push(this.#after ? { node, from, to: from + taken } : { node, from: to - taken, to })
  }
}

/** Where a placed element stands, as the page has written it: its top; empty where a style sheet places it. */
function lineOf(element: Element): string {
  return element instanceof HTMLElement ? element.style.top : ''
}
