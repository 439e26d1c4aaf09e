/** Signs around the words of a text that are none of them: of Markdown, mail, HTML, and such as show nothing. */

/** Signs that show nothing: zero-width ones, and soft hyphens but for those at a line's end, which break a word. */
const unseen = /\u00ad(?![\t ]*[\n\r])|[\u200b-\u200d\u2060\ufeff]/g
/** Headings whose letters stand apart: «V r a a g 1», «V R AA G 1», alone in their line or among others. */
const spacedHeading =
  /(?<!\p{L}|(?<!\p{L})\p{L} )(?:[Vv] [Rr] ?[Aa] ?[Aa] ?[Gg]|[Aa] [Nn] ?[Tt] ?[Ww] ?[Oo] ?[Oo] ?[Rr] ?[Dd])(?: {1,4}(?=\d|op\b|\p{Lu}(?! )|[«€])|(?= *$|:))/gmu
const mayBeSpaced = /[Vv] [Rr]|[Aa] [Nn] /

/** The text without signs that show nothing, and with the letters of spaced headings put together. */
export function withPlainLetters(text: string): string {
  const seen = text.replace(unseen, '')
  return mayBeSpaced.test(seen) ? seen.replace(spacedHeading, (word) => `${word.replaceAll(' ', '')} `) : seen
}

/** `<!-- image -->`: where a converter left something out. */
const comment = /<!--[^>]{0,80}-->/g

/** A line without what Markdown, mail or HTML puts around its words. */
export function withoutMarkup(line: string, isPoint: boolean): string {
  const told = line.includes('<!--') ? line.replace(comment, '') : line
  return /\*\*|^[ \t]{0,8}[#>•▪●►▶→➔■*_[—–-]/.test(told) ? withoutSigns(told, isPoint) : told
}

/** Signs before a heading, of a quotation or a list: `> Vraag 1`, `• Antwoord`. */
const signsBefore =
  /^[ \t]{0,8}(?:[>•▪●►▶→➔■*–-]\s{1,8})(?=(?:Vraag|Vragen|Antwoord(?:en)?)\b)|^[ \t]{0,8}[>•▪●] (?=\d{1,4}[.)]\s)|^#{1,6} (?=\S)/
/** `> Kunt u …`: a line that a message or a converter quotes; «> 65 jaar» is more than that, «> Retouradres» a letter's own. */
const quoting = /^[ \t]{0,8}(?:>[ \t]?){1,4}(?=[\p{L}«“‘])(?!Retouradres)/u
/** A line that is set apart as a whole. */
const wholeLine = /^([*_])(?=\S)([^*_\n]{1,1000})\1$/
/** A heading between brackets or dashes: `[Vraag 1]`, `— Antwoord 1 —`; without a blank before it a dash at the end breaks a word. */
const framed =
  /^[ \t]{0,8}(?:\[[ \t]?((?:Vraag|Vragen|Antwoord(?:en)?)(?: [^[\]\n]{1,60})?)[ \t]?\]|[—–-][ \t]?((?:Vraag|Vragen|Antwoord(?:en)?)(?: [^[\]\n]{1,60})?)[ \t][—–-])[ \t]{0,8}$/

/** A line without the signs of Markdown and the like, which some extractions put around «Vraag 1» or a number. */
function withoutSigns(line: string, isPoint: boolean): string {
  return line
    .replace(framed, '$1$2')
    .replace(signsBefore, '')
    .replace(isPoint ? /^$/ : quoting, '')
    .replace(wholeLine, '$2')
    .replace(/\*\*(?=\S)([^*\n]{1,400})\*\*/g, '$1')
}

/** The lines that are points of a list, «> Gemeenten», right behind what leads to it; a message that is quoted asks. */
export function pointsIn(lines: readonly string[]): ReadonlySet<number> {
  const found = new Set<number>()
  let run: number[] = []
  let asks = false
  // From the end: whether a list asks is known where it begins.
  for (let index = lines.length - 1; index > 0; index -= 1) {
    const line = lines[index] ?? ''
    const isPoint = /^\s{0,8}>/.test(line)
    asks = isPoint && (asks || line.includes('?'))
    if (!isPoint || asks) run = []
    else run.push(index)
    if (!/:\s*$/.test(lines[index - 1] ?? '')) continue
    for (const place of run) found.add(place)
    run = []
  }
  return found
}
