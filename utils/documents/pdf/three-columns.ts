import { crosses, type Gutters, gutterIn, sidesOf, textOf } from './gutters.ts'
import type { Row } from './run.ts'

/** Fewer lines than this in each of three columns are a table or chance, unless other pages are set so. */
const fewestLines = 8
/** In points: gutters of one document's pages, and where the lines of its columns begin. */
const samePlace = 3
/** Each column is at least so wide, in parts of the widest. */
const narrowest = 0.6

const question = /^vra(?:ag|gen) (\d{1,3})[a-z]?(?:(?:,| en| t\/m) .{1,12})?[.:]?$/i
const answer = /^antwoord(?: (?:op )?(?:vra(?:ag|gen) )?(\d{1,3})(?:(?:,| en| t\/m) .{1,20})?)?[.:]?$/i
const number = /^(\d{1,3})[.)] \p{Lu}/u

/**
 * Left edges of the second and the third column of the pages that are set in three of running text: headings of questions, or of
 * answers, stand in several of them and count on from one to the next, where those of a table stand in one, or count alike in each. A page of few lines is set as others of its document are.
 */
export function threeColumns(
  pages: readonly (readonly Row[])[],
  all: readonly Gutters[],
): (readonly number[] | null)[] {
  let known: readonly number[] | null = null
  const found = pages.map((rows, page) => {
    const [second, third] = [gutterIn(all[page] ?? [], 1), gutterIn(all[page] ?? [], 2)]
    if (second === null || third === null || !areThree(rows, [second, third])) return null
    known ??= [second, third]
    return [second, third]
  })
  if (!known) return found
  return found.map((own, page) => own ?? (isSetIn(pages[page] ?? [], known ?? []) ? known : null))
}

function areThree(rows: readonly Row[], gutters: readonly number[]): boolean {
  const beside = rows.filter((row) => !crosses(row, gutters))
  const sides = sidesOf(beside, gutters)
  if (sides.some((side) => side.length < fewestLines)) return false
  const widths = sides.map((side) => Math.max(...side.map(({ right }) => right)) - Math.min(...side.map(({ x }) => x)))
  if (Math.min(...widths) < Math.max(...widths) * narrowest) return false
  return [question, answer, number].some((heading) => {
    const highest = sides.flatMap((side) => highestOf(side, heading) ?? [])
    return highest.length > 1 && highest.every((each, at) => at === 0 || each === 0 || each > (highest[at - 1] ?? 0))
  })
}

/** The highest number of a column's headings: 0 where none has a number, null for no heading. */
function highestOf(side: readonly Row[], heading: RegExp): number | null {
  const edge = Math.min(...side.map(({ x }) => x))
  let highest: number | null = null
  for (const row of side) {
    const found = row.x - edge < samePlace ? heading.exec(textOf(row)) : null
    if (found) highest = Math.max(highest ?? 0, Number(found[1] ?? 0))
  }
  return highest
}

/** Whether a page's lines stand in the columns of another: hardly any cross them, and some begin where the second one does. */
function isSetIn(rows: readonly Row[], gutters: readonly number[]): boolean {
  const beside = rows.filter((row) => !crosses(row, gutters))
  const begins = beside.filter(({ runs }) => runs.some(({ x }) => Math.abs(x - (gutters[0] ?? 0) - 1) < samePlace))
  return begins.length > 0 && beside.length * 2 > rows.length
}
