import type { CitedPaper } from './cited-paper.ts'
import type { CitationForm } from './form-names.ts'
import { cite } from './forms.ts'

/** A line of a citation, and the address that it leads to where that is known. */
export interface LinkedLine {
  readonly words: string
  readonly url: string | null
}

/** The forms that are words, and lead to their paper where they are pasted with their layout; the others are signs. */
export const isInWords = (form: CitationForm): boolean => form === 'official' || form === 'titled' || form === 'short'

/** A paper as `cite` gives it, with a link: HTML for what takes text with its layout. Null for the forms that have none. */
export function citeRichly(form: CitationForm, paper: CitedPaper): string | null {
  return isInWords(form) ? richLines([{ words: cite(form, paper), url: paper.url }]) : null
}

/** Lines with their links, as HTML. */
export function richLines(lines: readonly LinkedLine[]): string {
  return lines.map(({ words, url }) => linked(escaped(words), url)).join('<br>')
}

/** Paragraphs of plain text, of which the last says where they stand, as HTML; null where no address is known for it. */
export function richQuote(text: string, url: string | null): string | null {
  if (url === null) return null
  const paragraphs = text.split('\n\n').map((each) => escaped(each).replaceAll('\n', '<br>'))
  const last = paragraphs.pop() ?? ''
  return [...paragraphs, linked(last, url)].map((each) => `<p>${each}</p>`).join('')
}

const linked = (html: string, url: string | null): string =>
  url !== null && /^https?:/.test(url) ? `<a href="${escaped(url)}">${html}</a>` : html

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign)
