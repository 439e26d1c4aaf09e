import type { PageName, PageReport } from '#utils/browser/protocol/page-report.ts'
import { documentTitle } from '#utils/dom/natives.ts'
import type { PlacedReference } from '#utils/dom/places.ts'

/** What the background takes: more codes than anyone looks through, longer addresses than sites have. */
const most = { codes: 50_000, address: 20_000 }

/**
 * What the page names, for badge and popup; of an endless page the first codes.
 *
 * @param contentType MIME type of the document
 */
export function reportOf(
  references: readonly Pick<PlacedReference, 'code' | 'collapsed'>[],
  contentType: string,
): PageReport {
  const codes = new Map<string, PageName>()
  for (const { code, collapsed } of references) {
    const { count = 0, collapsed: all = true } = codes.get(code.id) ?? {}
    codes.set(code.id, { kind: code.kind, id: code.id, count: count + 1, collapsed: all && collapsed })
  }
  const url = location.href.slice(0, most.address)
  return { url, title: documentTitle(), contentType, codes: [...codes.values()].slice(0, most.codes) }
}

/** Whether two reports name the same codes on the same page, and the same ones collapsed. */
export function sayTheSame(one: PageReport, other: PageReport): boolean {
  if (one.url !== other.url || one.codes.length !== other.codes.length) return false
  const known = new Map(one.codes.map(({ id, collapsed }) => [id, collapsed]))
  return other.codes.every(({ id, collapsed }) => known.get(id) === collapsed)
}
