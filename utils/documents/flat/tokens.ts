/** A stretch of a text. Offsets are UTF-16. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/** A word of a text, as words are compared. */
export interface Token extends Stretch {
  /** What is compared: small letters, digits all alike, no signs. */
  readonly key: string
}

export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  for (const { 0: word, index } of text.matchAll(/\S+/g)) {
    const key = word
      .toLowerCase()
      .replace(/\d+/g, '#')
      .replace(/[^\p{L}#]/gu, '')
    if (key !== '') tokens.push({ start: index, end: index + word.length, key })
  }
  return tokens
}
