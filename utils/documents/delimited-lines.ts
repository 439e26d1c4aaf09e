import { rowsOf } from './delimited.ts'
import { expandNumbers, numberListSource } from './parse/numbers.ts'
import { besideEachOther, columnWidth, mostColumns } from './table-rows.ts'
import type { Line } from './types.ts'

/** What the columns of a list of questions are called, in the head of the file, as `plainName` gives it. */
const questionColumn =
  /^(?:vraag|vragen|vraag ?tekst|tekst (?:van de )?vraag|vraagstelling|feitelijke vraag|vraag (?:van (?:de )?)?(?:tweede |eerste )?kamer|question)$/
const numberColumn =
  /^(?:nr|no|nummer|#|id|volg ?nr|volg ?nummer|(?:vraag|question) ?(?:nr|no|nummer|id|number)|n(?:umme)?r vraag|number)$/
const answerColumn =
  /^(?:(?:concept|definitie(?:f|ve))[ -]?)?(?:antwoord(?:en)?|beantwoording|reactie|answer)(?: ?tekst| (?:op|van|door|de|het|kabinet|minister|ministerie|staatssecretaris|regering|bewindspersoon|algemene rekenkamer|rekenkamer)\b.*)?$/
/** What stands beside the question: who asks, and what it is about. */
const partyColumn = /^(?:fracties?|partij|vragensteller)$/
const factColumn = /^(?:blz|bladzijden?|pag|pagina(?:’s|'s)?|blz \(van\)|t\/m|document(?:nummer| ?nr)?|d-nummer)$/
/** What an answer goes on with, in a column of its own. */
const moreColumn = /^(?:nadere )?toelichting(?: (?:op|bij) (?:het )?antwoord)?$/
export const delimiters = [';', ',', '\t'] as const
/** Lines above the head: a title, an empty one. */
const rowsAboveHead = 3
/** Longer than any head of columns. */
const longestHead = 400
const fewestRows = 2
const enoughWhole = 0.8
const number = new RegExp(`^(?:(?:vraag\\s)?(${numberListSource})[.):]?)?$`, 'i')
/** «1. Klopt het …» in a cell of questions. */
const numberBefore = /^(\d{1,3}[a-z]?)[.):]\s+(?=\p{Lu})/u
const separator = /^\s*sep=[;,][^\S\n\r]*(?:\r\n|[\n\r])/i

/**
 * A list of questions as a spreadsheet saves it (RFC 4180, or with semicolons), a line of cells for each row; null for any other
 * text. Text below «Nr, vraag, antwoord» whose lines are not of so many cells is none.
 */
export function linesOfDelimited(text: string): Line[] | null {
  const content = text.replace(separator, '')
  let start = 0
  for (let above = 0; above <= rowsAboveHead; above += 1) {
    const end = endOfLine(content, start)
    if (end - start <= longestHead) {
      const head = content.slice(start, end)
      const delimiter = delimiters.find((one) => isHead(cellsOf(head, one)))
      if (delimiter !== undefined) return linesBelow(content.slice(0, start), content.slice(start), delimiter)
    }
    start = end + 1
  }
  return null
}

function endOfLine(content: string, start: number): number {
  const length = content.slice(start, start + longestHead + 1).search(/[\n\r]/)
  if (length >= 0) return start + length
  const end = content.indexOf('\n', start)
  return end < 0 ? content.length : end
}

const cellsOf = (line: string, delimiter: string) => (rowsOf(line, delimiter)[0] ?? []).map(plainName)

/** «Vraag_nr.», «Antwoord (concept)» as `vraag nr`, `antwoord`; a bracket that tells columns of pages apart stays. */
export function plainName(name: string): string {
  const plain = name
    .trim()
    .toLowerCase()
    .replace(/[_\s]+/g, ' ')
  return plain.replace(/(?<!^blz\.?)\s?\([^()]*\)$/, '').replaceAll('.', '')
}

export function isHead(names: readonly string[]): boolean {
  return (
    names.length <= mostColumns &&
    names.some((name) => questionColumn.test(name)) &&
    names.some((name) => numberColumn.test(name) || answerColumn.test(name))
  )
}

function linesBelow(above: string, content: string, delimiter: string): Line[] | null {
  const rows = rowsOf(content, delimiter).filter((row) => row.some((cell) => cell.trim() !== ''))
  const [head = [], ...items] = rows
  if (items.length < fewestRows || items.some((row) => row.length === 1 || filled(row) > head.length)) return null
  const columns = columnsOf(head.map(plainName), items)
  // A spreadsheet saves each cell, also an empty one, and numbers below «Nr».
  const isItem = (row: readonly string[]) =>
    row.length === head.length && (columns.number < 0 || number.test(row[columns.number]?.trim() ?? ''))
  if (items.filter(isItem).length < items.length * enoughWhole) return null
  const titles = above.split(/[\n\r]+/).flatMap((line) => rowsOf(line, delimiter))
  return [...titles.flatMap((row) => row.flatMap(linesOfCell)), ...itemsOf(items, columns).flatMap(linesOfItem)]
}

interface Item {
  readonly numbers: readonly string[]
  /** The lines of each cell beside the number. */
  readonly asked: readonly (readonly Line[])[]
  readonly answer: readonly Line[]
}

function itemsOf(rows: readonly (readonly string[])[], columns: ReturnType<typeof columnsOf>): Item[] {
  const numberIn = (row: readonly string[]) =>
    (columns.number < 0 ? numberBefore : number).exec(row[columns.counted]?.trim() ?? '')?.[1]
  // Without a column of numbers these may stand before the questions; else the rows count.
  const areCounted = columns.number >= 0 || rows.every((row) => numberIn(row) !== undefined)
  const items: Item[] = []
  for (const row of rows) {
    const asked = columns.beside.map((column) => {
      const cell = row[column] ?? ''
      const isCounted = areCounted && columns.number < 0 && column === columns.counted
      return linesOfCell(isCounted ? cell.trim().replace(numberBefore, '') : cell)
    })
    const answer = columns.answers.flatMap((column) => linesOfCell(row[column] ?? ''))
    const isAsked = asked.some((lines) => lines.length > 0)
    const printed = areCounted ? numberIn(row) : isAsked ? String(Number(items.at(-1)?.numbers[0] ?? 0) + 1) : undefined
    const numbers = isAsked ? expandNumbers(printed ?? '') : []
    const before = items.at(-1)
    // A row that asks and answers without a number goes on with the one above.
    if (before && before.numbers.length > 0 && numbers.length === 0 && isAsked && answer.length > 0) {
      const both = before.asked.map((lines, place) => [...lines, ...(asked[place] ?? [])])
      items[items.length - 1] = { ...before, asked: both, answer: [...before.answer, ...answer] }
    } else items.push({ numbers, asked, answer })
  }
  return items
}

function linesOfItem({ numbers, asked, answer }: Item): readonly Line[] {
  const cells = asked.flatMap((lines, place) =>
    lines.length === 0 ? [] : { lines, x: place * columnWidth, right: (place + 1) * columnWidth },
  )
  if (numbers.length === 0) return [...besideEachOther(cells), ...answer]
  return [
    ...marked(besideEachOther(cells), { type: 'question', numbers }),
    // A figure that is the answer is not the number of its question said again.
    ...marked(answer, { type: 'answer', numbers: answer[0]?.text === numbers.join() ? [] : numbers }),
  ]
}

/** The first of the lines says what they are, as the head of their column does. */
function marked(lines: readonly Line[], marker: NonNullable<Line['marker']>): Line[] {
  const [first, ...others] = lines
  return first ? [{ ...first, marker }, ...others] : []
}

/** Cells up to the last one that holds something. */
const filled = (row: readonly string[]) => row.findLastIndex((cell) => cell.trim() !== '') + 1

/**
 * Which columns hold what: the number (-1 without one), who asks, the question and what it is about from left to right, the answers.
 * Columns of the file's own («Status», «Behandelaar») are left out. «Vraag» may head the numbers beside «Vraagtekst».
 */
function columnsOf(names: readonly string[], items: readonly (readonly string[])[]) {
  const of = (kind: RegExp) => names.flatMap((name, column) => (kind.test(name) ? column : []))
  const areNumbers = (column: number) =>
    items.every((row) => /\d/.test(row[column] ?? '') && number.test(row[column] ?? ''))
  const questions = of(questionColumn)
  const text = questions.find((column) => !areNumbers(column)) ?? questions[0]
  const counted = questions.filter((column) => column !== text && areNumbers(column))
  const answers = of(answerColumn)
  const answer =
    answers.find((column) => names[column]?.startsWith('definitie')) ??
    answers.find((column) => !names[column]?.startsWith('concept')) ??
    answers[0]
  const column = of(numberColumn)[0] ?? counted[0] ?? -1
  return {
    number: column,
    /** Where the numbers are: a column of their own, or before the questions. */
    counted: column >= 0 ? column : (text ?? -1),
    beside: [...of(partyColumn), ...(text === undefined ? [] : [text]), ...of(factColumn)],
    answers: [...(answer === undefined ? [] : [answer]), ...of(moreColumn)],
  }
}

function linesOfCell(cell: string): Line[] {
  const lines: Line[] = []
  for (const printed of cell.split(/\r\n|[\n\r]/)) {
    const text = printed.trim()
    if (text !== '') lines.push({ text, page: 1, startsBlock: true })
  }
  return lines
}
