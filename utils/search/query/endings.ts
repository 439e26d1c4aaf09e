import { termOf } from '../words/words.ts'

/** So many letters at its end make the ending that a word's stem is without. */
const longestEnding = 4
/** Shorter words are all ending. */
const shortestWord = 7
const letters = [...'abcdefghijklmnopqrstuvwxyz']

/**
 * The terms of a word as it may have been meant with one typing error in its ending, «vergoedign»: its stem is none then, and far from
 * any.
 */
export function termsOfEndings(word: string): ReadonlySet<string> {
  const meant = new Set<string>()
  if (word.length < shortestWord || !/^[a-z]+$/.test(word)) return meant
  for (let at = word.length - longestEnding; at <= word.length; at += 1) {
    const [before, one, other] = [word.slice(0, at), word.slice(at, at + 1), word.slice(at + 1, at + 2)]
    const behind = word.slice(at + 1)
    for (const letter of letters) {
      meant.add(termOf(before + letter + one + behind))
      if (one !== '') meant.add(termOf(before + letter + behind))
    }
    if (one !== '') meant.add(termOf(before + behind))
    if (other !== '') meant.add(termOf(before + other + one + behind.slice(1)))
  }
  return meant
}

/** Endings that a stem is without. */
const endings = ['ing', 'ingen', 'heid', 'heden', 'baar', 'lijk', 'lijke']
const shortestBegun = 3

/** The terms of a word that is being typed, up to within its ending: `reger` of «regeri» and «regerin», `eenza` of «eenzaa», with which `eenzam` begins. */
export function termsOfBegun(word: string): readonly string[] {
  const completed = endings.flatMap((ending) =>
    Array.from({ length: ending.length - 1 }, (_, at) => at + 1)
      .filter((typed) => word.length - typed >= shortestBegun && word.endsWith(ending.slice(0, typed)))
      .map((typed) => termOf(word + ending.slice(typed))),
  )
  const open = /([aeou])\1$/.test(word) ? [word.slice(0, -1)] : []
  return [...new Set([...completed, ...open])].filter((term) => term.length >= shortestBegun)
}
