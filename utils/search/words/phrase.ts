import { isGrouped, textInFull } from './numbers.ts'
import { fold, wordsIn } from './words.ts'

/**
 * Whether words follow each other in a text, with nothing but space and signs between; a number may stand in groups. Words are those of
 * `wordsIn`.
 */
export function phraseIn(words: readonly string[]): (text: string) => boolean {
  const phrase = ` ${words.join(' ')} `
  const follow = (text: string): boolean => {
    const folded = fold(text)
    // Most texts lack one of the words; only others are taken apart.
    return words.every((word) => folded.includes(word)) && ` ${wordsIn(text).join(' ')} `.includes(phrase)
  }
  const isOfNumbers = words.some(isGrouped)
  return isOfNumbers ? (text) => follow(text) || follow(textInFull(text)) : follow
}
