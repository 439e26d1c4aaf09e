import { expandNumbers, numberListSource } from './parse/numbers.ts'

const headingForm = new RegExp(`^(?:(?:Vra(?:ag|gen)|Antwoord(?:en)?|op|de)\\s+)*(${numberListSource})\\s*[.:]?$`, 'i')

/** The numbers in the heading of a marked question or answer: «Vraag 2, 3», «Antwoord 1», or bare; none in other text. */
export function markedNumbers(heading: string): string[] {
  const match = headingForm.exec(heading)
  return match?.[1] ? expandNumbers(match[1]) : []
}
