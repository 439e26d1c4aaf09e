/** A place where a line of a text ended. Offsets are UTF-16. */
export interface Break {
  readonly at: number
  /** An empty line or a heading stood there: what follows starts a block. */
  readonly block: boolean
}

/** Where answers end: the closing remark, a postponement, a letter's end. */
const closing =
  /(?<=(?:[.?!»”"’')\]]|\p{L}[.?!»”"’')]\d{1,2})\s{1,4})(?:(?:Mededeling|Toelichting:?|Bijlage(?: (?:\d|[A-Z]))?:?)(?=\s+\p{Lu})|Ondertekening(?=\s+[Dd]e\s[MmSs])|Hoogachtend,?(?=\s+(?:\p{Lu}|de\s|namens\s)))/gu
/** The audit office's name before the names of its president and secretary, and what they end with. */
const auditOffice =
  /(?<=[.?!»”"’')\]]\s{1,12})Algemene Rekenkamer(?=\s{1,12}(?:(?:drs|dr|mr|ir|prof)\.\s){1,3}[^,]{2,50},\s{1,12}(?:president|secretaris)\b)/gu
const endOfSigner = /,\s{1,12}(?:president|secretaris)\b/g
const longestSigners = 200
/** Who signs, where a text ends. */
const signatureAtEnd =
  /(?<=[.?!»”"’')\]]\s{1,4})De (?:[Mm]inister|[Ss]taatssecretaris)(?:-[Pp]resident)?(?: (?:van|voor) [^.?!]{3,120})?, (?:[A-Z]\.)*[^.?!,]{2,40}$/u
const longestSignature = 200

/** Where the last answer and a letter end, and who signs begins. */
export function closingBreaks(text: string): Break[] {
  const breaks: Break[] = []
  const add = (at: number, block: boolean) => breaks.push({ at, block })
  for (const { 0: words, index } of text.matchAll(closing)) {
    add(index, true)
    add(index + words.length, true)
  }
  for (const { 0: name, index } of text.matchAll(auditOffice)) {
    add(index, true)
    add(index + name.length, false)
    const signers = text.slice(index, index + longestSigners)
    for (const { 0: end, index: from } of signers.matchAll(endOfSigner)) add(index + from + end.length, false)
  }
  const last = text.trimEnd()
  const signed = signatureAtEnd.exec(last.slice(-longestSignature))
  if (signed) add(Math.max(0, last.length - longestSignature) + signed.index, true)
  return breaks
}
