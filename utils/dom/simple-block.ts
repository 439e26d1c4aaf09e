import { isPlain, JoinedText, type TextPiece } from './joined-text.ts'
import * as dom from './natives.ts'
import type { Readable } from './readable.ts'
import { startsBlock } from './roles.ts'

/** Elements that are read on through by their name. */
const simpleNames =
  'a,abbr,b,bdi,cite,code,data,del,dfn,em,font,i,ins,kbd,label,mark,q,s,samp,small,span,strike,strong,sub,sup,time,tt,u,var,wbr'
/** A block with more text nodes or characters is read as far as needed only. */
const most = { nodes: 200, characters: 4000 }

/**
 * The text of a block of the commonest kind: words and inline elements, nothing left out. Two questions to the browser
 * tell whether it is one, where the way from node to node asks several of each. Null for any other block.
 *
 * What the text says at the boundary between two nodes is not to be relied on: styles are not asked for.
 */
export class SimpleBlocks {
  readonly #readable: Readable
  readonly #selector: string

  constructor(readable: Readable) {
    this.#readable = readable
    this.#selector = `:not(${simpleNames}),${readable.selector}`
  }

  around(node: Text): JoinedText | null {
    let block = dom.parentElement(node)
    while (block !== null && !startsBlock(block)) block = dom.parentElement(block)
    if (block === null || !this.#readable.within(block)) return null
    if (dom.firstElementChild(block) !== null && dom.first(block, this.#selector) !== null) return null
    const walker = dom.textWalker(block)
    const pieces: TextPiece[] = []
    let characters = 0
    for (let text = walker.nextNode() as Text | null; text !== null; text = walker.nextNode() as Text | null) {
      const to = text.length
      pieces.push({ node: text, from: 0, to })
      characters += to
      if (pieces.length > most.nodes || characters > most.characters) return null
    }
    const text = dom.textContent(block) ?? ''
    return isPlain(text) ? new JoinedText(pieces, null, text) : new JoinedText(pieces)
  }
}
