import type { PageName, PageReport } from './protocol/page-report.ts'

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
  const codes = new Map<string, PageName>()
  for (const code of reports.flatMap((report) => report.codes)) {
    const { count = 0, collapsed = true } = codes.get(code.id) ?? {}
    codes.set(code.id, { ...code, count: count + code.count, collapsed: collapsed && code.collapsed })
  }
  return { ...own, codes: [...codes.values()] }
}
