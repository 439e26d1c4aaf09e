import { candidateIndexes } from './finding/candidates.ts'
import { findMentions } from './finding/mentions.ts'
import { withPlainBlanks } from './text/characters.ts'
import type { Mentions } from './types.ts'

/** What a text says, and the places where it may have said something. */
export interface Said {
  readonly mentions: Mentions
  readonly candidates: readonly number[]
}

/**
 * What stands between two texts that are read as one, so that each is read as if it stood alone: an end of line as at the
 * end of a text, and in between one of each character at which a form that looks far back or ahead has to stop.
 * What has to be at the end of its text (a dossier, «Nr. 45» in the head of a paper) knows it by `;0a0`. The line
 * separator makes the whole a text of the wider kind, as nearly every page is one by its dashes and quotes: an engine
 * compiles an expression for each width.
 */
const apart = '\n\n;0a0)\n\u2028\n'

/**
 * What each of many short texts says, in their order; offsets are those in the text itself. They are laid out as one text:
 * an engine compiles an expression once more when a first, short text turns out not to be the only one, and on a page with
 * few references that is most of the time that it takes to read them.
 */
export function mentionsOfEach(texts: readonly string[]): readonly Said[] {
  const together = withPlainBlanks(apart + texts.map((text) => text + apart).join(''))
  const all = candidateIndexes(together)
  let next = 0
  let start = apart.length
  return texts.map((text) => {
    const { length } = text
    const places: number[] = []
    for (let place = all[next]; place !== undefined && place < start + length; place = all[next]) {
      if (place >= start) places.push(place)
      next += 1
    }
    const mentions = findMentions(together, places)
    const candidates = places.map((place) => place - start)
    const found = [...mentions.references, ...mentions.leaning]
    for (const one of found) move(one, -start)
    start += length + apart.length
    const isOwn = found.every((one) => one.start >= 0 && one.end <= length)
    if (isOwn && !endsOpen(text, candidates)) return { mentions, candidates }
    return saidAlone(text)
  })
}

/** What one text says: read as the others are, with the same expressions. */
export const saidBy = (text: string): Said => mentionsOfEach([text])[0] ?? saidAlone(text)

function saidAlone(text: string): Said {
  const plain = withPlainBlanks(text)
  const candidates = candidateIndexes(plain)
  return { mentions: findMentions(plain, candidates), candidates }
}

/** «nr. 5 en», «nr. 5, p.»: close behind a reference, whether a space follows such a word is all that tells it apart. */
function endsOpen(text: string, candidates: readonly number[]): boolean {
  return (candidates.at(-1) ?? 0) > text.length - 40 && /[a-z]\.?$/.test(text.slice(-2))
}

/** Only for what was made a moment ago and is nobody else's. */
function move(one: { start: number; end: number }, by: number): void {
  one.start += by
  one.end += by
}
