/** Numbers of a list behind a word or a figure that ends no sentence, where the numbers around them tell that they must stand there. */

import { numbered } from './titles.ts'

const numberAt = /^\d{1,3}(?=[.)]?\s)/
const longestNumber = 6
/** Each costs a look through the text from the last number on. */
const mostMisses = 40
const longestWord = 24

/**
 * Where the numbers stand that are missing among those at `places` (in order): between 27 and 29 the one 28 that begins a sentence and
 * asks before 29. None where two may be meant.
 */
export function missingNumbers(text: string, places: readonly number[]): number[] {
  const found: number[] = []
  let last = 0
  let lastAt = 0
  let misses = 0
  for (const at of places) {
    const number = Number(numberAt.exec(text.slice(at, at + longestNumber))?.[0] ?? 0)
    if (number === 0 || (number !== last + 1 && number !== last + 2)) continue
    if (number === last + 2) {
      const missing = last > 0 ? numberWithin(text, lastAt + longestNumber, at, last + 1) : null
      if (missing === null) {
        misses += 1
        if (misses > mostMisses) break
        continue
      }
      found.push(missing)
    }
    last = number
    lastAt = at
  }
  return found
}

function numberWithin(text: string, from: number, to: number, number: number): number | null {
  const between = text.slice(from, to)
  const pattern = new RegExp(String.raw`(?<=\s)${number}[.)]?(?= {1,4}[\p{Lu}«“‘„])`, 'gu')
  const places = [...between.matchAll(pattern)].filter(
    ({ index }) =>
      between.includes('?', index) && !numbered.test(between.slice(Math.max(0, index - longestWord), index).trimEnd()),
  )
  const [only] = places
  return only && places.length === 1 ? from + only.index : null
}
