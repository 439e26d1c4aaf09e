import { fold } from './words.ts'

/** Whether words follow each other in a text, with nothing but space and signs between. Words are folded and whole. */
export function phraseIn(words: readonly string[]): (text: string) => boolean {
  // As few signs as will do, which are as many: of some millions an expression that takes all has no room to go back.
  const form = new RegExp(`(?<![\\p{L}\\p{N}])${words.join('[^\\p{L}\\p{N}]+?')}(?![\\p{L}\\p{N}])`, 'u')
  return (text) => form.test(fold(text))
}
