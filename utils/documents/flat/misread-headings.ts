/** `Vraag 3` as a scan may read it: `Vraaq 3`, `Vraag. 3`, `Vraag7`, `Vraag l1`. Letters that look like digits count as such. */
const form =
  /(?<![\p{L}\p{N}])(V[rn]a{1,2}[gq9])[^\S\n\r]{0,3}(?:[.·'][^\S\n\r]?)?([\dlIO|]{1,3})([.:]?)(?=\s+[\p{Lu}«“‘"(])/gu
const wellRead = /^Vraag\s\d/

/**
 * The text with misread headings put right. A heading is repaired only where its number is the one missing between the
 * nearest well-read heading before it and the next one behind: anything else stays as it stands. Linear in the text's length.
 */
export function withHeadingsRepaired(scan: string): string {
  const text = withOfficeRepaired(scan)
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

/** «Antwoord» and two words that may be who answers: «Antwoord Algemene Rekenkarner». */
const answerOfOffice =
  /(?<![\p{L}\p{N}])(Antwoord(?:en)?(?: van de)? )([^\s.:,;()]{6,10} [^\s.:,;()]{8,12})(?=\s|[.:]\s)/gu
const office = 'Algemene Rekenkamer'
const mostMisread = 2
/** What a scan makes of an m, most often. */
const alike = (name: string) => name.replaceAll('rn', 'm')

/** The name of the audit office in the headings of its answers, as it is written: other offices are named in many words. */
function withOfficeRepaired(text: string): string {
  if (!text.includes('Antwoord')) return text
  return text.replace(answerOfOffice, (whole, lead: string, name: string) =>
    name !== office && distanceWithin(alike(name), office, mostMisread) ? `${lead}${office}` : whole,
  )
}

/** Whether a few letters changed, lost or added make one short text of the other. */
function distanceWithin(one: string, other: string, most: number): boolean {
  if (Math.abs(one.length - other.length) > most) return false
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (const [index, sign] of [...one].entries()) {
    const next = [index + 1]
    for (const [place, letter] of [...other].entries()) {
      next.push(
        Math.min((row[place] ?? 0) + (sign === letter ? 0 : 1), (row[place + 1] ?? 0) + 1, (next[place] ?? 0) + 1),
      )
    }
    row = next
  }
  return (row.at(-1) ?? most + 1) <= most
}
