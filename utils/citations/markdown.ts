import type { CitedPaper } from './cited-paper.ts'
import { officialCitation } from './official.ts'

/**
 * A Markdown link of one line: title and citation, leading to the official page. Escaped as CommonMark 0.31 has it («Backslash
 * escapes»), and so that GitHub's extension makes no second link of an address in a title.
 */
export function markdownLink(paper: CitedPaper): string {
  return linkTo(paper.url, titled(paper))
}

/** «Jaarverslag OCW (Kamerstukken II 2022/23, 36 360 VIII, nr. 5)»: what a link to a paper says. */
export function titled(paper: CitedPaper): string {
  const citation = officialCitation(paper)
  return paper.title === null ? citation : `${paper.title} (${citation})`
}

/** A link of one line in Markdown, whatever stands in its words and its address. */
export const linkTo = (url: string, words: string): string => `[${escaped(words)}](${destination(url)})`

/** Words of one line, none of whose signs means anything in Markdown. */
export function escaped(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[\\`*_[\]<>~|@]/g, '\\$&')
    .replace(/&(?=#?\w{1,32};)/g, '\\&')
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/\bwww\./gi, (www) => `${www.slice(0, -1)}\\.`)
}

/** What would end a destination early stands as its code. */
function destination(url: string): string {
  return url.replace(/[()<>\\\s]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)
}
