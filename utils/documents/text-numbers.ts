import { endsAsking, endsSentence } from './parse/sentences.ts'
import type { OrderedLines } from './text-tables.ts'

/**
 * Numbers of questions that stand apart from them: an extraction that prints a table column by column (`pdftotext`) has several numbers in a
 * row, and then the questions. They are put back where as many paragraphs ask as there are numbers; else the text stays as it is.
 */

const numberAlone = /^\d{1,3}\.?$/
const answerHeading = /^Antwoord(?:en)?(?: (?:op )?(?:vra(?:ag|gen) )?[\d, tenm/-]{1,40})?:?$/
const namesColumn = /^(?:Nr\.?|Blz\.?|Vraag|\(van\)|t\/m|Pagina)$/
/** So few are an answer's own figures. */
const fewestNumbers = 3
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
  const numbers = longestRun(text)
  if (numbers.length < fewestNumbers || !standTogether(text, numbers)) return ordered
  const taken = new Set(numbers)
  const paragraphs = paragraphsOf(text, taken)
  const asked = questionsIn(text, paragraphs)
  if (asked.length !== numbers.length) return ordered
  return placed(ordered, text, { numbers, taken, asked })
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

/** Indices of the longest run of numbers that rise by one. */
function longestRun(text: readonly string[]): number[] {
  const best = new Map<number, { readonly length: number; readonly at: number }>()
  const before: (number | undefined)[] = []
  let top: { length: number; at: number } = { length: 0, at: -1 }
  text.forEach((line, at) => {
    if (!numberAlone.test(line)) return
    const number = Number.parseInt(line, 10)
    const last = best.get(number - 1)
    const length = (last?.length ?? 0) + 1
    before[at] = last?.at
    if ((best.get(number)?.length ?? 0) <= length) best.set(number, { length, at })
    if (length > top.length) top = { length, at }
  })
  const run: number[] = []
  for (let at: number | undefined = top.at; at !== undefined && at >= 0; at = before[at]) run.push(at)
  return run.reverse()
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
  text.forEach((line, at) => {
    if (line === '' || taken.has(at) || namesColumn.test(line)) return
    const last = paragraphs.at(-1)
    const isHeading = answerHeading.test(line)
    const isFigure = numberAlone.test(line)
    const begins = isHeading || last?.isHeading || (!isFigure && /^[\p{Lu}«“‘]/u.test(line) && endsSentence(before))
    if (!last || begins) paragraphs.push({ lines: [at], isHeading })
    else last.lines.push(at)
    // The page asked about stands within the words of its question.
    if (!isFigure) before = line
  })
  return paragraphs
}

/** Whether a paragraph ends with what it asks, the mark of a note and the pages beside it left out. */
function asks(text: readonly string[], { lines, isHeading }: Paragraph): boolean {
  const last = lines.findLast((at) => !numberAlone.test(text[at] ?? ''))
  return !isHeading && last !== undefined && endsAsking((text[last] ?? '').replace(/(?<=\?)\d{1,2}$/, ''))
}

/** The paragraphs that are questions: those before each heading of an answer, or all that ask in a row where answers have none. */
function questionsIn(text: readonly string[], paragraphs: readonly Paragraph[]): Paragraph[] {
  const headings = paragraphs.filter(({ isHeading }) => isHeading).length
  const all = paragraphs.filter((one) => asks(text, one)).length
  if (headings < all * enoughHeadings) {
    const first = paragraphs.findIndex((one) => asks(text, one))
    const rest = paragraphs.slice(first)
    const end = rest.findIndex((one) => !asks(text, one))
    return first < 0 ? [] : rest.slice(0, end < 0 ? rest.length : end)
  }
  return paragraphs.flatMap(({ isHeading }, index) => {
    if (!isHeading) return []
    let from = index - 1
    // The last paragraph before an answer is its question, though it need not ask: «Graag een overzicht.»
    while (from > 0 && asks(text, paragraphs[from - 1] ?? { lines: [], isHeading: true })) from -= 1
    return paragraphs.slice(Math.max(0, from), index)
  })
}

interface Found {
  readonly numbers: readonly number[]
  readonly taken: ReadonlySet<number>
  readonly asked: readonly Paragraph[]
}

function placed({ lines, guessed }: OrderedLines, text: readonly string[], { numbers, taken, asked }: Found): OrderedLines {
  const numberAt = new Map(asked.map(({ lines: [first = -1] }, place) => [first, text[numbers[place] ?? -1] ?? '']))
  const pages = new Map<number, string>()
  const moved = new Set<number>()
  for (const { lines: own } of asked) {
    const beside = own.filter((at) => numberAlone.test(text[at] ?? ''))
    for (const at of beside) moved.add(at)
    if (beside.length > 0) pages.set(own.at(-1) ?? -1, beside.map((at) => text[at]).join(' '))
  }
  const result: string[] = []
  const all = new Set<number>()
  lines.forEach((line, at) => {
    const number = numberAt.get(at)
    if (number !== undefined) {
      result.push('')
      all.add(result.length)
      result.push(number)
    }
    if (!taken.has(at) && !moved.has(at) && !namesColumn.test(text[at] ?? '')) {
      if (guessed.has(at) || number !== undefined) all.add(result.length)
      result.push(line)
    }
    const page = pages.get(at)
    if (page !== undefined) result.push(page)
  })
  return { lines: result, guessed: all }
}
