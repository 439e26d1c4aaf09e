/**
 * A table of questions whose column of pages stands between the number and the question («3 17 Hoe is …?»), in text that has kept its rows
 * but not its columns.
 */

import { isDigit } from '../signs.ts'
import { asPage, rangeOf } from './page-asked.ts'

/** The number, the page asked about, and maybe a second column with the last page, before the words of a question. */
const source = String.raw`((\d{1,3}) (?:(?:blz|pag|pp?)\.? ?)?(\d{1,4}(?:[-–]\d{1,4})?) )(?:(\d{1,4}) )?(?![DZA]\d)(?=[\p{Lu}«“‘„])`
const atStart = new RegExp(`^${source}`, 'u')
/** The last digits of a code that its column broke are no number, though they rise with the pages. */
const within = new RegExp(String.raw`(?<=\s)(?<!\b20\d\d\s?[DZA]\d{0,4}\s)${source}`, 'gu')

/** A number with the page behind it. Offsets are UTF-16. */
export interface PagedNumber {
  /** Where it stands: a row, or an offset in a text. */
  readonly at: number
  readonly number: string
  readonly page: string
  /** Characters of both, up to the question's first word or figure. */
  readonly length: number
}

/** The same, with the figure that stands behind the page: the last page, or what the question begins with. */
interface Found extends PagedNumber {
  readonly figure: string | undefined
}

const fewest = 3
/** So many have a last page, where the table has a column of them. */
const fewestWithLast = 2
const enoughWithLast = 0.1

/** The numbers with pages that a text without lines holds, where they are those of such a table. */
export function pagedNumbersIn(text: string): readonly PagedNumber[] {
  return withLastPages(inOrder([...text.matchAll(within)].map((match) => foundIn(match, match.index))))
}

/** The same of rows, each with its own. */
export function pagedNumbersOf(rows: readonly { readonly text: string }[]): readonly PagedNumber[] {
  const found: Found[] = []
  rows.forEach(({ text }, at) => {
    if (!isDigit(text) || !mayBePaged(text)) return
    const match = atStart.exec(text)
    if (match) found.push(foundIn(match, at))
  })
  return withLastPages(inOrder(found))
}

function foundIn({ 1: both = '', 2: number = '', 3: page = '', 4: figure }: RegExpExecArray, at: number): Found {
  return { at, number, page: asPage(page), length: both.length, figure }
}

/** With the last page where the table has a column of them; elsewhere that figure is the question's first word. */
function withLastPages(run: readonly Found[]): readonly PagedNumber[] {
  const withLast = run.filter((one) => lastPageOf(one) !== null).length
  if (withLast < Math.max(fewestWithLast, run.length * enoughWithLast)) return run
  return run.map((one) => {
    const page = lastPageOf(one)
    return page === null ? one : { ...one, page, length: one.length + (one.figure?.length ?? 0) + 1 }
  })
}

const lastPageOf = ({ page, figure }: Found) => (figure === undefined ? null : rangeOf(page, figure))

/** Behind the first number another one begins, or «blz.»: hardly a row of prose has that. */
const mayBePaged = (text: string) => /^\d{1,3} [\dbp]/.test(text)

/** The longest run of numbers that rise by one while their pages never fall; none where it is too short to tell a table. */
function inOrder(found: readonly Found[]): readonly Found[] {
  if (found.length < fewest) return []
  const before: number[] = []
  const lengths: number[] = []
  const ending = new Map<number, number>()
  let best = -1
  found.forEach(({ number, page }, index) => {
    const previous = ending.get(Number(number) - 1) ?? -1
    const follows = previous >= 0 && Number.parseInt(found[previous]?.page ?? '', 10) <= Number.parseInt(page, 10)
    before.push(follows ? previous : -1)
    const length = follows ? (lengths[previous] ?? 0) + 1 : 1
    lengths.push(length)
    const rival = ending.get(Number(number))
    if (rival === undefined || (lengths[rival] ?? 0) <= length) ending.set(Number(number), index)
    if (best < 0 || length > (lengths[best] ?? 0)) best = index
  })
  if ((lengths[best] ?? 0) < fewest) return []
  const run: Found[] = []
  for (let index = best; index >= 0; index = before[index] ?? -1) {
    const one = found[index]
    if (one) run.push(one)
  }
  return run.reverse()
}
