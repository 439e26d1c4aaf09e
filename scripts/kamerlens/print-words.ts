/** `1 question`, `2 questions`. */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

/** A text in one line of at most so many signs. */
export function shorten(text: string, width: number): string {
  const line = text.replace(/\s+/g, ' ')
  const room = Math.max(20, width)
  return line.length <= room ? line : `${line.slice(0, room - 1).trimEnd()}…`
}
