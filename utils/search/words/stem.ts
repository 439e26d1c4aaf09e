import { isCommon } from './common-words.ts'

/**
 * The stem of a Dutch word, by the algorithm of Martin Porter for Dutch
 * (https://snowballstem.org/algorithms/dutch_porter/stemmer.html), on a word without case and diacritics; besides, forms meet that it
 * keeps apart: `bedrijf` and `bedrijven`, `stage` and `stages`, `adres` and `adressen`. No word is one of those that stand in every text
 * but itself: `overheid` is not `over`, and `kans` not `kan`. Words with figures are codes and numbers, and stay
 * as they are.
 */
export function stem(word: string): string {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word
  const marked = markConsonants(word)
  const first = Math.max(3, regionAfter(marked, 0))
  const second = regionAfter(marked, regionAfter(marked, 0))
  const plain = dropPlural(marked, first)
  const { text, droppedE } = dropE(plain, first)
  const derived = dropDerived(dropHeid(text, first, second), first, second, droppedE)
  const all = ended(derived)
  if (!isEmpty(all) || isCommon(word)) return all
  // «zaal» and «zalen»; of others less is dropped.
  const doubled = doubleVowel(all)
  if (doubled !== null && (word === doubled || doubledOf(word, all) !== null)) return doubled
  return [text, plain, marked].map(ended).find((less) => !isEmpty(less)) ?? word
}

const ended = (text: string): string => undoubleVowel(dropIes(unvoiced(text))).toLowerCase()

/** Says nothing of what a text is about. */
const isEmpty = (stemmed: string): boolean => isCommon(stemmed) || stemmed === 'minder'

const isVowel = (letter: string | undefined): boolean => letter !== undefined && 'aeiouy'.includes(letter)

/** `y` at the start or after a vowel, and `i` between vowels, are consonants: they are written in capitals. */
function markConsonants(word: string): string {
  return word
    .replace(/^y/, 'Y')
    .replace(/([aeiouy])y/g, '$1Y')
    .replace(/([aeiouy])i(?=[aeiouy])/g, '$1I')
}

/** The place behind the first consonant that follows a vowel; the word's length where there is none. */
function regionAfter(word: string, from: number): number {
  for (let at = from + 1; at < word.length; at += 1) {
    if (!isVowel(word[at]) && isVowel(word[at - 1])) return at + 1
  }
  return word.length
}

const undouble = (text: string): string => (/(?:kk|dd|tt|[^s]{4}ss)$/.test(text) ? text.slice(0, -1) : text)

/** `bedrijv-en` and `bedrijf`, `huiz-en` and `huis`: no word ends in the voiced one. */
const unvoiced = (text: string): string => text.replace(/v$/, 'f').replace(/z$/, 's')

/** What other forms of a stem begin with: `huiz` of `huis`; null where its vowel is short, or its end another. */
export const voiced = (stemmed: string): string | null =>
  /(?:[aeiou]{2}|ij|[lrn])[fs]$/.test(stemmed) ? stemmed.replace(/f$/, 'v').replace(/s$/, 'z') : null

/** How a form begins of which the stem ends otherwise, `loz-en` of `los`; null of any other. */
export function voicedOf(word: string, stemmed: string): string | null {
  const begins = stemmed.replace(/f$/, 'v').replace(/s$/, 'z')
  return begins !== stemmed && word.startsWith(`${begins}e`) ? begins : null
}

/** `moties` and `motie`. So `advies` and `adviez-en` end alike too, as nothing else does. */
const dropIes = (text: string): string => (text.length > 5 && text.endsWith('ies') ? text.slice(0, -1) : text)

/** Words of one thing that end as plurals of a word in `e` do. */
const singularInEs = /(?:proces|reces|exces|succes|abces|adres|congres|expres|compres)$/

/** The plural of a word in `e`: `stages`, `gemeentes`; null where it can't be one. */
function beforeS(text: string, first: number): string | null {
  const rest = before(text, 's', first)
  return rest === null || !/[^aeiouy]e$/.test(rest) || singularInEs.test(text) ? null : rest
}

/** What is left before an ending that lies in the region; null where it does not end so. */
function before(text: string, ending: string, region: number): string | null {
  const rest = text.length - ending.length
  return rest >= region && text.endsWith(ending) ? text.slice(0, rest) : null
}

function dropPlural(text: string, first: number): string {
  if (text.endsWith('heden')) return before(text, 'heden', first) === null ? text : `${text.slice(0, -5)}heid`
  for (const ending of ['ene', 'en']) if (text.endsWith(ending)) return dropEn(text, ending, first)
  const ofE = beforeS(text, first)
  if (ofE !== null) return ofE
  for (const ending of ['se', 's']) {
    if (!text.endsWith(ending)) continue
    const rest = before(text, ending, first)
    return rest === null || isVowel(rest.at(-1)) || rest.endsWith('j') ? text : rest
  }
  return text
}

function dropEn(text: string, ending: string, first: number): string {
  const rest = before(text, ending, first)
  return rest === null || isVowel(rest.at(-1)) || rest.endsWith('gem') ? text : undouble(rest)
}

function dropE(text: string, first: number): { readonly text: string; readonly droppedE: boolean } {
  const rest = before(text, 'e', first)
  if (rest === null || isVowel(rest.at(-1))) return { text, droppedE: false }
  return { text: undouble(rest), droppedE: true }
}

function dropHeid(text: string, first: number, second: number): string {
  const rest = before(text, 'heid', second)
  if (rest === null || rest.endsWith('c')) return text
  return rest.endsWith('en') ? dropEn(rest, 'en', first) : rest
}

function dropDerived(text: string, first: number, second: number, droppedE: boolean): string {
  for (const ending of ['end', 'ing']) {
    const rest = before(text, ending, second)
    if (rest === null) continue
    const shorter = before(rest, 'ig', second)
    return shorter !== null && !shorter.endsWith('e') ? shorter : undouble(rest)
  }
  const ig = before(text, 'ig', second)
  if (ig !== null) return ig.endsWith('e') ? text : ig
  const lijk = before(text, 'lijk', second)
  if (lijk !== null) return dropE(lijk, first).text
  const baar = before(text, 'baar', second)
  if (baar !== null) return baar
  return (droppedE ? before(text, 'bar', second) : null) ?? text
}

/** The word that a stem is of if its last vowel was long: `vraag` of `vrag`; null where it can't have been. */
export function doubleVowel(stemmed: string): string | null {
  const doubled = stemmed.replace(/([^aeiouy])([aeou])([^aeiouyI])$/, '$1$2$2$3')
  return doubled === stemmed ? null : doubled
}

/** The same of a form with that vowel in an open syllable, `vrag-en`, `hog-e`; null of any other. */
export const doubledOf = (word: string, stemmed: string): string | null =>
  word.startsWith(`${stemmed}e`) ? doubleVowel(stemmed) : null

/** Whether three letters end a word of which `doubleVowel` is told: behind which letter, a vowel twice, and which letter. */
export function endsDoubled(before: string, one: string, other: string, end: string): boolean {
  return one === other && 'aeou'.includes(one) && !isVowel(before) && !isVowel(end) && end !== 'I'
}

/** `vraag` and `vrag-en`, `maan` and `man-en` meet in one vowel. */
function undoubleVowel(text: string): string {
  return text.replace(/([^aeiouy])(aa|ee|oo|uu)([^aeiouyI])$/, (_, start, [vowel], end) => `${start}${vowel}${end}`)
}
