import { isAnnex } from './annex.ts'
import { askersOfSet, isAboveFirst } from './between-items.ts'
import { bestChain } from './chain.ts'
import { readHeading } from './headings.ts'
import { numeralOf } from './numbers.ts'
import type { Row } from './rows.ts'
import { endsAsking } from './sentences.ts'
import type { Start, StartFamily } from './starts.ts'
import { labelledStarts, unnumberedStarts } from './unnumbered.ts'

/** The starts of a document's questions, all in one layout. */
export interface Layout {
  readonly family: StartFamily
  readonly starts: readonly Start[]
}

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
  const headed = asking(rows, found) >= found.length * enoughThatAsk || answered(rows, found) ? found : []
  const numbered = (['row', 'dotted'] as const)
    .map((family): Layout => ({ family, starts: withoutAnnex(rows, runs(rows, of(family))) }))
    .filter((layout) => convinces(rows, layout.starts))
    .sort((a, b) => total(b.starts) - total(a.starts))[0]
  const outnumbered = headed.length * 3 < (numbered?.starts.length ?? 0)
  if (headed.length > 0 && (!outnumbered || hasGaps(numbered?.starts ?? []) || areNamed(rows, headed)))
    return { family: 'heading', starts: withoutGaps(headed, starts) }
  if (numbered) return { family: numbered.family, starts: withoutGaps(numbered.starts, starts) }
  const labelled = labelledStarts(rows)
  if (labelled.length > 0) return { family: 'heading', starts: labelled }
  const unnumbered = unnumberedStarts(rows)
  return unnumbered.length > 0 ? { family: 'paragraph', starts: unnumbered } : null
}

/** The run without the numbers of a table or list in an annex behind it, unless most of them ask: there the questions stand. */
function withoutAnnex(rows: readonly Row[], starts: readonly Start[]): readonly Start[] {
  const first = starts[0]?.row ?? rows.length
  const last = starts.at(-1)?.row ?? 0
  for (let row = first + 1; row <= last; row += 1) {
    if (!isAnnex(rows, row)) continue
    const behind = starts.filter((start) => start.row > row)
    if (asking(rows, behind) < behind.length * enoughThatAsk) return starts.filter((start) => start.row < row)
  }
  return starts
}

/** Whether most of several headings of questions have one of an answer behind them: then what they head need not ask («De leden vragen of …»). */
function answered(rows: readonly Row[], starts: readonly Start[]): boolean {
  const answers = rows.filter(({ text }) => {
    const heading = readHeading(text)
    return heading?.type === 'answer' && heading.end > 0
  }).length
  return starts.length > 1 && starts.every(({ score }) => score >= 2) && answers >= starts.length * mostAnswered
}

const mostAnswered = 0.8

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

/** Numbers that leave out every fifth are figures of a table rather than questions, where headings in words stand too. */
const widestHoles = 0.2

function hasGaps(starts: readonly Start[]): boolean {
  const holes = starts.filter((start, index) => {
    const before = starts[index - 1]
    return before && numeralOf(start.numbers[0] ?? '') > numeralOf(before.numbers.at(-1) ?? '') + 1
  })
  return holes.length >= starts.length * widestHoles
}

/** A number of another family must look like a question's by itself to fill a gap. */
const fillsGap = 3

/**
 * One number in a list may be set otherwise («3. Wat …», «4 Wat …»): where the run has a gap, a start of another family
 * that carries the missing number fills it.
 */
function withoutGaps(chosen: readonly Start[], all: readonly Start[]): readonly Start[] {
  const result: Start[] = []
  let next = 0
  for (const [index, start] of chosen.entries()) {
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
  }
  return result
}

/** The run of the numbers, or one for each member, or each chapter, whose questions begin again at 1 under a head of their own. */
function runs(rows: readonly Row[], starts: readonly Start[]): readonly Start[] {
  const whole = bestChain(starts)
  const members = rows.flatMap((row, index) => (askersOfSet(row) ? [index] : []))
  const sets = setsBelow(members, starts, rows.length)
  if (isBetter(sets, whole)) return sets.flat()
  const chapters = setsBelow(chapterHeads(rows, starts), starts, rows.length)
  return isBetter(chapters, whole) && chapters.every((set) => areAnswered(rows, set)) ? chapters.flat() : whole
}

function setsBelow(heads: readonly number[], starts: readonly Start[], end: number): Start[][] {
  if (heads.length < 2) return []
  const below: Start[][] = heads.map(() => [])
  let set = -1
  for (const start of starts) {
    while ((heads[set + 1] ?? end) < start.row) set += 1
    below[set]?.push(start)
  }
  return below.map(bestChain)
}

function isBetter(sets: readonly Start[][], whole: readonly Start[]): boolean {
  const count = sets.reduce((sum, set) => sum + set.length, 0)
  return count > whole.length && sets.every((set) => set[0]?.numbers[0] === '1')
}

/** Rows right above a number 1 that name a chapter. */
function chapterHeads(rows: readonly Row[], starts: readonly Start[]): number[] {
  return starts.flatMap(({ row, numbers }) => (numbers[0] === '1' && isAboveFirst(rows, row - 1) ? [row - 1] : []))
}

/** Whether numbers follow each other, and behind next to each question stands an answer: a list within an answer has none. */
function areAnswered(rows: readonly Row[], starts: readonly Start[]): boolean {
  if (starts.length < 2) return false
  const isWhole = starts.every((start, index) => numeralOf(start.numbers[0] ?? '') === index + 1)
  const proven = starts.filter((start, index) => {
    const end = starts[index + 1]?.row ?? Math.min(rows.length, start.row + rowsOfItem)
    let text = rows[start.row]?.text.slice(start.textStart) ?? ''
    for (let row = start.row + 1; row < end; row += 1) {
      const next = rows[row]
      if (!next) break
      if (readHeading(next.text)?.type === 'answer') return true
      if (next.startsBlock && text !== '') return endsAsking(text) || endsWishing.test(text)
      text = `${text} ${next.text}`.trimStart()
    }
    return false
  })
  return isWhole && proven.length >= starts.length * mostAsked
}

/** In a chapter of four questions one may be told otherwise. */
const mostAsked = 0.7
const endsWishing = /(?:^|[.?!»”] )(?:Graag|Gaarne)\b[^.?!]*\.$/

const rowsOfItem = 40

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
  let last = 0
  return starts.filter((start) => {
    const number = numeralOf(start.numbers[0] ?? '')
    const fits = start.score >= 4 || (number > last && number <= last + 3)
    if (fits) last = numeralOf(start.numbers.at(-1) ?? '')
    return fits
  })
}

const enoughThatAsk = 0.5
const characters = 1500

/** Numbers alone prove nothing: at least half of the items must ask something, and one alone must be answered or coded. */
function convinces(rows: readonly Row[], starts: readonly Start[]): boolean {
  if (starts.length === 0 || asking(rows, starts) < starts.length * enoughThatAsk) return false
  if (areResearched(rows, starts) || haveSections(rows, starts) || areTitles(rows, starts) || arePoints(rows, starts))
    return false
  if (starts.length > 1) return true
  const only = starts[0]
  return (
    only !== undefined &&
    (only.score >= 7 || rows.slice(only.row).some((row) => readHeading(row.text)?.type === 'answer'))
  )
}

const sectionTitle = /^(\d{1,2})\.\d{1,2}\.?\s+\p{Lu}[^.?!:;]{2,80}$/u
const enoughSections = 0.3

const research = /\b(?:[Dd]eel|[Hh]oofd|[Ss]ub|[Oo]nderzoeks|[Ee]valuatie|[Tt]oets)vra(?:ag|gen)\b/

/** The questions of a study: «Deelvragen:», and the questions below it. */
function areResearched(rows: readonly Row[], starts: readonly Start[]): boolean {
  const row = starts[0]?.row ?? 0
  return row > 0 && research.test(rows[row - 1]?.text ?? '') && !answered(rows, starts)
}

const enoughTitles = 0.3

/** Chapters, some of whose titles ask («2 Waarom dit onderzoek?») and some do not («4 Conclusies»). */
function areTitles(rows: readonly Row[], starts: readonly Start[]): boolean {
  const titles = starts.filter(({ row, textStart }) => {
    const next = rows[row + 1]
    const text = rows[row]?.text.slice(textStart) ?? ''
    return next?.startsBlock === true && !/\?|\d$/.test(text) && isTitle(text, next)
  }).length
  return titles > 1 && titles >= starts.length * enoughTitles && !answered(rows, starts)
}

const enoughPoints = 0.5
const rowsOfPoint = 12

/** Points of one long sentence: «1. brief over X (verzoek van 12 maart); 2. …». */
function arePoints(rows: readonly Row[], starts: readonly Start[]): boolean {
  const points = starts.filter((start, index) => {
    const end = starts[index + 1]?.row ?? rows.length
    let last = start.row
    while (last + 1 < end && last < start.row + rowsOfPoint && !rows[last + 1]?.startsBlock) last += 1
    if (!/[;,]$/.test(rows[last]?.text ?? '')) return false
    return !rows.slice(start.row, last + 1).some(({ text }) => /\?(?=\s|$)/.test(text))
  }).length
  return points > 1 && points >= starts.length * enoughPoints
}

/** The chapters of a report, whose titles may ask: «1.1 Aanleiding» stands under them. */
function haveSections(rows: readonly Row[], starts: readonly Start[]): boolean {
  const chapters = starts.filter((start, index) => {
    const end = starts[index + 1]?.row ?? rows.length
    const number = start.numbers[0]
    return rows.slice(start.row + 1, end).some(({ text }) => sectionTitle.exec(text)?.[1] === number)
  }).length
  return chapters > 1 && chapters >= starts.length * enoughSections
}

/**
 * How many of the items ask something near their start: in the paragraph behind the number, or in the next one where that
 * one is a sentence. A chapter's title is none.
 */
function asking(rows: readonly Row[], starts: readonly Start[]): number {
  let count = 0
  starts.forEach((start, index) => {
    const end = starts[index + 1]?.row ?? rows.length
    let text = rows[start.row]?.text.slice(start.textStart) ?? ''
    let blocks = 0
    for (let row = start.row + 1; row < end && text.length < characters && !text.includes('?'); row += 1) {
      const next = rows[row]
      if (!next) break
      if (row === start.row + 1 && start.family !== 'heading' && isTitle(text, next)) break
      if (next.startsBlock && text !== '') blocks += 1
      if (blocks > 2) break
      text += ` ${next.text}`
    }
    const asks = /\?(?=\s|$|[»”"’')\]\d])/.test(text.slice(0, characters))
    if (asks || membersAsk(rows[start.row]?.text.slice(start.textStart) ?? '')) count += 1
  })
  return count
}

/** A faction asks without a question mark: «De leden van de PvdV-fractie vragen of …», «Voorts verzoeken deze leden om …». */
const membersWant =
  /(?:(?<=^|[.?!»”"’')] )De|\bde|\b[Dd]eze) leden\b.{0,200}\b(?:vragen|verzoeken|vernemen|ontvangen)\b|\b(?:vragen|verzoeken|vernemen|ontvangen) (?:zij|(?:de|deze) leden)\b/

const membersAsk = (text: string) => (membersWant.exec(text)?.index ?? furthestMembers) < furthestMembers

/** They ask in the first sentence or the second. */
const furthestMembers = 200
const longestTitle = 60
const shortTitle = 40

/** The title of a chapter: short, without a stop, and the next row begins anew. */
function isTitle(text: string, next: Row): boolean {
  if (text === '' || text.length >= longestTitle || /[.:,;?!»”"’')]$/.test(text)) return false
  return next.startsBlock || (text.length < shortTitle && /^\p{Lu}/u.test(next.text))
}
