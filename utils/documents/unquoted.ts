/** What a mail program sets before each line of the message that is answered or sent on. */
const quote = /^[ \t]{0,8}(?:>[ \t]?){1,4}/
/** Shorter quotations, and those that ask nothing, may be points of a list. */
const fewestLines = 8
const mostOfThem = 0.9

/**
 * A text that was sent on in a message, without the `>` before its lines: from the first such line on nearly all lines have one, empty
 * ones too. Any other text as it is.
 */
export function withoutQuoting(text: string): string {
  if (!/^[ \t]{0,8}>/m.test(text)) return text
  const lines = text.split('\n')
  const from = lines.findIndex((line) => quote.test(line))
  const told = lines.slice(from).filter((line) => line.trim() !== '')
  const quoted = told.filter((line) => quote.test(line))
  const asks = quoted.some((line) => line.includes('?'))
  if (!asks || quoted.length < fewestLines || quoted.length < told.length * mostOfThem) return text
  return lines.map((line, index) => (index < from ? line : line.replace(quote, ''))).join('\n')
}
