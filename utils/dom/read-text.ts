import { type Said, saidBy } from '../references/together.ts'
import type { Mentions } from '../references/types.ts'
import { JoinedText } from './joined-text.ts'
import * as dom from './natives.ts'
import { plainNode } from './plain-node.ts'
import type { Readable } from './readable.ts'
import { Roles } from './roles.ts'
import { SimpleBlocks } from './simple-block.ts'
import { type Stretch, StretchReader } from './stretch.ts'

/** A text node of more characters is never read with the whole of its block. */
const longestNode = 4000

/** A stretch of the page's text, and what it says. */
export interface ReadStretch extends Stretch {
  readonly mentions: Mentions
}

/** A text that can be read by itself, together with others: a text node's, or a short block's. */
export interface OwnText {
  readonly joined: JoinedText
  /** Whether what was made of it stands, whatever is beside it and however it is styled. */
  readonly holds: (said: Said) => boolean
}

/** Reads the page's text, the commonest parts of it the short way. */
export class TextReader {
  readonly #readable: Readable
  readonly #simple: SimpleBlocks

  constructor(readable: Readable) {
    this.#readable = readable
    this.#simple = new SimpleBlocks(readable)
  }

  /** A text node by itself, if that may be enough. @param candidates offsets in it: all that there are */
  node(node: Text, candidates: readonly number[]): OwnText | null {
    const holds = plainNode(node, candidates)
    const parent = holds === null ? null : dom.parentElement(node)
    if (holds === null || parent === null || !this.#readable.within(parent)) return null
    const { data } = node
    return { joined: new JoinedText([{ node, from: 0, to: data.length }], null, data), holds }
  }

  /** The whole block around a text node, if it is short. */
  block(node: Text): OwnText | null {
    const block = node.length > longestNode ? null : this.#simple.around(node)
    if (block === null) return null
    const { joined } = block
    return { joined, holds: (said) => !leansOnWrong(block, said) }
  }

  /** The text that goes on from a place in a text node, with as much as its block holds or the grammar looks at. */
  around(node: Text, offset: number): ReadStretch | null {
    const around = dom.elementAround(node)
    return around !== null && !this.#readable.within(around) ? null : readAround(node, offset, this.#readable)
  }
}

/** What a short block says, as the stretch that it is. */
export const wholeStretch = (joined: JoinedText, mentions: Mentions): ReadStretch => ({
  joined,
  mentions,
  from: 0,
  to: joined.text.length,
})

/** How close to a candidate that came to nothing a boundary may be the reason; in characters. */
const near = 40
/** After so many readings of one stretch its styles are taken as they are known: each reading asks for more of them. */
const mostReadings = 8

/**
 * Reads the text around a place. Elements are taken for inline, and white space for collapsed, until the grammar has
 * found something that leans on it; only then are styles asked for, and the stretch is read again where one differs.
 */
function readAround(node: Text, offset: number, readable: Readable): ReadStretch {
  const reader = new StretchReader(node, offset, new Roles(readable))
  for (let reading = 1; ; reading += 1) {
    const stretch = reader.read()
    const said = saidBy(stretch.joined.text)
    if (reading === mostReadings || !reader.hasDoubts || !leansOnWrong(reader, said)) {
      return { ...stretch, mentions: said.mentions }
    }
  }
}

/** Whether what was found, or came to nothing, rests on something that is not as it was taken to be; looks at all of it. */
function leansOnWrong(
  reader: Pick<StretchReader, 'check'>,
  { mentions: { references, leaning }, candidates }: Said,
): boolean {
  let wrong = false
  for (const { start, end } of references) if (reader.check(start - 1, end + 1)) wrong = true
  for (const { start, end } of leaning) if (reader.check(start - 1, end + 1)) wrong = true
  let next = 0
  for (const index of candidates) {
    while ((references[next]?.end ?? Infinity) <= index) next += 1
    const isInside = (references[next]?.start ?? Infinity) <= index
    if (!isInside && reader.check(index - near, index + near)) wrong = true
  }
  return wrong
}
