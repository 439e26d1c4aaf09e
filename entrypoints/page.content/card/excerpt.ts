/**
 * The beginning of a text, cut between words; the text itself where it is short enough, or so little longer that the
 * cut would not be worth a press.
 *
 * @param length in characters (UTF-16)
 */
export function excerpt(text: string, length: number): { readonly text: string; readonly cut: boolean } {
  const whole = text.trim()
  if (whole.length <= length * 1.25) return { text: whole, cut: false }
  const space = whole.slice(0, length).search(/\s\S*$/)
  const beginning = whole.slice(0, space > length / 2 ? space : length).replace(/[\s,;:–-]+$/, '')
  return { text: `${beginning.toWellFormed()} …`, cut: true }
}
