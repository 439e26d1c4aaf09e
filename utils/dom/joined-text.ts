import { unseen } from '../references/text/characters.ts'
import * as dom from './natives.ts'

/** A stretch of a text node, a line break, or a space for a picture or control between words. */
export type Piece = TextPiece | '\n' | ' '

/** Offsets are UTF-16 in the node's data, `to` exclusive. */
export interface TextPiece {
  readonly node: Text
  readonly from: number
  readonly to: number
}

/** A place in the page, and the text nodes that it touches in reading order. */
export interface Place {
  readonly startNode: Text
  readonly startOffset: number
  readonly endNode: Text
  readonly endOffset: number
  readonly nodes: readonly Text[]
}

/**
 * Where white space or invisible characters change what is seen. Single spaces, nearly all white space there is, are
 * passed over: they matter only beside one of these, or at the start of a text node.
 */
const changing = /[\t\n\r\f\u00ad\u200b-\u200f\u2060\ufeff]| {2}/g
/** Whether a text is seen as it stands, but for white space at its ends, which nothing hangs on. */
export const isPlain = (text: string): boolean => text.trim().search(changing) < 0

/** White space and invisible characters mixed. */
const mixture = /[ \t\n\r\f\u00ad\u200b-\u200f\u2060\ufeff]+/y
const whiteSpace = /[ \t\n\r\f]/

/**
 * Text nodes joined to the text that a reader sees, with the way back: white space collapsed as the browser collapses
 * it, invisible characters left out. Offsets are UTF-16, in `text`.
 */
export class JoinedText {
  readonly text: string
  /** Where each piece starts in `text`; one more for its end. */
  readonly pieceStarts: readonly number[]
  /** Whether white space or invisible characters were changed somewhere. */
  readonly isChanged: boolean
  readonly #pieces: readonly Piece[]
  #text = ''
  #endsInSpace = false
  /** The first segment of each node; made when first asked for. */
  #firstOf: Map<Text, number> | null = null
  #nodesInOrder: readonly Text[] | null = null
  /** Parallel: where a segment starts in `text`, and the node and offset that it stands for (null: made, no node). */
  readonly #starts: number[] = []
  readonly #nodes: (Text | null)[] = []
  readonly #offsets: number[] = []

  /**
   * @param keepsSpace whether the white space of a text node is shown as it stands (`<pre>`); null: never
   * @param data what stands in the pieces together, where they are whole nodes and it is known: the browser makes a
   *   string of each node that is asked for its own
   */
  constructor(pieces: readonly Piece[], keepsSpace: ((node: Text) => boolean) | null = null, data?: string) {
    this.#pieces = pieces
    const pieceStarts: number[] = []
    if (data !== undefined && isPlain(data)) {
      let end = 0
      for (const piece of pieces) {
        pieceStarts.push(end)
        if (typeof piece === 'string') continue
        this.#starts.push(end)
        this.#nodes.push(piece.node)
        this.#offsets.push(0)
        end += piece.to
      }
      pieceStarts.push(end)
      this.#text = data
      this.text = data
      this.pieceStarts = pieceStarts
      this.isChanged = false
      return
    }
    let isChanged = false
    let taken = 0
    for (const piece of pieces) {
      pieceStarts.push(this.#text.length)
      if (typeof piece === 'string') {
        this.#append(piece, null, 0)
        continue
      }
      const { node, from, to } = piece
      const part = data === undefined ? node.data.slice(from, to) : data.slice(taken, taken + to)
      taken += to
      const first = this.#endsInSpace && part.charCodeAt(0) === 32 ? 0 : part.search(changing)
      if (first < 0) {
        this.#append(part, node, from)
        continue
      }
      isChanged = true
      if (keepsSpace?.(node)) this.#appendPreserved(part, node, from)
      else this.#appendCollapsed(part, first, node, from)
    }
    pieceStarts.push(this.#text.length)
    this.text = this.#text
    this.pieceStarts = pieceStarts
    this.isChanged = isChanged
  }

  #append(part: string, node: Text | null, offset: number): void {
    if (part === '') return
    this.#starts.push(this.#text.length)
    this.#nodes.push(node)
    this.#offsets.push(offset)
    this.#text += part
    const last = part.charCodeAt(part.length - 1)
    this.#endsInSpace = last === 32 || last === 10
  }

  /** @param first where the first white space that collapses begins, but for a space before it */
  #appendCollapsed(data: string, first: number, node: Text, offset: number): void {
    let taken = 0
    for (let from = first; from >= 0; ) {
      const start = from > 0 && data.charCodeAt(from - 1) === 32 ? from - 1 : from
      mixture.lastIndex = start
      mixture.test(data)
      const end = mixture.lastIndex
      this.#append(data.slice(taken, start), node, offset + taken)
      taken = end
      if (!this.#endsInSpace) {
        const space = data.slice(start, end).search(whiteSpace)
        if (space >= 0) this.#append(' ', node, offset + start + space)
      }
      changing.lastIndex = end
      from = changing.exec(data)?.index ?? -1
    }
    this.#append(data.slice(taken), node, offset + taken)
  }

  /** White space as it stands, without what is invisible. */
  #appendPreserved(data: string, node: Text, offset: number): void {
    let taken = 0
    for (const { index, 0: match } of data.matchAll(unseen)) {
      this.#append(data.slice(taken, index), node, offset + taken)
      taken = index + match.length
    }
    this.#append(data.slice(taken), node, offset + taken)
  }

  /** The text nodes in reading order. */
  get nodes(): readonly Text[] {
    if (this.#nodesInOrder !== null) return this.#nodesInOrder
    const nodes: Text[] = []
    for (const piece of this.#pieces) if (typeof piece !== 'string') nodes.push(piece.node)
    this.#nodesInOrder = nodes
    return nodes
  }

  /** The stretch of the page behind `start` to `end` (exclusive); null where there is none. */
  placeOf(start: number, end: number): Place | null {
    const first = this.#indexOf(start)
    const startNode = this.#nodes[first]
    if (!startNode) return null
    const nodes = [startNode]
    let endNode = startNode
    let endOffset = 0
    for (let index = first; (this.#starts[index] ?? end) < end; index += 1) {
      const there = this.#nodes[index]
      if (!there) continue
      if (there !== endNode) nodes.push(there)
      endNode = there
      const segment = this.#starts[index] ?? 0
      const segmentEnd = Math.min(this.#starts[index + 1] ?? this.text.length, end)
      endOffset = (this.#offsets[index] ?? 0) + segmentEnd - segment
    }
    const startOffset = (this.#offsets[first] ?? 0) + start - (this.#starts[first] ?? 0)
    return { startNode, startOffset, endNode, endOffset, nodes }
  }

  /** Where a place of the page lies in `text`: the end of the last character before it. -1 where its node is not in it. */
  offsetOf(node: Text, offset: number): number {
    let found = -1
    for (let index = this.#firstSegment(node); index < this.#nodes.length; index += 1) {
      if (this.#nodes[index] !== node) {
        if (this.#nodes[index] === null) continue
        break
      }
      const from = this.#offsets[index] ?? 0
      if (found >= 0 && from > offset) break
      const start = this.#starts[index] ?? 0
      const length = (this.#starts[index + 1] ?? this.text.length) - start
      found = start + Math.max(0, Math.min(offset - from, length))
    }
    return found
  }

  /**
   * Whether something holds of a boundary between two offsets: of the text nodes before and behind it, which are one and
   * the same where white space in a node was collapsed to something else than what stands there.
   */
  someBoundary(start: number, end: number, holds: (before: Text, behind: Text) => boolean): boolean {
    let index = this.#indexOf(Math.max(0, start))
    let before = this.#nodes[index] ?? null
    while (before === null && index > 0) {
      index -= 1
      before = this.#nodes[index] ?? null
    }
    /** A line break or a picture is passed: what stands around it counts, however far off it is. */
    let passed = false
    for (index += 1; index < this.#starts.length && (passed || (this.#starts[index] ?? end) < end); index += 1) {
      const behind = this.#nodes[index] ?? null
      passed = behind === null
      if (behind === null) continue
      // A line break in the source is a space to the reader, unless a style keeps it.
      const isSame = behind === before && this.text.charCodeAt(this.#starts[index] ?? 0) !== 32
      if (before !== null && !isSame && holds(before, behind)) return true
      before = behind
    }
    return false
  }

  /** The text nodes whose white space or invisible characters were changed between two offsets. */
  *changedBetween(start: number, end: number): Generator<Text> {
    for (let index = this.#indexOf(start) + 1; (this.#starts[index] ?? end) < end; index += 1) {
      const node = this.#nodes[index]
      if (node && node === this.#nodes[index - 1]) yield node
    }
  }

  #firstSegment(node: Text): number {
    if (this.#firstOf === null) {
      this.#firstOf = new Map()
      for (const [index, there] of this.#nodes.entries()) {
        if (there !== null && !this.#firstOf.has(there)) this.#firstOf.set(there, index)
      }
    }
    return this.#firstOf.get(node) ?? this.#nodes.length
  }

  /** Index of the segment that holds a position: the last that starts at or before it. */
  #indexOf(position: number): number {
    let low = 0
    let high = this.#starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.#starts[middle] ?? 0) <= position) low = middle
      else high = middle - 1
    }
    return low
  }
}

/** Whether the white space of a text node is shown as it stands. */
export function preserves(node: Text): boolean {
  const parent = dom.parentElement(node)
  return parent !== null && /^(?:pre|break-spaces)/.test(getComputedStyle(parent).whiteSpace)
}
