import { browser } from 'wxt/browser'
import { readerAddress } from '#utils/browser/reader-address.ts'
import type { BackgroundHandlers } from '#utils/browser/receive.ts'
import type { CheckedSender } from '#utils/browser/senders.ts'
import { isOfficialUrl } from '#utils/references/sites.ts'

interface ReaderRequest {
  readonly url: string
  readonly title: string
  readonly tabId?: number
}

/** Opens official PDFs in the reader, when the user asks for it. Nothing is ever sent there by itself. */
export function readerHandlers(): BackgroundHandlers<'reader/open'> {
  return {
    'reader/open': async (request, sender) => {
      if (!isOfficialUrl(request.url)) return { ok: false, error: 'invalid' }
      await openReader(request, tabOf(request, sender))
      return { ok: true, value: true }
    },
  }
}

/** The tab that the request comes from, and whether it shows the PDF itself. */
function tabOf({ url, tabId }: ReaderRequest, sender: CheckedSender) {
  if (sender.context !== 'page') return tabId === undefined ? null : { id: tabId, shows: true }
  // A page has a say in its own tab alone, whatever it sends.
  const shows = sender.frameId === 0 && withoutFragment(sender.url) === withoutFragment(url)
  return { id: sender.tabId, shows }
}

async function openReader({ url, title }: ReaderRequest, from: ReturnType<typeof tabOf>): Promise<void> {
  const tab = from === null ? null : await browser.tabs.get(from.id).catch(() => null)
  // Pages of an extension can't be in a private window: the reader opens beside it, and keeps nothing unasked.
  const isPrivate = tab?.incognito === true
  const address = browser.runtime.getURL(readerAddress({ url, title, isPrivate }) as never)
  if (from?.shows === true && !isPrivate) await browser.tabs.update(from.id, { url: address })
  else if (from !== null && !isPrivate) await browser.tabs.create({ url: address, openerTabId: from.id })
  else await browser.tabs.create({ url: address })
}

const withoutFragment = (url: string): string => url.split('#', 1)[0] ?? url
