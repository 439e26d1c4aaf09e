import { longestRun } from '../longest-run.ts'
import { isAnnex } from './annex.ts'
import { asking, numbersQuestion } from './asking.ts'
import { bestChain } from './chain.ts'
import { readHeading } from './headings.ts'
import { mixedStarts } from './mixed-columns.ts'
import { areOfExam } from './named-otherwise.ts'
import { numeralOf } from './numbers.ts'
import { answered, areOtherThings } from './other-lists.ts'
import { areOfConsultation, areProposed } from './put-to-public.ts'
import type { Row } from './rows.ts'
import { runs } from './runs.ts'
import type { Layout, Start, StartFamily } from './structure.ts'
import { areTold } from './told-as-questions.ts'
import { labelledStarts, unnumberedStarts } from './unnumbered.ts'

/**
 * Decides how this document marks its questions: by its markup, by headings in words, or by numbers; numbers must
 * form a run that asks. Null where nothing convinces: a statute's articles and a letter's points are no questions.
 */
export function chooseLayout(rows: readonly Row[], starts: readonly Start[]): Layout | null {
  const of = (family: StartFamily) => starts.filter((start) => start.family === family)
  const marked = of('marker')
  if (marked.length > 0) return { family: 'marker', starts: marked }
  const found = headings(of('heading'))
  // A page that names «Vraag 155: Actieplan» in passing asks nothing.
  const asks = asking(rows, found) >= found.length * enoughThatAsk && !isOtherwise(rows, found)
  const headed = asks || answered(rows, found) ? found : []
  const numbered = (['row', 'dotted'] as const)
    .map((family) => numberedLayout(rows, family, of(family)))
    .filter((layout) => convinces(rows, layout.starts))
    .sort((a, b) => total(b.starts) - total(a.starts))[0]
  const outnumbered = headed.length * 3 < (numbered?.starts.length ?? 0)
  if (headed.length > 0 && (!outnumbered || areNamed(rows, headed)))
    return { family: 'heading', starts: withoutGaps(headed, starts) }
  if (numbered?.isMixed) return numbered
  if (numbered) {
    const { family } = numbered
    return {
      family,
      starts: withoutGaps(withStragglers(rows, withTwins(rows, numbered.starts, of(family)), of(family)), starts),
    }
  }
  const labelled = labelledStarts(rows)
  if (labelled.length > 0) return { family: 'heading', starts: labelled }
  const unnumbered = unnumberedStarts(rows)
  return unnumbered.length > 0 ? { family: 'paragraph', starts: unnumbered } : null
}

function numberedLayout(rows: readonly Row[], family: StartFamily, all: readonly Start[]): Layout {
  const run = withoutAnnex(rows, runs(rows, all))
  const mixed = mixedStarts(rows, all, run)
  return mixed ? { family, starts: mixed, isMixed: true } : { family, starts: run }
}

/** An exam or a consultation has hardly a heading of an answer; where questions are put, one answer may be that to several. */
const isOtherwise = (rows: readonly Row[], starts: readonly Start[]) =>
  (areOfExam(rows, starts) || areOfConsultation(rows, starts) || areProposed(rows, starts)) &&
  !answered(rows, starts, someAnswered)
const someAnswered = 0.3

/** The run without the numbers of a table or list in an annex behind it, unless most of them ask: there the questions stand. */
function withoutAnnex(rows: readonly Row[], starts: readonly Start[]): readonly Start[] {
  const first = starts[0]?.row
  if (first === undefined) return starts
  const last = starts.at(-1)?.row ?? 0
  const annexes: number[] = []
  rows.forEach((_, row) => {
    if (row > first && row <= last && isAnnex(rows, row)) annexes.push(row)
  })
  for (const row of annexes.slice(0, mostAnnexes)) {
    const behind = starts.filter((start) => start.row > row)
    if (asking(rows, behind) < behind.length * enoughThatAsk) return starts.filter((start) => start.row < row)
  }
  return starts
}

/** Whether the heading of an answer names each of the headings of questions: then other numbers are a table's or a note's. */
function areNamed(rows: readonly Row[], starts: readonly Start[]): boolean {
  const named = new Set(
    rows.flatMap(({ text }) => {
      const heading = readHeading(text)
      return heading?.type === 'answer' ? heading.numbers : []
    }),
  )
  return starts.every(({ score, numbers }) => score >= 4 && numbers.every((number) => named.has(number)))
}

/** A number that the run has passed over must look like a question's by itself to be taken all the same. */
const fillsGap = 3

/**
 * One number in a list may be set otherwise («3. Wat …», «4 Wat …»): where the run has a gap, a start of another family
 * that carries the missing number fills it.
 */
function withoutGaps(chosen: readonly Start[], all: readonly Start[]): readonly Start[] {
  const result: Start[] = []
  let next = 0
  chosen.forEach((start, index) => {
    const before = chosen[index - 1]
    let number = numeralOf(before?.numbers.at(-1) ?? '') + 1
    const end = numeralOf(start.numbers[0] ?? '')
    for (; before && (all[next]?.row ?? start.row) < start.row; next += 1) {
      const other = all[next]
      if (!other || other.row <= before.row || other.score < fillsGap || number >= end) continue
      if (numeralOf(other.numbers[0] ?? '') !== number) continue
      result.push(other)
      number = numeralOf(other.numbers.at(-1) ?? '') + 1
    }
    result.push(start)
  })
  return result
}

/**
 * The run with a question that stands behind the next one, because that was answered together with the one before: `7.`, `9.`, their
 * answer, and `8.` behind it.
 */
function withStragglers(rows: readonly Row[], chosen: readonly Start[], all: readonly Start[]): readonly Start[] {
  let next = 0
  return chosen.flatMap((start, index) => {
    const before = numeralOf(chosen[index - 1]?.numbers.at(-1) ?? '')
    const number = start.numbers.at(-1) ?? ''
    const end = chosen[index + 1]?.row ?? rows.length
    let late: Start | null = null
    for (let one = all[next]; one && one.row < end; next += 1, one = all[next]) {
      if (one.row <= start.row || one.score < fillsGap || numeralOf(one.numbers[0] ?? '') !== before + 1) continue
      late ??= one
    }
    if (!late || numeralOf(number) !== before + 2) return start
    const isAnswered = rows.slice(start.row, late.row).some(({ text }) => {
      const heading = readHeading(text)
      return heading?.type === 'answer' && heading.numbers.length > 1 && heading.numbers.includes(number)
    })
    return isAnswered ? [start, late] : start
  })
}

/**
 * The run with each question whose number the next one bears too, with no other number between them: it is printed twice. A number
 * within a paragraph may be a note's.
 */
function withTwins(rows: readonly Row[], chosen: readonly Start[], all: readonly Start[]): readonly Start[] {
  const places = new Map(all.map((start, place) => [start, place]))
  return chosen.flatMap((start, index) => {
    const place = places.get(start) ?? 0
    const twin = all[place - 1]
    const isTwin = twin && twin.score >= fillsGap && twin.numbers.join() === start.numbers.join()
    if (!isTwin || twin === chosen[index - 1] || all[place - 2] !== chosen[index - 1]) return start
    return [twin, start].every(({ row }) => rows[row]?.startsBlock) ? [twin, start] : start
  })
}

function total(starts: readonly Start[]): number {
  return starts.reduce((sum, start) => sum + start.score, 0)
}

/**
 * Headings on lines of their own are all taken, in print order, whatever their numbers («Vraag 4, 5, 7 en 8», then
 * «Vraag 6»). A heading that runs on in a sentence must fit between its neighbours; without others, form a run.
 */
function headings(starts: readonly Start[]): Start[] {
  const alone = starts.filter((start) => start.score >= 4)
  if (alone.length === 0) return bestChain(starts)
  // Where most run on in their lines the list may begin with any number.
  let last = alone.length * 2 < starts.length ? numeralOf(starts[0]?.numbers[0] ?? '') - 1 : 0
  let part = ''
  return starts.filter(({ numbers: [own = ''], numbers, score }) => {
    const number = numeralOf(own)
    const isPart = number === last && own > part && part > String(last)
    const fits = score >= 4 || isPart || (number > last && number <= last + 3)
    if (fits) part = numbers.at(-1) ?? ''
    if (fits) last = numeralOf(part)
    return fits
  })
}

const enoughThatAsk = 0.5
/** «2021: 23 dagen»: a list of one question has no such number. */
const leastYear = 1900
/** More annexes than any list has. */
const mostAnnexes = 8

/** Shorter runs may be chosen from a list; of two the numbers elsewhere must be as many again. */
const fewestPages = 3

/**
 * Whether the numbers are the pages asked about, whose column an extraction printed before the questions: none follows the one before, and
 * as many numbers that do stand alone elsewhere, or among the words of a text without lines. A heading's number is no page, nor one with
 * a stop.
 */
function arePages(rows: readonly Row[], starts: readonly Start[]): boolean {
  if (starts.length < 2 || starts.some(({ family }) => family !== 'row')) return false
  const fewest = starts.length < fewestPages ? starts.length * 2 : starts.length
  const follows = (start: Start, index: number) =>
    index > 0 && numeralOf(start.numbers[0] ?? '') <= numeralOf(starts[index - 1]?.numbers.at(-1) ?? '') + 1
  if (starts.some(follows)) return false
  if (!rows[starts[0]?.row ?? 0]?.flows) {
    const alone = rows.filter(({ text }) => numberAlone.test(text))
    return longestRun(alone, ({ text }) => numeralOf(text)).length >= fewest * enoughThatAsk
  }
  const own = new Set(starts.map(({ row }) => row))
  const among = rows.flatMap(({ text }, row) => [
    ...(own.has(row) ? text.replace(/^\S+/, '') : text).matchAll(numberAmong),
  ])
  return longestRun(among, ([number]) => numeralOf(number)).length >= fewest
}

/** More pages than a paper has whose numbers stand alone before words that ask here and there. */
const mostEdges = 3

/**
 * Whether a few numbers without a stop are those of pages, between sentences of prose: right behind a question's own number it asks. Where the
 * first of two begins the whole text, each has to.
 */
function areAtEdges(rows: readonly Row[], starts: readonly Start[]): boolean {
  if (starts.length > mostEdges || starts.length < 2 || starts.some(({ family }) => family !== 'row')) return false
  const isAlone = ({ row }: Start) => /^\d{1,3}$/.test(rows[row]?.text ?? '')
  if (starts.every(isAlone) && !starts.some(({ row }) => numbersQuestion(rows, row))) return true
  if (starts[0]?.row !== 0 || starts.length > 2 || starts.some(({ score }) => score >= 7)) return false
  const asks = (start: Start) =>
    isAlone(start)
      ? numbersQuestion(rows, start.row)
      : asksSoon.test(rows[start.row]?.text.slice(start.textStart) ?? '')
  return !starts.every(asks)
}

/** In the first sentence or the second, or beyond the row. */
const asksSoon = /^(?:[^.?!]|\.\d)*(?:[.!]\s(?:[^.?!]|\.\d)*)?(?:\?|$)/

const numberAlone = /^\d{1,3}\.?$/
const numberAmong = /(?<=^|\s)\d{1,3}(?=\s|$)/g

/** Numbers alone prove nothing: at least half of the items must ask something, and one alone must be answered or coded. */
function convinces(rows: readonly Row[], starts: readonly Start[]): boolean {
  const asked = asking(rows, starts)
  if (starts.length === 0 || asked < starts.length * enoughThatAsk) return false
  if (areOtherThings(rows, starts) || arePages(rows, starts) || areAtEdges(rows, starts)) return false
  if (starts.length > 1) return areTold(rows, starts, asked)
  const only = starts[0]
  const number = numeralOf(only?.numbers[0] ?? '')
  return (
    only !== undefined &&
    number > 0 &&
    number < leastYear &&
    (only.score >= 7 || rows.slice(only.row).some((row) => readHeading(row.text)?.type === 'answer'))
  )
}
