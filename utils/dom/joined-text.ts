import * as dom from './natives.ts'

/** A place in the page: a text node and a UTF-16 offset in its data. */
interface TextPosition {
  readonly node: Text
  readonly offset: number
}

/** Characters that are not seen: soft hyphen, zero-width space, non-joiner and joiner, word joiner, byte order mark. */
const invisible = /[\u00ad\u200b-\u200d\u2060\ufeff]+/g
/**
 * Where white space or invisible characters change what is seen. Single spaces, nearly all white space there is, are
 * passed over: they matter only beside one of these, or at the start of a text node.
 */
const changing = /[\t\n\r\f\u00ad\u200b-\u200d\u2060\ufeff]| {2}/g
/** White space and invisible characters mixed. */
const mixture = /[ \t\n\r\f\u00ad\u200b-\u200d\u2060\ufeff]+/y
const whiteSpace = /[ \t\n\r\f]/

/**
 * Text nodes joined to the text that a reader sees, with the way back: white space collapsed as the browser collapses
 * it (but not in `<pre>`), invisible characters left out. Offsets are UTF-16, in `text`.
 */
export class JoinedText {
  readonly text: string
  /** The text nodes in reading order. */
  readonly nodes: readonly Text[]
  /** Parallel: where a stretch starts in `text`, and the node and offset that it stands for (null: made, no node). */
  readonly #starts: number[] = []
  readonly #nodes: (Text | null)[] = []
  readonly #offsets: number[] = []

  constructor(pieces: readonly (Text | '\n' | ' ')[]) {
    // Joined at the end: looking at the end of a text that still grows would copy all of it each time.
    const parts: string[] = []
    let length = 0
    let endsInSpace = false
    const append = (piece: string, node: Text | null, offset: number): void => {
      if (piece === '') return
      this.#starts.push(length)
      this.#nodes.push(node)
      this.#offsets.push(offset)
      parts.push(piece)
      length += piece.length
      const last = piece[piece.length - 1]
      endsInSpace = last === ' ' || last === '\n'
    }
    const keepsSpace = preserving()
    const nodes: Text[] = []
    for (const piece of pieces) {
      if (typeof piece === 'string') {
        append(piece, null, 0)
        continue
      }
      const { data } = piece
      const known = this.#starts.length
      let taken = 0
      const first = endsInSpace && data.startsWith(' ') ? 0 : data.search(changing)
      for (const { start, end } of first < 0 ? [] : changesIn(data, first, keepsSpace(piece))) {
        append(data.slice(taken, start), piece, taken)
        taken = end
        if (endsInSpace) continue
        const space = data.slice(start, end).search(whiteSpace)
        if (space >= 0) append(' ', piece, start + space)
      }
      append(data.slice(taken), piece, taken)
      if (this.#starts.length > known) nodes.push(piece)
    }
    this.text = parts.join('')
    this.nodes = nodes
  }

  /** The stretch of the page behind `start` to `end` (exclusive), and the text nodes it touches; null where there is none. */
  rangeOf(start: number, end: number): { readonly range: StaticRange; readonly nodes: readonly Text[] } | null {
    const first = this.#indexOf(start)
    const node = this.#nodes[first]
    if (!node) return null
    const nodes = new Set<Text>()
    let last: TextPosition = { node, offset: 0 }
    for (let index = first; (this.#starts[index] ?? end) < end; index += 1) {
      const there = this.#nodes[index]
      if (!there) continue
      nodes.add(there)
      const stretchStart = this.#starts[index] ?? 0
      const stretchEnd = Math.min(this.#starts[index + 1] ?? this.text.length, end)
      last = { node: there, offset: (this.#offsets[index] ?? 0) + stretchEnd - stretchStart }
    }
    const range = new StaticRange({
      startContainer: node,
      startOffset: (this.#offsets[first] ?? 0) + start - (this.#starts[first] ?? 0),
      endContainer: last.node,
      endOffset: last.offset,
    })
    return { range, nodes: [...nodes] }
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

/**
 * The stretches of a text node that are not seen as they stand, ascending: white space that collapses, with the
 * invisible characters in it.
 *
 * @param first where the first of them begins, but for a space before it
 * @param preserved whether the node's white space is seen as it is
 */
function* changesIn(
  data: string,
  first: number,
  preserved: boolean,
): Generator<{ readonly start: number; readonly end: number }> {
  if (preserved) {
    for (const match of data.matchAll(invisible)) yield { start: match.index, end: match.index + match[0].length }
    return
  }
  let from = first
  while (from >= 0) {
    const start = from > 0 && data[from - 1] === ' ' ? from - 1 : from
    mixture.lastIndex = start
    mixture.test(data)
    const end = mixture.lastIndex
    yield { start, end }
    changing.lastIndex = end
    from = changing.exec(data)?.index ?? -1
  }
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
