/** What the tables of all measurements share: shares, columns for the terminal, blocks between markers in a page of the docs. */

/** Rounded down, so that a stated figure is one that was really reached. */
export const shown = (share: number | null) =>
  share === null ? '–' : (Math.floor(share * 1000 + 1e-9) / 1000).toFixed(3)

export const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole)

/** Rows for the terminal: the first column to the left, figures to the right. */
export function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  '),
  )
}

export function markdown([headings = [], ...rows]: readonly (readonly string[])[]): string[] {
  return [headings, headings.map(() => '---'), ...rows].map((row, index) =>
    index === 1 ? `|${row.join('|')}|` : `| ${row.join(' | ')} |`,
  )
}

const between = (name: string) => new RegExp(`<!-- ${name} -->[\\s\\S]*?<!-- /${name} -->`)

/** What stands between the markers of that name; empty where there are none. */
export const blockIn = (page: string, name: string): string => between(name).exec(page)?.[0] ?? ''

/** The page with the block rewritten; an error where the markers are missing. */
export function withBlock(page: string, name: string, block: string): string {
  if (!between(name).test(page)) throw new Error(`the page has no <!-- ${name} --> … <!-- /${name} -->`)
  return page.replace(between(name), () => `<!-- ${name} -->\n${block}\n<!-- /${name} -->`)
}
