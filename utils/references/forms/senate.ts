import { senateSessionOf } from '../ids/senate-session.ts'
import { noWordBefore } from '../text/characters.ts'
import { endAt, isAt, matchAt } from '../text/look.ts'
import type { Form, Reading } from './form.ts'
import {
  cite,
  citing,
  goesOnFrom,
  isStray,
  leadBefore,
  listStart,
  numberedBefore,
  sessionBefore,
} from './kamerstuk-before.ts'
import { type Piece, pieceAfterComma, pieceAt, piecesAt } from './kamerstuk-numbers.ts'
import { closeHyphen } from './kamerstuk-parts.ts'

/** A roman number from XL on, well formed: the Senate counts its dossiers since 1983. Group 1. */
export const senateDossier = new RegExp(
  `${noWordBefore}(?=[CLX])(?!X{1,3}[VI])(C{0,3}(?:X[CL]|L?X{0,3})(?:IX|IV|V?I{0,3}))(?![0-9A-Za-z]|\\.[A-Z])`,
  'y',
)

function pieces(text: string, index: number, cited: boolean, led: boolean): readonly Piece[] {
  const named = piecesAt(text, index)
  if (named.length > 0) return named
  const behindMark = endAt(closeHyphen, text, index)
  const hyphened = behindMark < 0 ? null : pieceAt(text, behindMark)
  if (hyphened && !goesOn.test(text.slice(hyphened.end, hyphened.end + 2))) return [hyphened]
  return cited ? pieceAfterComma(text, index, led) : []
}

const behindName = /(?<=[A-Z][a-z]{1,20}\s)/y
const goesOn = /^[-\u2010-\u2013]?[0-9A-Za-z]/

function readSenate(text: string, index: number, since: number): Reading | null {
  const roman = matchAt(senateDossier, text, index)?.[1] ?? ''
  const word = leadBefore(text, index)
  // Two letters are few, and «CC» names who gets a copy. Dossiers from L to XC are of before 2012, and any book has as many parts: a lead word
  // tells them.
  if (!/^C[^C]|.{3}/.test(roman) || (word === 0 && /^L/.test(roman))) return null
  const end = index + roman.length
  const lead = word || sessionBefore(text, index)
  const bracket = text.charAt(index - 1) === '('
  const cited = lead > 0 || bracket || goesOnFrom(text, since, index) || isAt(citing, text, index)
  const all = pieces(text, end, cited || roman.length > 3 || isAt(listStart, text, index), lead > 0)
  // Four roman digits and a letter are no other thing: «CXLV, H». But «deel CXX, letter B» and «Psalm CXIX, letter A» are.
  const other =
    /^,\s\d/.test(text.slice(end, end + 3)) ||
    (isStray(text, index, since) && (roman.length < 4 || isAt(behindName, text, index)))
  const named = cited || !other ? all : []
  // Until 2010 papers were published under their session (`publishedId`).
  const session = senateSessionOf(text.slice(index - lead, index))
  const dossier = session ? `${session}-${roman}` : roman
  const found = cite(dossier, named, index - lead)
  return found.length > 0
    ? { found, dossiers: [dossier] }
    : numberedBefore(text, index, since, () => ({ id: roman, end }))
}

/** Citations of Kamerstukken in the Senate's own dossiers, which have roman numbers (DOMAIN §1.2). */
export const senateForm: Form = {
  name: 'kamerstuk of a Senate dossier',
  places: ['roman'],
  before: 240,
  after: 400,
  read: readSenate,
  examples: [
    ['(CLV, letter A)', 'kst-CLV-A'],
    ['CXLVI-AB', 'kst-CXLVI-AB'],
    ['Kamerstukken I 2022/23, CXXIV, G', 'kst-CXXIV-G'],
    ['Kamerstukken I 2022/23, CXXIV, nr. 3', 'kst-CXXIV-3'],
    [
      'Kamerstukken I 2006/07, LIII, A; Kamerstukken I 2011/12, LXXXVIII, E; deel LXI, A',
      'kst-20062007-LIII-A',
      'kst-LXXXVIII-E',
    ],
    ['Eerste Kamer, CXXIV, letters A en B', 'kst-CXXIV-A', 'kst-CXXIV-B'],
    ['4. CXLV, H – brief; zie CLVIII, B. Maar CLVIII, 3', 'kst-CXLV-H', 'kst-CLVIII-B'],
    ['letters J en K (CXLVI), nr. 3 (CXLVI)', 'kst-CXLVI-J', 'kst-CXLVI-K', 'kst-CXLVI-3'],
    ['hoofdstuk XIII, blz. 12 (CXIV), letter A, deel CXX, letter B, Psalm CXIX, letter A en bijlage XXIV, nr. 3'],
    ['CCIX (2021), CD-ROM, DCXVI, letter A, XCL-A, MCMXC, A'],
  ],
}
