/**
 * Text as it is compared. *Word for word*: the same characters between the same blanks, wherever the lines end; the bars
 * of a table and the sign of a list's dash are the format's, not the writer's.
 */
export function wordsOf(text: string): string {
  return text
    .normalize('NFC')
    .replace(/^[ \t]*[•·▪◦–—−][ \t]+/gm, '- ')
    .replace(/(?<=\s|^)\|(?=\s|$)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Where the lines end besides: paragraphs, items and rows apart, whatever parts them. */
export function shapeOf(text: string): string {
  return text
    .split(/\n+/)
    .map(wordsOf)
    .filter((line) => line !== '')
    .join('\n')
}

const tokensOf = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []

/** Beyond this share of words that differ only «less similar» is known: what keeps the time linear. */
const mostDifferent = 0.5

/**
 * How similar two texts are in their words, from 0 to 1: 2 × the longest common run of words in order (not necessarily
 * adjacent) over the words of both, letters and digits alone counting, in any case. 0 where less than half is common. By
 * Myers' difference algorithm: time grows with the length times the number of differences.
 */
export function similarity(one: string, two: string): number {
  const a = tokensOf(one)
  const b = tokensOf(two)
  const total = a.length + b.length
  if (total === 0) return 1
  const distance = differences(a, b, Math.floor(total * mostDifferent))
  return distance === null ? 0 : 1 - distance / total
}

/** Words to leave out of one and put in from the other; null where there are more than `most`. */
function differences(a: readonly string[], b: readonly string[], most: number): number | null {
  // `reach[k]`: how far into `a` one gets on diagonal k (place in `a` less place in `b`) with so many differences.
  const reach = new Map<number, number>([[1, 0]])
  for (let count = 0; count <= most; count += 1) {
    for (let diagonal = -count; diagonal <= count; diagonal += 2) {
      const down = reach.get(diagonal + 1) ?? -1
      const right = reach.get(diagonal - 1) ?? -1
      let at = diagonal === -count || (diagonal !== count && right < down) ? down : right + 1
      while (at < a.length && at - diagonal < b.length && a[at] === b[at - diagonal]) at += 1
      reach.set(diagonal, at)
      if (at >= a.length && at - diagonal >= b.length) return count
    }
  }
  return null
}
