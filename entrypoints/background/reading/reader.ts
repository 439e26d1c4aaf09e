import { browser } from 'wxt/browser'
import { passageFragment, questionFragment, readerAddress } from '#utils/browser/reader-address.ts'
import type { BackgroundHandlers } from '#utils/browser/receive.ts'
import type { CheckedSender } from '#utils/browser/senders.ts'
import { keptPrivately } from '#utils/browser/session/private-openings.ts'
import { isOfficialUrl } from '#utils/references/addresses/sites.ts'
import { withoutFragment } from '#utils/references/addresses/without-fragment.ts'
import { openInOrdinaryWindow } from '../controls/ordinary-window.ts'

interface ReaderRequest {
  readonly url: string
  readonly title: string
  readonly tabId?: number
  /** It is asked for over a private window, in a page of ours that is in none. */
  readonly isPrivate?: true
  readonly question?: number
  readonly passage?: string
}

/** Opens PDFs in the reader, when the user asks for it. Nothing is ever sent there by itself. */
export function readerHandlers(): BackgroundHandlers<'reader/open' | 'reader/open-file'> {
  return {
    'reader/open': async (request, sender) => {
      if (!isOfficialUrl(request.url)) return { ok: false, error: 'invalid' }
      await openReader(request, tabOf(request, sender))
      return { ok: true, value: true }
    },
    'reader/open-file': async ({ file, name, ...place }) => {
      const root = browser.runtime.getURL(readerAddress({ file, name }) as never)
      const address = withPlace(root, place)
      if (!(await goInOpenReader(address))) await browser.tabs.create({ url: address })
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

/** @param from the tab that it is asked from, and whether that shows the PDF itself; null: none of those */
export async function openReader(
  { url, title, isPrivate: isOverPrivate, ...place }: ReaderRequest,
  from: ReturnType<typeof tabOf>,
): Promise<void> {
  const tab = from === null ? null : await browser.tabs.get(from.id).catch(() => null)
  // Our pages can't work in a private window: the reader opens beside it, under an address that names no document, and keeps
  // nothing unasked.
  const isPrivate = isOverPrivate === true || tab?.incognito === true
  const own = readerAddress({ url, title })
  const root = browser.runtime.getURL((isPrivate ? await keptPrivately(own, url) : own) as never)
  const address = withPlace(root, place)
  if (from?.shows !== true && (await goInOpenReader(address))) return
  if (isPrivate) await openInOrdinaryWindow(address)
  else if (from?.shows === true) await browser.tabs.update(from.id, { url: address })
  else if (from !== null) await browser.tabs.create({ url: address, openerTabId: from.id })
  else await browser.tabs.create({ url: address })
}

/** Goes to a question or passage in a reader that shows the document already; false where none does, or none is named. */
async function goInOpenReader(address: string): Promise<boolean> {
  if (!address.includes('#')) return false
  const wanted = documentIn(address)
  const tabs = await browser.tabs.query({}).catch(() => [])
  const tab = tabs.find(({ url }) => url !== undefined && documentIn(url) === wanted)
  if (tab?.id === undefined) return false
  await browser.tabs.update(tab.id, {
    url: `${withoutFragment(tab.url ?? '')}#${address.split('#', 2)[1]}`,
    active: true,
  })
  await browser.windows.update(tab.windowId, { focused: true }).catch(() => undefined)
  return true
}

/** What tells a reader's document: the title that it came with says nothing. Empty for any other address. */
function documentIn(address: string): string {
  const root = browser.runtime.getURL('/reader.html')
  if (!address.startsWith(`${root}?`)) return ''
  const query = new URL(address).searchParams
  return JSON.stringify(['url', 'file', 'private'].map((name) => query.get(name)))
}

function withPlace(address: string, { question, passage }: Pick<ReaderRequest, 'question' | 'passage'>): string {
  if (passage !== undefined) return address + passageFragment(passage)
  return question === undefined ? address : address + questionFragment(question)
}
