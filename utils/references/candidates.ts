import { dashes, hyphens, ignorables, longestGap, noWordBefore, romanLetters, space, wideGap } from './characters.ts'

/**
 * Where references may be: three expressions, each of which a browser's engine runs over a text many characters at a
 * time, since it looks for few characters at fixed distances (together they cost less than reading a page's
 * `textContent`). A fourth finds the short forms that lean on something else. Together a superset of all forms, on a page's raw text too; the forms decide.
 */

const afterDossier = [
  `[,;:.]?${space}(?:[Nn][RrOo]|[Nn]um|mr[.,]|[Ll]ett|hoofdst|ondern|stuk|[A-Z](?![a-zà-ÿ]))`,
  `[,;:]${space}[1-9]`,
  `[(/&)${dashes}]`,
  `(?:en|alsmede)[\\s${ignorables}]`,
].join('|')
const inDossier = `(?:[\\s${ignorables}]{1,${longestGap}}|\\.)`
const named = '(?:stuk|stukken|ossier|oorstel|oorstellen)\\s{1,3}\\d\\d[\\s.]?\\d{3}'
const dossier = `[1-9]\\d${inDossier}?\\d\\d\\d(?!\\d)(?:(?=${space}(?:${afterDossier}))|(?<=${named}))`

/** Four digits are spelled out: V8 looks for them faster than for a repetition. */
const four = '\\d\\d\\d\\d'
const month = '(?:\\d?\\d [a-z]{3,9} )?'
/** A year that belongs to a reference: to a session, an official journal, a European act. */
const year = `(?:1[89]|20)\\d\\d(?:${[
  `${space}[/${dashes}]${space}(?:[12]\\d ?)?\\d ?\\d`,
  `/[0-9A-Z]`,
  `:(?<=:\\s{0,64}${four}:)`,
  `[dza]\\d(?<=id=.{6})`,
  `(?<=(?:(?:[Ss][Tt]|[Tt][Rr])[Bb]|[Tt][Cc][Rr][Tt]|blad|ourant)[^a-z]{0,30}${four})`,
  `(?<=(?:ourant|crt)[\\s.,]{1,3}(?:nr|num|van \\d|\\d)[^a-z]{0,20}${month}${four})`,
  `(?<=(?:jaargang|erlanden)[^a-z]{0,12}${four})`,
  `(?<=(?:COM|SWD|JOIN|SEC)[\\s(/]{0,8}${four})`,
].join('|')})`
/** Numbers after a hyphen or in a name: `kst-…`, `blg-…`, `T02867`, `BWBR…`, CELEX. */
const inName = `${four}(?:${[
  `(?<=[A-Za-z][${ignorables}]{0,2}[${hyphens}][${ignorables}]{0,2}(?:[\\s]{1,64})?${four})`,
  `\\d(?:(?<=${noWordBefore}T0${four})|(?<=BWB[RVWN]\\d${four})|(?<=(?:19|20)\\d\\d)[A-Z]{1,2}${four})`,
].join('|')})`
const europeanAct = `(?<!\\d)\\d\\d?\\d?\\d?/\\d\\d?\\d?\\d?(?:/[EJG]|(?<=(?:E[A-Za-z]{1,6}\\)|ening|lijn|sluit)[^()]{0,24}))`

const expressions = [
  new RegExp(`${dossier}|${year}|${inName}|${europeanAct}`, 'g'),
  new RegExp(`[DZA](?=${wideGap}\\d)(?<=2${wideGap}0${wideGap}\\d${wideGap}\\d${wideGap}.)`, 'g'),
  new RegExp(
    `(?<![A-Za-z])(?:[CLX][${romanLetters}]{2}|C[${romanLetters}])|(?<=kst[${hyphens}])[${romanLetters.toLowerCase()}]{2}`,
    'g',
  ),
]
const shortForms =
  /[Ii]dem(?![a-z])|[Ii]bid|(?:amerstuk|[Ss]tuk(?:ken)?),?\s{1,64}n(?:rs?|ummers?)(?![a-z])|\(nr|[Zz]ie\s{1,64}(?:(?:ook|verder|tevens)\s{1,64})?nr|(?:onder|ONDER)\s{1,64}(?:nr|NR)/g

function collect(expression: RegExp, text: string, indexes: number[]): void {
  expression.lastIndex = 0
  for (let match = expression.exec(text); match; match = expression.exec(text)) {
    indexes.push(match.index)
    // The next one may begin inside: `2023D19158/2023D19159`, `36 410 / 36 360`.
    expression.lastIndex = match.index + 2
  }
}

/** How far before and after a candidate the forms may look, in UTF-16 units: the most of theirs. */
export const reach = { before: 320, after: 960 } as const

/**
 * The index of the telling place of each reference and more, ascending (`Form.places`). None is missed as long as what
 * is left out of or put into the text later (line breaks between blocks, notes) is white space inside the reference.
 *
 * @param alone whether short forms count where the text holds nothing else: it does not for a page as a whole, where
 *   they would have nothing to lean on, but for a part of one
 */
export function candidateIndexes(text: string, alone = true): number[] {
  const indexes: number[] = []
  for (const expression of expressions) collect(expression, text, indexes)
  if (indexes.length === 0 && !alone) return indexes
  collect(shortForms, text, indexes)
  return indexes.sort((one, other) => one - other)
}
