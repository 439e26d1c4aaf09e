/** `Vraag 3` as a scan may read it: `Vraaq 3`, `Vraag. 3`, `Vraag7`, `Vraag l1`. Letters that look like digits count as such. */
const form =
  /(?<![\p{L}\p{N}])(V[rn]a{1,2}[gq9])[^\S\n\r]{0,3}(?:[.·'][^\S\n\r]?)?([\dlIO|]{1,3})([.:]?)(?=\s+[\p{Lu}«“‘"(])/gu
const wellRead = /^Vraag\s\d/

/**
 * The text with misread headings put right. A heading is repaired only where its number is the one missing between the
 * nearest well-read heading before it and the next one behind: anything else stays as it stands. Linear in the text's length.
 */
export function withHeadingsRepaired(text: string): string {
  const found = [...text.matchAll(form)].map((match) => ({
    at: match.index,
    length: match[0].length,
    number: Number((match[2] ?? '').replace(/[lI|]/g, '1').replace(/O/g, '0')),
    stop: match[3] ?? '',
    isRight: wellRead.test(match[0]) && /^\d+$/.test(match[2] ?? ''),
  }))
  if (found.every(({ isRight }) => isRight)) return text
  let result = ''
  let from = 0
  let before = 0
  found.forEach((heading, index) => {
    const next = found[index + 1]
    const fits = heading.number === before + 1 && (next === undefined || next.number === heading.number + 1)
    if (!heading.isRight && fits) {
      result += `${text.slice(from, heading.at)}Vraag ${heading.number}${heading.stop}`
      from = heading.at + heading.length
    }
    if (heading.isRight || fits) before = heading.number
  })
  return result + text.slice(from)
}
