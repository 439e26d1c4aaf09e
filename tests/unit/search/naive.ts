import { termsOfBegun, termsOfEndings } from '#utils/search/query/endings.ts'
import { namesOfValue } from '#utils/search/query/other-names.ts'
import type { Clause, Query } from '#utils/search/query/query.ts'
import { type Findable, fieldSign, termsOf, type Unit } from '#utils/search/segment/segment.ts'
import { forgiven } from '#utils/search/terms/distance.ts'
import { shortestPart, shortestStart, valueContains } from '#utils/search/terms/lexicon.ts'
import { isGrouped, isWithinNumber } from '#utils/search/words/numbers.ts'
import { doubledOf, voicedOf } from '#utils/search/words/stem.ts'
import { termOf } from '#utils/search/words/words.ts'

/** What is found by looking at everything, one after the other: what the index is compared with. */
export function searchNaively(units: readonly Unit[], { clauses }: Query): ReadonlySet<string> {
  const all = units.flatMap((unit) =>
    unit.findables.map((findable) => ({ unit, findable, terms: [...termsOf(findable).keys()] })),
  )
  const vocabulary = new Set(all.flatMap(({ terms }) => terms))
  const found = all.filter(({ unit, findable, terms }) =>
    clauses.every((clause) => holds(clause, unit, findable, terms, vocabulary) !== clause.excluded),
  )
  return new Set(found.map(({ unit, findable }) => `${unit.id} ${findable.place}`))
}

/** Whether a word of the query, as a term, is found in a term of a text. */
export function containsPart(term: string, part: string): boolean {
  if (term === part) return true
  if (part.length < shortestStart) return false
  return part.length < shortestPart ? term.startsWith(part) : term.includes(part)
}

const isWord = (term: string) => !term.startsWith(fieldSign)

function holds(
  clause: Clause,
  unit: Unit,
  _: Findable,
  terms: readonly string[],
  vocabulary: ReadonlySet<string>,
): boolean {
  switch (clause.type) {
    case 'since':
      return unit.day >= clause.day
    case 'noted':
      return false
    case 'field':
      return terms.some((term) => {
        const start = `${fieldSign}${clause.field}=`
        if (!term.startsWith(start)) return false
        const value = term.slice(start.length)
        const isWhole = clause.field === 'status' || clause.field === 'dossier'
        const names = namesOfValue(clause.field, clause.value)
        return names.some((name) =>
          isWhole ? value === name || value.startsWith(`${name} `) : valueContains(value, name),
        )
      })
    case 'word':
      return hasWord(clause.word, clause.excluded, terms, vocabulary)
    case 'phrase':
      // Whether they follow each other is for who has the texts.
      return !clause.excluded && clause.words.every((word) => terms.includes(termOf(word)))
  }
}

function hasWord(word: string, isStrict: boolean, terms: readonly string[], vocabulary: ReadonlySet<string>): boolean {
  const term = termOf(word)
  const forms = [term, word, doubledOf(word, term) ?? word, voicedOf(word, term) ?? word]
  const isOther = (one: string) => isGrouped(word) && isWithinNumber(one, word)
  const fits = (one: string) => isWord(one) && !isOther(one) && forms.some((form) => containsPart(one, form))
  if (isStrict || /\d{3}/.test(word) || [...vocabulary].some(fits)) return terms.some(fits)
  const begun = termsOfBegun(word)
  const fitsBegun = (one: string) => isWord(one) && begun.some((form) => containsPart(one, form))
  if ([...vocabulary].some(fitsBegun)) return terms.some(fitsBegun)
  const isLike = (one: string) =>
    [term, word].some((own) => naiveDistance(own, one) <= forgiven(own.length) && forgiven(own.length) > 0)
  const words = [...vocabulary].filter(isWord)
  const like = words.filter(isLike)
  const endings = termsOfEndings(word)
  const meant = like.length > 0 ? like : words.filter((one) => endings.has(one))
  return terms.some((one) => isWord(one) && meant.some((own) => one === own || (own.length > 3 && one.includes(own))))
}

/** Optimal string alignment, by its definition. */
export function naiveDistance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : i)),
  )
  const at = (i: number, j: number) => rows[i]?.[j] ?? 0
  for (let i = 1; i <= a.length; i += 1) {
    for (let j = 1; j <= b.length; j += 1) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1
      let best = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + change)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, at(i - 2, j - 2) + 1)
      const row = rows[i]
      if (row !== undefined) row[j] = best
    }
  }
  return at(a.length, b.length)
}
