import { readPayload } from '#utils/browser/payloads.ts'
import type { PageReport } from '#utils/browser/protocol.ts'

/**
 * What each tab's page names, so that a page sees notes only on codes that it names (SAFETY §3). It lives in memory
 * alone: the page is asked again after the background was stopped, and nothing about browsing is written down.
 */
export interface Pages {
  /** The page of a tab has said what it names. */
  heard(tabId: number, report: PageReport): void
  /** The tab has another page, or none. */
  forget(tabId: number): void
  /** What the page in a tab names; null where none answers. */
  report(tabId: number): Promise<PageReport | null>
  /** Those of these ids that the page in a tab names. */
  named(tabId: number, ids: readonly string[]): Promise<readonly string[]>
}

interface Known {
  readonly report: PageReport
  readonly ids: ReadonlySet<string>
}

/** @param ask asks the page in a tab for its report; rejects where none answers */
export function createPages(ask: (tabId: number) => Promise<PageReport>): Pages {
  const known = new Map<number, Known>()

  function heard(tabId: number, report: PageReport): Known {
    const page = { report, ids: new Set(report.codes.map(({ id }) => id)) }
    known.set(tabId, page)
    return page
  }

  async function askAgain(tabId: number): Promise<Known | null> {
    try {
      const answer = readPayload('page/report', await ask(tabId))
      return answer === null ? null : heard(tabId, answer.value)
    } catch {
      return null
    }
  }

  return {
    heard,
    forget: (tabId) => known.delete(tabId),
    report: async (tabId) => (known.get(tabId) ?? (await askAgain(tabId)))?.report ?? null,
    async named(tabId, ids) {
      const before = known.get(tabId)
      if (before !== undefined && ids.every((id) => before.ids.has(id))) return ids
      const now = await askAgain(tabId)
      return ids.filter((id) => now?.ids.has(id))
    },
  }
}
