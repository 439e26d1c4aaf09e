import type { Row } from './rows.ts'

/**
 * Joins two lines of a paragraph. What to do with a hyphen at the line's end, the surest reason first:
 * a soft hyphen (U+00AD) goes; before «en», «of» and the like it stays with a blank (`onder- en bovengrens`); before
 * a capital or a digit it stays (`COVID-19`); the document itself shows the word whole, with or without hyphen; the
 * part before it is an abbreviation or one that Dutch writers join with a hyphen (`podcast-serie`, `ex-minister`);
 * two vowels would clash (`zee-egel`); the document hardly ever breaks words, so this hyphen is the writer's own.
 * Otherwise the printer broke the word, and the hyphen goes.
 */
export type JoinLines = (before: string, after: string) => Seam

/** How two lines meet: whether the hyphen that ends the first is dropped, and what comes between them. */
export interface Seam {
  readonly dropsHyphen: boolean
  readonly between: '' | ' '
}

const apart: Seam = { dropsHyphen: false, between: ' ' }
const kept: Seam = { dropsHyphen: false, between: '' }
const joined: Seam = { dropsHyphen: true, between: '' }

const continued = /^(?:en|of|tot|dan|als|resp\.?|respectievelijk|naar|maar|c\.q\.)\b/
const hyphenated =
  /^(?:podcast|stage|pilot|video|online|offline|ex|oud|non|niet|co|pro|anti|semi|vice|pre|post|re|bijna|kern|kandidaat|assistent|adjunct|interim|aspirant|waarnemend|secretaris|minister|directeur|bio|info|auto|radio|euro|multi|mini|maxi|zij|ja|nee|doe|mbo|hbo|wo|vo|po|vmbo|havo|vwo|zzp|mkb|ggz|vve|e|i|y|x)$/
/** `pgb-` / `houders`: no syllable is without a vowel. */
const withoutVowel = /^[bcdfghjklmnpqrstvwxz]{2,5}$/
/**
 * `www.rekenkamer.nl/onderzoek-` / `en-cijfers`: all of an address is its own. So is the rest of one that began on the line before, or
 * that a digit, a dot or another hyphen tells from «ouders/verzorgers/opvoe-».
 */
const address = /(?:https?:|www\.)\S*(?:\s\S*\/\S*)?$|(?<!\S)(?=\S*[\d.-]\S*[-‐]$)\S{0,80}\/[\w.-]{1,60}\/\S*$/
/** `stand-` / `van-zakenbrief`. */
const linking = /^(?:van|aan|in|op|tot|voor|en|de|het|te|ter|om|bij|per)-\p{Ll}/u
const clash = /(?:a[aeiu]|e[eiu]|i[eij]|o[eiou]|u[iu])$/

/**
 * What no writer sets a hyphen behind: a verb's particle before the verb (`aan-besteed`), and the unstressed beginning of
 * a word's second part (`zorgver-zekeraars`).
 */
const particle = /^(?:aan|af|bij|door|in|na|om|onder|op|over|terug|toe|uit|voor|weg)$/
const verbal = /^(?:ge|be|ver|ont)?[bcdfghjklmnpqrstvwxz]/
const unstressed = /[bcdfghjklmnpqrstvwxz](?:ver|ont|ge|be)$/

/** Of the line before only its last word is looked at. */
const longestWord = 80

/** A document that breaks words does so on several lines in a hundred. */
const breaksWords = 0.015
const enoughLines = 80
/** So many hyphens at line ends may all be the writers' own. */
const fewBroken = 2

export function joinerFor(rows: readonly Row[]): JoinLines {
  // Many documents break no word at all, and need to know neither.
  let words: ReadonlySet<string> | null = null
  let breaksNone: boolean | null = null
  return (before, after) => {
    if (before.endsWith('\u00ad')) return joined
    if (!endsInHyphen(before)) return apart
    const left = /([\p{L}\d]+(?:-[\p{L}\d]+)*)[-‐]$/u.exec(before.slice(-longestWord))?.[1]
    if (left === undefined) return apart
    const right = /^[\p{L}\d]+/u.exec(after)?.[0]
    if (right === undefined || continued.test(after)) return apart
    if (!/^\p{Ll}/u.test(right) || linking.test(after) || address.test(before.slice(-longestWord))) return kept
    words ??= wordsOf(rows)
    const whole = `${left}${right}`.toLowerCase()
    if (words.has(`${left}-${right}`.toLowerCase())) return kept
    if (words.has(whole)) return joined
    const last = /[^-]*$/.exec(left)?.[0] ?? left
    if (/^(?:[\p{Lu}\d]{2,}|\p{Lu})$/u.test(last) || withoutVowel.test(last) || hyphenated.test(last.toLowerCase()))
      return kept
    if (last.length >= 4 && right.length >= 4 && clash.test(`${last.at(-1)}${right[0]}`)) return kept
    const isBroken = (particle.test(last) && verbal.test(right)) || (last.length >= 6 && unstressed.test(last))
    breaksNone ??= neverBreaks(rows)
    return breaksNone && !isBroken ? kept : joined
  }
}

function neverBreaks(rows: readonly Row[]): boolean {
  const broken = rows.filter(({ text }) => endsInHyphen(text) && /\p{Ll}[-‐]$/u.test(text.slice(-3))).length
  return rows.length >= enoughLines && broken <= fewBroken && broken / rows.length < breaksWords
}

function endsInHyphen(text: string): boolean {
  const last = text.charAt(text.length - 1)
  return last === '-' || last === '‐'
}

function wordsOf(rows: readonly Row[]): ReadonlySet<string> {
  const words = new Set<string>()
  for (const { text } of rows) {
    for (const [word] of text.matchAll(/[\p{L}\d]+(?:[-‐][\p{L}\d]+)*/gu)) words.add(word.toLowerCase())
  }
  return words
}
