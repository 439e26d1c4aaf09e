import { rowsOf } from './delimited.ts'
import { besideEachOther, columnWidth } from './table-rows.ts'
import type { Line } from './types.ts'

/** What the columns of a list of questions are called, in the first row of the file. */
const questionColumn = /^(?:vraag|vragen|vraagtekst|vraagstelling|question)$/i
const otherColumn =
  /^(?:nr|no|nummer|#|id|volgnr|volgnummer|vraagnr|vraagnummer|number|antwoord|antwoorden|reactie|answer)\.?$/i
const delimiters = [';', ','] as const
/** Longer than any head of columns. */
const longestHead = 1000

/** A list of questions as a spreadsheet saves it (RFC 4180, or with semicolons), a line of cells for each row; null for any other text. */
export function linesOfDelimited(text: string): Line[] | null {
  const start = text.slice(0, longestHead).trimStart()
  const head = /^[^\n\r]{1,400}/.exec(start)?.[0] ?? ''
  const delimiter = delimiters.find((one) => {
    const names = (rowsOf(head, one)[0] ?? []).map((name) => name.trim())
    return names.some((name) => questionColumn.test(name)) && names.some((name) => otherColumn.test(name))
  })
  if (delimiter === undefined) return null
  return rowsOf(text.trimStart(), delimiter).flatMap((row) =>
    besideEachOther(
      row.flatMap((cell, index) => {
        const lines = linesOfCell(cell)
        return lines.length === 0 ? [] : { lines, x: index * columnWidth, right: (index + 1) * columnWidth }
      }),
    ),
  )
}

function linesOfCell(cell: string): Line[] {
  const lines: Line[] = []
  for (const printed of cell.split(/\r\n|[\n\r]/)) {
    const text = printed.trim()
    if (text !== '') lines.push({ text, page: 1, startsBlock: true })
  }
  return lines
}
