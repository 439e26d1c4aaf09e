import { listStart } from '../forms/kamerstuk-before.ts'
import {
  noPaper,
  numbersAt,
  type Piece,
  pagesAfter,
  pageWord,
  pieceAfterComma,
  piecesAt,
} from '../forms/kamerstuk-numbers.ts'
import { dossierAt, letterOfHead, paperNames, withChapter } from '../forms/kamerstuk-parts.ts'
import { senateDossier } from '../forms/senate.ts'
import { nameOfWritten } from '../ids/ids.ts'
import { dashes, month, noWordBefore, numberWord, space } from '../text/characters.ts'
import { isAt, matchAt } from '../text/look.ts'
import type { Leaning, Mention } from '../types.ts'

/** Characters of the text between a short form and the citation before it that `resolveLeaning` wants to see. */
export const longestLean = 480
/** The same for all but the head of a paper, whose title may be long. */
const longestPrevious = 240

/** The same for those that say the least. */
const nearby = 60

/** `idem`, `ibid.`, `ibidem`: the same again, or another number of it. */
const again = new RegExp(`${noWordBefore}(?:[Ii]dem|[Ii]bid(?:em)?\\.?)(?![A-Za-z])`, 'y')
/**
 * The words before «nr.», each with a group: `dat Kamerstuk, nr. 6`; «Zie ook nr. 6», «(36 512, nr. 41) en nr. 43», close behind the
 * citation that it leans on; `stuk nr. 28`, also as the end of `op stuk nr. 28`; «gedrukt onder nr. 8», in the head of what takes its
 * place; `Aanhangsel van de Handelingen nr. 1777`, its years not said again.
 */
const wordsBefore = new RegExp(
  `(?<=((?:${[
    '[A-Za-z]{2,12}\\s[Kk]amerstuk(?:ken)?',
    '((?:[Zz]ie|[Vv]gl\\.|als)?\\s?(?:ook|verder|tevens)|[Zz]ie|[Vv]gl\\.|[Ii]d\\.|ook uit|;|[\\dA-Z], nr\\. \\d{1,4}\\)\\sen)',
    '((?<![A-Za-z])(?:[Kk]amer)?[Ss]tuk(?:ken)?|ging van|t\\.v\\.v\\.|(?<![A-Za-z])[Mm]otie op|[Aa]mendement(?: op)?)',
    '((?<=(?:edrukt|EDRUKT)\\s)(?:onder|ONDER))',
    '(Aanhangsel(?:\\s(?:van|der|bij|de|Handelingen|II)){0,4})',
  ].join('|')}),?\\s{1,64}))[Nn]`,
  'y',
)
/**
 * «het lid … c.s. (nr. 28)», «de nota van wijziging (nr. 7)»: in brackets behind whoever or whatever it is of; groups 1
 * and 2 in «brief van 21 maart 2022 (nr. 1254)», «4 april (nr. 711)»: behind another letter in the same dossier; group 3 in «motie-Bos
 * (33 576, nr. 403), Jansen (nr. 404)»: behind another paper of the kind. An advice of another council than the Raad van State is of no dossier.
 */
const inBrackets = new RegExp(
  `(?<=(?:(\\s(?:19|20)\\d\\d)|(?:motie|amendement|[Ll]id|[Ll]eden|c\\.s\\.|stuk|voorstel|[Nn]ota\\s(?:naar|van)|[Mm]emorie(?! van g)|M[Vv][TA]|N?NV|N[Vv]W|[Aa]dvies|\\sverslag|[Dd]ie van)(?![a-z]{0,3}nummer)[^().!?]{0,120}|(\\s\\d\\d? ${month}[a-z]*(?:\\sjl\\.)?)|(\\d[^()\\d]{0,10}\\),?(?:\\s(?:en|van|de[nr]?|het|reactie|[a-z]{4}op|(?!Bijl|Tabel|Fig)[A-Z][^()\\s]{1,30})){1,4}))(?<!dvie(?:s|zen) van (?!(?:de )?(?:Af|Raad van S))(?:(?! en [dh]e)[^().,;]){1,60})\\s?\\()(?=${numberWord}${space}[1-9](?!\\d{0,3}/\\d))`,
  'y',
)

/** A day's sentence that names a paper before it, «nr.» and «jl.» being no end of it: journals and matches have days and numbers too. */
const paperBefore = /(?:rief|rieven|[Nn]ota|erslag|otie|ntwoord|erstuk)\b(?:\.(?!\s[A-Z])|[^.!?])*$/

/** «op stuk 33», «met stuknummer 33», «(stuk 33)»: «een stuk 33 procent duurder» is none. */
const bareNumber = /(?<=(?:op|[Dd]e|met|([,(]))\s?)stuk(?:ken|nummers?)?\s{1,64}/y
/** «Aanhangsel nr. 988, vergaderjaar 2022–2023» leans on nothing. */
const ownYears = /[\s,(]{1,4}(?:[Vv]ergaderjaar\s)?(?:19|20)\d\d/y

/** «(EK, A)», «TK, 2». */
const ofChamber = /.K,\s(?:\d{1,3}|[A-Z])(?![.\w-])/y

/** «Nr. 45» in the head of a paper, its kind behind it in capitals; group 2: in a list of papers, «Nr. 3 Memorie van toelichting»; group 3: a letter. */
const headNumber = new RegExp(
  `(?<=(?:^|\\n)[ \\t]{0,8}| (?=N[Rr]\\.? \\d{1,4} [A-Z]{4}))(?:[Nn][Rr]\\.? ([1-9]\\d{0,3}[a-z]?)(?=\\s{0,64}($|;0a0)|\\s{1,64}(?:[A-Z]{4}|(${paperNames})))|${letterOfHead})`,
  'y',
)
/** A dossier with nothing behind it on its line but its title. */
const title = /(?:[ \t]{1,4}[A-Z][^\n]{2,600}|[ \t]{0,8})(?:\n|$)/y

/** The head of a printed paper, in blocks of its own: `36 410 XVI`, its title. */
function headDossier(text: string, index: number): readonly Leaning[] {
  if (!isAt(listStart, text, index)) return []
  // «CXXIV», with its title behind it.
  let id = matchAt(senateDossier, text, index)?.[1] ?? ''
  let end = index + id.length
  if (!/^[CX]../.test(id) || text.charAt(end) !== ' ') {
    const dossier = dossierAt(text, index)
    if (!dossier || dossier.compact || dossier.digits < '15' || dossier.digits > '4') return []
    ;({ id, end } = withChapter(text, dossier) ?? dossier)
  }
  return matchAt(title, text, end) ? [{ on: 'head', dossier: id, ondernummer: null, start: index, end }] : []
}

/** What a dossier in the head of a paper is to the number below it: `resolveLeaning` puts the number in. */
export function headOfPaper({ dossier = '', start, end }: Leaning): Mention {
  return { kind: 'kamerstuk', id: `kst-${dossier}-0`, start, end, certainty: 'citation' }
}

/** That dossier, as `Mentions.dossiers` has it. */
export const dossierOfHead = ({ id }: Mention): string => id.slice(4, -2)

/** The short forms at a place that `candidateIndexes` found: «idem», «ibid.» or «EK, A» of the Senate's pages itself, or the «nr.» of the others. */
export function leaningAt(text: string, index: number): readonly Leaning[] {
  const dossiers = headDossier(text, index)
  if (dossiers.length > 0 || /\d/.test(text.charAt(index))) return dossiers
  const head = matchAt(headNumber, text, index)
  if (head && !isAt(wordsBefore, text, index)) {
    const [printed, number, below, name, letter = '', alone = below] = head
    return [
      {
        on: 'head',
        ondernummer: number ?? letter,
        listed: name !== undefined,
        close: !/^N[Rr]/.test(printed) && alone !== undefined,
        start: index,
        end: index + printed.length,
      },
    ]
  }
  if (isAt(ofChamber, text, index)) return leaningOn(text, 'page', pieceAfterComma(text, index + 2), index)
  const bare = matchAt(bareNumber, text, index)
  if (bare) return bareNumbers(text, index, index + bare[0].length, bare[1] !== undefined)
  const same = matchAt(again, text, index)
  if (same) return sameAgain(text, index, index + same[0].length)
  const [, words, see, local, former, answer] = matchAt(wordsBefore, text, index) ?? []
  if (words) {
    const start = /^(?:[;gt]|.,)/.test(words) ? index : index - words.length
    const numbers = named(text, start, index, local ? 'page' : 'previous')
    const end = numbers.at(-1)?.end ?? index
    if (isAt(dossierInBrackets, text, end) || ((answer ?? local) && isAt(ownYears, text, end))) return []
    const kind = former || /^(?:;|.,)/.test(words) ? 'kamerstuk' : answer ? 'aanhangsel' : undefined
    return numbers.map((each) => ({ ...each, close: see !== undefined, kind }))
  }
  const bracket = matchAt(inBrackets, text, index)
  if (!bracket) return []
  const day = bracket[2]
  if (day && !paperBefore.test(text.slice(Math.max(0, index - longestPrevious), index))) return []
  const inside = named(text, index, index, (bracket[1] ?? day ?? bracket[3]) ? 'previous' : 'page')
  const end = inside.at(-1)?.end ?? index
  // «(nr. 28 over wonen)»; but «(nr. 12 in 36 725)» and «(nr. 12) bij 36 725» have their dossier told.
  if (!(day ? /[,)]/ : /^[^\w.]?$/).test(text.charAt(end)) || isAt(dossierInBrackets, text, end)) return []
  return (bracket[1] ?? day) ? inside : inside.map((one) => ({ ...one, close: true, kind: 'kamerstuk' as const }))
}

/** What is followed by its dossier in brackets leans on nothing: `stuk nr. 44 (35 570-IX)`. */
const dossierInBrackets =
  /\)?(?:,?\s?\(?was (?:nr\. )?\d{1,4}\)?)?\s{1,3}(?:\(|(?:van|bij|in|op)\s)(?:(?:dossier|[Kk]amerstuk(?:ken)?|wetsvoorstel|TK)\s)?(?:[1-3]\d[.\s]?\d{3}(?!\d|, n)|C?[CXLVI]{3})/y

function bareNumbers(text: string, start: number, first: number, isAside: boolean): readonly Leaning[] {
  const pieces = numbersAt(text, first)
  const end = pieces.at(-1)?.end ?? first
  const isTold = matchAt(dossierInBrackets, text, end) || (isAside && !/[.,;)]/.test(text.charAt(end)))
  return isTold ? [] : leaningOn(text, 'page', pieces, start)
}

function sameAgain(text: string, start: number, end: number): readonly Leaning[] {
  if (matchAt(ownYears, text, end)) return []
  const others = named(text, start, end, 'previous')
  if (others.length > 0) return others
  return [{ on: 'previous', ondernummer: null, start, end, pages: pagesAfter(text, end) }]
}

function named(text: string, start: number, end: number, on: Leaning['on']): readonly Leaning[] {
  const pieces = piecesAt(text, end)
  return leaningOn(text, on, pieces.length > 0 || on === 'page' ? pieces : pieceAfterComma(text, end), start)
}

function leaningOn(text: string, on: Leaning['on'], pieces: readonly Piece[], start: number): readonly Leaning[] {
  if (isAt(noPaper, text, pieces.at(-1)?.end ?? start)) return []
  return pieces.map((piece, index) => ({ on, ...piece, start: index === 0 ? start : piece.start }))
}

/**
 * Which dossier a bare number is of: the one that a debate gives it in («Zij krijgt nr. 28 (36 410-XV)»), else the only one that the page
 * names, which stands under nothing. Empty where there are several.
 */
export class NamedDossiers extends Map<string, string> {
  /** @param named as of `Mentions.dossiers` */
  name(named: string): void {
    const [dossier = '', number = ''] = named.split(' ')
    for (const key of ['', number]) this.set(key, (this.get(key) ?? dossier) === dossier ? dossier : '')
  }
}

/** What may stand between a citation and a bare «Ibid.», more than a blank on its line («nr. 8 idem» is «likewise»): its pages, the end of its note and the mark of the next. */
const betweenNotes = new RegExp(
  `^(?!(?=\\s).$)[\\s.,;:)\\]»”"’]{0,20}(?:${pageWord}?\\s?\\d{1,5}(?:\\s?[${dashes}]\\s?\\d{1,5})?)?[\\s.,;:)\\]»”"’↩]{0,20}\\[?(?:\\d{1,3}|[*†])?[\\s.)\\]]{0,12}(?:[Zz]ie )?$`,
)

/** What parts a number in brackets from the paper before it: another sentence, item of a list or dossier. */
const parting = /[.!?]\s\W?[A-Z]|•|\n\s?(?:[-–•*]|\d\d?[.)])\s|\d\d[.\s]?\d{3}/

/** The title of a paper, in a line of its own or behind its dossier, and nothing else. */
const oneTitle = /^\W*[A-Z].*[a-z].*\n$/

/** Kinds whose ids end in a number that another number can take the place of. */
const numbered = /^(?:kamers|aa|st|tr)/

/**
 * The reference that a short form stands for, or null where that is not known.
 *
 * @param previous the reference before it in the order of the document, and the text between the two (at most
 *   `longestLean` characters; null where there is more)
 * @param dossiers those that the page names
 */
export function resolveLeaning(
  leaning: Leaning,
  previous: { readonly reference: Mention; readonly between: string } | null,
  dossiers: NamedDossiers,
): Mention | null {
  const { on, ondernummer, start, end, pages } = leaning
  const place = { start, end, pages }
  if (on === 'page') {
    const dossier = dossiers.get(ondernummer ?? '') ?? dossiers.get('')
    const code = nameOfWritten(`kst-${dossier}-${ondernummer}`)
    // «motie-Bos (36 410, nr. 3), het lid Jansen c.s. (nr. 4)»: of several dossiers that of the paper in the same sentence.
    if (
      code ||
      !leaning.close ||
      !previous ||
      previous.reference.certainty === 'local' ||
      parting.test(previous.between)
    )
      return code && { ...code, ...place, certainty: 'local' }
  }
  if (previous === null) return null
  const { reference, between } = previous
  const { kind, id } = reference
  const longest = on === 'head' ? longestLean : leaning.close ? nearby : longestPrevious
  if (between.length > longest || (leaning.kind ?? kind) !== kind) return null
  // What stands right below a number is no paper: the number is a sum in a table, a dossier has its title between.
  // Letters and a small «nr. 4» alone in a block are often of a table.
  if (on === 'head' && !(leaning.close ? oneTitle : /[a-z]/).test(between)) return null
  if (ondernummer === null) return betweenNotes.test(between) ? { kind, id, ...place, certainty: 'citation' } : null
  const code = numbered.test(kind) ? nameOfWritten(id.replace(/(?:-[bhnv]\d{1,3})?-[^-]+$/, `-${ondernummer}`)) : null
  return code && { ...code, ...place, certainty: on === 'page' ? 'local' : 'citation' }
}
