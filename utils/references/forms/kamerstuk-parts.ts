import {
  breakOf,
  capitals,
  dashes,
  dashSigns,
  hyphens,
  longestGap,
  numberWord,
  session,
  space,
} from '../text/characters.ts'
import { matchAt, nextSign } from '../text/look.ts'

/**
 * The parts of a citation of Kamerstukken, each an expression that is tried at exactly one place. Source: DOMAIN §1.2,
 * whose notations are the examples in `kamerstuk.ts`.
 */

const beforeRijkswet = new Set(`(R${dashSigns}`)
const beforeChapter = new Set(`${capitals}(h.,${dashSigns}`)

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

/** «29 762 e.a., D»: the paper is filed in others too. */
const digits = new RegExp(
  `([1-9]\\d)(\\.|\\s{1,${longestGap}})?(\\d{3})(?!\\d|[.,]\\d)(?: e\\.a\\.(?=,| nrs?\\.))?`,
  'y',
)
const roman = '(?=[IVX])X{0,2}(?:IX|IV|V?I{0,3})[AB]?'
/** A single letter before a stop and a name is an initial: «36 360 A. de Vries». */
const noInitial = '(?!\\.\\s?[A-Z])'
const chapter = new RegExp(
  `(?:${space}|,?${space}(?:[Hh]oofdstuk|hfd?st\\.)${space}|${space}[${hyphens}]${space}|\\.)(?:((?=[IVX]{2})${roman}|(?:[IVX][AB]?|[A-P])${noInitial})(?![0-9A-Za-z]|['’])|(?:\\(|,${space}(?=[IVX]{2}))(${roman}|[A-P])\\)?(?=,?\\s?[Nn][rRu]))`,
  'y',
)
const rijkswet = new RegExp(`${space}[${hyphens}]?${space}\\(?(R ?\\d{3,4})\\)?(?![0-9A-Za-z])`, 'y')
/** `21 501-20` and `21501-20-1996`: the Council's dossiers are the only ones with numbered parts. */
const council = new RegExp(`(?:${space}[${hyphens}]${space}| (?=\\d\\d,? [Nn]r))(\\d{2})(?!\\d)`, 'y')
const councilDossier = '21501'

/** The dossier that begins at an index, as far as it goes; the toevoeging is believed only where a piece follows it. */
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
  const wet = beforeRijkswet.has(nextSign(text, bare.end)) ? matchAt(rijkswet, text, bare.end) : null
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
  const match = beforeChapter.has(nextSign(text, dossier.end)) ? matchAt(chapter, text, dossier.end) : null
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

/** A full stop and a capital end the sentence that the dossier stands in; «36 602 (EK, N)», «36 609 EK, D» have their chamber alone before the letter. */
export const numberLead = new RegExp(
  `${space}(?:[,:(|]|[-–—](?=\\s?n)|\\.(?!\\s{1,9}N))?${space}(?:(?:onder|stuk|moties?|amendement(?:en)?)\\s)?(?:${numberWord}|[ET]K,(?=[^]{2,5}\\)|(?<=EK,) (?!U)[A-Z]{1,2}(?![\\w'’]|\\.\\S)))${space}[‘'’]?`,
  'y',
)
export const letterLead = new RegExp(
  `${space}[,;:(]?${space}(?:nr\\.\\s)?(?:[Ll]et(?:ters?|t?\\.)|[Ss]tuk(?:ken)?(?=\\s[A-Z]{1,2}(?![0-9A-Za-z'’])))${space}`,
  'y',
)
/** «36 418 (Belastingplan 2024), nr. 30», «36 418, 2023/24, nr. 30», «(36 418), nr. 30»: what may stand between a dossier and «nr.». */
export const remark = new RegExp(
  `\\s\\([A-Z][^()\\n]{2,60}\\)|(?<!000)(?:\\)|(?<!00)\\])(?=,? nrs?\\.)|[,\\s]\\s?\\(?(?:vergaderjaar\\s)?${session}\\)?`,
  'y',
)
/** The hyphen of an id; a line may end behind it, and scans put a blank there. */
export const closeHyphen = new RegExp(`[${hyphens}](?: |${space}\\n${space})?`, 'y')
export const wideHyphen = new RegExp(`${space}[${dashes}]${space}`, 'y')
export const comma = new RegExp(`${space},${space}`, 'y')
/** Between two dossiers of one citation: `26488 / 31300, nr 305`, `31 269 en 22 112, nr. 4`. */
export const dossierJoin = new RegExp(`${space}(?:[/,;&]|,?${space}(?:en|alsmede)(?=\\s))${space}`, 'y')
/** What a part that only a comma tells may be followed by: the end of the citation. */
export const ending = new RegExp(
  `(?=${space}(?:[);:|\\]»”"'’]|/(?!\\S)|\\.(?!\\s[a-z])|,(?!\\d)|$|(?:en|of|p\\.|blz\\.)\\s|[\\n\\t]))`,
  'y',
)

/** What papers are called at the beginning of a line in lists of them. */
export const paperNames =
  '(?:Memorie van|Koninklijke b|Nota (?:naar|n\\.a|van)|Advies (?:A|R|v)|(?:[A-Z][a-z]{3,10} (?:gewijzigde? )?)?(?:(?:[Vv]|Eindv)erslag(?![a-z])|(?:[Vv]oorstel|[Aa]mendement|[Mm]otie) van)|Lijst van vragen|Brief (?:van|reg))'

/** The letter in the head of a paper of the Senate: «AA BRIEF VAN DE MINISTER»; group 1. */
export const letterOfHead =
  '\\b([A-C]?[A-Z]|[A-Z]{2}(?= BR))(?=\\s{0,64}($|;0a0)|\\s{1,64}(?!A[LR]|IN)[A-Z]{4,16}(?!\\S))'

/** `36360-VIII` and `5` → `kst-36360-VIII-5`. */
export function kamerstukId(dossier: string, ondernummer: string): string {
  return `kst-${dossier}-${ondernummer}`
}
