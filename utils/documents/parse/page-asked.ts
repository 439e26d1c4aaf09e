/** The page of the paper that a question asks about, as its column has it. */

/** Without «p.», and with a plain dash in ranges. */
export function asPage(text: string): string {
  return text.replace(/^\D+/, '').replace(/\s?[-–]\s?/g, '-')
}

/** Two numbers as one range of pages; null where they are none. */
export function rangeOf(first: string, last: string): string | null {
  // «67 0»: the list has no last page there.
  if (Number(first) === Number(last) || last === '0') return first
  return Number(first) < Number(last) ? `${first}-${last}` : null
}
