/** `1) Vraag? > Antwoord`: what parts an answer from its question. */
const sign = /(?<=\?[»”"’')]{0,2}) > (?=[\p{Lu}«“‘(€\d])/gu
/** `1 – Vraag? Antwoord – Ja.` */
const dashed = /(?<=[?.!»”"’')]) (?=Antwoord [–—-] [\p{Lu}«“‘(€\d])/gu
const dashedNumber =
  /(?<=[\p{L}\d.?!»”"’')])(?<!\b(?:[Aa]rtikel(?:en)?|[Ll]id|[Hh]oofdstuk|[Pp]aragraaf|[Tt]abel|[Vv]raag|[Bb]ijlage|nrs?\.|in|van|op|tot|en|de)) (?=\d{1,3} [–—-] [\p{Lu}«“‘])/gu
/** The sign of a list before a heading: `• Vraag 1: …`, `– Antwoord: …`. */
const beforeHeading = /(?<=^|\s)[•▪●►▶→➔■*–-] {1,4}(?=(?:Vraag|Vragen) \d|(?:Antwoord|ANTWOORD)(?: [^:.?!]{1,40})?:\s)/g
/** One may be a part of a sentence. */
const fewest = 2

/** A text without lines with a line's end before each question and each answer that a sign or a dash parts from it. */
export function withSignsAsLines(scan: string): string {
  const text = [...scan.matchAll(beforeHeading)].length >= fewest ? scan.replace(beforeHeading, '') : scan
  if (text.includes(' > ') && [...text.matchAll(sign)].length >= fewest) return text.replace(sign, '\n\n')
  if (!/Antwoord [–—-] /.test(text) || [...text.matchAll(dashed)].length < fewest) return text
  return text.replace(dashed, '\n\n').replace(dashedNumber, '\n\n')
}
