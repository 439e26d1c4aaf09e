import { and, dashes, month, numberWord, session, space } from '../text/characters.ts'
import { endAt, isAt, matchAt, nextSign } from '../text/look.ts'
import { comma, ending, letterLead, numberLead, paperNames } from './kamerstuk-parts.ts'

/** A piece (ondernummer) named in a citation. */
export interface Piece {
  readonly ondernummer: string
  readonly start: number
  readonly end: number
  readonly pages?: string | undefined
}

/** A range of more pieces than this names its first and its last only. */
const longestRange = 20
/** More pieces than any citation has. */
const longestList = 40

/** A number, or an old Senate number like `42e`; no part of a longer number or of a code, and not the dossier that comes next. */
const number =
  /([1-9]\d{0,3}(?:[a-z](?![a-z]))?)(?![A-Z]?\d|[.,]\d{3}(?!\d))(?!\s\d{3}(?!\d)[^\n]{0,12}(?:[Nn][rRu]|-))/y
const letters = /((?![ET]K, )[A-Z]{1,2})(?![0-9A-Za-z]|['’]| \d\d[\s.]?\d{3})/y
export const pageWord = "(?:pp?\\.|p(?=\\s\\d)|blz\\.?|pag\\.?|bladzijden?|pagina(?:[’']?s)?)"
/** No dossier, and no year of a code. */
const onePage = '\\d{1,4}(?![\\dA-Z]|[.\\s]\\d{3}(?!\\d))'
const pageRange = `${onePage}(?:${space}(?:[/${dashes}]|t/m|tot en met)${space}${onePage})?`
/** «p. 6, 8 en p. 9»: without its word no piece that has pages of its own, as in `p. 7 en 606, p. 8`. */
const pages = new RegExp(
  `${space}[,(]?${space}${pageWord}${space}(${pageRange}(?:(?:,|${space}en)${space}(?!${session}, )(?:${pageWord}${space}${pageRange}|${pageRange}(?!,?${space}${pageWord}|\\s\\([A-Z]))){0,4})(?:\\)|\\se\\.?v\\.?)?`,
  'y',
)
/** «(herdruk)», «(MvT)», «van 8 februari 2023»: what a piece is, between it and the next. */
const aside = /\s?\([^()\n]{1,80}\)|\s(?:herdruk|(?:d\.d\.|van)\s\d{1,2}\s[a-z]{3,9}\s\d{4}\)?)/y
const rangeMark = new RegExp(
  `${space}(?:[${dashes}]|t/m|tot en met)${space}(?:${numberWord}${space})?(?=[1-9A-Z])`,
  'y',
)
/** «nr. 12/2023» is no list. */
const joint = `(?:${space}(?:[,;&+]|/(?!20\\d\\d))${space}(?:${and}${space})?|${space}${and}${space})`
/** «nr. 700 en 2023/24, nr. 812», «nr. 3, ook uit nr. 4», «nr. 3 (NV, nr. 6)», «nr. 3; NV, nr. 6», «nr. 3 (en nr. 4)»: what may come between. */
const nextNamed = new RegExp(
  `(?:${joint}|\\s\\((?:[A-Za-z]{0,4}[Vv][A-Za-z]{0,2},|en|zie ook)\\s)(?:onder\\s|eerder\\s|(?:ook\\s)?uit\\s|${session}[\\s,]{1,3}|(?:M[Vv][TA]|N?NV|N[Vv]W),?\\s)?(?:${numberWord}|[Ll]etter)${space}(?=[1-9A-Z])`,
  'y',
)
/** «nr. 219, was nr. 213», «t.v.v. nr. 213»: the number that it had before, or the paper that it replaces. */
const was = new RegExp(
  `\\)?${space}[,(]?${space}(?:(?:nader\\s)?gewijzigd,?\\s)?(?:was|t\\.v\\.v\\.|ter vervanging van)(?=\\s)${space}((?:(?:${numberWord}|letter)${space})?)(?=[1-9A-Z])`,
  'y',
)
/** «A, B en gewijzigd voorstel C». */
const nextBare = new RegExp(`${joint}(?:(?:nader\\s)?gewijzigd(?:\\svoorstel(?:\\svan wet)?)?\\s)?(?=[1-9A-Z])`, 'y')
/** What ends a list of which nothing says that it is one: «nr. 5 en 6», «nr. 165/166». */
const last = /^(?:\s{0,64}(?:en\s|resp|&)|\/$)/
/** What a piece of a list is: «(motie)». */
const named = '(?:\\s\\([^()\\n]{1,40}\\))?'
const day = new RegExp(`\\d{1,2}(?=\\s${month})|${session}`, 'y')
/** «nr. 588, 590 (motie) en 592»: many all the same. */
export const manyAfterOne = new RegExp(
  `(?:${named}${space},${space}[1-9]\\d{0,3}){1,12}${named}${space},?${space}en${space}[1-9]\\d{0,3}(?!\\d|\\s${month})`,
  'y',
)
const manyLetters =
  /(?: ?(?:t\/m|[-\u2013]) ?[A-Z])?(?:(?:\s\([^()\n]{1,40}\))?[,;]\s?[A-Z]{1,2}(?![A-Za-z.])){1,12}(?=(?:\s\([^()\n]{1,40}\))?(?:\s?(?:[).;\n]|$)|,?\s(?:pp?\.|en [A-Z]{1,2}\b)))/y
const plural = /(?:[Nn][Rr][Ss]|ummers|nrc|nos|etters)/

/** What the words before pieces, pages or a remark can begin with. */
const beforePieces = new Set(',;:.(|EnNmMlLoOs-–—')

/** Another paragraph begins. */
const emptyLine = /\n\s*\n/

type Item = {
  readonly text: string
  readonly start: number
  readonly end: number
  /** Behind the bracket that it closes. */
  readonly over?: number
}

function itemAt(text: string, index: number, kind: RegExp): Item | null {
  const word = matchAt(kind, text, index)?.[1]
  return word ? { text: word, start: index, end: index + word.length } : null
}

/** The pieces that follow «nr.» or «letter» at an index: one, a list, a range, each with its pages (DOMAIN §1.2). */
export function piecesAt(text: string, index: number): readonly Piece[] {
  if (!beforePieces.has(nextSign(text, index))) return []
  const first = endAt(numberLead, text, index)
  if (first >= 0) {
    const lead = text.slice(index, first)
    if (emptyLine.test(lead)) return []
    return list(text, first, isAt(number, text, first) ? number : letters, plural.test(lead))
  }
  const behindLetter = endAt(letterLead, text, index)
  return behindLetter < 0 ? [] : list(text, behindLetter, letters, plural.test(text.slice(index, behindLetter)))
}

/** The numbers or letters at an index, where words before it tell that they are some. */
export const numbersAt = (text: string, index: number): readonly Piece[] =>
  list(text, index, isAt(number, text, index) ? number : letters, true)

/** «35 667, F 3»: the foot of a page, with its number. «27 625, M Waterbeleid», «34 453, H herdruk»: what it is. */
const footer = /\s{1,64}(?:\d|[A-Z][a-z]{2}|\(|herdruk|met\s|[–-](?!\S))/y

/** «34 231, 12 (NvW)», «36 410 XIII, 23 – Motie»: what the piece is, by its name or the initials of it. */
const kindBehind = /\s(?:\([A-Z][A-Za-z]{0,4}(?:\sII?)?\)|[-–]\s[A-Z][a-z])/y

/**
 * «Kamerstukken I 2020/21, 35 570, C dat …»: a capital by itself is no word of a sentence, but for «U» and «I»; «Kamerstukken II 2011/12,
 * 31762, 10 (motie-Dijksma) en 12 (amendement)», as lawyers cite: behind the years of a session and a dossier a number counts nothing.
 */
const sentenceGoesOn = /(?<=\b(?![IU])[A-Z]|\d,\s\d\d ?\d{3}[ IVX-]{0,6},\s\d[^;.]{0,99}) (?:[a-zà-ÿ]{2}|\()/y

/** What may follow the last piece of a list of which no word tells that it is one: the end of the citation, or what the piece is. */
const isLast = (text: string, end: number, kind: RegExp, mayGoOn: boolean): boolean =>
  isAt(ending, text, end) ||
  isAt(kindBehind, text, end) ||
  (kind === letters && isAt(footer, text, end)) ||
  (mayGoOn && isAt(sentenceGoesOn, text, end))

/**
 * The piece that only a comma tells: `35 570, C`, `31.700 XII, 6`.
 *
 * @param led whether a lead word tells that a paper is cited
 */
export function pieceAfterComma(text: string, index: number, led = false): readonly Piece[] {
  const start = endAt(comma, text, index)
  if (start < 0) return []
  const kind = isAt(number, text, start) ? number : letters
  const pieces = list(text, start, kind, false)
  const last = pieces.at(-1)
  const isEnd =
    last && (last.pages || isAt(paperBehind, text, last.end) || isLast(text, last.end, kind, led || pieces.length > 1))
  return isEnd ? pieces : []
}

/** «36.496, 3 Memorie van toelichting»: the kind of a paper, as the Senate's lists have it. */
export const paperBehind = new RegExp(`\\s{1,64}${paperNames}`, 'iy')

/** The piece that begins at an index, after a hyphen. */
export function pieceAt(text: string, index: number): Piece | null {
  const item = itemAt(text, index, number) ?? itemAt(text, index, letters)
  return item && { ondernummer: item.text, start: index, end: item.end, pages: pagesAt(text, item.end)?.pages }
}

export function pagesAt(text: string, index: number): { readonly pages: string; readonly end: number } | null {
  const match = matchAt(pages, text, index)
  return match?.[1]
    ? { pages: match[1].replace(/\s*([-\u2010-\u2015])\s*/g, '$1').replace(/\s+/g, ' '), end: index + match[0].length }
    : null
}

/** The pages alone: `Ibid., p. 12`. */
export function pagesAfter(text: string, index: number): string | undefined {
  return pagesAt(text, index)?.pages
}

function list(text: string, index: number, kind: RegExp, isPlural: boolean): readonly Piece[] {
  const pieces: Piece[] = []
  let item = itemAt(text, index, kind)
  const many = isPlural || (item !== null && isAt(kind === letters ? manyLetters : manyAfterOne, text, item.end))
  while (item && pieces.length < longestList) {
    const { pages: cited, end: after } = tailOf(text, item.over ?? item.end, kind, many)
    pieces.push({ ondernummer: item.text, start: item.start, end: item.end, pages: cited })
    const behindRange = cited ? -1 : endAt(rangeMark, text, after)
    const last = behindRange < 0 ? null : itemAt(text, behindRange, kind)
    if (last && isRange(item.text, last.text)) {
      pieces.push(...between(item, last))
      item = last
      continue
    }
    item = next(text, after, kind, many)
  }
  return pieces
}

/** What follows a piece before the next may come: its pages, and what it is, in brackets. */
function tailOf(
  text: string,
  end: number,
  kind: RegExp,
  many: boolean,
): { readonly pages?: string | undefined; readonly end: number } {
  const first = pagesAt(text, end)
  const told = first?.end ?? end
  const behind = endAt(aside, text, told)
  if (behind < 0 || isAt(was, text, told)) return { pages: first?.pages, end: told }
  const late = first ? null : pagesAt(text, behind)
  const over = late?.end ?? behind
  // A remark is one only where the citation goes on behind it.
  return { pages: (first ?? late)?.pages, end: late || next(text, over, kind, many) ? over : told }
}

function next(text: string, index: number, kind: RegExp, isPlural: boolean): Item | null {
  const behindWord = endAt(nextNamed, text, index)
  if (behindWord >= 0) return itemAt(text, behindWord, kind)
  const former = matchAt(was, text, index)
  const before = former && itemAt(text, index + former[0].length, kind)
  // «was nr. 15» is a paper of its own, with its «nr.».
  if (former && before) {
    const over = former[0].includes('(') && text.charAt(before.end) === ')' ? before.end + 1 : before.end
    return { ...before, over, start: before.end - before.text.length - (former[1]?.length ?? 0) }
  }
  const bare = endAt(nextBare, text, index)
  if (bare < 0 || !(isPlural || last.test(text.slice(index, bare)))) return null
  const item = itemAt(text, bare, kind)
  if (!item || isAt(dossierNext, text, item.start) || isAt(day, text, item.start)) return null
  // «nr. 5 en 6 mei» goes on, «nr. 5 en 6)» does not.
  return isPlural || isLast(text, item.end, kind, true) ? item : null
}

const dossierNext = /[1-3]\d[.\s]?\d{3}(?!\d)/y

function isRange(first: string, last: string): boolean {
  return /^[A-Z]{2}$/.test(first + last) ? last > first : Number(last) > Number(first)
}

/** The pieces between the two ends of a range: what stands for them is the dash. */
function between(first: Item, last: Item): Piece[] {
  // Letters count as digits of the base 36: A is 10.
  const base = /^[A-Z]/.test(first.text) ? 36 : 10
  const from = Number.parseInt(first.text, base) + 1
  const count = Number.parseInt(last.text, base) - from
  if (count > longestRange) return []
  return Array.from({ length: count }, (_, index) => ({
    ondernummer: (from + index).toString(base).toUpperCase(),
    start: first.end,
    end: last.start,
  }))
}

/** «stuk nr. 15 081»; «36 200, nr. 2 in de reeks», «nr. 1 van Europa», «nr. 958 op de wachtlijst»: a dossier itself, and what is the second or the first. */
export const noPaper =
  / \d{3}(?!\d)|\s(?:in (?:de r|[og])|(?:op|van) [a-z ]{3,15}lijst|(?:van|(?<=\s\d\s)in) (?:Ned|Eur))/y
