/** The end of a question's words in running text, told by its sentences. */

/** The mark of a note whose words were not found stays behind a question mark: «… gelezen?3 Ja.» */
const sentenceEnd =
  /[.?!]+[»”"’')\]]*(?:(?<=\?[»”"’')\]]{0,2})\d{1,2}(?=\s))?(?=\s+(?:[\p{Lu}«"'“‘„(\d€•]|[-–]\s|[a-z][.)]\s)|\s*$|(?<=\?)\p{Lu})/gu

/** What a sentence may begin with in small letters: «mbo-instellingen», «zzp’ers». */
export const abbreviated = String.raw`(?:\p{Ll}{1,4}-\p{Ll}{2}|\p{Ll}{2,4}[’'](?:ers?|s)\s)`

/** How a question goes on after a question: «Zo ja, …?», «Kunt u …?», «b. Welke …?». */
const asks =
  /^(?:\(?[a-h][.)]\s+)?(?:En |Zo (?:ja|nee|niet)|(?:Kun(?:t|nen)?|Kan|Bent|Is|Zijn|Was|Waren|Deelt|Hoe|Hoeveel|Wat|Waarom|Waardoor|Waaruit|Wanneer|Welke?|Wie|Waar|Klopt|Heeft|Hebt|Hebben|Had|Ziet|Wordt|Worden|Gaat|Gaan|Indien|Graag|Erkent|Vindt|Wilt|Wil|Zou|Zult|Kent|Acht|Herkent|Beschikt|Onderschrijft|Op|In|Aan|Bij|Met|Om|Tot|Voor|Over|Uit|Per|Sinds|Als)\b)/

/** A question in the course of a sentence: «…, wat wordt daaraan gedaan?» */
const asksLater =
  /[,;:] (?:en |maar )?(?:wat|hoe|hoeveel|waarom|waar\w*|welke?|wie|wanneer|kunt u|kan|bent u|is|zijn|klopt)\b/

/** What a question asks for behind its question mark: «Graag een toelichting.»; «Graag verwijs ik …» answers. */
const requests =
  /^(?:(?:Graag|Gaarne) (?!(?:verwijs|wil|ga|geef|geven|licht|zal|zeg|stel|informeer|ben|kom|sluit|bevestig|merk|deel|onder|help|maak|beantwoord)\p{L}*\b)[^.?!]{3,140}|(?:Zo mogelijk|Zo nodig|Indien mogelijk),? [^.?!]{3,140}|(?:De|Deze) leden\b[^.?!]{0,60} (?:horen|ontvangen|vernemen|verkrijgen|zien) (?:hier(?:op|over|van) )?graag\b[^.?!]{3,140}|Zie (?:ook )?vraag \d{1,3}[a-z]?)[.!]?$/u

/** «Zie vraag 3.» refers to another question where an answer stands behind it, and is the answer where nothing does. */
const asksOn = (sentence: string, isLast: boolean) =>
  requests.test(sentence) && !(isLast && sentence.startsWith('Zie '))

/** A source or a page in brackets behind the question mark. */
const bracketed = /^\s*\([^()]{1,80}\)\.?/

/** What nothing but an answer stands behind, as a rule: «Kunt u dit toelichten?», «Zo nee, waarom niet?», «Graag een toelichting.» */
const closes = /^(?:Kunt u (?:dit|dat|uw antwoord) (?:nader )?(?:toelichten|onderbouwen)|Zo (?:ja|nee|niet)\b[^?]*)\?/

/** A sentence that nobody asks with. */
const answersAtOnce = /^(?:Ja|Nee|Neen|Dat klopt|Dat is (?:juist|onjuist|correct|niet (?:juist|het geval)))\b(?! of )/

const partLetter = /^\(?[a-h]$/
const shortestQuestion = 20

/**
 * Offset where the question ends and the answer may begin: after the run of sentences that ask. One or two telling
 * sentences inside the run belong to it when another that asks follows. -1 where nothing asks.
 */
export function endOfAsking(text: string): number {
  let end = -1
  let start = 0
  let telling = 0
  let closed = false
  for (const match of text.matchAll(sentenceEnd)) {
    const sentence = text.slice(start, match.index).trimStart()
    const stop = match.index + match[0].length
    // «a. Wie …?», «b. Wanneer …?»: the letter belongs to what it counts.
    if (partLetter.test(sentence)) continue
    if (match[0].includes('?')) {
      // «Hoe kan dat?» behind a sentence that tells is the answer's own question.
      const isOwn = sentence.length < shortestQuestion || (!asks.test(sentence) && !asksLater.test(sentence))
      if (end >= 0 && telling > 0 && isOwn) break
      end = stop
      telling = 0
      closed = closes.test(text.slice(start, stop).trim())
    } else if (end >= 0 && telling === 0 && asksOn(text.slice(start, stop).trim(), stop === text.length)) {
      end = stop
      closed = true
    } else if (end >= 0) {
      telling += 1
      if (closed || telling > 2 || answersAtOnce.test(text.slice(start, stop).trimStart())) break
    }
    start = stop
  }
  return end < 0 ? end : end + (bracketed.exec(text.slice(end, end + 100))?.[0].length ?? 0)
}

const stops = '.?!…'
const closers = '»”"’\')]'

/** Whether the text stops where a sentence stops. */
export function endsSentence(text: string): boolean {
  const sign = lastSign(text)
  return sign !== '' && stops.includes(sign)
}

export function endsAsking(text: string): boolean {
  return lastSign(text) === '?'
}

/** The last sign of a text before the quotes and brackets that close behind it. All lines are asked: it goes sign by sign. */
function lastSign(text: string): string {
  const end = text.trimEnd()
  let last = end.length - 1
  while (last >= 0 && closers.includes(end.charAt(last))) last -= 1
  return end.charAt(last)
}

/** «Ja, …», «Dat klopt.»: nobody asks so. */
export function startsAnswering(text: string): boolean {
  return answersAtOnce.test(text)
}

export function startsAsking(text: string): boolean {
  return asks.test(text)
}

/** Verbs that most sentences of these papers have, and hardly any title. */
const usualVerb =
  /\b(?:is|zijn|was|waren|wordt|worden|werd|werden|heeft|hebben|had|hadden|kan|kunnen|kon|konden|zal|zullen|zou|zouden|moet|moeten|mag|mogen|wil|willen|gaat|gaan|komt|komen|blijft|blijven|geldt|gelden|ligt|liggen|volgt|volgen|vindt|vinden|betreft)\b/

/** What a sentence begins with: «Dat klopt», «Zie vraag 3», «De minister deelt …». */
const beginsTelling =
  /^(?:(?:Dat|Dit|Deze|Die|Ik|Wij|We|Zij|Hij|Er|Ja|Nee|Neen|Zie|Hier\p{Ll}*|Daar\p{Ll}*)\s|(?:De|Het) (?:[Mm]inister|[Ss]taatssecretaris|kabinet|regering|college|gemeente) \p{Ll}+t\b)/u

/** Whether words without a stop are a sentence whose stop was forgotten, and no title. */
export function isSentenceWithoutStop(text: string): boolean {
  return usualVerb.test(text) || beginsTelling.test(text)
}

export function startsLowerCase(text: string): boolean {
  const first = text.charAt(0)
  if (first >= 'a' && first <= 'z') return true
  if (first >= 'A' && first <= 'Z') return false
  return /^[«"'“‘„(]?\p{Ll}/u.test(text)
}
