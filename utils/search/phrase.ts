import { fold, wordsIn } from './words.ts'

/** Whether words follow each other in a text, with nothing but space and signs between. Words are those of `wordsIn`. */
export function phraseIn(words: readonly string[]): (text: string) => boolean {
  const phrase = ` ${words.join(' ')} `
  return (text) => {
    const folded = fold(text)
    // Most texts lack one of the words; only others are taken apart.
    return words.every((word) => folded.includes(word)) && ` ${wordsIn(text).join(' ')} `.includes(phrase)
  }
}
