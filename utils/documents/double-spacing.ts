import { endsSentence } from './parse/sentences.ts'

/** Of a page's lines, those with an empty one behind them; a word or a cell's end may stand right below another line. */
const enoughApart = 0.85
/** Paragraphs stand apart too, but most of them end as sentences do. */
const mostEnded = 0.5
const fewestLines = 8
/** Of them, those that hold two cells: the order of such a page is known. */
const enoughRows = 0.25
const twoCells = /\S {3,}\S/

/**
 * A page of a table whose lines are all printed with an empty line behind them, for its leading is wide, without one of these: what is left
 * parts its rows. The same page where its empty lines part paragraphs.
 */
export function withSingleSpacing(page: string): string {
  const lines = page.split('\n')
  const printed = lines.flatMap((line, at) => (line.trim() === '' ? [] : [at]))
  const rows = printed.filter((at) => twoCells.test(lines[at] ?? ''))
  if (printed.length < fewestLines || rows.length < printed.length * enoughRows) return page
  const apart = printed.filter((at) => lines[at + 1]?.trim() === '')
  if (apart.length < printed.length * enoughApart) return page
  const ended = apart.filter((at) => endsSentence(lines[at]?.trimEnd() ?? ''))
  if (ended.length > apart.length * mostEnded) return page
  const dropped = new Set(apart.map((at) => at + 1))
  return lines.filter((_, at) => !dropped.has(at)).join('\n')
}
