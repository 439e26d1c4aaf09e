/** A stretch of a text. Offsets are UTF-16. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/** A word of a text, as words are compared. */
export interface Token extends Stretch {
  /** What is compared: small letters, digits all alike, no signs. */
  readonly key: string
  /** A wide gap stands before it: some extractions keep what parted lines so. */
  readonly isApart: boolean
}

const wideGap = 3

/** The words of a text but for those in `except`, which must be in order. */
export function tokensOf(text: string, except: readonly Stretch[]): Token[] {
  const tokens: Token[] = []
  let next = 0
  let behind = 0
  for (const { 0: word, index } of text.matchAll(/\S+/g)) {
    while ((except[next]?.end ?? Number.POSITIVE_INFINITY) <= index) next += 1
    if ((except[next]?.start ?? Number.POSITIVE_INFINITY) < index + word.length) continue
    const key = word
      .toLowerCase()
      .replace(/\d+/g, '#')
      .replace(/[^\p{L}#]/gu, '')
    if (key !== '') tokens.push({ start: index, end: index + word.length, key, isApart: index - behind >= wideGap })
    behind = index + word.length
  }
  return tokens
}
