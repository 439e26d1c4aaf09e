import { kindOfFigure } from '../figures.ts'
import type { Stretch } from './tokens.ts'

/** Tables of figures that a text without lines has column by column: «Mutatie Accres Overige Bedrag 412 23». */

/** A text with a line for each row of its tables. */
export interface TabledText {
  readonly text: string
  /** Where the tables stand in it: which figure belongs to which name was guessed. */
  readonly tables: readonly Stretch[]
}

const figure = String.raw`(?:€ )?[-–]?\d(?:[\d.,]*\d)?%?`
/** Two figures or more, as many as a column has. */
const columnOfFigures = new RegExp(String.raw`(?<=\p{L}\)? )${figure}(?: ${figure})+(?= |$)`, 'gu')
/** What the names of a table's rows follow. */
const sentenceEnd = /[.?!:][»”"’')\]]* /g
const longestHead = 60
/** «Directie Uitvoering 1 11» holds the number of a question and its page. */
const fewestAlone = 3
/** Names of rows take no more. */
const longestNames = 2400
/** A name of a row or a column begins with a capital. */
const beginsName = /(?<= |^)(?=\p{Lu})/gu

interface Column extends Stretch {
  readonly figures: readonly string[]
}

/** The text with the rows of such tables on lines of their own; the same text where it has none. */
export function withTablesInRows(text: string): TabledText {
  const columns: Column[] = []
  for (const { 0: run, index } of text.matchAll(columnOfFigures)) {
    const figures = run.replaceAll('€ ', '€').split(' ')
    columns.push({ start: index, end: index + run.length, figures: figures.map((cell) => cell.replace('€', '€ ')) })
  }
  let result = ''
  let from = 0
  const tables: Stretch[] = []
  for (let index = 0; index < columns.length; index += 1) {
    const table = tableAt(text, columns, index, from)
    if (!table) continue
    result += `${text.slice(from, table.start)}\n`
    const start = result.length
    result += table.rows.join('\n')
    tables.push({ start, end: result.length })
    result += '\n'
    from = table.end
    index += table.columns - 1
  }
  return tables.length === 0 ? { text, tables } : { text: result + text.slice(from), tables }
}

interface Table extends Stretch {
  readonly rows: readonly string[]
  readonly columns: number
}

function tableAt(text: string, columns: readonly Column[], index: number, from: number): Table | null {
  const first = columns[index]
  if (!first) return null
  const before = text.slice(Math.max(from, first.start - longestNames), first.start)
  const names = before.slice(endOfSentence(before))
  // Behind other figures the text has the rows in order.
  if (/[\d,;•]/.test(names)) return null
  const [head, ...others] = namesIn(names)
  // The head of the names, a name for each figure, and the head of the figures.
  const second = others.pop()
  const count = first.figures.length
  if (/\b(?:Vraag|Antwoord)\b/.test(names)) return null
  if (head === undefined || second === undefined || others.length !== count) return null
  const found = [first]
  const heads = [second]
  for (let next = columns[index + 1]; next?.figures.length === count; next = columns[index + found.length]) {
    const between = text.slice(found.at(-1)?.end, next.start).trim()
    if (between.length > longestHead || !/^\p{Lu}[^.?!:;]*$/u.test(between)) break
    found.push(next)
    heads.push(between)
  }
  // Rows that the text has in order look the same, but hold figures of several kinds.
  const kinds = new Set(found.map(({ figures }) => kindOfFigure(figures[0] ?? '')))
  if (found.length === 1 && count < fewestAlone) return null
  if (!found.every(isOfOneKind) || kinds.size < Math.min(2, found.length)) return null
  if (goesOn.test(text.slice(found.at(-1)?.end, (found.at(-1)?.end ?? 0) + longestHead))) return null
  return {
    start: first.start - names.length,
    end: found.at(-1)?.end ?? first.end,
    rows: [
      [head, ...heads].join(' '),
      ...others.map((name, row) => [name, ...found.map(({ figures }) => figures[row])].join(' ')),
    ],
    columns: found.length,
  }
}

/** Another row follows, with a name and a figure of its own. */
const goesOn =
  /^ \p{Lu}[^.?!:;]{0,48}(?<! (?:in|op|van|tot|met|circa|ruim|is|zijn|was|waren|de|het|na|voor)) (?:[-–]|(?:€ )?[-–]?\d(?:[\d.,]*\d)?%?)(?= |$)/u

const isOfOneKind = ({ figures }: Column) => new Set(figures.map(kindOfFigure)).size === 1

function endOfSentence(before: string): number {
  let end = before.length
  for (const { 0: stop, index } of before.matchAll(sentenceEnd)) end = index + stop.length
  return end
}

/** «Mutatie Accres Overige mutaties Bedrag»: each begins with a capital. */
function namesIn(words: string): string[] {
  const starts = [...words.matchAll(beginsName)].map(({ index }) => index)
  if (starts[0] !== 0) return []
  return starts.map((start, place) => words.slice(start, starts[place + 1]).trim())
}
