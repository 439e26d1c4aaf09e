import type { Cell, Line, StyleRun } from './types.ts'

/** Width of a column in points, for want of positions: well above what the parser takes for one place. */
export const columnWidth = 100

/** What stands farther right than this is put in the last column: no table of any paper is so wide. */
export const mostColumns = 1000

/** The lines of one table cell, and where its edges are in points. */
export interface CellLines {
  readonly lines: readonly Line[]
  readonly x: number
  readonly right: number
  /** How many rows it reaches down into, its own included; 1 where absent. */
  readonly rows?: number
}

/**
 * The rows of a table, cells side by side. An answer that reaches down beside several numbered questions answers them all: it is read where it
 * ends, behind the last of them, under the heading that its cell stands for.
 */
export function rowsBesideEachOther(rows: readonly (readonly CellLines[])[]): Line[] {
  const read: (readonly CellLines[])[] = []
  let open: { readonly cell: CellLines; readonly numbers: string[]; readonly end: number } | null = null
  for (const [index, cells] of rows.entries()) {
    open ??= openedBy(rows, index)
    read.push(open?.cell === cells.at(-1) ? cells.slice(0, -1) : cells)
    if (open && index === open.end) {
      const [first] = open.cell.lines
      const heading = `Antwoord op vragen ${open.numbers.join(', ')}`
      if (first)
        read.push([
          { ...open.cell, lines: [{ text: heading, page: first.page, startsBlock: true }, ...open.cell.lines] },
        ])
      open = null
    }
  }
  return read.flatMap(besideEachOther)
}

/** More questions than are answered at once. */
const mostJoint = 50

/** The answer that begins in a row and reaches down beside numbered questions, with their numbers and the last of its rows; null for any other row. */
function openedBy(rows: readonly (readonly CellLines[])[], index: number) {
  const cells = rows[index] ?? []
  const cell = cells.at(-1)
  const reach = cell?.rows ?? 1
  if (!cell || reach < 2 || reach > mostJoint || cells.length < 2 || numberOf(cells) === null) return null
  const others = rows.slice(index + 1, index + reach)
  if (others.length === 0) return null
  const numbers = [cells, ...others].map(numberOf)
  const isUnderOthers = others.some((own) => own.some(({ right }) => right > cell.x))
  if (isUnderOthers || ![cells, ...others].some(asks) || !numbers.every((number) => number !== null)) return null
  return { cell, numbers, end: index + others.length }
}

/** Whether a row holds a question: the rows of an answer's own table have numbers too. */
const asks = (cells: readonly CellLines[]) =>
  cells.some(({ lines }, index) => index > 0 && lines.some(({ text }) => text.includes('?')))

/** The number of the question that a row begins with, or null. */
function numberOf([first]: readonly CellLines[]): string | null {
  return /^(?:vraag )?(\d{1,4}[a-z]?)[.)]?$/i.exec(first?.lines[0]?.text ?? '')?.[1] ?? null
}

/** Puts the lines of one table row's cells side by side: the first line of every cell, then the second, and so on. */
export function besideEachOther(row: readonly CellLines[]): Line[] {
  let cells = row
  // A cell that fills its row is no column: what stands side by side in it keeps its own cells.
  const [only] = cells
  if (cells.length === 1 && only?.lines.some((line) => line.cells)) {
    return only.lines.flatMap((line) => (line.cells ? [line] : besideEachOther([{ ...only, lines: [line] }])))
  }
  const [number, label] = cells
  if (number && label && cells.length > 2) {
    const whole = withLabelWhole([...label.lines, ...number.lines])
    if (whole.length === 1) cells = [{ ...number, right: label.right, lines: whole }, ...cells.slice(2)]
  }
  if (cells.length > 1 && only && cells === row)
    cells = [{ ...only, lines: withLabelWhole(only.lines) }, ...cells.slice(1)]
  // No spreading here: a hostile row has more cells than a call may have arguments.
  const height = cells.reduce((most, { lines }) => Math.max(most, lines.length), 0)
  return Array.from({ length: height }, (_, level) => lineAcross(cells, level))
}

/** The lines of all cells at one height, as one line. */
function lineAcross(cells: readonly CellLines[], level: number): Line {
  let text = ''
  const parts: Cell[] = []
  const styles: StyleRun[] = []
  let startsBlock = false
  let marker: Line['marker']
  let page: number | undefined
  let longest: Line | undefined
  for (const { lines, x, right } of cells) {
    const line = lines[level]
    if (!line) continue
    page ??= line.page
    if (line.text.length > (longest?.text.length ?? 0)) longest = line
    if (text !== '') text += '  '
    const offset = text.length
    text += line.text
    parts.push({ start: offset, end: text.length, x, right })
    for (const run of line.styles ?? []) styles.push({ ...run, start: run.start + offset, end: run.end + offset })
    startsBlock ||= line.startsBlock
    marker ??= line.marker
  }
  return {
    text,
    page: page ?? 1,
    startsBlock,
    role: 'table-row',
    ...(longest?.size === undefined ? {} : { size: longest.size }),
    cells: parts,
    ...(styles.length === 0 ? {} : { styles }),
    ...(marker === undefined ? {} : { marker }),
  }
}

const labelWord = /^(?:vra(?:ag|gen)|antwoord(?: op)?(?: vra(?:ag|gen))?)$/i
const labelNumbers = /^\d{1,4}[a-z]?(?:(?:, | en | t\/m |-)\d{1,4}[a-z]?)*[.:]?$/

/** «Vraag» and «3» as two paragraphs of a row's first cell, or «3» and «Vraag» in its first two cells: a heading, whose words would stand on different lines than its number. */
function withLabelWhole(lines: readonly Line[]): readonly Line[] {
  const [word, numbers, ...others] = lines
  if (!word || !numbers || others.length > 0) return lines
  if (!labelWord.test(word.text) || !labelNumbers.test(numbers.text)) return lines
  return [{ ...word, text: `${word.text} ${numbers.text}` }]
}
