/** What asks without a question mark: «Geef een overzicht van X.» */

const wishSource = String.raw`^(?:Geef|Verzoek|Gelieve|Noem|Licht|Graag|Gaarne|Kunt u|Kan|Beschrijf|Schets|Vermeld|Zet|Maak|Leg|Deel|Ga|Wilt u|Stuur|Reageer)\b[^.?!]*(?:\.\d[^.?!]*)*[.!]`
const membersAskOn = String.raw`(?:\s+(?:(?:Ook|Voorts|Daarnaast|Tevens|Verder) (?:vragen|verzoeken)|(?:Zij|(?:De|Deze) leden) (?:vragen|verzoeken|(?:vernemen|horen|ontvangen) graag))\b[^.?!]{3,400}\.)`
/** «De leden van de X-fractie vragen of …», in sentences without a question mark; the first may tell where the next asks. */
const membersSource = String.raw`^De leden van de (?:[^.?!]{2,60}? (?:(?:vragen|verzoeken)\b|(?:vernemen|horen|ontvangen)\b(?=[^.?!]{0,80}\b(?:graag|gaarne)\b))[^.?!]{3,400}\.${membersAskOn}{0,4}|[^.?!]{5,400}\.${membersAskOn}{1,4})`
const politely = '^(?:Een|Nadere|Verdere) [^.?!]{3,200} graag\\.'
/** A wish before what may answer it. */
const wish = new RegExp(String.raw`(?:${wishSource}|${membersSource}|${politely})(?=\s+[\p{Lu}\d€«“‘"'])`, 'u')
/** A paragraph of its own: «Graag een overzicht van X.» */
export const wishAlone = new RegExp(`${wishSource}$|${membersSource}$|${politely}$`, 'u')

/** What asks behind «Graag een overzicht van X.» and another sentence is the answer's own. */
export const beginsWithWish = /^(?:Graag|Gaarne) (?:een|het|de|nader|in|ontvang\p{L}*)\b[^?]*\.\s[^?]*\.\s/u

const abbreviation = /\b(?:dhr|mw|mevr|drs|dr|mr|prof|nr|nrs|art|blz|c\.s|o\.a|m\.n|d\.w\.z|bijv|jl)\.$/

/** Where the wish that a text begins with ends, a sentence behind it; null where there is none, or its stop is an abbreviation's. */
export function endOfWish(text: string): number | null {
  const stop = wish.exec(text)?.[0].length
  return stop === undefined || abbreviation.test(text.slice(0, stop)) ? null : stop
}
