import { alphanumerics, dashes, hyphens, ignorables, session } from './characters.ts'
import { matchAt } from './look.ts'

/**
 * What stands before a dossier: the words that belong to its citation, and what tells that five digits are none.
 * Source: DOMAIN §1.2.
 */

const knownBefore = `(?<=[Kk]amerstuk|[Kk]amerstukken|KAMERSTUK|TK|EK|nr|kst|${session}[\\s,.:]{1,3})`
/** Numbers that are no dossier whatever follows: parts of longer ones, of names and addresses, of amounts. */
const never = `(?<![0-9_/=&?%#@+€$£A-Z]|\\d[.,'a-z]|[${dashes}])(?<!(?:[Pp]ostbus|PO [Bb]ox|(?<![a-z])[Tt]el|[Ff]ax|€|EUR|euro)[.:]?\\s{0,3})`
/** And seldom: after a number, or after the name of a standard or a series (`ISO 14001-5`). */
const seldom = `(?<!\\d\\s|[a-z]|(?:ISO|NEN|EN|IEC|DIN|BS|ASTM|IEEE)[\\s/${hyphens}])`
const free = new RegExp(`${never}|${knownBefore}`, 'y')
const quiteFree = new RegExp(`${never}${seldom}|${knownBefore}`, 'y')
/**
 * Whether five digits may be a dossier, by what stands before them. `surely`: what follows tells of nothing but a
 * dossier, so that another number before it, a note's mark or a year, is no matter.
 */
export function isFree(text: string, index: number, surely: boolean): boolean {
  if (text.charAt(index - 1) === '(') return true
  return matchAt(surely ? free : quiteFree, text, index) !== null
}

const stuk = `[Kk]a[mn]er[${ignorables}]?-?\\s?stuk[${ignorables}]?-?\\s?(?:ken)?[${ignorables}]?-?(?:nummers?|nrs?)?|KAMERSTUK(?:KEN)?|[Kk]amerst\\.|[Dd]ossier(?:stuk|nummer|nr)?`
const chambers = '(?:[Tt]weede|[Ee]erste|[12][Ee]) ?Kamer|TK|EK|Handelingen'
/** What stands between the lead word and the dossier: chamber, «vergaderjaar» and years, «nr.». */
const between = `II|I|der Staten-Generaal|${chambers}|[Vv]ergaderjaar|[Vv]ergaderjaren|[Zz]itting(?:sjaar)?|[Pp]arl\\.|[Nn]rs?|[Nn]ummers?|\\(${session}\\)|${session}`
const gap = `[\\s,.:;${ignorables}]{0,8}`
const lead = new RegExp(`(?<=((?<![A-Za-z])(?:${stuk}|${chambers})(?:${gap}(?:${between})){0,6}${gap}))`, 'y')
const precedingSession = new RegExp(`(?<=(${session}[\\s,.:;]{0,4}))`, 'y')

/** How many characters before a dossier belong to its citation: `Kamerstukken II 2020/21, `. 0 where it is bare. */
export function leadBefore(text: string, index: number): number {
  if (text.charAt(index - 1) === '(') return 0
  return matchAt(lead, text, index)?.[1]?.length ?? 0
}

/** The same for the years of a session alone: `2020/21, 35 570, C`. */
export function sessionBefore(text: string, index: number): number {
  return matchAt(precedingSession, text, index)?.[1]?.length ?? 0
}

const cited = new RegExp(
  `(?<=(?:[Aa]mendement|[Mm]otie|[Ss]tuk|[Bb]rief|[Vv]erslag|[Nn]ota)(?:en|s|ken)?(?:[${hyphens}][^\\s(]{1,40})?(?:\\s(?:c\\.s\\.|nr\\.|nrs\\.))?[\\s(]{1,3})`,
  'y',
)

/** Whether a word before it says that a paper is named here: `amendement 36067 – 61`. */
export function isCited(text: string, index: number): boolean {
  return matchAt(cited, text, index) !== null
}

/** The number before a dossier in brackets, `22 (30196)`, with «nr.» or without. */
const numberFirst = new RegExp(
  `(?<=(?<![\\d.,€${alphanumerics}${dashes}/]|\\d[.,' ]|[€%$]\\s)((?:[Nn]rs?\\.?\\s)?((?<=[Nn]rs?\\.?\\s)[1-9]\\d{0,3}|(?!(?:19|20)\\d\\d)[1-9]\\d{0,3})[\\s${ignorables}]{1,3}\\())`,
  'y',
)

export function numberBefore(
  text: string,
  index: number,
): { readonly ondernummer: string; readonly length: number } | null {
  const match = matchAt(numberFirst, text, index)
  return match?.[1] && match[2] ? { ondernummer: match[2], length: match[1].length } : null
}
