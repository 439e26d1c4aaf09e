/** Words of up to so many letters can be compared: one bit each. */
export const longestCompared = 31

/** How many typing errors a word of this length may have. */
export function forgiven(length: number): 0 | 1 | 2 {
  return length < 4 ? 0 : length < 8 ? 1 : 2
}

/**
 * Measures how many letters must be changed, left out, put in or swapped with their neighbour to make one word of another
 * (optimal string alignment), by the bit vectors of Myers and Hyyrö: one step a letter.
 *
 * @param word of 1 to `longestCompared` UTF-16 units
 * @param most where there are more, it need not be told how many
 * @returns takes a stretch of a text, so that a vocabulary that is one text need not be cut up
 */
export function distanceTo(word: string, most = longestCompared): (text: string, start: number, end: number) => number {
  const places = new Map<number, number>()
  for (let at = 0; at < word.length; at += 1) {
    const letter = word.charCodeAt(at)
    places.set(letter, (places.get(letter) ?? 0) | (1 << at))
  }
  const low = new Int32Array(128)
  for (const [letter, bits] of places) if (letter < 128) low[letter] = bits
  const last = 1 << (word.length - 1)
  return (text, start, end) => {
    let [more, less, diagonal, previous, distance] = [-1, 0, 0, 0, word.length]
    for (let at = start; at < end; at += 1) {
      const letter = text.charCodeAt(at)
      const here = (letter < 128 ? low[letter] : places.get(letter)) ?? 0
      const swapped = ((~diagonal & here) << 1) & previous
      diagonal = (((here & more) + more) ^ more) | here | less | swapped
      let up = less | ~(diagonal | more)
      let down = diagonal & more
      if ((up & last) !== 0) distance += 1
      if ((down & last) !== 0) distance -= 1
      up = (up << 1) | 1
      down <<= 1
      more = down | ~(diagonal | up)
      less = up & diagonal
      previous = here
      // No letter takes more than one away.
      if (distance - (end - at - 1) > most) return distance
    }
    return distance
  }
}
