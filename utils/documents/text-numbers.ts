import { headOfNumbers, headOfNumbersSource } from './heads-of-columns.ts'
import { longestRun } from './longest-run.ts'
import { readHeading } from './parse/headings.ts'
import { endsAsking, endsSentence } from './parse/sentences.ts'
import type { OrderedLines } from './text-tables.ts'

/**
 * Numbers of questions that stand apart from them: an extraction that prints a table column by column (`pdftotext`) has several numbers in a
 * row, and then the questions. They are put back where as many paragraphs ask as there are numbers; else the text stays as it is.
 */

export const numberAlone = /^\d{1,3}\.?$/
const answerHeading = /^Antwoord(?:en)?(?: (?:op )?(?:vra(?:ag|gen) )?[\d, tenm/-]{1,40})?:?$/
const numberBefore = /^(\d{1,3})[.):]?\s+[\p{Lu}«“‘]/u
const namesColumn = new RegExp(String.raw`^(?:${headOfNumbersSource}|Blz\.?|Vraag|\(van\)|t\/m|Pagina)$`)
/** So few are an answer's own figures. */
const fewestNumbers = 3
/** Below the heads of their column and of the questions'. */
const fewestOfTable = 2
/** So many of the numbers have the heading of an answer, where answers have any. */
const enoughHeadings = 0.34

interface Paragraph {
  /** Indices of its lines. */
  readonly lines: number[]
  readonly isHeading: boolean
}

/** The lines with such numbers before their questions; the same lines where there are none. */
export function withNumbersInPlace(ordered: OrderedLines): OrderedLines {
  const { lines } = ordered
  if (!mayBeApart(lines)) return ordered
  const text = lines.map((line) => line.trim())
  const numbers = longestRun(text, (line) => (numberAlone.test(line) ? Number.parseInt(line, 10) : null))
  const fewest = text.includes('Vraag') && text.some((line) => headOfNumbers.test(line)) ? fewestOfTable : fewestNumbers
  if (numbers.length < fewest || !standTogether(text, numbers)) return ordered
  const paragraphs = paragraphsOf(text, new Set(numbers))
  const { asked, end } = questionsIn(text, paragraphs)
  // Behind the last question a number that goes on with theirs is a figure.
  const own = numbers.filter((at) => at < end)
  if (asked.length !== own.length || asked.some((one, place) => isNumbered(text, one, text[own[place] ?? -1] ?? '')))
    return ordered
  return placed(ordered, text, { numbers: own, asked })
}

/** Cheap: a number alone, and another one with nothing but empty lines between. */
function mayBeApart(lines: readonly string[]): boolean {
  let isBehindNumber = false
  for (const line of lines) {
    if (line === '') continue
    const isNumber = line.length < 8 && numberAlone.test(line.trim())
    if (isNumber && isBehindNumber) return true
    isBehindNumber = isNumber
  }
  return false
}

/** Whether two of them have no words between: where each stands above its question all is well. */
function standTogether(text: readonly string[], numbers: readonly number[]): boolean {
  return numbers.some((at, place) => {
    const next = numbers[place + 1]
    return next !== undefined && text.slice(at + 1, next).every((line) => line === '' || numberAlone.test(line))
  })
}

/** Paragraphs of the other lines: one ends where a line ends a sentence and the next begins one, or at the heading of an answer. */
function paragraphsOf(text: readonly string[], taken: ReadonlySet<number>): Paragraph[] {
  const paragraphs: Paragraph[] = []
  let before = ''
  let isApart = false
  text.forEach((line, at) => {
    if (line === '' || taken.has(at) || namesColumn.test(line)) {
      isApart = true
      return
    }
    const last = paragraphs.at(-1)
    const isHeading = answerHeading.test(line)
    const isFigure = numberAlone.test(line)
    const begins =
      isHeading || last?.isHeading || (!isFigure && /^[\p{Lu}«“‘]/u.test(line) && (isApart || endsSentence(before)))
    if (!last || begins) paragraphs.push({ lines: [at], isHeading })
    else last.lines.push(at)
    // The page asked about stands within the words of its question.
    if (isFigure) return
    before = line
    isApart = false
  })
  return paragraphs
}

/** Whether a paragraph ends with what it asks, the mark of a note and the pages beside it left out. */
function asks(text: readonly string[], { lines, isHeading }: Paragraph): boolean {
  const last = lines.findLast((at) => !numberAlone.test(text[at] ?? ''))
  return !isHeading && last !== undefined && endsAsking((text[last] ?? '').replace(/(?<=\?)\d{1,2}$/, ''))
}

/** Whether a question has its number with it, as a heading or before its words: then those that stand apart are an answer's figures. */
function isNumbered(text: readonly string[], { lines }: Paragraph, apart: string): boolean {
  const number = Number.parseInt(apart, 10)
  return lines.some((at) => {
    const line = text[at] ?? ''
    return readHeading(line)?.type === 'question' || Number(numberBefore.exec(line)?.[1]) === number
  })
}

interface Questions {
  readonly asked: readonly Paragraph[]
  /** Line behind which no question's number stands. */
  readonly end: number
}

/** The paragraphs that are questions: those before each heading of an answer, or all that ask in a row where answers have none. */
function questionsIn(text: readonly string[], paragraphs: readonly Paragraph[]): Questions {
  const headings = paragraphs.filter(({ isHeading }) => isHeading).length
  const all = paragraphs.filter((one) => asks(text, one)).length
  if (headings < all * enoughHeadings) {
    const first = paragraphs.findIndex((one) => asks(text, one))
    const rest = paragraphs.slice(first).filter((one) => !isTitle(text, one))
    const end = rest.findIndex((one) => !asks(text, one))
    if (first < 0) return { asked: [], end: 0 }
    const asked = rest.slice(0, end < 0 ? rest.length : end)
    return { asked, end: rest[asked.length]?.lines[0] ?? text.length }
  }
  const asked = paragraphs.flatMap(({ isHeading }, index) => {
    if (!isHeading || paragraphs[index - 1]?.isHeading) return []
    let from = index - 1
    // The last paragraph before an answer is its question, though it need not ask: «Graag een overzicht.»
    while (from > 0 && asks(text, paragraphs[from - 1] ?? { lines: [], isHeading: true })) from -= 1
    return paragraphs.slice(Math.max(0, from), index)
  })
  return { asked, end: text.length }
}

export const chapterName = /^\p{Lu}[^.?!:]{2,60}$/u

/** A chapter's name between questions. */
const isTitle = (text: readonly string[], { lines: [first = -1, ...others], isHeading }: Paragraph) =>
  !isHeading && others.every((at) => numberAlone.test(text[at] ?? '')) && chapterName.test(text[first] ?? '')

interface Found {
  readonly numbers: readonly number[]
  readonly asked: readonly Paragraph[]
}

function placed({ lines, guessed }: OrderedLines, text: readonly string[], { numbers, asked }: Found): OrderedLines {
  const moved = new Set(numbers)
  const numberAt = new Map<number, string>()
  /** Pages asked about, behind the line that ends their question. */
  const pages = new Map<number, string>()
  const beside = numbers.map((at) => numberBelow(text, at)).map((at) => (moved.has(at) ? -1 : at))
  for (const at of beside) moved.add(at)
  asked.forEach(({ lines: own }, place) => {
    numberAt.set(own[0] ?? -1, text[numbers[place] ?? -1] ?? '')
    const within = own.filter((at) => numberAlone.test(text[at] ?? '') && !moved.has(at))
    for (const at of within) moved.add(at)
    const page = [beside[place] ?? -1, ...within].filter((at) => at >= 0).map((at) => text[at])
    if (page.length > 0) pages.set(own.at(-1) ?? -1, page.join(' '))
  })
  const isName = (at: number) => namesColumn.test(text[at] ?? '')
  // The names of the columns stand above all that stood in them.
  const names = lines.filter((_, at) => isName(at))
  const result = [...names]
  const all = new Set<number>()
  lines.forEach((line, at) => {
    const number = numberAt.get(at)
    if (number !== undefined) {
      result.push('')
      all.add(result.length)
      result.push(number)
    }
    if (!moved.has(at) && !isName(at)) {
      if (guessed.has(at) || number !== undefined) all.add(result.length)
      result.push(line)
    }
    const page = pages.get(at)
    if (page !== undefined) result.push(page)
  })
  return { lines: result, guessed: all, names: names.length }
}

/** The next line that is no empty one, where it is a number too: the column of pages beside that of numbers; -1 where it is none. */
function numberBelow(text: readonly string[], number: number): number {
  let next = number + 1
  while (text[next] === '') next += 1
  return numberAlone.test(text[next] ?? '') ? next : -1
}
