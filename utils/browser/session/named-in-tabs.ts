import { browser } from 'wxt/browser'
import type { PageReport } from '../protocol/page-report.ts'

/**
 * What the page in each tab named when the background last heard of it, so that the popup can show it before anybody was asked.
 * In session storage: it outlives the background's stop, and neither the browser's end nor a private window leaves anything of
 * it on disk. Each is one string, because all of them are read at once, before it is known which tab is meant.
 */
const prefix = 'named-in-tab.'

/** Names that are remembered of a page: with more of them it is sooner asked. */
const most = 1_000

/** Lays down what the page in a tab names; null where nothing is known of it. */
export async function rememberNamed(tabId: number, report: PageReport | null): Promise<void> {
  if (report === null || report.codes.length > most) return browser.storage.session.remove(prefix + tabId)
  await browser.storage.session.set({ [prefix + tabId]: JSON.stringify(report) })
}

/** What the page at an address in a tab named, out of all that the session remembers; null where nothing is known of it. */
export function rememberedIn(
  session: Readonly<Record<string, unknown>>,
  { id, url }: { readonly id: number; readonly url: string },
): PageReport | null {
  const text = session[prefix + id]
  const report = typeof text === 'string' ? (JSON.parse(text) as PageReport) : null
  return report?.url === url ? report : null
}
