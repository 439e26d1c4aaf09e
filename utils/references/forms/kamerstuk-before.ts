import { nameOfWritten } from '../ids/ids.ts'
import { alphanumerics, anyCase, dashes, hyphens, letters, session } from '../text/characters.ts'
import { endAt, isAt, matchAt, signBefore } from '../text/look.ts'
import type { Name } from '../types.ts'
import type { Found, Reading } from './form.ts'
import { type Piece, piecesAt } from './kamerstuk-numbers.ts'
import { type Dossier, kamerstukId } from './kamerstuk-parts.ts'

/**
 * What stands before a dossier: the words that belong to its citation, and what tells that five digits are none.
 * Source: DOMAIN §1.2.
 */

const someWords = '(?:[^\\s\\d(;:]{1,24}\\s){0,9}'
/** What a paper is called, and some words of its title; or what it is about. */
const title = `(?:[Mm]otie|mendement|[Bb]rief|[Nn]ota|erslag|oorstel)[\\s-]${someWords}`
const about = `${title}over\\s${someWords}`
/** Numbers that are no dossier whatever follows: parts of longer ones, of names and addresses, of amounts; but a title may end in «zorgkosten», also in the cell before. */
const never = `(?<![0-9_/=&?%#@+€$£A-Z]|\\d[.,'a-z]|[${dashes}]|(?:(?<!\\d)97[89][ -]?\\d|ISBN)[\\d: -]{1,14})(?<!(?:ostbus|PO [Bb]ox|(?<![a-z])[Tt](?:el|st)|[Ff]ax|[€$£ƒ]|EUR|euro|=|[Oo]rder|actuur|inv\\. nr|[a-z.](?<!otie|tuk|ossier|ument|onder|oorstel|rief|bij|met|in|op|en) ?(?:nummer|nr)|avel|(?:[Bb]edrag|udget|otaal|osten|rijs|antal|aldo|erordening)(?!\\t.{5}-)(?<!${about}[a-z]{0,24}))[.:]{0,2}\\s{0,3})`
/** And seldom: after a number, or a word that runs on. */
const seldom = '(?<!\\d |[a-z])'
const free = new RegExp(never, 'y')
const quiteFree = new RegExp(`${never}${seldom}`, 'y')
/**
 * Whether five digits may be a dossier, by what stands before them. `surely`: what follows tells of nothing but a
 * dossier, so that another number before it, a note's mark or a year, is no matter.
 */
export function isFree(text: string, index: number, surely: boolean): boolean {
  if (text.charAt(index - 1) === '(') return true
  return isAt(surely ? free : quiteFree, text, index)
}

/** Words that a dossier is named with in a sentence: «bijlage bij 36 180, nr. 1»; the short name of a law: «de Wta 35 752, nr. 3», but not «te Weert 30 954, nr. 103». */
const naming = `(?:${anyCase(
  'zie|lees|vergelijk|ook|voorts|verder|tevens|eerder|tvv|in|bij|als|onder|door|over|naar|uit|aan|dat|die|waar(?:in|over)|volgens|respectievelijk|behandelt|als(?:mede|ook)|afgedaan met|[A-Za-z]{5,9}ing van|reactie op|betreft|inzake|mvt|mva|nvw?|nnavv|advies|toelichting|nummer|kenmerk|fiche|papers?|[A-Za-z]{0,9}(?:wet|wijziging|voorstel(?:len)?|reactie|initiatief|minister|kabinet|commissie|leden|lid|debat|overleg|antwoord|besluit)|documenten|dossiers|agenda|raad|bijlage|rapport|vragen|ii?|tk|ek',
)})|W(?:.[ao]|o[br])|[A-Z][^aeiou A-Z]{2}[a-z]{0,2}|(?<=^|\\n)[A-Z]`
const unnamed = `(?<!(?<![${letters}])(?:${naming}) )(?<!${title})`
/** A word before five digits that says nothing of a paper: «zelfs 29 000, nr. 15». The cells of a table end in more than a blank. */
const strayWord = new RegExp(`(?<=[${letters}%'’] )${unnamed}`, 'y')
/**
 * A word before five digits with «nr.» behind them that counts, or names a thing that is numbered or counted: «kreeg 36 455, nr. 6 kreeg
 * 29 023», «bezoekers 30 205, nr. 4»; or a name within a sentence, unless it ends what a paper is about. Behind any other word such digits are a dossier.
 */
const counting = `(?:${anyCase(
  'zelfs|samen|circa|ongeveer|bijna|ruim|slechts|gemiddeld|maar|nog|keer|per|er|krijgt|kreeg|kregen|(?:haal|tel|scoor|verdien|betaal|lever|noteer)(?:t|den?)|trok(?:ken)?|bracht(?:en)?|bo(?:od|den)|bedr(?:aagt|oeg)|kost(?:ten?)?|[a-z]{0,20}(?:plaats(?:en)?|boete|[^imt]ers|abonnees|oplage|klanten|huishoudens|leerlingen|aanvragen|meldingen|stemmen|stuks|omzet|winst|vergunning|kabel|type|model|serie|partij|perceel|catalogus|inventaris|archief|rekening|post|apparaat|toestel|lokaal|filter|artikel|(?:deb|cred)iteur|blad|opkomst|(?:kwam|ontving)(?:en)?|waarvan|polis|bulletin|kast|bus|boek|opleiding|trein|rij|deel|box)',
)})`
const behindCount = new RegExp(
  `(?<=(?<![${letters}])${counting}:? )(?<!${about})|(?<=(?<=[${letters}\\d,;:] )[A-Z](?:[a-zà-ÿ]{2,24})? )${unnamed}`,
  'y',
)
/** Round thousands but at the start of a line; a sum in round hundreds behind a colon: «stichting Sport: 24 500, nr. 2», but not «Motie-De Wit: 36 100, nr. 9». */
const roundSum =
  /(?<!(?:^|\n)[ \t]{0,8})\d\d[ .]?000|(?<=: )(?<!(?:[Mm]otie|mendement|[Bb]rief|[Nn]ota|erslag|oorstel(?! aan| voor))s?(?![a-z])[^\n;]{0,40}: )\d\d[ .]?\d00/y

/** Whether a word stands before a number that no paper is named with; «en» behind a reference (`since` its end) is none. */
export function isStray(text: string, index: number, since: number): boolean {
  if (!isAt(strayWord, text, index)) return false
  return since === 0 || index - since > 60 || !/^[^\n]{0,60}\s(?:en|of)\s$/.test(text.slice(since, index))
}

/**
 * Whether five digits in a sentence are some amount, as far as what stands before them tells: a round sum, or behind a word that
 * no paper is named with, unless the same dossier was named shortly before.
 *
 * @param surely whether «nr.» or the like follows, as it seldom does an amount: then only words that count tell of one
 */
export function isAmount(text: string, index: number, digits: string, since: number, surely: boolean): boolean {
  return (
    (isAt(roundSum, text, index) || (surely ? isAt(behindCount, text, index) : isStray(text, index, since))) &&
    !isNamedShortly(text, index, digits, since)
  )
}

/** Whether the same dossier was named shortly before, and not a sum of money or a longer number; where no paper was, «(33 529)» is a dossier. */
function isNamedShortly(text: string, index: number, digits: string, since: number): boolean {
  const from = Math.max(0, index - 300)
  // Texts that are read together stand apart (`together.ts`).
  const before = text.slice(from, index).replace(/^[\s\S]{0,300};0a0/, '')
  const printed = (since > from ? '' : '\\(') + digits.replace(/../, '$&[ .]*')
  return new RegExp(`(?<![€$£ƒ] ?|\\d[.,]?)${printed}(?!\\d| euro)`).test(before)
}

const stuk = anyCase(
  'ka(?:m|n)er-?\\s?stuk-?\\s?(?:ken)?-?(?:nummers?|nrs?)?|kamerst\\.|(?:kamer)?dossier(?:stuk|nummer|nr)?|kst\\.?|bijl\\.\\shand\\.',
)
const chambers = '(?:[Tt]weede|[Ee]erste|[12][Ee]) ?Kamer|TK|EK|Handelingen'
/** What stands between the lead word and the dossier: chamber, «vergaderjaar» and years, «nr.». */
const between = `\\(?II?\\)?|[CLXVI]{2,8}\\s?/|ii?(?![a-z])|[12]{1,2}(?=,)|[Dd]ossier|der Staten-Generaal|${chambers}|[Vv]ergaderjaa?r(?:en)?|[Zz]itting(?:sjaar)?|[Pp]arl\\.|[Nn]rs?|[Nn]ummers?|\\(?${session}\\)?|19\\d\\d(?=,)`
const gap = '[\\s,.:;]{0,8}'
const lead = new RegExp(
  `(?<=((?<![A-Za-z])(?:(?:${chambers}${gap}(?:[Vv]ergaderjaar\\s)?${session}${gap})?(?:${stuk})|${chambers}|[Vv]ergaderjaar|[Zz]itting)(?:${gap}(?:${between})){0,6}${gap}))`,
  'y',
)
const precedingSession = new RegExp(`(?<=(${session}[\\s,.:;]{0,4}))`, 'y')

/** How many characters before a dossier belong to its citation: `Kamerstukken II 2020/21, `. 0 where it is bare. */
export function leadBefore(text: string, index: number): number {
  return matchAt(lead, text, index)?.[1]?.length ?? 0
}

/** The same for the years of a session alone: `2020/21, 35 570, C`. */
export function sessionBefore(text: string, index: number): number {
  return matchAt(precedingSession, text, index)?.[1]?.length ?? 0
}

/** A word that says that a paper is named here: `amendement 36067 – 61`, `Motie Van der Esch 30 872-262`. */
export const citing = new RegExp(
  `(?<=(?:[Ss]tuk(?:nummer)?|enmerk|[Zz]ie(?:\\sook)?|[Mm]otie|mendement|[Bb]rief|[Nn]ota|erslag|t\\.v\\.v\\.|M[Vv][TA]|N?NV|N[Vv]W)(?:en|s|ken)?(?:\\s(?:is|zijn|was|waren)(?=\\s\\d\\d ?\\d{3}-\\d{1,4}(?!\\w|\\s\\w{3})))?(?:[${hyphens}][^\\s(]{1,40})?(?:[\\s(]{1,2}(?:c\\.s\\.|nrs?\\.))?[\\s(]{1,3}|[Mm]emorie van (?:antwoord|toelichting),?[\\s(]{1,3}|[Mm]otie\\s(?:[^\\s\\d(;:]{1,24}\\s){1,7})`,
  'y',
)

/** Whether a citation goes on from the end of the one before: `33 328, A en 35 112, B`. */
export function goesOnFrom(text: string, since: number, index: number): boolean {
  return (
    since > 0 &&
    since < index &&
    index - since <= 24 &&
    /^(?:,? [a-z]{1,3}\. ?[\d\u2013-]{1,9})?\s?(?:[,;&/]|,?\s?en\s|t\/m)\s?$/.test(text.slice(since, index))
  )
}

const piece = '(?:[1-9]\\d{0,3}|[A-Z]{1,2})'
const lettered = '[Nn]rs?[.\\s]{1,2}|[Ll]etters?\\s'
const listed = `${piece}(?:(?:\\s?(?:,|en|t/m|tot en met|[${dashes}])\\s?(?:en\\s)?|,?\\s?\\(?was\\s)(?:${lettered})?${piece}\\)?){0,12}`
/** The number, the letter or the list of them before a dossier in brackets: `22 (30196)`, `letter J, was letter H (36.410)`. */
const numberFirst = new RegExp(
  `(?<=(?<![\\d.,€${alphanumerics}${dashes}/]|\\d[.,' ]|[€%$]\\s)((?:[Ss]tuk(?:ken)?\\s)?(${lettered})?((?<=${lettered})${listed}|(?!(?:19|20)\\d\\d)[1-9]\\d{0,3})\\s{1,3}\\((?:(?:[Kk]amerstuk(?:ken)?|TK)\\s)?))`,
  'y',
)

/** «motie nr. 133 van dossier 35925-XVI», «amendement nr. 22 bij 35 925 XVI». */
const numberOf = new RegExp(
  `(?<=(?:[Ss]tuk|[Mm]otie|mendement|[Bb]rief|[Nn]ota|onder(?=[^;]{6,9}toe))\\s((${lettered})(${piece})\\s(?:van|bij|in|op|toegevoegd aan)\\s(?:(?:dossier|[Kk]amerstuk(?:ken)?|wetsvoorstel|TK)\\s)?))`,
  'y',
)

/** What may stand before the bracket closes: «motie nr. 212 (31293, 31289)» is filed in the first, while a place in a list may have two sums behind it. */
const otherDossiers = /(?:,\s[23]\d\s?\d{3}){0,3}\)/y

/** «Zij krijgt nr. 28 (36 410-XV)»: a number that the debate gives (`Mentions.dossiers`). */
const given = /(?<=krijg(?:t|en)\s(?:de\s)?)/y

/** The pieces of a dossier, the first from where its citation starts. */
export function cite(
  id: string,
  pieces: readonly Piece[],
  start: number,
  others: (piece: Piece) => readonly Name[] = () => [],
): Found[] {
  return pieces.flatMap((piece, place) => {
    const code = nameOfWritten(kamerstukId(id, piece.ondernummer))
    const { end, pages } = piece
    const also = others(piece)
    const alternatives = also.length > 0 ? also : undefined
    return code ? [{ code, start: place === 0 ? start : piece.start, end, pages, alternatives }] : []
  })
}

/**
 * What is numbered before its dossier: «op de stukken nrs. 1014 t/m 1016 (26643)», «nr. 815, was nr. 801 (32847)»,
 * «letter J (CXLVI)».
 */
export function numberedBefore(
  text: string,
  index: number,
  since: number,
  dossierThere: () => Pick<Dossier, 'id' | 'end'>,
): Reading | null {
  const near = text.slice(Math.max(0, index - '(Kamerstukken '.length), index)
  const inBrackets = near.includes('(') ? matchAt(numberFirst, text, index) : null
  const [, words, lead, first] = inBrackets ?? matchAt(numberOf, text, index) ?? []
  // A number before «(Kamerstuk 30 196)» may be of anything.
  if (!words || !first || !(lead || text.charAt(index - 1) === '(')) return null
  const { id, end } = dossierThere()
  const closing = endAt(otherDossiers, text, end)
  const start = index - words.length
  const isGiven = isAt(given, text, start)
  const isCited = isAt(citing, text, start)
  if (inBrackets && (closing < 0 || (closing > end + 1 && !isGiven && !isCited && !/^[sl]/i.test(words)))) return null
  // A bare number before a roman one is of any book, and behind any word a count: «hij scoorde 22 (30196)».
  if (!lead && (id < '15' || id > '4' || (isStray(text, start, since) && !isCited))) return null
  const pieces = lead
    ? piecesAt(text, text.indexOf(lead, start)).filter((piece) => piece.end < index)
    : [{ ondernummer: first, start, end: index }]
  const over = inBrackets ? closing : end
  const [only] = pieces
  const found = cite(id, only && pieces.length === 1 ? [{ ...only, end: over }] : pieces, start)
  const dossiers = isGiven ? pieces.map((piece) => `${id} ${piece.ondernummer}`) : [id]
  return found.length > 0 ? { found, dossiers, end: over } : null
}

/** What is known of the words before a dossier: the more they say, the less what follows needs to. Asked for late. */
export class Before {
  readonly #text: string
  readonly #index: number
  readonly #since: number
  readonly goesOn: boolean
  #lead: number | null = null
  #cited: boolean | null = null

  /** @param since where the reference before this one ends */
  constructor(text: string, index: number, since: number) {
    this.#text = text
    this.#index = index
    this.#since = since
    this.goesOn = goesOnFrom(text, since, index)
  }

  /** Characters before the dossier that belong to the citation. */
  get lead(): number {
    this.#lead ??= leadBefore(this.#text, this.#index) || sessionBefore(this.#text, this.#index)
    return this.#lead
  }

  /** A lead word, a session, or the name of a paper. */
  get cited(): boolean {
    this.#cited ??= this.lead > 0 || this.goesOn || isAt(citing, this.#text, this.#index)
    return this.#cited
  }

  /** The years of a session stand before it, and no word. */
  get onlySession(): boolean {
    return this.lead > 0 && leadBefore(this.#text, this.#index) === 0
  }

  /** It begins a line or a cell, as in a list of papers. */
  get startsLine(): boolean {
    return isAt(listStart, this.#text, this.#index)
  }

  /** Whether its text named the same dossier shortly before: «36 218, B … en 36 218, C». */
  named(digits: string): boolean {
    return isNamedShortly(this.#text, this.#index, digits, this.#since)
  }

  /** Behind a mark that no amount is written behind, or at the start of a line: «Uitstel – 25 087-312». */
  get apart(): boolean {
    return this.startsLine || /[:;,|\u2013\u2022]/.test(signBefore(this.#text, this.#index))
  }

  get bracket(): boolean {
    return /[([]/.test(this.#text.charAt(this.#index - 1))
  }
}

/** Where a line or a cell begins, as in a list of papers: `27 625, M Waterbeleid`. */
export const listStart = /(?<=(?:^|[\n\t])[ \t]{0,8}(?:(?:\d{1,2}\.?|[-–•*])[ \t]{1,4})?(?:[CX][CLXVI]{2,7} ?\/ ?)?)/y
