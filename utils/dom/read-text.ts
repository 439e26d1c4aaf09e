import { candidateIndexes } from '../references/candidates.ts'
import { findMentions } from '../references/mentions.ts'
import type { Mentions } from '../references/types.ts'
import type { JoinedText } from './joined-text.ts'
import * as dom from './natives.ts'
import type { Readable } from './readable.ts'
import { Roles } from './roles.ts'
import { SimpleBlocks } from './simple-block.ts'
import { type Stretch, StretchReader } from './stretch.ts'
import type { Candidates } from './text-candidates.ts'

/** A text node of more characters is never read with the whole of its block. */
const longestNode = 4000

/** A stretch of the page's text, and what it says. */
export interface ReadStretch extends Stretch {
  readonly mentions: Mentions
}

/** Reads the page's text, the commonest blocks the short way. */
export class TextReader {
  readonly #readable: Readable
  readonly #simple: SimpleBlocks

  constructor(readable: Readable) {
    this.#readable = readable
    this.#simple = new SimpleBlocks(readable)
  }

  /** The text that goes on from a place in a text node, with as much as its block holds or the grammar looks at. @param known null where nothing is */
  read(node: Text, offset: number, known: Candidates | null): ReadStretch | null {
    const block = node.length > longestNode ? null : this.#simple.around(node)
    if (block !== null) {
      const { joined } = block
      const asKnown = known !== null && block.isWhole && !joined.isChanged
      const candidates = asKnown ? candidatesIn(joined, known) : candidateIndexes(joined.text)
      const mentions = findMentions(joined.text, candidates)
      if (!leansOnWrong(block, mentions, candidates)) return { joined, mentions, from: 0, to: joined.text.length }
    }
    const around = dom.elementAround(node)
    if (around !== null && !this.#readable.within(around)) return null
    return readAround(node, offset, this.#readable)
  }
}

/** Those that are known in a block whose text is as it stands in the page. */
function candidatesIn(joined: JoinedText, known: Candidates): number[] {
  const found: number[] = []
  let start = 0
  for (const node of joined.nodes()) {
    for (const offset of known.get(node) ?? []) found.push(start + offset)
    start += node.length
  }
  return found
}

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
    const candidates = candidateIndexes(stretch.joined.text)
    const mentions = findMentions(stretch.joined.text, candidates)
    if (reading === mostReadings || !reader.hasDoubts || !leansOnWrong(reader, mentions, candidates)) {
      return { ...stretch, mentions }
    }
  }
}

/** Whether what was found, or came to nothing, rests on something that is not as it was taken to be; looks at all of it. */
function leansOnWrong(
  reader: Pick<StretchReader, 'check'>,
  { references, leaning }: Mentions,
  candidates: readonly number[],
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
