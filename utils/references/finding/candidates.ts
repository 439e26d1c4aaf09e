import { letterOfHead, paperNames } from '../forms/kamerstuk-parts.ts'
import {
  dashes,
  debateWords,
  hyphens,
  longestGap,
  romanLetters,
  space,
  titleBefore,
  wideGap,
  withPlainBlanks,
} from '../text/characters.ts'

/**
 * Where references may be: expressions which a browser's engine runs over a text many characters at a time, since each
 * looks for few characters at fixed distances (together they cost less than reading a page's `textContent`). The last
 * finds the short forms that lean on something else. Together a superset of all forms, on a page's raw text too, where
 * blocks are glued together; the forms decide. What is looked behind for comes late, when little is left to look at.
 */

/** White space to its end: without the second part a run of it would be tried at each of its lengths. */
const gap = `${space}(?!\\s)`
/** What can follow a dossier that is cited: a number, a letter, a chapter, another dossier, a bracket. */
const afterDossier = `${gap}(?:[,;:.|]${gap})?(?:[Nn][Rru]|[Nn]os?\\.|mr|[Ll]ett|[Hh](?:oo)?fd?st|[Oo]ndern|stuk|(?:moties?|amendement(?:en)?)\\sn|e\\.a\\.[, ]|[A-Z](?![a-zà-ÿ])|(?<=[,;:]${space})[1-9A-Z]|\\d\\d,?\\s[Nn]r|[(/&)\\]${dashes}]|(?:en|alsmede)\\s|(?<=,\\s)verg)`
const inDossier = `(?:\\s{1,${longestGap}}|\\.)`
const named = '(?:stuk(?:ken)?|ossier|stel(?:len)?|nota)\\s{1,3}\\d\\d[\\s.]?\\d\\d\\d'
const dossier = `[1-9]\\d${inDossier}?\\d\\d\\d(?!\\d)(?:(?=${afterDossier})|(?<=${named}))`
/** The dossier in the head of a printed paper, in a block of its own or before the capital of its title: any amount may look so. */
const dossierOfHead = new RegExp(`[1-9]\\d\\s{1,${longestGap}}\\d\\d\\d(?!\\d)(?=${space}(?:[A-Z]|$|;0a0))`, 'g')
/** «Nr. 45», with the capitals of the paper's kind behind it, maybe in the next block. */
const numberOfHead = `[Nn][Rr]\\.?\\s\\d{1,4}[a-z]?(?=\\s{0,240}(?:[A-Z]{4}|$|;0a0|${paperNames}))`
const letters = new RegExp(letterOfHead, 'g')
const holdsHead = new RegExp(`${numberOfHead}|${letterOfHead}`)

/** Four digits are spelled out: V8 looks for them faster than for a repetition. */
const four = '\\d\\d\\d\\d'
const month = '(?:\\d?\\d\\s[a-z]{3,9}\\s)?'
/** Years of a session, behind «Aanhangsel» or «Handelingen» or before them. */
const session = `\\s{0,4}[/${dashes}]\\s{0,64}(?:[12]\\d ?)?\\d ?\\d(?!\\d)(?:(?<=${debateWords}${four}\\s{0,4}[/${dashes}][^a-z]{2,70})|(?=[\\s,.:;(]{0,70}(?:[Aa]an-?|AAN|Bijl|Hand)[^0-9]{0,80}(?:[Nn][Rr]|num|item|lingen[^0-9]{1,140}\\d)|,?\\s(?:[Nn]r\\.?\\s)?\\d{1,3},?\\sitem))`
/** A year that belongs to a reference: to a session, an official journal, a ruling, a document of the Commission. */
const year = `(?:1[89]|20)\\d\\d(?:${[
  session,
  `:(?<=:\\s{0,64}${four}:)`,
  ',?\\s(?=[^;a-z]{0,24}LJN)',
  `[dza]\\d(?<=id=.{6})`,
  `(?<=(?:[TtRr][Bb]l?|[Cc][Rr][Tt]|[Ll][Aa][Dd]|[Aa][Nn][Tt]|ees|tte|ries|GANG|aargang|erlanden)[^a-z]{0,30}${four})`,
  `(?<=(?:ant|ANT|crt|lad|tb|814)[\\s.,]{1,3}(?:[Nn]r|nummer|van\\s|d\\.d\\.)?[^a-z]{0,20}(?:van\\s)?${month}${four})`,
  `(?=${titleBefore}(?:[Ss]t(?:b|crt|aats-?\\s?[bc])|S?T[RCB]|[Tt]r[ab]))`,
  `(?<=(?:COM|SWD|JOIN|SEC)[\\s(/:]{0,8}${four})`,
].join('|')})`
/** Numbers after a hyphen or in a name: `kst-…`, `blg-…`, `T02867`, `BWBR…`, CELEX. */
const inName = `${four}(?:${[
  `(?<=[A-Za-z][${hyphens}]\\s{0,64}${four})`,
  `\\d(?:(?<=T0${four})|(?<=BWB[RVWN]\\d${four}|CVDR\\d${four})|(?<=(?:19|20)\\d\\d)[A-Z]{1,2}${four})`,
].join('|')})`
const europeanAct = `(?<=ST\\s|[sl ]document\\s)\\d{4,5}/|(?<!\\d)\\d\\d?\\d?\\d?/\\s{0,8}\\d\\d?\\d?\\d?(?:/[EJGCU]|(?<=(?:(?:E[A-Za-z]{1,6}|VB|SP|UE)\\)|\\(E|ing|ijn|uit|ion|ive|V[Oo][. ]|eli/)\\s?\\(?[^()]{0,28}))`

const startsWithDigit = new RegExp(`${dossier}|${year}|${inName}|${europeanAct}`, 'g')
/** What begins with a rare letter is looked for in one pass, which costs what it does for one of them alone. */
const startsWithLetter = new RegExp(
  [
    `[DZA](?=${wideGap}\\d)(?<=2${wideGap}0${wideGap}\\d${wideGap}\\d${wideGap}.)`,
    `[CLX][${romanLetters}]{2}|C[${romanLetters}]`,
    `kst[${hyphens}](?=[${romanLetters.toLowerCase()}]{2})`,
  ].join('|'),
  'g',
)
/**
 * `idem`, `ibid.`, «(EK, A)», and «nr.» behind the end of one of the words that `leaning.ts` knows. «Nr. 45» in the head of a paper is told by the
 * capitals behind it, which may stand in a block of their own: then they are seen here alone, and the block itself ends
 * with its number, or with what stands between texts that are read together (`together.ts`).
 */
const shortForms = new RegExp(
  `[Ii](?:dem(?![a-z])|bid)|n(?:rs?|ummers?)(?![a-z])(?<=(?:\\(|[a-zI.;],?\\s{0,64})n[a-z]{1,7})|NR(?<=ONDER\\s{0,64}NR)|[ET]K(?<=(?:^|[\\s(])..)(?=,\\s[\\dA-Z])|${numberOfHead}`,
  'g',
)
/**
 * `stuk 33`, but no dossier: by itself, since an alternative that begins otherwise makes all of the expression above
 * slower.
 */
const barePaper = /stuk(?:ken|nummers?)?[^\S\n]{0,8}(?:\s[^\S\n]{0,40})?[1-9](?!\d[\s.]{0,3}\d\d\d)/g

function collect(expression: RegExp, text: string, indexes: number[]): void {
  expression.lastIndex = 0
  for (let match = expression.exec(text); match; match = expression.exec(text)) {
    // Each finds the first character of a telling place, but for the prefix of a Senate dossier.
    indexes.push(match.index + (match[0].startsWith('kst') ? 'kst-'.length : 0))
    // The next one may begin inside: `2023D19158/2023D19159`, `36 410 / 36 360`.
    expression.lastIndex = match.index + 2
  }
}

/** How far before and after a candidate the forms may look, in UTF-16 units: the most of theirs. */
export const reach = { before: 320, after: 960 } as const

/** Whether a text may hold the head of a printed paper: on other pages its dossier is not looked for. */
export function mayHoldHead(text: string): boolean {
  // Two letters are found seven times as fast as the expression finds that there is nothing behind them. Small ones, as heads of 1995 to 2008
  // have them, are on most pages: the head is where the page begins.
  return holdsHead.test(text.slice(0, 30_000)) || (text.includes('Nr') && holdsHead.test(text))
}

/**
 * The index of the telling place of each reference and more, ascending (`Form.places`). None is missed as long as what
 * is left out of or put into the text later (line breaks between blocks, notes) is white space inside the reference.
 *
 * @param alone whether short forms count where the text holds nothing else: it does not for a page as a whole, where
 *   they would have nothing to lean on, but for a part of one
 * @param heads whether the dossier in the head of a paper counts: `mayHoldHead` of all that the text is a part of
 */
export function candidateIndexes(written: string, alone = true, heads = true): number[] {
  const text = withPlainBlanks(written)
  const indexes: number[] = []
  if (heads) for (const each of [dossierOfHead, letters]) collect(each, text, indexes)
  collect(startsWithDigit, text, indexes)
  collect(startsWithLetter, text, indexes)
  if (indexes.length === 0 && !alone) return indexes
  collect(shortForms, text, indexes)
  collect(barePaper, text, indexes)
  return indexes.length < 2 ? indexes : [...new Set(indexes)].sort((one, other) => one - other)
}
