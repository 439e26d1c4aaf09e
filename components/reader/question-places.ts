import { type QuestionName, questionNames } from '#utils/documents/corrections.ts'
import { isDoubtful } from '#utils/documents/doubtful.ts'
import type { Question } from '#utils/documents/types.ts'
import type { Place, PlacedText } from './pdf-view.ts'

/** A question's place in the file that it was read from. */
export interface QuestionPlace extends Place {
  readonly order: number
}

/** Letters of a question that tell where it stands; enough to be no other, few enough to stand in a line or two. */
const telling = 32
const leastTelling = 10

/** Letters and digits alone: files differ in spaces, quotes and hyphens from what was read out of them. */
const letters = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()

/**
 * Where the questions of one page begin, by their texts: for readings that kept no heights. A question that is not found
 * stands where the one before it does, so that the order holds.
 *
 * @param lines the page's pieces of text in the order in which the file draws them
 */
export function topsByText(
  lines: readonly PlacedText[],
  questions: readonly Pick<Question, 'order' | 'question'>[],
): ReadonlyMap<number, number> {
  let text = ''
  const starts: { readonly at: number; readonly top: number }[] = []
  for (const line of lines) {
    starts.push({ at: text.length, top: line.top })
    text += letters(line.text)
  }
  const tops = new Map<number, number>()
  let from = 0
  for (const { order, question } of questions) {
    const wanted = letters(question).slice(0, telling)
    // A question may go on on the next page after a few words: what is left of it on this one is looked for too.
    const at = wanted.length < leastTelling ? -1 : Math.max(text.indexOf(wanted, from), endsWith(text, wanted, from))
    if (at < 0) continue
    const start = starts.findLast((each) => each.at <= at)
    if (start === undefined) continue
    tops.set(order, start.top)
    from = at + 1
  }
  return tops
}

/** Where a text ends in the beginning of `wanted`, not before `from`; -1 where it does not. */
function endsWith(text: string, wanted: string, from: number): number {
  for (let length = wanted.length - 1; length >= leastTelling; length -= 1) {
    if (text.length - length >= from && text.endsWith(wanted.slice(0, length))) return text.length - length
  }
  return -1
}

/**
 * The places of all questions, in their order: as found by text, else as the reading tells, else where the one before is.
 *
 * @param found places that were found by text, by order
 */
export function placesOf(
  questions: readonly Pick<Question, 'order' | 'ownPage' | 'top'>[],
  found: ReadonlyMap<number, Place>,
): readonly QuestionPlace[] {
  let before: QuestionPlace = { order: -1, page: 1, top: 0 }
  return questions.map(({ order, ownPage, top }) => {
    const known = found.get(order) ?? (top === undefined ? undefined : { page: ownPage, top })
    const page = Math.max(ownPage, before.page)
    const guess = { page, top: before.page === page ? before.top : 0 }
    before = { order, ...(known ?? guess) }
    return before
  })
}

/**
 * Whether the pages that a reading names are those of this file: what was read from a web page stands on «page 1», all
 * of it.
 *
 * @param pages number of pages of the file
 */
export function hasPages(questions: readonly Pick<Question, 'ownPage'>[], pages: number): boolean {
  return pages === 1 || questions.length < 2 || questions.some(({ ownPage }) => ownPage > 1)
}

/**
 * The question of a list that stood in another list of the same document: by its number, and which of those with that number it
 * is. Null where it is gone.
 */
export function sameQuestion(
  before: readonly Pick<Question, 'order' | 'number'>[],
  order: number,
  after: readonly Pick<Question, 'order' | 'number'>[],
): number | null {
  const name = questionNames(before).get(order)
  if (name === undefined) return null
  const names = questionNames(after)
  return after.find((one) => isSameName(names.get(one.order), name))?.order ?? null
}

const isSameName = (one: QuestionName | undefined, other: QuestionName): boolean =>
  one?.number === other.number && one.occurrence === other.occurrence

/** Points above a question at which it begins to be the one that is read. */
const early = 6

/**
 * The question that is read: the last one that begins above the reader's eyes. Null before the first.
 *
 * @param places in reading order
 */
export function questionAt(places: readonly QuestionPlace[], eyes: Place): number | null {
  let low = 0
  let high = places.length
  while (low < high) {
    const middle = (low + high) >> 1
    const place = places[middle]
    if (place !== undefined && (place.page < eyes.page || (place.page === eyes.page && place.top - early <= eyes.top)))
      low = middle + 1
    else high = middle
  }
  return places[low - 1]?.order ?? null
}

/** The next question after one that needs checking, around the end; null where none does. */
export function nextDoubtful(
  questions: readonly Pick<Question, 'order' | 'doubts' | 'complete'>[],
  after: number | null,
): number | null {
  const doubtful = questions.filter(isDoubtful)
  return (doubtful.find(({ order }) => order > (after ?? -1)) ?? doubtful[0])?.order ?? null
}
