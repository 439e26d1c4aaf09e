import { unseenInPassages } from '../references/text/unseen.ts'
import { compareStarts } from './document-order.ts'
import * as dom from './natives.ts'
import type { Readable } from './readable.ts'
import { type Role, Roles } from './roles.ts'

/** Nodes that are looked at between two turns. */
const atOnce = 2048

/** What nobody sees, and white space that is not one single space. */
const changing = new RegExp(`[${unseenInPassages}]|[^\\S ]| {2}`)
const unseen = new RegExp(`[${unseenInPassages}]+`, 'g')
const unseenOne = new RegExp(`[${unseenInPassages}]`)
const blanks = /\s+/g
const blank = /\s/

/** A text node as quotes are compared in: what nobody sees left out, white space of any length one space. */
const normal = (data: string): string => (changing.test(data) ? data.replace(unseen, '').replace(blanks, ' ') : data)

/** A stretch of the page; offsets are UTF-16 in the nodes' data. */
export interface TextStretch {
  readonly startContainer: Text
  readonly startOffset: number
  readonly endContainer: Text
  readonly endOffset: number
}

/**
 * All that is read of a page as one normal text (as `utils/notes/passages/normal-text.ts` makes it), with the way back to
 * its nodes: across blocks, inline elements, open shadow trees. What is not rendered is in it too: a section that is closed now
 * may be open when a passage of it is looked for.
 */
export class PageText {
  readonly text: string
  readonly nodes: readonly Text[]
  /** Where each node's part starts in `text`; one more for the end. */
  readonly #starts: readonly number[]
  #indexes: Map<Text, number> | null = null

  constructor(text: string, nodes: readonly Text[], starts: readonly number[]) {
    this.text = text
    this.nodes = nodes
    this.#starts = starts
  }

  /** The stretch of the page behind `start` to `end` (exclusive) of the text; null where there is none. */
  stretch(start: number, end: number): TextStretch | null {
    const first = this.#holding(start)
    const last = this.#holding(end - 1)
    const [startContainer, endContainer] = [this.nodes[first], this.nodes[last]]
    if (end <= start || startContainer === undefined || endContainer === undefined) return null
    const startOffset = this.#offsetIn(first, start)
    const endOffset = this.#offsetIn(last, end - 1) + 1
    return { startContainer, startOffset, endContainer, endOffset: Math.min(endOffset, endContainer.length) }
  }

  /** Where a boundary of the page lies in the text: what is read begins there. */
  offsetOf(container: Node, offset: number): number {
    this.#indexes ??= new Map(this.nodes.map((node, index) => [node, index]))
    const own = container instanceof Text ? this.#indexes.get(container) : undefined
    if (own !== undefined) {
      const start = this.#starts[own] ?? 0
      return start + this.#partOf(own, offset).length
    }
    return this.#starts[this.#firstBehind(container, offset)] ?? this.text.length
  }

  /** The node in whose part a place of the text lies; of places between two parts the node before. */
  #holding(place: number): number {
    let low = 0
    let high = this.nodes.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.#starts[middle] ?? 0) <= place) low = middle
      else high = middle - 1
    }
    return low
  }

  /** What the beginning of a node gives to the text. */
  #partOf(index: number, offset: number): string {
    const data = this.nodes[index]?.data.slice(0, offset) ?? ''
    const part = normal(data)
    return this.#losesSpace(index) && part.startsWith(' ') ? part.slice(1) : part
  }

  /** Whether the white space that a node begins with is part of what stands before it. */
  #losesSpace(index: number): boolean {
    const start = this.#starts[index] ?? 0
    return start === 0 || this.text.charCodeAt(start - 1) === 32
  }

  /** The offset in a node's data of a place in the text. */
  #offsetIn(index: number, place: number): number {
    const node = this.nodes[index]
    if (node === undefined) return 0
    const { data } = node
    let left = place - (this.#starts[index] ?? 0)
    if (!changing.test(data) && !(this.#losesSpace(index) && data.startsWith(' '))) return Math.min(left, data.length)
    let wasBlank = this.#losesSpace(index)
    for (let at = 0; at < data.length; at += 1) {
      const character = data.charAt(at)
      if (unseenOne.test(character)) continue
      const isBlank = blank.test(character)
      if (isBlank && wasBlank) continue
      if (left === 0) return at
      left -= 1
      wasBlank = isBlank
    }
    return data.length
  }

  /** The first node that lies behind a boundary of an element, or of a text that is not read. */
  #firstBehind(container: Node, offset: number): number {
    const child = container instanceof Text ? null : (dom.childNodes(container)[offset] ?? null)
    const from = child ?? container
    /** Whether what is inside `from` lies behind the boundary too. */
    const isInside = child !== null
    const isBehind = (node: Text): boolean => {
      if (node === from) return isInside
      const position = dom.comparePosition(from, node)
      if (position & Node.DOCUMENT_POSITION_DISCONNECTED) {
        return compareStarts({ node: from, offset: 0 }, { node, offset: 0 }) < 0
      }
      if (position & Node.DOCUMENT_POSITION_CONTAINED_BY) return isInside
      return (position & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
    }
    let low = 0
    let high = this.nodes.length
    while (low < high) {
      const middle = (low + high) >> 1
      const node = this.nodes[middle]
      if (node !== undefined && isBehind(node)) high = middle
      else low = middle + 1
    }
    return low
  }
}

/** What is collected of a text while it is read. */
interface Reading {
  readonly parts: string[]
  readonly nodes: Text[]
  readonly starts: number[]
  length: number
  endsInSpace: boolean
  /** Inline elements that began or ended since the last text: they matter where it has no space at either side. */
  passed: Element[]
}

/**
 * Reads the text below a root, in short steps.
 *
 * @param onShadow called with each open shadow tree that it is read through
 * @param isOwn whether an element is Kamerlens' own
 */
export function* readPageText(
  root: Node,
  readable: Readable,
  onShadow: (root: ShadowRoot) => void = () => undefined,
  isOwn: (element: Element) => boolean = () => false,
): Generator<void, PageText> {
  const reading: Reading = { parts: [], nodes: [], starts: [], length: 0, endsInSpace: true, passed: [] }
  yield* readBelow(root, reading, { readable, roles: new Roles(readable), onShadow, isOwn, looked: 0 })
  reading.starts.push(reading.length)
  return new PageText(reading.parts.join(''), reading.nodes, reading.starts)
}

interface Way {
  readonly readable: Readable
  readonly roles: Roles
  readonly onShadow: (root: ShadowRoot) => void
  readonly isOwn: (element: Element) => boolean
  looked: number
}

/** From node to node without calling itself but for shadow trees: a page may nest its elements deeper than the stack reaches. */
function* readBelow(root: Node, reading: Reading, way: Way): Generator<void> {
  /** The roles of the elements between the root and the node. */
  const around: Role[] = []
  let node: Node | null = dom.firstChild(root)
  while (node !== null) {
    way.looked += 1
    if (way.looked % atOnce === 0) yield
    let inside: Node | null = null
    if (node instanceof Text) add(node, reading)
    else if (node instanceof Element && !way.isOwn(node)) {
      const role = roleOf(node, way)
      if (role !== null) {
        enter(node, role, reading)
        const shadow = role === 'block' || role === 'inline' ? dom.shadowRoot(node) : null
        if (shadow !== null) {
          way.onShadow(shadow)
          space(reading)
          yield* readBelow(shadow, reading, way)
          space(reading)
        }
        inside = role === 'block' || role === 'inline' ? dom.firstChild(node) : null
        if (inside === null) leave(node, role, reading)
        else around.push(role)
      }
    }
    if (inside !== null) {
      node = inside
      continue
    }
    let next: Node | null = dom.nextSibling(node)
    while (next === null) {
      const parent: Node | null = dom.parentNode(node)
      if (parent === null || parent === root) return
      if (parent instanceof Element) leave(parent, around.pop() ?? 'block', reading)
      node = parent
      next = dom.nextSibling(node)
    }
    node = next
  }
}

/** How an element takes part; null where its text is not read by anyone. */
function roleOf(element: Element, { readable, roles }: Way): Role | null {
  const role = roles.of(element)
  if (role === 'block') return readable.own(element) ? role : null
  return role === 'nothing' && dom.localName(element) !== 'wbr' ? null : role
}

function enter(element: Element, role: Role, reading: Reading): void {
  if (role === 'inline') reading.passed.push(element)
  else if (role !== 'nothing') space(reading)
}

function leave(element: Element, role: Role, reading: Reading): void {
  if (role === 'block') space(reading)
  else if (role === 'inline') reading.passed.push(element)
}

function space(reading: Reading): void {
  reading.passed.length = 0
  if (reading.endsInSpace) return
  reading.parts.push(' ')
  reading.length += 1
  reading.endsInSpace = true
}

function add(node: Text, reading: Reading): void {
  let part = normal(node.data)
  if (part === '') return
  if (!reading.endsInSpace && part.charCodeAt(0) !== 32 && reading.passed.some(isBlockByStyle)) space(reading)
  reading.passed.length = 0
  if (reading.endsInSpace && part.charCodeAt(0) === 32) part = part.slice(1)
  if (part === '') return
  reading.nodes.push(node)
  reading.starts.push(reading.length)
  reading.parts.push(part)
  reading.length += part.length
  reading.endsInSpace = part.charCodeAt(part.length - 1) === 32
}

/** Asked only where two words would grow into one: to ask for a style costs more than to read a text. */
function isBlockByStyle(element: Element): boolean {
  const { display, position } = getComputedStyle(element)
  // What is put somewhere by coordinates is a piece of a line, as in the text layer of a PDF.
  return !/^(?:none|contents|inline|ruby)/.test(display) && position !== 'absolute'
}
