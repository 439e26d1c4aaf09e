import type { Browser } from 'wxt/browser'
import type { BackgroundMessages } from './protocol/background-messages.ts'
import type { ReadingReports } from './protocol/reading.ts'

/**
 * Where a message comes from, by what the browser itself says of the sender. `page`: our content script in a page that
 * it may be in, or in a frame of one; `extension-page`: popup, library; `reading-host`: the offscreen document.
 */
export type SenderContext = 'page' | 'extension-page' | 'reading-host'

export type BackgroundType = keyof BackgroundMessages | keyof ReadingReports

/** Which contexts may send each type (SAFETY §3, «forged messages»). */
export const allowedSenders: Readonly<Record<BackgroundType, readonly SenderContext[]>> = {
  'page/site': ['page'],
  'page/report': ['page'],
  'page/stopped': ['page'],
  'page/load': ['page'],
  'card/load': ['page'],
  'card/lookup': ['page'],
  'card/look-up': ['page'],
  'card/look-up-stop': ['page'],
  'card/follow': ['page'],
  'card/states': ['page'],
  'card/note': ['page'],
  'card/read': ['page'],
  'card/stop': ['page'],
  'card/dismiss': ['page'],
  'chip/load': ['page'],
  'reader/open': ['page', 'extension-page'],
  'reader/open-file': ['extension-page'],
  'passages/load': ['page'],
  'passages/list': ['page'],
  'passages/note': ['page'],
  'passages/edit': ['page'],
  'passages/looked': ['page', 'extension-page'],
  'passages/open': ['extension-page'],
  'tab/passages': ['extension-page'],
  'tab/show-passage': ['extension-page'],
  'tab/report': ['extension-page'],
  'tab/go-to': ['extension-page'],
  'tab/search': ['extension-page'],
  'look-up/start': ['extension-page'],
  'look-up/many': ['extension-page'],
  'look-up/stop': ['extension-page'],
  'look-up/private': ['extension-page'],
  'watch/add': ['extension-page'],
  'watch/remove': ['extension-page'],
  'watch/restore': ['extension-page'],
  'watch/seen': ['extension-page'],
  'watch/check': ['extension-page'],
  'note/save': ['extension-page'],
  'note/delete': ['extension-page'],
  'note/restore': ['extension-page'],
  'document/delete': ['extension-page'],
  'document/restore': ['extension-page'],
  'chosen/delete': ['extension-page'],
  'chosen/restore': ['extension-page'],
  'tags/change': ['extension-page'],
  'database/open': ['extension-page'],
  'recovered/read': ['extension-page'],
  'search/check': ['extension-page'],
  'correction/change': ['extension-page'],
  'reading/start': ['extension-page'],
  'reading/page': ['extension-page'],
  'reading/cancel': ['extension-page'],
  'import/preview': ['extension-page'],
  'import/apply': ['extension-page'],
  'import/undo': ['extension-page'],
  'everything/erase': ['extension-page'],
  'backup/run': ['extension-page'],
  'job/progress': ['reading-host'],
  'job/result': ['reading-host'],
}

/** A document in a tab: the page itself or a frame in it. */
export interface Frame {
  readonly tabId: number
  /** 0 is the page itself. */
  readonly frameId: number
  /** Tells one document of a frame from the next; older Firefoxes name none. */
  readonly documentId?: string
}

/** A document that our content script is in. */
export interface PageSender extends Frame {
  readonly context: 'page'
  readonly url: string
  /** Host name of the page in the tab: by its switch all frames go. */
  readonly site: string
  readonly incognito: boolean
}

/** A sender whose context was established. */
export type CheckedSender = PageSender | { readonly context: 'extension-page' | 'reading-host' }

export interface SenderChecks {
  /** This extension's id and the address of its root (`chrome-extension://…/`). */
  readonly id: string
  readonly root: string
  /** Whether content scripts may be at work at an address in a tab. */
  readonly isReadable: (url: string, tabId: number) => Promise<boolean>
}

/** The page of the extension that hosts the reading worker in Chromium. */
const readingHostPage = 'offscreen.html'

/** Establishes who sent a message; null for whoever has no business here. */
export async function checkSender(
  sender: Browser.runtime.MessageSender,
  checks: SenderChecks,
): Promise<CheckedSender | null> {
  const { url, tab } = sender
  const { id, root } = checks
  if (sender.id !== id || url === undefined) return null
  if (url.startsWith(root)) {
    const page = url.slice(root.length).split(/[?#]/, 1)[0]
    if (page === readingHostPage) return tab === undefined ? { context: 'reading-host' } : null
    return { context: 'extension-page' }
  }
  return checkPage(sender, checks)
}

/** A page must be readable; of a frame both its own document and the page around it, whose address is in the tab. */
async function checkPage(
  { url = '', origin, tab, frameId = 0, documentId }: Browser.runtime.MessageSender,
  { isReadable }: SenderChecks,
): Promise<CheckedSender | null> {
  if (tab?.id === undefined) return null
  // A frame without an address of its own belongs to the document that made it: the browser names that one's origin,
  // and «null» where the frame was shut off from it.
  const isBlank = frameId !== 0 && /^about:(?:blank|srcdoc)(?=[?#]|$)/.test(url)
  const own = isBlank ? `${origin ?? ''}/` : url
  const page = frameId === 0 ? url : (tab.url ?? '')
  if (!(await isReadable(own, tab.id)) || !(frameId === 0 || (await isReadable(page, tab.id)))) return null
  return {
    context: 'page',
    tabId: tab.id,
    frameId,
    ...(documentId === undefined ? {} : { documentId }),
    url,
    site: new URL(page).hostname,
    incognito: tab.incognito === true,
  }
}
