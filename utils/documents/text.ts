import { linesOfDelimited } from './delimited-lines.ts'
import { withSingleSpacing } from './double-spacing.ts'
import { withHeadingsParted } from './flat/glued-headings.ts'
import { isFlat, linesOfFlatText } from './flat/lines.ts'
import { withHeadingsRepaired } from './flat/misread-headings.ts'
import { withStrokedRows } from './flat/stroked-rows.ts'
import { withAnswersInPlace } from './text-answers.ts'
import { withCellsInRows } from './text-cells.ts'
import { withColumnsInOrder } from './text-columns.ts'
import { withNumbersInPlace } from './text-numbers.ts'
import { cellsOfRow, tabsOfTable, withCellsParted } from './text-rows.ts'
import { pointsIn, withoutMarkup, withPlainLetters } from './text-signs.ts'
import { withTablesInOrder } from './text-tables.ts'
import type { Line } from './types.ts'
import { withoutQuoting } from './unquoted.ts'

/**
 * Plain text (pasted, or extracted from another format) as lines. A form feed starts a page, a blank line a block.
 * Wide gaps become cells, whose `x` counts characters: `pdftotext -layout` and pasted tables keep their columns so.
 * A text that has lost its line ends gets them back as far as it tells (`flat/`).
 */
export function linesOfText(text: string): Line[] {
  const plain = withStrokedRows(withPlainLetters(withoutQuoting(text)))
  const delimited = linesOfDelimited(plain)
  if (delimited) return delimited
  const flat = isFlat(plain)
  const parted = withHeadingsParted(plain, flat)
  if (flat) return parted.split('\f').flatMap((page, index) => linesOfFlatText(page, index + 1))
  const pages = withAnswersParted(withCellsParted(withHeadingsRepaired(parted))).split('\f')
  return pages.flatMap((printed, index) => linesOfPage(printed, index + 1))
}

/** @param page from 1 */
function linesOfPage(printedPage: string, page: number): Line[] {
  const pageText = withColumnsInOrder(withSingleSpacing(printedPage))
  const tabs = tabsOfTable(pageText)
  const printed = pageText.split(/\r\n|[\n\r\u2028\u2029\u0085\v]/)
  const ordered = withNumbersInPlace(withTablesInOrder(withCellsInRows(printed)))
  const inPlace = withAnswersInPlace(ordered, { mayGoOn: page > 1, areLines: true })
  const points = pointsIn(inPlace.lines)
  const lines: Line[] = []
  let startsBlock = true
  inPlace.lines.forEach((line, place) => {
    const raw = withoutMarkup(line, points.has(place))
    const text = raw.trim()
    if (text === '') startsBlock = true
    else if (place < (inPlace.names ?? 0)) lines.push({ text, page, startsBlock, role: 'header' })
    else {
      const cells = cellsOfRow(raw, tabs)
      const more = inPlace.guessed.has(place) ? { uncertain: true } : cells ? { cells } : {}
      lines.push({ text, page, startsBlock, ...more })
      startsBlock = false
    }
  })
  return lines
}

/** Pages of a plain text: form feeds between them, a last empty page not counted. */
export function pagesOfText(text: string): number {
  return text.replace(/\f\s*$/, '').split('\f').length
}

const answerBehind = /(?<=[?.!»”"’)])[ \t]+(?=(?:Antwoord|ANTWOORD)[ ]?:[ \t]+\S)/g
const fewestAnswers = 2

/** Answers that stand on the lines of their questions, «VRAAG 1: …? ANTWOORD: …», on lines of their own. */
function withAnswersParted(text: string): string {
  return [...text.matchAll(answerBehind)].length < fewestAnswers ? text : text.replace(answerBehind, '\n')
}
