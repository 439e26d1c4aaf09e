import { chapterOf, numeralOf, placeOf } from './numbers.ts'
import type { Start } from './structure.ts'

/**
 * Chooses, out of all places where a question may start, the run that reads as one numbering: numbers that rise, by
 * one as a rule. Amounts, years, list items, note marks and page numbers that look like a start fall out because
 * they do not continue the run. Linear in the number of starts (each looks back at a bounded number of numerals).
 */
export function bestChain(starts: readonly Start[]): Start[] {
  const best: { readonly total: number; readonly before: number }[] = []
  /** For each numeral the index of the best run that ends with it so far. */
  const ending = new Map<number, number>()
  /** The same for the chapters of `1.1`, `1.2`, `2.1`. */
  const ofChapter = new Map<number, number>()
  let top = -1
  starts.forEach((start, index) => {
    const number = start.numbers[0] ?? ''
    const chapter = chapterOf(number) === '' ? 0 : numeralOf(number)
    const first = rankOf(number)
    const last = rankOf(start.numbers.at(-1) ?? '')
    let total = start.score + (first === 1 ? bonusForOne : 0)
    let before = -1
    const join = (candidate: number | undefined, step: number) => {
      if (candidate === undefined) return
      const sum = (best[candidate]?.total ?? 0) + start.score + stepScore(step, starts[candidate], start)
      if (sum > total) {
        total = sum
        before = candidate
      }
    }
    for (let step = 0; step <= widestGap; step += 1) join(ending.get(first - step), step)
    if (chapter > 1 && placeOf(number) === 1) join(ofChapter.get(chapter - 1), 1)
    best.push({ total, before })
    const rival = ending.get(last)
    if (rival === undefined || (best[rival]?.total ?? 0) <= total) ending.set(last, index)
    if (chapter > 0 && (best[ofChapter.get(chapter) ?? -1]?.total ?? 0) <= total) ofChapter.set(chapter, index)
    if (top < 0 || total >= (best[top]?.total ?? 0)) top = index
  })
  const chain: Start[] = []
  for (let index = top; index >= 0; index = best[index]?.before ?? -1) {
    const start = starts[index]
    if (start) chain.push(start)
  }
  return chain.reverse()
}

/** More than any chapter has questions, and than any list is long. */
const placesOfChapter = 10_000

/** A number's place among all: `2.1` stands behind `1.12`, and as far from it as nothing else. */
function rankOf(number: string): number {
  return chapterOf(number) === '' ? numeralOf(number) : numeralOf(number) * placesOfChapter + placeOf(number)
}

const bonusForOne = 1
const widestGap = 12

function stepScore(step: number, before: Start | undefined, start: Start): number {
  if (step === 1) return 2
  // `2a` after `2`, `2b` after `2a`; a bare repetition happens in real lists, but seldom.
  if (step === 0) return isSubQuestion(before, start) ? 2 : -6
  return -1 - step * 0.25
}

function isSubQuestion(before: Start | undefined, start: Start): boolean {
  const letter = (start.numbers[0] ?? '').replace(/\d/g, '')
  const previous = (before?.numbers.at(-1) ?? '').replace(/\d/g, '')
  return letter !== '' && (previous === '' ? letter === 'a' : letter.charCodeAt(0) === previous.charCodeAt(0) + 1)
}
