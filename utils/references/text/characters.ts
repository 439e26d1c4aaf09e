/**
 * Character classes that several forms share, as the inside of a `[...]` in an expression. Real text breaks codes with
 * far more than the plain space: NBSP and narrow spaces from word processors, typographic dashes from editors (DOMAIN §1.1,
 * §1.2). What is not seen is left out before (`unseen`).
 */
const hyphenSigns = '-\u2010\u2011\u2012\u2013\u2212'
export const hyphens = `\\${hyphenSigns}`
/** What a word, and what a word or a number is made of in Dutch text; `_` because it joins the parts of file names. */
export const letters = 'A-Za-z\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u024f'
export const alphanumerics = `0-9_${letters}`
export const lowerCase = 'a-z\\u00df-\\u00f6\\u00f8-\\u00ff'

/**
 * The text with a plain blank for each no-break and narrow one, each star of Markdown and each mark of a quoted line, and with the plain
 * signs of an escaped address (`https%3A%2F%2F…`): what is found has the same offsets. The forms read no other text. (The signs beside
 * U+2000 are looked for a hundred times as slowly: their bytes are those of blanks.)
 */
export function withPlainBlanks(text: string): string {
  let plain = text
  for (const sign of '\u00a0\u202f*>') plain = plain.replaceAll(sign, ' ')
  return plain.replaceAll('%2F', '  /').replaceAll('%3A', ':  ').replaceAll('%3D', '=  ')
}

const lineBreaks = '\\n\\r\\v\\f\\u0085\\u2028\\u2029'

/** The longest gap, in UTF-16 units: a line break with the indentation of deeply nested markup around it. */
export const longestGap = 64
/** Anything that may be one gap; `breakOf` says whether it is. Bounded, so that matching stays linear. */
export const gap = `[\\s\\u0085]{0,${longestGap}}`
/** The same for candidates on raw `textContent`, where the indentation of markup is not collapsed yet. */
export const wideGap = '[\\s\\u0085]{0,240}'

const blankRun = new RegExp(`^[^\\S\\t${lineBreaks}]{1,3}$`)
const lineBreak = new RegExp(`^[^\\S${lineBreaks}]*(?:\\r\\n|[${lineBreaks}])[^\\S${lineBreaks}]*$`)

/**
 * What nobody sees and may stand anywhere, within a word or a code too: soft hyphens, zero-width blanks, joiners, marks of direction. No
 * form knows of it: what reads a page leaves it out (`joined-text.ts`), and so does `findReferences`.
 */
export const unseen = /[\u00ad\u200b-\u200f\u2060\ufeff]+/g

/**
 * What a gap between two characters of a code amounts to. One break at most is part of a code: a blank (up to three,
 * as justified text has them) or one line break with the blanks around it. An empty line ends a paragraph and a tab
 * ends a column, so both end a code (`null`). As it would be written: nothing, a blank, a line's end.
 */
export function breakOf(gapText: string): '' | ' ' | '\n' | null {
  if (gapText === '') return ''
  if (blankRun.test(gapText)) return ' '
  return lineBreak.test(gapText) ? '\n' : null
}

/** Every dash that real text has between two numbers, one by one; scans make long ones of hyphens. */
export const dashSigns = `${hyphenSigns}\u2014\u2015`
export const dashes = `\\${dashSigns}`
/**
 * White space between two words of a citation, as many line breaks and indentations as markup or a PDF puts there.
 * An optional one; bounded.
 */
export const space = `\\s{0,${longestGap}}`
export const capitals = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
/**
 * A pattern whose letters stand for both cases. Not by `(?i:…)`: once a process has compiled a megabyte of expressions, V8 (13.6, in
 * Node 24) compiles the next ones without optimising them, and in those only the last of several alternatives ignores case.
 */
export const anyCase = (pattern: string): string =>
  pattern.replace(/\\.|\[[^\]]*\]|\p{L}/gu, (part) => {
    if (part.length > 1) return part.replace('[a-z]', '[a-zA-Z]')
    return `[${part.toLowerCase()}${part.toUpperCase()}]`
  })

/** The letters of roman numerals, as Senate dossiers and budget chapters have them. */
export const romanLetters = 'CLXVI'

/** A parliamentary session (vergaderjaar) as printed: `2022/23`, `2022–2023`, `2011-20 12` in scans. */
export const sessionYears = `(1[89]\\d\\d|20 ?\\d ?\\d)${space}[/${dashes}]${space}((?:1[89]|20) ?\\d ?\\d|\\d\\d)(?!\\d)`

/** The same without its groups. */
export const session = sessionYears.replace(/\((?!\?)/g, '(?:')

/** `2022` and `23` → `20222023`. */
export function sessionOf(first: string, second: string): string {
  const begin = first.replace(/ /g, '')
  const end = second.replace(/ /g, '')
  return `${begin}${end.length === 4 ? end : String(Number(begin) + 1).slice(0, 2) + end}`
}

/**
 * What stands before the years of an Aanhangsel or of Handelingen, by the ends of these words alone, with their number
 * where it comes first.
 */
export const debateWords =
  '(?:hang-?\\s{0,64}sel|GSEL|AH|ah|nh\\.|de-?\\s{0,64}lin-?\\s{0,64}gen|LINGEN|and\\.|H[TE]K)[^0-9]{0,60}(?:\\d{1,5}[^0-9]{1,20})?'

/** The name of the reports of debates, broken at the ends of narrow columns too. */
export const debates = '(?:[Hh]an-?\\s?de-?\\s?lin-?\\s?gen|HANDELINGEN|Hand\\.)'
/** What stands between that name, or «Aanhangsel», and the years. */
export const houseWords = `(?:[\\s,.:;()\\-]{0,6}(?:van|der|bij|de|${debates}|Staten-Generaal|II|I|UCV|VV|TK|EK|(?:[Tt]weede |[Ee]erste )?Kamer|[Vv]ergaderjaar|VERGADERJAAR|[Zz]itting(?:sjaar)?)){0,7}[\\s,.:;()]{0,6}`

/** The chamber that such words name: the Eerste Kamer, the united assembly or the Tweede Kamer. Committees have reports of their own: `''`. */
export function houseOf(words: string): string {
  if (words.includes('UCV')) return ''
  if (/\bVV\b/.test(words)) return 'vv'
  return /\b(?:I|H?EK)\b|[Ee]erste|-ek-/.test(words) ? 'ek' : 'tk'
}

/** The name of a month, or its beginning. */
export const month = '(?:jan|feb|mrt|maart|apr|mei|jun|jul|aug|sep|okt|nov|dec)'

/** Nothing may run on to the left: letters, digits, or the parts of a longer number or name. */
export const noWordBefore = `(?<![${alphanumerics}])`
export const noWordAfter = `(?![${alphanumerics}])`

/** «nr.», «nrs», «nummer», «no.», and what scans make of them (DOMAIN §1.2). */
export const numberWord = `(?:[Nn][Rr][Ss]?(?![A-Za-z])|[Nn]ummers?(?![a-z])|nr[ce](?=\\.)|mr(?=[.,])|[Nn]os?(?=\\.)|[Oo]ndernummer(?![a-z])|stuk(?:nummer)?(?=\\s[1-9]))(?: ?[.,:])?`

/** «nr. 5, resp. nr. 7»: between two numbers of one list. */
export const and = '(?:en|and|of|als(?:mede|ook)|j[ou]\\.|juncto|resp\\.|respectievelijk|dan wel)(?=\\s)'
export const joined = `${space}(?:[,;]${space}(?:${and}${space})?|${and}${space})`

/** What ends a number of a list of which nothing else says that it is one. */
export const listed = `(?!\\d|[.,]\\d)(?=(?:${space}(?:[().;:,${dashes}]|t/m|${and}|$)|\\s?\\n(?! {0,8}[a-z])))`

/** Between the date of a statute and its journal: brackets, the number of the decree, the statute's title. */
export const titleBefore =
  '[\\s,;(_]{1,4}(?:nr\\. ?[\\d.]{2,10}[,\\s(]{2,3}|(?:houdende|tot\\s[a-z]{3,24}ing)\\s[^0-9(]{1,200}(?:,\\s|\\())?'
