import type { Line } from './types.ts'

/** Words that no page of running Dutch does without, nor one in the languages that its annexes are written in. */
const usualWords =
  /^(?:de|het|een|en|van|in|is|op|te|dat|voor|met|zijn|aan|niet|om|the|of|and|to|der|die|und|le|la|les|et|des)$/i

const longestUsual = 4
const wordsOfText = /\p{L}{2,}/gu

/** Fewer signs, or fewer words, than this prove nothing. */
const fewest = 200
/** Below this share of usual words among all words a text is none; above this share of odd signs it is none either. */
const wordShare = 0.01
const oddShare = 0.15
/** What texts, lists of codes and tables of figures are made of. */
const oddSigns = /[^\p{L}\p{M}\p{N}\s.,:;()/€%?!'’"“”«»–_-]/gu

/**
 * Whether a text can be read at all. Some PDFs draw letters by fonts that do not say which letters they are; what is read
 * from them are signs at random. Lists of codes and tables of figures have no words either, but no odd signs. Of a text that
 * can be read the first pages settle it: all words that may still come would not be too many.
 */
export function isLegible(lines: readonly Line[]): boolean {
  let ahead = 0
  for (const { text } of lines) ahead += mostWords(text)
  let words = 0
  let usual = 0
  for (const { text } of lines) {
    for (const word of text.match(wordsOfText) ?? []) {
      words += 1
      if (word.length <= longestUsual && usualWords.test(word)) usual += 1
    }
    ahead -= mostWords(text)
    if (usual > (words + ahead) * wordShare) return true
  }
  // Letters that stand for other letters: as many as in a text, and none of its words.
  return words < fewest && !isOdd(lines)
}

/** More words do not go into a text: two letters each, and a sign between them. */
const mostWords = (text: string) => Math.ceil(text.length / 3)

function isOdd(lines: readonly Line[]): boolean {
  let signs = 0
  let odd = 0
  for (const { text } of lines) {
    signs += text.replace(/\s/g, '').length
    odd += text.match(oddSigns)?.length ?? 0
  }
  return signs >= fewest && odd > signs * oddShare
}
