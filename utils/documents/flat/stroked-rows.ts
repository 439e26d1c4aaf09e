const fewestRows = 3
/** A table has no more columns. */
const mostColumns = 8

/**
 * A text in one line whose table has its cells between strokes, «|1 |Kunt u … |Ja. … | | |dit … |», with its rows as lines, their cells of one
 * width as a converter of Word prints them. The same text where the strokes stand otherwise.
 */
export function withStrokedRows(text: string): string {
  if (!text.includes('|') || /[\n\r\f]/.test(text.trim())) return text
  const [before = '', ...parts] = text.split('|').map((part) => part.trim())
  const columns = columnsOf(parts)
  if (columns === 0) return text
  const rows = Array.from({ length: parts.length / (columns + 1) }, (_, row) =>
    parts.slice(row * (columns + 1), (row + 1) * (columns + 1) - 1),
  )
  const widths = Array.from({ length: columns }, (_, column) =>
    rows.reduce((widest, cells) => Math.max(widest, cells[column]?.length ?? 0), 2),
  )
  const lines = rows.map((cells) => `|${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('|')}|`)
  return [before, ...lines, parts.at(-1)].join('\n')
}

/** The cells of each row, where nothing stands between any row's last stroke and the next one's first; 0 where that is not so. */
function columnsOf(parts: readonly string[]): number {
  for (let columns = 2; columns <= mostColumns; columns += 1) {
    const step = columns + 1
    if (parts.length % step !== 0 || parts.length < fewestRows * step) continue
    if (parts.every((part, index) => (index + 1) % step !== 0 || part === '' || index === parts.length - 1))
      return columns
  }
  return 0
}
