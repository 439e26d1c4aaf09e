/** Characters that stay before what differs, to tell where in the text it is. */
const before = 60

/**
 * Two texts from shortly before the first place where they differ, each cut at its end: what tells them apart is in view however
 * long they are.
 *
 * @param most characters of each, the signs included that it was cut
 */
export function differingParts(one: string, other: string, most: number): readonly [one: string, other: string] {
  const same = sameBeginning(one, other)
  const from = same <= before ? 0 : beginningOfWord(one, same - before)
  return [part(one, from, most), part(other, from, most)]
}

function sameBeginning(one: string, other: string): number {
  const shorter = Math.min(one.length, other.length)
  let same = 0
  while (same < shorter && one[same] === other[same]) same += 1
  return same
}

/** Where the word at a place begins, if it is not too long. */
function beginningOfWord(text: string, at: number): number {
  const blank = text.lastIndexOf(' ', at)
  return blank > at - before ? blank + 1 : at
}

function part(text: string, from: number, most: number): string {
  const begun = from > 0 ? `…${text.slice(from)}` : text
  const cut = begun.length > most ? `${begun.slice(0, most - 1).trimEnd()}…` : begun
  return cut.toWellFormed()
}
