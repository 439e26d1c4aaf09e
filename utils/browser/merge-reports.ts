import type { PageCode, PageReport } from './protocol.ts'

/**
 * What a page names with all its frames, as one: each code once, in the order of the frames, counted over all of them.
 * A code counts as collapsed only where it is so everywhere.
 *
 * @param reports the page's own first
 */
export function mergeReports(reports: readonly PageReport[]): PageReport | null {
  const [own] = reports
  if (own === undefined) return null
  if (reports.length === 1) return own
  const codes = new Map<string, PageCode>()
  for (const code of reports.flatMap((report) => report.codes)) {
    const before = codes.get(code.id)
    const collapsed = code.collapsed === true && (before === undefined || before.collapsed === true)
    const { collapsed: _, ...rest } = before ?? code
    const count = code.count + (before?.count ?? 0)
    codes.set(code.id, { ...rest, count, ...(collapsed ? { collapsed } : {}) })
  }
  return { ...own, codes: [...codes.values()] }
}
