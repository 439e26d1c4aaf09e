import {
  alphanumerics,
  breakOf,
  dashes,
  hyphens,
  ignorables,
  longestGap,
  numberWord,
  session,
  space,
  withoutIgnorables,
} from './characters.ts'

/**
 * The parts of a citation of Kamerstukken, each an expression that is tried at exactly one place. Source: DOMAIN §1.2,
 * whose notations are the examples in `kamerstuk.ts`.
 */

/** Tries a sticky expression at an index. */
export function matchAt(expression: RegExp, text: string, index: number): RegExpExecArray | null {
  expression.lastIndex = index
  return expression.exec(text)
}

/** The first character behind the white space at an index: what can't begin there need not be tried. */
export function nextSign(text: string, index: number): string {
  let at = index
  while (at < index + longestGap && isBlank(text.charCodeAt(at))) at += 1
  return text.charAt(at)
}

const isBlank = (character: number) =>
  character === 0x20 ||
  character === 0x0a ||
  character === 0xa0 ||
  (character < 0x20 && character >= 9) ||
  character === 0xad ||
  (character >= 0x2000 && character <= 0x2060 && otherBlank.test(String.fromCharCode(character))) ||
  character === 0xfeff
const otherBlank = new RegExp(`[\\s${ignorables}]`)
const isHyphen = new RegExp(`[${dashes}]`)
const isCapital = /[A-Z]/

export interface Dossier {
  /** Five digits, with the Rijkswet number, budget chapter or Council sub-dossier: `36360-VIII`, `21501-20`. */
  readonly id: string
  readonly digits: string
  readonly addition: string
  readonly start: number
  readonly end: number
  /** Written in one piece: `36360`, `36360-VIII`. */
  readonly compact: boolean
}

const digits = new RegExp(
  `([1-9]\\d)(\\.|[\\s${ignorables}]{1,${longestGap}})?(\\d{3})(?![\\d${ignorables}]{1,3}\\d|\\d|[.,]\\d)`,
  'y',
)
const knownBefore = `(?<=[Kk]amerstuk|[Kk]amerstukken|KAMERSTUK|TK|EK|nr|kst|${session}[\\s,.:]{1,3})`
/** Numbers that are no dossier whatever follows: parts of longer ones, of names and addresses, of amounts. */
const never = `(?<![0-9_/=&?%#@+€$£A-Z]|\\d[.,'a-z]|[${dashes}])(?<!(?:[Pp]ostbus|PO [Bb]ox|(?<![a-z])[Tt]el|[Ff]ax|€|EUR|euro)[.:]?\\s{0,3})`
/** And seldom: after a number, or after the name of a standard or a series (`ISO 14001-5`). */
const seldom = `(?<!\\d\\s|[a-z]|(?:ISO|NEN|EN|IEC|DIN|BS|ASTM|IEEE)[\\s/${hyphens}])`
const free = new RegExp(`${never}|${knownBefore}`, 'y')
const quiteFree = new RegExp(`${never}${seldom}|${knownBefore}`, 'y')
const chapter = new RegExp(
  `(?:${space}(?:hoofdstuk${space})?|${space}[${hyphens}]${space}|\\.)(?:((?=[IVX])X{0,2}(?:IX|IV|V?I{0,3})[AB]?|[A-P])(?![0-9A-Za-z]|['’]|\\.\\s?[A-Z])|\\(((?=[IVX])X{0,2}(?:IX|IV|V?I{0,3})[AB]?|[A-P])\\)(?=,?\\s?nr))`,
  'y',
)
/** `21 501-20` and `21501-20-1996`: the Council's dossiers are the only ones with numbered parts. */
const rijkswet = new RegExp(`${space}[${hyphens}]?${space}\\(?(R ?\\d{3,4})\\)?(?![0-9A-Za-z])`, 'y')
const council = new RegExp(`${space}[${hyphens}]${space}(\\d{2})(?!\\d)`, 'y')
const councilDossier = '21501'

/**
 * Whether five digits may be a dossier, by what stands before them. `surely`: what follows tells of nothing but a
 * dossier, so that another number before it, a note's mark or a year, is no matter.
 */
export function isFree(text: string, index: number, surely: boolean): boolean {
  if (text.charAt(index - 1) === '(') return true
  return matchAt(surely ? free : quiteFree, text, index) !== null
}

/** The dossier that begins at an index, as far as it goes; the toevoeging is believed only where `read` asks for it. */
export function dossierAt(text: string, index: number): Dossier | null {
  const match = matchAt(digits, text, index)
  if (!match) return null
  const [whole, first = '', gap = '', last = ''] = match
  if (gap !== '' && gap !== '.' && breakOf(gap) === null) return null
  const written = first + last
  const bare: Dossier = {
    id: written,
    digits: written,
    addition: '',
    start: index,
    end: index + whole.length,
    compact: gap === '',
  }
  const sign = nextSign(text, bare.end)
  const wet = sign === '(' || sign === 'R' || isHyphen.test(sign) ? matchAt(rijkswet, text, bare.end) : null
  const withWet = wet?.[1] ? withAddition(bare, wet[1].replace(' ', ''), wet) : bare
  if (written === councilDossier) {
    const part = matchAt(council, text, withWet.end)
    return part?.[1] ? withAddition(withWet, part[1], part) : withWet
  }
  return withWet
}

/** The same dossier with its budget chapter or chapter letter, where one follows; null where none does. */
export function withChapter(text: string, dossier: Dossier): Dossier | null {
  if (dossier.addition !== '' && !dossier.addition.startsWith('R')) return null
  const sign = nextSign(text, dossier.end)
  const match =
    isCapital.test(sign) || sign === '(' || sign === 'h' || sign === '.' || isHyphen.test(sign)
      ? matchAt(chapter, text, dossier.end)
      : null
  const addition = match?.[1] ?? match?.[2]
  return match && addition ? withAddition(dossier, addition, match) : null
}

function withAddition(dossier: Dossier, addition: string, { 0: whole }: RegExpExecArray): Dossier {
  return {
    ...dossier,
    id: `${dossier.id}-${addition}`,
    addition,
    end: dossier.end + whole.length,
    compact: dossier.compact && !/\s/.test(whole),
  }
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

/** A full stop and a capital end the sentence that the dossier stands in. */
export const numberLead = new RegExp(
  `${space}(?:[,;:]|\\.(?!\\s{1,9}N))?${space}(?:onder\\s)?${numberWord}${space}[‘'’]?`,
  'y',
)
export const letterLead = new RegExp(`${space}[,;:]?${space}(?:nr\\.\\s)?(?:[Ll]etters?|[Ll]ett?\\.)${space}`, 'y')
/** The hyphen of an id; a line may end behind it, and scans put a blank there. */
export const closeHyphen = new RegExp(
  `[${ignorables}]{0,2}[${hyphens}](?: |${space}\\n${space})?[${ignorables}]{0,2}`,
  'y',
)
export const wideHyphen = new RegExp(`${space}[${dashes}]${space}`, 'y')
export const comma = new RegExp(`${space},${space}`, 'y')
/** Between two dossiers of one citation: `26488 / 31300, nr 305`, `31 269 en 22 112, nr. 4`. */
export const dossierJoin = new RegExp(`${space}(?:[/,;&]|en(?=\\s)|,?${space}(?:en|alsmede)(?=\\s))${space}`, 'y')
/** What a part that only a comma tells may be followed by: the end of the citation. */
export const ending = new RegExp(`(?=${space}(?:[).;:\\]»”"]|,(?!\\d)|$|(?:en|of|p\\.|blz\\.)\\s|\\n))`, 'y')

/** `36360-VIII` and `5` → `kst-36360-VIII-5`. */
export function kamerstukId(dossier: string, ondernummer: string): string {
  return `kst-${dossier}-${withoutIgnorables(ondernummer)}`
}
