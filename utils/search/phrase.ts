import { fold } from './words.ts'

/** Whether words follow each other in a text, with nothing but space and signs between. Words are folded and whole. */
export function phraseIn(words: readonly string[]): (text: string) => boolean {
  const phrase = ` ${words.join(' ')} `
  return (text) => {
    const folded = fold(text)
    // Most texts lack one of the words; only others are laid out, by an expression that has nothing to go back over.
    return words.every((word) => folded.includes(word)) && ` ${wholeWords(folded).join(' ')} `.includes(phrase)
  }
}

const wholeWords = (folded: string): readonly string[] => folded.split(/[^\p{L}\p{N}]/u).filter((word) => word !== '')
