import { type AnswerUnit, answersOf } from './answers-by-words.ts'
import { figureAlone } from './figures.ts'
import { headOfNumbers } from './heads-of-columns.ts'
import { longestRun } from './longest-run.ts'
import { endsAsking, endsSentence } from './parse/sentences.ts'
import { chapterName, numberAlone } from './text-numbers.ts'
import type { OrderedLines } from './text-tables.ts'

/**
 * Answers that an extraction printed below all questions of a page, because it prints a table column by column: the head of their column
 * parts them from the questions. Nothing there tells whose each is but its words; so each is a guess.
 */

const head = /^(?:Antwoord(?:en)?|Reactie)$/
const headOfQuestions = /^(?:Vraag|Vragen)$/
const headOfPages = /^(?:Blz|Pag)\.?(?: \(van\))?$|^Pagina(?:’s|'s)?$/
const numberBefore = /^\d{1,3}[.)]?\s+(?=[\p{Lu}«“‘])/u
const note = /^\d{1,2} (?=[\p{Lu}«“‘]|https?:)/u
const pageMark = /^(?:\d{1,3}|Pagina \d{1,3}(?: van \d{1,3})?|\d{1,3}\s?\/\s?\d{1,3})$/
const fewestQuestions = 2
/** So many of the questions ask. */
const enoughThatAsk = 0.7
/** More than so many of them end with what they ask. */
const enoughUnanswered = 0.5
/** One answer may end with a question of its own. */
const fewestAsking = 2
/** Part of the longest line that a line fills before a word is broken off. */
const filled = 0.92

interface PrintedPage {
  /** A page stands before, whose last answer may go on here. */
  readonly mayGoOn: boolean
  /** The lines are those of the page; else each holds a sentence. */
  readonly areLines: boolean
}

/** The lines with such answers behind their questions; the same lines where there are none. */
export function withAnswersInPlace(ordered: OrderedLines, { mayGoOn, areLines }: PrintedPage): OrderedLines {
  const { guessed, names = 0 } = ordered
  const text = ordered.lines.map((line) => line.trim())
  const heads = text.flatMap((line, at) => (head.test(line) ? [at] : []))
  const [answers = -1] = heads
  if (heads.length !== 1 || !text.slice(0, answers).some((line) => headOfQuestions.test(line))) return ordered
  if (!text.slice(0, answers).some((line) => headOfNumbers.test(line))) return ordered
  const starts = longestRun(text.slice(0, answers), numberOf)
  const questions = starts.map((from, place) => text.slice(from, starts[place + 1] ?? answers).join(' '))
  const asked = questions.filter((question) => question.includes('?'))
  if (starts.length < fewestQuestions || asked.length < starts.length * enoughThatAsk) return ordered
  // Else their answers stand behind them.
  const unanswered = starts.filter((from, place) => endsWithQuestion(text, from, starts[place + 1] ?? answers))
  if (unanswered.length <= starts.length * enoughUnanswered) return ordered
  const foot = footOf(text, answers)
  const units = unitsOf(text, answers + 1, foot, areLines)
  // More questions stand below the head: the columns were printed in parts.
  if (units.filter(({ to }) => text[to - 1]?.endsWith('?')).length >= fewestAsking) return ordered
  const found = answersOf(
    questions,
    units.map(({ from, to, border }) => ({ text: text.slice(from, to).join(' '), line: text[from] ?? '', border })),
    mayGoOn,
  )
  if (!found) return ordered
  const pages = pagesBelow(text, starts)
  const result: string[] = [...text.slice(0, names), text[answers] ?? '']
  const all = new Set<number>()
  const push = (from: number, to: number, isGuess: boolean) => {
    for (let at = from; at < to; at += 1) {
      if (isGuess || guessed.has(at)) all.add(result.length)
      result.push(text[at] ?? '')
    }
  }
  // The last answer of the page before goes on above the first question of this one.
  push(units[0]?.from ?? 0, units[(found[0]?.[0] ?? 0) - 1]?.to ?? 0, true)
  push(names, starts[0] ?? answers, false)
  starts.forEach((from, place) => {
    const next = starts[place + 1] ?? answers
    const title = titleAt(text, from, next)
    const page = pages[place] ?? -1
    push(from, page < 0 ? title : from + 1, true)
    if (page >= 0) push(page + 1, title, true)
    if (page >= 0) push(page, page + 1, true)
    result.push('')
    const [first = 0, last = 0] = found[place] ?? []
    push(units[first]?.from ?? 0, units[last - 1]?.to ?? 0, true)
    result.push('')
    push(title, next, false)
  })
  push(foot, text.length, false)
  return { lines: result, guessed: all, names: names + 1 }
}

/** The number that a line begins with, alone or before words. */
const numberOf = (line: string) =>
  numberAlone.test(line) || numberBefore.test(line) ? Number.parseInt(line, 10) : null

/** The page asked about right below each number, where nearly all numbers have one and the column has a name; else none. */
function pagesBelow(text: readonly string[], starts: readonly number[]): readonly number[] {
  const pages = starts.map((start) => {
    let at = start + 1
    while (text[at] === '') at += 1
    return numberAlone.test(text[start] ?? '') && numberAlone.test(text[at] ?? '') ? at : -1
  })
  const isNamed = text.some((line) => headOfPages.test(line))
  return isNamed && pages.filter((at) => at >= 0).length >= starts.length * enoughThatAsk ? pages : []
}

/** The line of the next chapter's title that stands behind a question; the end where there is none. */
function titleAt(text: readonly string[], from: number, to: number): number {
  const words = text.slice(from, to).flatMap((line, place) => (/\p{L}/u.test(line) ? [from + place] : []))
  const [before = from, last = from] = words.slice(-2)
  return words.length > 1 && chapterName.test(text[last] ?? '') && endsSentence(text[before] ?? '') ? last : to
}

/** Whether the last words from one line to another ask, a chapter's title, pages and marks of notes left out. */
function endsWithQuestion(text: readonly string[], from: number, to: number): boolean {
  const own = text.slice(from, titleAt(text, from, to))
  return endsAsking((own.findLast((line) => /\p{L}/u.test(line)) ?? '').replace(/(?<=\?)\s?\d{1,4}$/, ''))
}

/** The first line of what stands below the answers: notes, the page's number. */
function footOf(text: readonly string[], answers: number): number {
  let foot = text.length
  for (let at = text.length - 1; at > answers; at -= 1) {
    const line = text[at] ?? ''
    if (line === '' || pageMark.test(line)) {
      if (foot === at + 1) foot = at
    } else if (note.test(line) && text[at - 1] === '' && endsSentence(text[foot - 1] ?? '')) foot = at
    else if (foot - at > 3) break
  }
  return foot
}

interface Unit extends Pick<AnswerUnit, 'border'> {
  readonly from: number
  readonly to: number
}

/** Paragraphs as far as the lines tell: one begins behind a line that ends a sentence, surely so where that leaves room for its first word. */
function unitsOf(text: readonly string[], from: number, to: number, areLines: boolean): Unit[] {
  const widest = text.slice(from, to).reduce((most, { length }) => Math.max(most, length), 0)
  const units: { from: number; to: number; border: Unit['border'] }[] = []
  for (let at = from; at < to; at += 1) {
    const line = text[at] ?? ''
    if (line === '') continue
    const last = units.at(-1)
    const before = last ? (text[last.to - 1] ?? '') : ''
    const word = /^\S+/.exec(line)?.[0].length ?? 0
    const isApart = text[at - 1] === ''
    const border = !areLines
      ? 'line'
      : isApart
        ? 'apart'
        : before.length + 1 + word < widest * filled
          ? 'line'
          : 'sentence'
    const ended = endsSentence(before.replace(/(?<=[.?!])\s?\d{1,2}$/, ''))
    // Behind the last figure of a table.
    const isBehindTable = figureAlone.test(before) && /^\p{Lu}\S* \S+ \S+/u.test(line)
    const begins = isBehindTable || (ended && /^[\p{Lu}«“‘(€\d•–-]/u.test(line))
    if (!last || begins) units.push({ from: at, to: at + 1, border })
    else last.to = at + 1
  }
  return units
}
