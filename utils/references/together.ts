import { candidateIndexes } from './candidates.ts'
import { findMentions } from './mentions.ts'
import type { Mentions } from './types.ts'

export interface Searched {
  readonly text: string
  /** The places in it that may hold a part of a reference (`candidateIndexes`), where they are known. */
  readonly candidates: readonly number[] | null
}

/** What a text says, and the places where it may have said something. */
export interface Said {
  readonly mentions: Mentions
  readonly candidates: readonly number[]
}

/**
 * What stands between two texts that are read as one, so that each is read as if it stood alone: an end of line as at the
 * end of a text, and in between one of each character at which a form that looks far back or ahead has to stop.
 */
const apart = '\n\n;0a0)\n\n'

/**
 * What each of many short texts says, in their order; offsets are those in the text itself. They are laid out as one text:
 * an engine compiles an expression once more for texts of its other width, and once more when a first, short text turns
 * out not to be the only one, and on a page with few references that is most of the time that it takes to read them.
 */
export function mentionsOfEach(searched: readonly Searched[]): readonly Said[] {
  let together = apart
  const starts: number[] = []
  for (const { text } of searched) {
    starts.push(together.length)
    together += text + apart
  }
  const all = searched.some(({ candidates }) => candidates === null) ? candidateIndexes(together) : []
  let next = 0
  return searched.map(({ text, candidates: known }, index) => {
    const start = starts[index] ?? 0
    const end = start + text.length
    let places: number[]
    if (known === null) {
      places = []
      for (let place = all[next]; place !== undefined && place < end; place = all[next]) {
        if (place >= start) places.push(place)
        next += 1
      }
    } else places = known.map((place) => place + start)
    const mentions = findMentions(together, places)
    const candidates = known ?? places.map((place) => place - start)
    for (const one of mentions.references) move(one, -start)
    for (const one of mentions.leaning) move(one, -start)
    const isOwn = (one: { start: number; end: number }): boolean => one.start >= 0 && one.end <= text.length
    const isSure = mentions.references.every(isOwn) && mentions.leaning.every(isOwn) && !endsOpen(text, candidates)
    if (isSure) return { mentions, candidates }
    const alone = known ?? candidateIndexes(text)
    return { mentions: findMentions(text, alone), candidates: alone }
  })
}

/** «nr. 5 en», «nr. 5, p.»: close behind a reference, whether a space follows such a word is all that tells it apart. */
function endsOpen(text: string, candidates: readonly number[]): boolean {
  return (candidates.at(-1) ?? 0) > text.length - 40 && /[a-z]\.?$/.test(text)
}

/** Only for what was made a moment ago and is nobody else's. */
function move(one: { start: number; end: number }, by: number): void {
  one.start += by
  one.end += by
}
