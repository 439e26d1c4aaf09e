import { dashSigns } from '../text/characters.ts'
import { endAt, isAt, nextSign } from '../text/look.ts'
import type { Before } from './kamerstuk-before.ts'
import { numbersAt, type Piece, paperBehind, pieceAfterComma, pieceAt, piecesAt } from './kamerstuk-numbers.ts'
import { closeHyphen, type Dossier, remark, wideHyphen, withChapter } from './kamerstuk-parts.ts'

/** Which pieces a dossier is cited with, and how surely what stands behind it tells. Source: DOMAIN §1.2. */

/** How the pieces of a dossier are told. `surely`: by «nr.» or «letter», which nothing but a dossier has. */
export interface Told {
  readonly dossier: Dossier
  readonly pieces: readonly Piece[]
  readonly surely: boolean
  /** By a hyphen: what is no number may then be a budget chapter as well. */
  readonly hyphened?: boolean
}

/**
 * `Kamerstukken I 2000/01, 26 855 (250, 250a)`, `36 327 (A, B)`: at the end of a statute in the Staatsblad; `Kamerstukken I, 33 126 E, blz. 7`:
 * behind the Senate's name a letter needs no sign.
 */
const numbersUnnamed =
  / (?=(?<=\b(?:EK|I),? .{0,40})(?![IVX])[A-Z]{1,2}(?:[).;\n]|, [pb]|$))|\s\((?=(?:\d{1,3}[a-z]?(?:,\s\d{1,4}[a-z]?){0,12}|A|[A-Z](?:,\s[A-Z]{1,2}){1,12})\))/y

/** «van 36 411, motie nr. 12»: the number is the motion's whatever stands before it. */
const motionBehind = /[,:]?\s\(?(?:moties?|amendement)/y

/** The pieces of a dossier, with the chapter where there is one, in the order of how much their form says. */
export function told(text: string, bare: Dossier, before: Before): Told | null {
  const chapter = withChapter(text, bare)
  for (const dossier of chapter ? [chapter, bare] : [bare]) {
    let pieces = piecesAt(text, dossier.end)
    const behind = pieces.length > 0 ? -1 : endAt(remark, text, dossier.end)
    if (behind >= 0) pieces = piecesAt(text, behind)
    const unnamed = pieces.length > 0 || before.lead === 0 ? -1 : endAt(numbersUnnamed, text, dossier.end)
    if (unnamed >= 0) pieces = numbersAt(text, unnamed)
    if (pieces.length > 0) return { dossier, pieces, surely: !isAt(motionBehind, text, dossier.end) }
    const hyphened = afterHyphen(text, dossier, before)
    if (hyphened) return hyphened
    const enough = dossier.addition !== '' || before.bracket || before.cited
    const surely = isAt(inSentence, text, dossier.end)
    const letter = surely || isAt(ofSenate, text, dossier.end)
    if (
      nextSign(text, dossier.end) === ',' &&
      (enough || before.startsLine || letter || before.named(dossier.digits))
    ) {
      const all = pieceAfterComma(text, dossier.end, letter || before.lead > 0)
      const [{ ondernummer: first = '', end = 0 } = {}] = all
      const isPaper = enough || /^[A-Z]/.test(first) || (before.startsLine && isAt(paperBehind, text, end))
      // A session alone makes a letter believed, no number: «jaarrekening 2022/23, 35 200, 3»; nor a year: «36 410 B, 2024».
      const numbers =
        (before.onlySession && dossier.addition === '' && /^\d/.test(first)) ||
        (before.lead === 0 && /^(?:19|20)\d\d/.test(first))
      if (first && isPaper && !numbers) return { dossier, pieces: all, surely }
    }
  }
  return null
}

/** `21501-33-1013`, `22112-3294`: what the Council and the Commission do; nothing else has such a number. */
export const isOfUnion = ({ dossier: { digits, addition }, pieces: [piece] }: Told) =>
  (digits === '21501' && addition !== '') || (digits === '22112' && /^\d{3}/.test(piece?.ondernummer ?? ''))

/** `36 410 XV, nr. 39`, `36410-A-13`: no amount has one. `22112-A, letter C` may be a thing. */
export const hasOwnAddition = ({ dossier: { addition, compact }, surely }: Told) =>
  addition !== '' && !(surely && compact && /^[A-P]$/.test(addition))

/** `32.317, NA`: two letters behind a number that the Senate writes with a stop; «over 36 259, B, een brief»: one or two behind a spaced one. */
const ofSenate = /(?<=\.\d\d\d(?=,\s..)|\d \d\d\d),\s(?![UI]\b)[A-Z]{1,2}(?=[.,;)](?!\w)|\sen\s|\s{0,8}(?:\n|$))/y

/** «wie 36 259, B leest»: behind a dossier of since 2000, when it began to count with letters, that is no round number. */
const inSentence =
  /(?<=(?:2[6-9]|3\d) \d(?!00)\d\d),\s(?![UI]\b)[A-D]?[A-Z](?=[.,;)](?!\w)|\s[a-z]{2}|\s{0,8}(?:\n|$))/y

const anyDash = new Set(dashSigns)

/** `36360-5`, `36360-VIII-5`, `25295-BM`, and with a lead word `36067 – 61` (DOMAIN §1.2). */
function afterHyphen(text: string, dossier: Dossier, before: Before): Told | null {
  if (!anyDash.has(nextSign(text, dossier.end))) return null
  const close =
    dossier.compact ||
    dossier.addition !== '' ||
    before.bracket ||
    before.cited ||
    (before.apart && !/000$/.test(dossier.digits)) ||
    before.named(dossier.digits)
  let behindMark = close ? endAt(closeHyphen, text, dossier.end) : -1
  if (behindMark < 0 && before.cited) behindMark = endAt(wideHyphen, text, dossier.end)
  const piece = behindMark < 0 ? null : pieceAt(text, behindMark)
  if (!piece || (isAt(idGoesOn, text, piece.end) && !(before.lead > 0 && text.charAt(piece.end) === '/'))) return null
  // A chapter alone is a dossier: `36360-VIII` names no piece, and `36410-X` is the budget of Defence far more often.
  // Of a Senate piece with such letters nothing is known but with one: `36410-V` behind «Kamerstukken I».
  // The budget's dossiers have round numbers: `36600-A` is one of its funds.
  const chapter = /^\d{3}(?:\d\d-[IVX]+[AB]?|00-[A-Z]{1,2})$/.test(`${dossier.id}-${piece.ondernummer}`)
  if (chapter && (before.lead === 0 || piece.ondernummer.length > 1)) return null
  return { dossier, pieces: [piece], surely: false, hyphened: true }
}

/** What makes two numbers with a hyphen something else: a longer number, a file, an amount or a measure. */
const idGoesOn =
  /[-\u2010-\u2013]?(?:[0-9a-z]|[A-Z](?![a-z]{2}))|[.,]\d|@\d|\/(?:(?!20\d\d[DZA])\d|[A-Z]{2})| \d{3}(?!\d)|\.[a-z]{3,4}\b| ?(?:[%€]|euro|meter)/y
