import type { PageCode, PageReport } from '#utils/browser/protocol.ts'
import { documentTitle } from '#utils/dom/natives.ts'
import type { PlacedReference } from '#utils/dom/places.ts'

/**
 * What the page names, for badge and popup.
 *
 * @param contentType MIME type of the document
 */
export function reportOf(references: readonly PlacedReference[], contentType: string): PageReport {
  const codes = new Map<string, PageCode>()
  for (const { code } of references) {
    codes.set(code.id, { ...code, count: (codes.get(code.id)?.count ?? 0) + 1 })
  }
  return { url: location.href, title: documentTitle(), contentType, codes: [...codes.values()] }
}

/** Equal for two reports that name the same codes on the same page. */
export const signatureOf = (report: PageReport): string =>
  `${report.url}\n${report.codes
    .map(({ id }) => id)
    .sort()
    .join('\n')}`
