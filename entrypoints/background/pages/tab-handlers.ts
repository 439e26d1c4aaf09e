import { browser } from 'wxt/browser'
import { isReadable } from '#utils/browser/permissions.ts'
import type { BackgroundHandlers } from '#utils/browser/receive.ts'
import type { Pages } from './pages.ts'
import { searchOnce } from './sites.ts'
import type { Walking } from './walking.ts'

interface Parts {
  readonly pages: Pick<Pages, 'ask'>
  readonly walking: Pick<Walking, 'goTo'>
  /** What is known of a tab's page has changed. */
  readonly counted: (tabId: number) => void
}

/** What the popup has done with the page under it. */
export function tabHandlers({
  pages,
  walking,
  counted,
}: Parts): BackgroundHandlers<'tab/report' | 'tab/go-to' | 'tab/search'> {
  return {
    'tab/report': async ({ tabId }) => {
      const { url } = await browser.tabs.get(tabId)
      // A page whose permission was taken back may not have noticed yet.
      if (url === undefined || !(await isReadable(url, tabId))) return null
      const report = await pages.ask(tabId)
      counted(tabId)
      return report
    },
    'tab/go-to': ({ tabId, id }) => walking.goTo(tabId, id),
    'tab/search': ({ tabId }) => searchOnce(tabId),
  }
}
