/**
 * The rows of a CSV or TSV file, each cell unquoted (RFC 4180: a quote inside a quoted cell is doubled, and such a cell
 * may hold line breaks). A quote that no other closes right before a delimiter or a line's end is a sign like any other.
 */
export function rowsOf(content: string, delimiter: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at < content.length) {
    const cell = (content[at] === '"' ? quoted(content, at, delimiter) : null) ?? plain(content, at, delimiter)
    row.push(cell.value)
    at = cell.end
    if (content[at] === delimiter) at += 1
    else {
      rows.push(row)
      row = []
      at += content[at] === '\r' && content[at + 1] === '\n' ? 2 : 1
    }
  }
  if (row.length > 0) rows.push(row)
  return rows
}

/** Null where the quote at `start` opens no cell. */
function quoted(content: string, start: number, delimiter: string): { value: string; end: number } | null {
  let value = ''
  let at = start + 1
  for (;;) {
    const quote = content.indexOf('"', at)
    if (quote === -1) return null
    value += content.slice(at, quote)
    if (content[quote + 1] !== '"') {
      let end = quote + 1
      while (content[end] === ' ') end += 1
      const isClosed = end >= content.length || [delimiter, '\n', '\r'].includes(content[end] ?? '')
      return isClosed ? { value, end } : null
    }
    value += '"'
    at = quote + 2
  }
}

function plain(content: string, start: number, delimiter: string): { value: string; end: number } {
  let end = start
  while (end < content.length && content[end] !== delimiter && content[end] !== '\n' && content[end] !== '\r') end += 1
  return { value: content.slice(start, end), end }
}
