import { readHeading } from './headings.ts'
import type { Row } from './rows.ts'
import type { Start } from './structure.ts'

/** What a paper says above its list when questions were put: «Vragen van het lid A», «Lijst van vragen», «Kamervragen», «Inbreng van de VVD-fractie». */
const putAbove =
  /\b(?:[Ll]ijst van vragen|LIJST VAN VRAGEN|[Ff]eitelijke vragen|FEITELIJKE VRAGEN|[Vv]ragen commissie|[Vv]raag\b[^.?!]{0,40}\bantwoord|(?:[Oo]nze|[Mm]ijn|[Dd]e|[Uu]w|mijn) (?:antwoorden|vragen)|[Ss]chriftelijke? (?:vragen|overleg|inbreng)|(?:[Kk]amer|[Rr]aads|[Ss]taten|[Vv]ervolg)vragen|[Vv]ragen (?:van|aan|over|bij|inzake|en antwoord(?:en)?|n\.a\.v\.|naar aanleiding|gesteld|ingezonden|voorgelegd|en opmerkingen)|VRAGEN (?:VAN|AAN|OVER|EN)|(?:deze|de volgende|onderstaande|de gestelde|enkele|(?:een )?aantal) vragen|[Vv]raag (?:van|aan) (?:de|het) (?:leden|lid)|[Bb]eantwoord(?:ing|t)?|[Aa]ntwoord(?:en)? (?:op|van)|ANTWOORD(?:EN)? (?:OP|VAN)|[Nn]ota naar aanleiding van|NADER VERSLAG|VERSLAG\b|[Ii]nbreng van|vragen (?:de leden|zij)|[Qq]uestions?|QUESTIONS?)\b/

/** The usual ones of these, in an expression that is made ready in a tenth of the time. */
const usuallyAbove = /\b(?:[Ll]ijst van vragen|[Bb]eantwoording|[Vv]ragen (?:van|over))\b/

/** Whom a question is put to, or of whom it asks something. */
const addresses =
  /\b(?:[Uu]w?|[Kk]unt|[Bb]ent|[Hh]eeft u|[Dd]eelt|[Kk]lopt het|(?:de|het) (?:[Mm]inisters?|[Ss]taatssecretaris(?:sen)?|[Rr]egering|[Kk]abinet|(?:Algemene )?Rekenkamer|[Cc]ollege|[Gg]edeputeerden?|[Ww]ethouders?|[Bb]urgemeester|[Ii]nitiatiefnemers?|[Cc]ommissie|Kamer|leden))\b(?!-)/
/** A title is shorter. */
const shortestSentence = 60
const enoughThatAddress = 0.5
/** A head is no longer, in rows. */
const longestHead = 400
/** Where nothing above the list speaks of questions, next to all of it must ask. */
const enoughThatAsk = 0.8

/**
 * Whether numbered items are questions that somebody put, and no chapters, points or notes some of which ask: the paper says so above
 * them, prints an answer's heading or a code, or next to all ask, and most as a sentence or somebody. `asked`: how many ask.
 */
export function areTold(rows: readonly Row[], starts: readonly Start[], asked: number): boolean {
  const first = starts[0]?.row ?? 0
  const end = starts.at(-1)?.row ?? 0
  if (isToldAbove(rows, first)) return true
  if (starts.some(({ score }) => score >= coded)) return true
  if (rows.some(({ text }, row) => row > first && isAnswer(text))) return true
  if (asked < starts.length * enoughThatAsk) return false
  const addressed = starts.filter((start, index) => {
    const next = starts[index + 1]?.row ?? end + rowsOfLast
    const own = rows.slice(start.row, next).map(({ text }, row) => (row === 0 ? text.slice(start.textStart) : text))
    const question = own.join(' ').split('?', 1)[0] ?? ''
    return question.length >= shortestSentence || addresses.test(question)
  })
  return addressed.length >= starts.length * enoughThatAddress
}

/** Whether what stands above a row speaks of questions that were put, or nothing to speak of stands there. */
export function isToldAbove(rows: readonly Row[], first: number): boolean {
  const head = rows.slice(Math.max(0, first - longestHead), first)
  return isShort(head) || head.some(({ text }) => speaksOfQuestions(text))
}

/** An adviser's points have a «Reactie» behind them too. */
const isAnswer = (text: string) => !text.startsWith('Re') && readHeading(text)?.type === 'answer'

/** What a number with a printed code scores at least. */
const coded = 7
const rowsOfLast = 12

/** A list that was copied without its paper's head, or under a chapter's name alone. */
const isShort = (head: readonly Row[]) =>
  head.length < 4 && head.reduce((sum, { text }) => sum + text.length, 0) < shortestHead
const shortestHead = 16

const mayHoldWord = (text: string) =>
  /[Vv]ra|VRA|ntwoord|NTWOORD|uestion|UESTION|erslag|ERSLAG|nbreng|schriftelijk/.test(text)
const speaksOfQuestions = (text: string) => mayHoldWord(text) && (usuallyAbove.test(text) || putAbove.test(text))
