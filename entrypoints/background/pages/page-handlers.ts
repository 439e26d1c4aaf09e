import type { BackgroundHandlers } from '#utils/browser/receive.ts'
import { isOfficialUrl } from '#utils/references/addresses/sites.ts'
import { frameOf } from './frames.ts'
import { putInto } from './inject.ts'
import type { Pages } from './pages.ts'

interface Parts {
  readonly pages: Pick<Pages, 'heard' | 'check'>
  /** What is known of a tab's page has changed: its badge is to be drawn anew. */
  readonly counted: (tabId: number) => void
}

/** What content scripts tell of their page, and what they have put into it. */
export function pageHandlers({
  pages,
  counted,
}: Parts): BackgroundHandlers<'page/site' | 'page/report' | 'page/stopped' | 'page/load' | 'chip/load'> {
  return {
    'page/site': (_, sender) => (sender.context === 'page' ? sender.site : ''),
    'page/report': (report, sender) => {
      if (sender.context !== 'page') return
      pages.heard(frameOf(sender), report)
      counted(sender.tabId)
    },
    'page/stopped': async (_, sender) => {
      if (sender.context !== 'page') return
      await pages.check(frameOf(sender))
      counted(sender.tabId)
    },
    'page/load': (_, sender) => sender.context === 'page' && putInto(sender, '/finder.js'),
    // Only of the official sites can the reader fetch a PDF.
    'chip/load': (_, sender) => sender.context === 'page' && isOfficialUrl(sender.url) && putInto(sender, '/chip.js'),
  }
}
