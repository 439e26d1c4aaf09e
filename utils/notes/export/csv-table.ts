/** What spreadsheets part cells by: `;` where the comma is in numbers, as in Dutch, `,` in English. */
export type Separator = ';' | ','

/**
 * Spreadsheets take a cell that begins with one of these for a formula (OWASP, «CSV Injection»); some pass over blanks and what
 * nobody sees before it.
 */
const formula = /^(?:[\t\r\n]|[\s\p{Cc}\p{Cf}]*[=+\-@\uff1d\uff0b\uff0d\uff20])/u

/** A table for a spreadsheet, RFC 4180 with a byte order mark: without one Excel reads UTF-8 as something else. */
export function csvTable(rows: readonly (readonly string[])[], separator: Separator): string {
  const line = (cells: readonly string[]) => cells.map((cell) => escaped(cell, separator)).join(separator)
  return `\ufeff${rows.map(line).join('\r\n')}\r\n`
}

function escaped(cell: string, separator: Separator): string {
  const safe = formula.test(cell) ? `'${cell}` : cell
  const needsQuotes = safe.includes(separator) || /["\r\n]/.test(safe)
  return needsQuotes ? `"${safe.replaceAll('"', '""')}"` : safe
}
