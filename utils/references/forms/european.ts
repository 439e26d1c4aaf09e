import { nameOfWritten } from '../ids/ids.ts'
import { anyCase, joined, listed, noWordAfter, noWordBefore, space } from '../text/characters.ts'
import { isAt, matchAt, signBefore } from '../text/look.ts'
import type { Name } from '../types.ts'
import { type Form, type Found, following, foundAs, foundBefore, matching, type Reading } from './form.ts'

const communities = '(?:EU|UE|EG|EEG|EC|EEC|EGKS|E(?:uratom|URATOM)|GBVB|CFSP|JBZ|JHA)'
/** `(EU) nr. `, `(EU, Euratom) `, with the word for the kind of act before it; or `(EU 2022/1925)`, behind the act's name. */
const acts = anyCase(
  '(?:uitvoerings|gedelegeerde |kader|framework )?(?:vo\\.?|aanbeveling|ver(?:-\\s)?orde(?:-\\s)?ning|richt(?:-\\s)?lijn|besluit|beschikking|regulation|directive|decision|recommendation)(?:en|s)?',
)
const numbered = `(?:[Nn](?:[ro]s?\\.?|°)${space})?`
const lead = `(?<=(?<!\\d)((?:(?<![A-Za-z])((?:E[UG]-)?(?:${acts})|eli/[a-z_]{3,8}/)(?:${space}van de (?:Commissie|Raad))?${space}\\(?)?${numbered}(\\(${communities}(?:,${space}${communities}){0,2}\\)${space}|(?<=\\(|${acts}${space})E[UG],?${space}${numbered})?${numbered}))`
const numbers = new RegExp(
  `${lead}(\\d{1,4})/${space}(\\d{1,4})(?:/(${communities}))?${noWordAfter}(?!/\\d|[.,]\\d)`,
  'y',
)

const typeOf = (act: string) => {
  if (/ht(?:-\s)?l|di/i.test(act)) return 'L'
  if (/kaderb|frame/i.test(act)) return 'F'
  if (/aanb|reco/i.test(act)) return 'H'
  return /besl|besch|dec/i.test(act) ? 'D' : 'R'
}

/**
 * `88/609/EEG` by itself is a directive, or else a decision; regulations are never written so. In criminal matters framework decisions
 * and decisions both were; in foreign affairs decisions alone since Lisbon, before it common positions and joint actions.
 */
function typeByTail(community: string, year: string): string {
  if (/^[GC]/.test(community)) return year > '2009' ? 'D' : 'E'
  return community.startsWith('J') ? 'F' : 'L'
}

const fullYear = (year: string) => (year.length === 2 ? `19${year}` : year)
const isYear = (part: string) => /^(?:(?:19)?[5-9]|20[0-4])\d$/.test(part)

/** Year and number: until 2015 regulations put the number first, everything since and all directives the year. */
function yearAndNumber(one: string, other: string, type: string): readonly [year: string, number: string] | null {
  const numberFirst = isYear(other) && (type === 'R' || !isYear(one))
  const yearFirst = isYear(one) && one.length === 4
  if (yearFirst && (Number(one) >= 2015 || !numberFirst)) return [one, other]
  if (numberFirst) return [fullYear(other), one]
  return isYear(one) ? [fullYear(one), other] : null
}

function celex(year: string, number: string, type: string): Name | null {
  return nameOfWritten(`3${year}${type}${number.padStart(4, '0')}`)
}

/** «verordening 2021/12 van de gemeente»: a board's own. */
const ofBoard = /\)?,?\s(?:van|uit|of)\s(?:(?:de|het|the)\s|(?=[A-Z]))(?!Raad|Council|Commissi|Europ|E[UGC]\b|Uni)/y
const ofUnitedNations = /(?<=(?:[UV]N|[WI]\wO) )/y
/** «de Drinkwaterrichtlijn (EU) 2020/2184»: the act's name says its kind. */
const lawNamed = /(?<=[a-zà-ÿ-](richtlijn|besluit|verordening) ?)/y
/** No number goes on here, and no name or address. */
const beforeNumbers = /[^0-9_=&?-]|^$/

function readAct(text: string, index: number): Reading | null {
  const match = beforeNumbers.test(signBefore(text, index)) ? matchAt(numbers, text, index) : null
  if (!match) return null
  const [whole, words = '', act = '', bracket, one = '', other = '', tail] = match
  // A number with a slash is an act where a community is named, or the act by its name with the full year: boards have
  // regulations and decisions too, in small letters. Directives of the last century have two digits of it: «richtlijn 93/13».
  // Decisions of any board are called so in English.
  const national =
    (/^(?:[a-z]|Dec)/.test(act) && typeOf(act) === 'D') ||
    // «directive 2019/2020», «Sectorplan VO 2022/2025», «scholen in het VO 2013/14» name years; «richtlijn 80/20» shares of a hundred.
    (Number(other) > Number(one) && Number(other) < Number(one) + 10) ||
    (typeOf(act) === 'R' && isYear(one) && other.length < 3) ||
    Number(other) + Number(one) === 100 ||
    isAt(ofBoard, text, index + whole.length) ||
    isAt(ofUnitedNations, text, index - words.length)
  const inAddress = act.startsWith('eli')
  const told = bracket || tail || inAddress
  const byName =
    act !== '' && !national && (one.length === 4 || other.length === 4 || (typeOf(act) === 'L' && isYear(one)))
  if ((!told && !byName) || (!inAddress && text.charAt(index - 1) === '/')) return null
  // «(EU 2020/21)» are years.
  if (bracket?.startsWith('E') && other.length < 3) return null
  const compound = bracket && act === '' ? matchAt(lawNamed, text, index - words.length)?.[1] : undefined
  const type = act === '' && tail ? typeByTail(tail, one) : typeOf(compound ?? act)
  const parts = yearAndNumber(one, other, type)
  const code = parts && celex(parts[0], parts[1], type)
  // Since 2015 an act has its community before the year: «richtlijn 2019/2» of some board.
  if (!parts || !code || (!told && Number(parts[0]) >= 2015 && parts[1].length < 3)) return null
  const alternatives =
    act || compound
      ? undefined
      : (tail ? ['D'] : ['L', 'D']).flatMap((letter) => celex(parts[0], parts[1], letter) ?? [])
  const first: Found = { code, start: index - words.length, end: index + whole.length, alternatives }
  return following(first, (end) => {
    const [part = '', whole = '', own, next = '', last = '', community] = matchAt(another, text, end) ?? []
    // «Richtlijnen 2009/73/EG en (EU) 2019/944»; behind one act it is of any kind.
    if (own ? !/(?:en|s)$/.test(act) : act === '' && community) return null
    // Numbers before their years are of regulations alone.
    const further = isYear(next) || (type === 'R' && last.length !== 3) ? yearAndNumber(next, last, type) : null
    const isSession = !community && Number(next) > 2014 && last.length < 3
    const code = further && !isSession ? celex(further[0], further[1], type) : null
    return code && { code, start: end + part.length - whole.length, end: end + part.length }
  })
}

/** «Verordeningen (EU) 2017/745 en 2017/746», «(EG) nr. 852/2004, nr. 853/2004». */
const another = new RegExp(
  `${joined}${numbered}((\\(E[UG]\\)${space})?(\\d{1,4})/${space}(\\d{1,4})(/${communities})?)${noWordAfter}(?!/\\d|[.,]\\d)`,
  'y',
)

/** Regulations, directives and decisions as they are cited, to their CELEX number (DOMAIN §1.3). */
export const europeanActForm: Form = {
  name: 'act of the European Union',
  places: ['slash', 'session', 'debate'],
  before: 240,
  after: 32,
  read: readAct,
  examples: [
    [
      'richtlijn 93/13 en Richtlijnen 92/43 en 79/409; richtlijn 93/94, richtlijn 12/34',
      '31993L0013',
      '31992L0043',
      '31979L0409',
    ],
    ['Verordening (EU) 2016/679', '32016R0679'],
    ['(EU) 2024/1398', '32024R1398'],
    ['de DMA (EU 2022/1925), Verordening EU 2016/679 en (EU) 2024/\n1398', '32022R1925', '32016R0679', '32024R1398'],
    ['directive (UE) 2022/2464, règlement (UE) n° 1093/2010, (2014/24/UE)', '32022L2464', '32010R1093', '32014L0024'],
    ['Directive (EU) 2019/1937 and Regulation (EU) 2016/679', '32019L1937', '32016R0679'],
    ['Richtlijn 2014/24/EU; Drinkwaterrichtlijn (EU) 2020/2184', '32014L0024', '32020L2184'],
    ['richtlijn 95/46/EG en Kaderrichtlijn 2000/60/EG', '31995L0046', '32000L0060'],
    ['Verordening (EG) nr. 1234/2007', '32007R1234'],
    ['Verordeningen (EU) 2017/745 en 2017/746; 2019/20', '32017R0745', '32017R0746'],
    ['richtlijn 2000/31 en Verordening nr. 1049/2001', '32000L0031', '32001R1049'],
    ['aanbeveling 2013/179/EU', '32013H0179'],
    ['Regulation (EU) No 1093/2010, Regulation 2016/679, Vo. 883/2004', '32010R1093', '32016R0679', '32004R0883'],
    ['gewijzigd bij 2009/299/JBZ; Framework Decision 2002/584/JHA', '32009F0299', '32002F0584'],
    ['Verordeningen (EG) nr. 852/2004, 853/2004 en nr. 854/2004', '32004R0852', '32004R0853', '32004R0854'],
    ['https://eur-lex.europa.eu/eli/dir/2019/1937/oj, /eli/dec_impl/2023/17/oj', '32019L1937', '32023D0017'],
    [
      'verordening 2021/12 van de gemeente, besluit 2021/45 van het college, verordening 2022/150 van Ede, richtlijn 2019/2 en Richtlijn 2023/4 van de beroepsgroep',
    ],
    ['Verordening (EG) nr. 1/2003, Richt-\nlijn (EU) 2019/1', '32003R0001', '32019L0001'],
    ['Verordening (EEG) nr. 1408/71', '31971R1408'],
    ['Richtlijn (EU) 2019/1937', '32019L1937'],
    ['(88/609/EEG, PbEG L 336)', '31988L0609'],
    ['Kaderbesluit 2002/584/JBZ', '32002F0584'],
    ['Besluit 2008/615/JBZ', '32008D0615'],
    ['Verordening (EU, Euratom) 2020/2092, (EU, EURATOM) nr. 883/2013', '32020R2092', '32013R0883'],
    ['Besluit (GBVB) 2022/264', '32022D0264'],
    ['2008/944/GBVB, 2014/145/GBVB, Decision 2014/512/CFSP', '32008E0944', '32014D0145', '32014D0512'],
    ['NIS2-richtlijn (2022/2555), verordening (2021/123) van de gemeente', '32022L2555'],
    ['Regulations (EU) 2021/1060 and 2021/\n1057', '32021R1060', '32021R1057'],
    ['op 2021/22, 1/2 en 12/2023, UTR 21/4775, de EU 2024/25, de EU 2016/679, begroting (EU 2020/21)'],
  ],
}

/** CELEX numbers as printed and in addresses of EUR-Lex. */
export const celexForm: Form = {
  name: 'CELEX number',
  places: ['dossier', 'long'],
  before: 8,
  after: 24,
  certainty: 'certain',
  read: matching(
    new RegExp(
      `${noWordBefore}(?<![-/])[1-9](?:19[5-9]\\d|20[0-4]\\d)[A-Z]{1,2}\\d{4}(?:R?\\(\\d\\d\\))?${noWordAfter}(?!-\\d)`,
      'y',
    ),
    (match) => foundAs(match[0], match),
  ),
  examples: [
    ['32016R0679', '32016R0679'],
    ['CELEX:62013CJ0131', '62013CJ0131'],
    ['11003385 R 32016R06791 A32016R0679 32016R067'],
  ],
}

const ofCommission = new RegExp(
  `(?<=${noWordBefore}((COM|SWD|JOIN|SEC)(?:\\s{0,2}[(/]?\\s{0,2}|:)))((?:19|20)\\d\\d)(?:\\)-?|[/ :])${space}(?:nr\\.${space})?0{0,3}([1-9]\\d{0,3})(?!\\d|[.,]\\d)(?:${noWordAfter}(?:,?\\s(?:final|definitief))?|final(?![a-z]))`,
  'y',
)
const further = new RegExp(`(?:\\sfinal)?${joined}([1-9]\\d{0,3})(?:${listed}|(?=\\sfinal))`, 'y')

function readCommission(text: string, index: number): Reading | null {
  const match = matchAt(ofCommission, text, index)
  if (!match) return null
  const [, words, series, year, number] = match
  const idOf = (one = '') => `${series}(${year})${one}`
  return following(foundAs(idOf(number), match, words), (end) => {
    const [part = '', next = ''] = matchAt(further, text, end) ?? []
    return foundBefore(idOf(next), end + part.length, next.length)
  })
}

const ofCouncil = new RegExp(
  `(?<=${noWordBefore}((?:ST|(?:[Rr]aads|[Cc]ouncil )document(?=\\s(?!20)))\\s))(\\d{4,5})/(?:([1-9])/)?([0-4]\\d)${noWordAfter}((?:\\s(?:ADD|COR|REV)\\s\\d\\d?(?!\\d)){0,2})`,
  'y',
)

/** `ST 6655/23`, `ST 6655/1/23 REV 1`, `ST 1234/21 ADD 1`: a document of the Council. */
export const councilForm: Form = {
  name: 'document of the Council',
  places: ['slash', 'dossier', 'session', 'debate'],
  before: 8,
  after: 16,
  read: matching(ofCouncil, (match) => {
    const [, words, number, revision, year, part] = match
    const version = part || (revision ? ` REV ${revision}` : '')
    return foundAs(`ST-${number}-20${year}${version.replace(/\s/g, '-')}`, match, words)
  }),
  examples: [
    ['Raadsdocument ST 6655/23 en ST 10456/1/22 REV 1', 'ST-6655-2023', 'ST-10456-2022-REV-1'],
    ['ST 1234/21 ADD 1, ST 10456/1/22 REV 1 ADD 2', 'ST-1234-2021-ADD-1', 'ST-10456-2022-REV-1-ADD-2'],
    ['Raadsdocument ST 10456/23 JAI 896 en ST 6655/23 EUR 10', 'ST-10456-2023', 'ST-6655-2023'],
    ['Raadsdocument 7313/24, Council document 5419/16; document 6655/23', 'ST-7313-2024', 'ST-5419-2016'],
    ['BEST 6655/23, ST 665/23, ST 6655/2023, st 6655/23, ST 6655/98'],
  ],
}

/** `COM(2023) 123`, and the Commission's other series. */
export const commissionForm: Form = {
  name: 'document of the European Commission',
  places: ['year', 'slash', 'session', 'debate'],
  before: 24,
  after: 80,
  read: readCommission,
  examples: [
    ['COM(2023) 123', 'COM(2023)123'],
    ['COM (2020)0112 en COM/2021/206 final', 'COM(2020)112', 'COM(2021)206'],
    ['COM(2020) 825, 826 en 827, COM:2021:5:FIN', 'COM(2020)825', 'COM(2020)826', 'COM(2020)827', 'COM(2021)5'],
    ['COM(2021) 219 final en 222 final', 'COM(2021)219', 'COM(2021)222'],
    ['SWD(2020)98 final, COM(2021)558final', 'SWD(2020)98', 'COM(2021)558'],
    ['DOTCOM 2020 12, COM(2023)'],
  ],
}
