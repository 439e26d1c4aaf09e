import * as dom from './natives.ts'

/** A place in the page: a text node and a UTF-16 offset in its data. */
export interface TextPosition {
  readonly node: Text
  readonly offset: number
}

/** Characters that are not seen: soft hyphen, zero-width space, non-joiner and joiner, word joiner, byte order mark. */
const squeezed = /([ \t\n\r\f]+)|[\u00ad\u200b-\u200d\u2060\ufeff]+/g

/**
 * Text nodes joined to the text that a reader sees, with the way back: white space collapsed as the browser collapses
 * it (but not in `<pre>`), invisible characters left out. Offsets are UTF-16, in `text`.
 */
export class JoinedText {
  readonly text: string
  /** Parallel: where a stretch starts in `text`, and the node and offset that it stands for (null: made, no node). */
  readonly #starts: number[] = []
  readonly #nodes: (Text | null)[] = []
  readonly #offsets: number[] = []

  constructor(pieces: readonly (Text | '\n' | ' ')[]) {
    let text = ''
    const append = (piece: string, node: Text | null, offset: number): void => {
      if (piece === '') return
      this.#starts.push(text.length)
      this.#nodes.push(node)
      this.#offsets.push(offset)
      text += piece
    }
    const keepsSpace = preserving()
    for (const piece of pieces) {
      if (typeof piece === 'string') {
        append(piece, null, 0)
        continue
      }
      const { data } = piece
      const preserved = keepsSpace(piece)
      let taken = 0
      for (const match of data.matchAll(squeezed)) {
        const space = match[1]
        if (space !== undefined && (preserved || (space === ' ' && !endsInSpace(text, data, taken, match.index))))
          continue
        append(data.slice(taken, match.index), piece, taken)
        if (space !== undefined && !/[ \n]$/.test(text)) append(' ', piece, match.index)
        taken = match.index + match[0].length
      }
      append(data.slice(taken), piece, taken)
    }
    this.text = text
  }

  /** The text nodes in reading order. */
  get nodes(): readonly Text[] {
    return [...new Set(this.#nodes.filter((node) => node !== null))]
  }

  /** The stretch of the page behind `start` to `end` (exclusive), and the text nodes it touches; null where there is none. */
  rangeOf(start: number, end: number): { readonly range: StaticRange; readonly nodes: readonly Text[] } | null {
    const from = this.#positionOf(start, start)
    const last = this.#positionOf(end - 1, start)
    if (from === null || last === null) return null
    const nodes = new Set<Text>()
    for (let index = this.#indexOf(start); (this.#starts[index] ?? end) < end; index += 1) {
      const node = this.#nodes[index]
      if (node) nodes.add(node)
    }
    const range = new StaticRange({
      startContainer: from.node,
      startOffset: from.offset,
      endContainer: last.node,
      endOffset: last.offset + 1,
    })
    return { range, nodes: [...nodes] }
  }

  /** The place of the character at `position`, or of the nearest one before it, not before `floor`, that has a place. */
  #positionOf(position: number, floor: number): TextPosition | null {
    for (let index = this.#indexOf(position); index >= 0; index -= 1) {
      const start = this.#starts[index] ?? 0
      const node = this.#nodes[index]
      const length = (this.#starts[index + 1] ?? this.text.length) - start
      if (node) return { node, offset: (this.#offsets[index] ?? 0) + Math.min(position - start, length - 1) }
      if (start <= floor) return null
    }
    return null
  }

  /** Index of the stretch that holds a position: the last that starts at or before it. */
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

/** Whether the text so far, followed by `data` from `from` to `to`, ends in white space. */
function endsInSpace(text: string, data: string, from: number, to: number): boolean {
  return /[ \n]/.test((to > from ? data[to - 1] : text.at(-1)) ?? ' ')
}

/** Asks for a text node whether its white space is shown as it is; the answer of an element is kept. */
function preserving(): (node: Text) => boolean {
  const known = new Map<Element, boolean>()
  return (node) => {
    const parent = dom.parentElement(node)
    if (parent === null) return false
    const kept = known.get(parent) ?? /^(?:pre|break-spaces)/.test(getComputedStyle(parent).whiteSpace)
    known.set(parent, kept)
    return kept
  }
}
