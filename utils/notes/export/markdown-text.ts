/** A text as a quotation in Markdown. */
export const quoted = (text: string): string =>
  text
    .trim()
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n')

/** A text without line breaks. */
export const plainLine = (text: string): string => text.replace(/\s+/gu, ' ').trim()
