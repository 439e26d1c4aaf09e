import { noWordAfter, noWordBefore, space } from '../text/characters.ts'
import { matchAt } from '../text/look.ts'
import { type Form, following, foundAs, foundBefore, matching } from './form.ts'

/** A ruling by its European case law identifier; scans and line ends put blanks behind its colons. */
export const ecliForm: Form = {
  name: 'ECLI',
  places: ['year'],
  before: 220,
  after: 100,
  certainty: 'certain',
  read: matching(
    new RegExp(
      `(?<=(${noWordBefore}(?:(?:ECLI|ecli):${space}[A-Za-z]{2}:${space}[A-Za-z0-9.]{1,9}|(?<!:)(?:EU:[CTF]|CE:ECHR)):${space}))\\d{4}:(?:[A-Za-z0-9]|\\s{1,64}(?=[A-Z]{0,3}\\d)[A-Z0-9])(?:[A-Za-z0-9.]{0,23}[A-Za-z0-9])?(?<!JUD|DEC)${noWordAfter}`,
      'y',
    ),
    (match) => {
      const [rest, words = ''] = match
      return foundAs(`${/^ec/i.test(words) ? '' : 'ECLI:'}${words}${rest}`.replace(/[^\w:.]/g, ''), match, words)
    },
  ),
  examples: [
    ['(ECLI:NL:HR:2001:AB1838).', 'ECLI:NL:HR:2001:AB1838'],
    ['ECLI:EU:C:2015:650,', 'ECLI:EU:C:2015:650'],
    ['(C-131/12, EU:C:2014:317)', 'ECLI:EU:C:2014:317'],
    ['ECLI:CE:ECHR:2008:0717JUD'],
    ['CE:ECHR:2008:0717JUD002590407 en NL:HR:2019:2006', 'ECLI:CE:ECHR:2008:0717JUD002590407'],
    ['ECLI:NL:\u200bRBAMS:2018:\u200b124', 'ECLI:NL:RBAMS:2018:124'],
    ['ECLI:NL:RVS:\n2019:1603', 'ECLI:NL:RVS:2019:1603'],
    ['ECLI:NL:HR:2001 om 2001:12'],
  ],
}

/**
 * A ruling by its number of before 2013, which is the end of its identifier; the day before it tells the year. Other courts than the highest
 * are known by the first letters of their places (`RBUTR`, `GHSGR`), but for Zwolle-Lelystad and «Den Haag».
 */
export const ljnForm: Form = {
  name: 'LJN',
  places: ['year'],
  before: 56,
  after: 60,
  read: matching(
    /(?<=(H(?:oge Raad|R)|C(?:RvB|Bb)|RvS|(?:Rb\.|Rechtbank|[Hh]of) (?:['’]s-)?(?!De|Lel|Zw)[A-Z][a-z]{3,12}) \d\d? [a-z]{3,9} )((?:19|20)\d\d),?\s[^;a-z]{0,24}?(LJN:? ?([A-Z]{2}\d{4}))\b/y,
    ({ 0: whole, 1: court = '', 2: year, 3: printed = '', 4: number, index }) => {
      // HR, RbUtrecht, GHAmsterdam.
      const code = court.replace(/oge |aad|echt|ank|\W/g, '').replace(/.*of/, 'GH')
      const id = `ECLI:NL:${code.slice(0, 5).toUpperCase()}:${year}:${number}`
      return foundBefore(id, index + whole.length, printed.length)
    },
  ),
  examples: [
    [
      'HR 8 februari 2013, LJN BY4600, NJ 2014/495; CRvB 10 december 2008, LJN: BG6612',
      'ECLI:NL:HR:2013:BY4600',
      'ECLI:NL:CRVB:2008:BG6612',
    ],
    ['HR 20 februari 2004, NJ 2005, 493, LJN AO1427', 'ECLI:NL:HR:2004:AO1427'],
    ['Rb. Breda 3 mei 2006, LJN AX1234, LJN BY4600', 'ECLI:NL:RBBRE:2006:AX1234'],
    [
      'ABRvS 4 juli 2007, LJN BA8717; Hof ’s-Gravenhage 2 mei 2012, LJN BW5001; CBb 6 juni 2006, LJN AX8901',
      'ECLI:NL:RVS:2007:BA8717',
      'ECLI:NL:GHSGR:2012:BW5001',
      'ECLI:NL:CBB:2006:AX8901',
    ],
    [
      'Rb. Zwolle 3 mei 2006, LJN AX1235; Rb. Lelystad 3 mei 2006, LJN AX1236; Hof Den Haag 2 mei 2012, LJN BW5002; Hof Arnhem-Leeuwarden 5 maart 2013, LJN BZ3001',
    ],
  ],
}

/** A law by its number in the Basiswettenbestand, or a regulation of a municipality by that of its own. */
export const bwbForm: Form = {
  name: 'BWB id',
  places: ['long', 'dossier'],
  before: 8,
  after: 12,
  certainty: 'certain',
  read: matching(
    new RegExp(
      `(?<=${noWordBefore}(BWB[RVWN](?=\\d{7}(?!\\d))|CVDR))\\d{5,7}(?:(?=_\\d{1,2}(?![0-9A-Za-z]))|${noWordAfter})`,
      'y',
    ),
    (match) => foundAs(`${match[1]}${match[0]}`, match, match[1]),
  ),
  examples: [
    ['BWBR0005537 en https://wetten.overheid.nl/BWBV0001002/2020-01-01', 'BWBR0005537', 'BWBV0001002'],
    ['CVDR612345_1, CVDR73212_12, CVDR61234 (CVDR123, 612345)', 'CVDR612345', 'CVDR73212', 'CVDR61234'],
    ['BWBR005537 BWBX0005537 BWBR00055371'],
  ],
}

const commitment = new RegExp(
  `(?<=${noWordBefore}(?<!(?<!T0\\d{4})[-/.])T)0\\d{4}(?![-/.](?!T0\\d{4})[\\dA-Z])${noWordAfter}`,
  'y',
)

/** A commitment that the Senate keeps book of. */
export const commitmentForm: Form = {
  name: 'commitment to the Senate',
  places: ['dossier'],
  before: 4,
  after: 152,
  certainty: 'certain',
  read: (text, index) => {
    const match = matchAt(commitment, text, index)
    return following(match && foundAs(`T${match[0]}`, match, 'T'), () => null, text)
  },
  examples: [
    ['toezegging T02867/T02868)', 'T02867', 'T02868'],
    ['toezeggingen T03674 t/m T03676', 'T03674', 'T03675', 'T03676'],
    ['toezegging T00012 – 15 januari 2010', 'T00012'],
    ['T2867 T12345 T028671 XT02867 T02867-12 T02867-B T-02867'],
  ],
}
