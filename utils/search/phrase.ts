import { fold } from './words.ts'

/** Whether words follow each other in a text, with nothing but space and signs between. Words are folded and whole. */
export function phraseIn(words: readonly string[]): (text: string) => boolean {
  const form = new RegExp(`(?<![\\p{L}\\p{N}])${words.join('[^\\p{L}\\p{N}]+')}(?![\\p{L}\\p{N}])`, 'u')
  return (text) => form.test(fold(text))
}
