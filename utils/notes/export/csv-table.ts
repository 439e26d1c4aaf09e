/** What spreadsheets part cells by: `;` where the comma is in numbers, as in Dutch, `,` in English. */
export type Separator = ';' | ','

/**
 * Spreadsheets take a cell that begins with one of these for a formula (OWASP, «CSV Injection»); some pass over blanks and what
 * nobody sees before it.
 */
const formula = /^(?:[\t\r\n]|[\s\p{Cc}\p{Cf}]*[=+\-@\uff1d\uff0b\uff0d\uff20])/u

/**
 * Where a cell may begin for a spreadsheet that parts cells by another sign than the table does: its quotes hold
 * nothing together then.
 */
const separators = /([;,\t\r\n])/

/**
 * What could be a formula behind one of them (OWASP: «take care of the field separator and quotes»). After a plus or a
 * dash, with which lines of a list and numbers begin, only what calls or reaches for something: a name before a
 * bracket, a program, a cell of another sheet. A link of Markdown, `](`, does not.
 */
const innerFormula =
  /^[\s"\p{Cc}\p{Cf}]*(?:[=@\uff1d\uff20]|[+\-\uff0b\uff0d].*(?:[\p{L}\p{N}_.]\s*\(|\||![\p{L}\p{N}_$]))/su

/** A table for a spreadsheet, RFC 4180 with a byte order mark: without one Excel reads UTF-8 as something else. */
export function csvTable(rows: readonly (readonly string[])[], separator: Separator): string {
  const line = (cells: readonly string[]) => cells.map((cell) => escaped(cell, separator)).join(separator)
  return `\ufeff${rows.map(line).join('\r\n')}\r\n`
}

function escaped(cell: string, separator: Separator): string {
  const safe = withoutFormulas(cell)
  const needsQuotes = safe.includes(separator) || /["\r\n]/.test(safe)
  return needsQuotes ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** The text with an apostrophe before whatever may be read as a formula: spreadsheets then show what stands there. */
function withoutFormulas(cell: string): string {
  const [first = '', ...others] = cell.split(separators)
  const isFirst = formula.test(cell)
  return [isFirst ? `'${first}` : first, ...others.map((part) => (innerFormula.test(part) ? `'${part}` : part))].join(
    '',
  )
}
