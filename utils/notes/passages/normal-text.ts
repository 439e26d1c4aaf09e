import { unseenInPassages } from '../../references/text/unseen.ts'

/**
 * A text as quotes are compared in: white space of any kind and length is one space, what nobody sees (soft hyphens,
 * marks of no width, signs of the direction of writing) is left out. The same passage then reads alike in a page, a
 * PDF's text and another edition of either.
 */
export interface NormalText {
  readonly text: string
  /** For each character of `text` its UTF-16 offset in the original, and behind the last one the end of that. */
  readonly offsets: Uint32Array
}

const unseen = new RegExp(`[${unseenInPassages}]`)
const blank = /\s/

export function normalText(original: string): NormalText {
  const offsets = new Uint32Array(original.length + 1)
  let text = ''
  let from = 0
  let length = 0
  let wasBlank = true
  const flush = (to: number) => {
    text += original.slice(from, to)
  }
  for (let at = 0; at < original.length; at += 1) {
    const code = original.charCodeAt(at)
    const isPlain = (code > 0x20 && code < 0x7f) || (code > 0xad && code < 0x1680)
    if (isPlain || !(blank.test(original.charAt(at)) || unseen.test(original.charAt(at)))) {
      offsets[length] = at
      length += 1
      wasBlank = false
      continue
    }
    const isBlank = blank.test(original.charAt(at)) && !unseen.test(original.charAt(at))
    if (code === 0x20 && !wasBlank) {
      offsets[length] = at
      length += 1
      wasBlank = true
      continue
    }
    flush(at)
    from = at + 1
    if (isBlank && !wasBlank) {
      text += ' '
      offsets[length] = at
      length += 1
      wasBlank = true
    }
  }
  flush(original.length)
  offsets[length] = original.length
  return { text, offsets: offsets.slice(0, length + 1) }
}

/** Where an offset of the original lies in the normal text. */
export function normalOffset({ offsets }: NormalText, original: number): number {
  let low = 0
  let high = offsets.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((offsets[middle] ?? 0) < original) low = middle + 1
    else high = middle
  }
  return low
}
