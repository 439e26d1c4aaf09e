import type { Browser } from 'wxt/browser'
import type { BackgroundMessages, ReadingReports } from './protocol.ts'

/**
 * Where a message comes from, by what the browser itself says of the sender. `page`: our content script in the top
 * frame of a page that it may be in; `extension-page`: popup, library; `reading-host`: the offscreen document.
 */
export type SenderContext = 'page' | 'extension-page' | 'reading-host'

export type BackgroundType = keyof BackgroundMessages | keyof ReadingReports

/** Which contexts may send each type (SAFETY §3, «forged messages»). */
export const allowedSenders: Readonly<Record<BackgroundType, readonly SenderContext[]>> = {
  'page/report': ['page'],
  'card/load': ['page'],
  'card/lookup': ['page'],
  'card/states': ['page'],
  'card/note': ['page'],
  'card/read': ['page'],
  'card/stop': ['page'],
  'note/save': ['extension-page'],
  'note/delete': ['extension-page'],
  'note/restore': ['extension-page'],
  'document/delete': ['extension-page'],
  'document/restore': ['extension-page'],
  'reading/start': ['extension-page'],
  'reading/page': ['extension-page'],
  'reading/cancel': ['extension-page'],
  'import/preview': ['extension-page'],
  'import/apply': ['extension-page'],
  'job/progress': ['reading-host'],
  'job/result': ['reading-host'],
}

/** A sender whose context was established. */
export type CheckedSender =
  | { readonly context: 'page'; readonly tabId: number; readonly url: string; readonly incognito: boolean }
  | { readonly context: 'extension-page' | 'reading-host' }

export interface SenderChecks {
  /** This extension's id and the address of its root (`chrome-extension://…/`). */
  readonly id: string
  readonly root: string
  /** Whether content scripts may be at work at an address. */
  readonly isReadable: (url: string) => Promise<boolean>
}

/** The page of the extension that hosts the reading worker in Chromium. */
const readingHostPage = 'offscreen.html'

/** Establishes who sent a message; null for whoever has no business here. */
export async function checkSender(
  sender: Browser.runtime.MessageSender,
  { id, root, isReadable }: SenderChecks,
): Promise<CheckedSender | null> {
  const { url, tab } = sender
  if (sender.id !== id || url === undefined) return null
  if (url.startsWith(root)) {
    const page = url.slice(root.length).split(/[?#]/, 1)[0]
    if (page === readingHostPage) return tab === undefined ? { context: 'reading-host' } : null
    return { context: 'extension-page' }
  }
  // Content scripts run in top frames alone; a frame of another site within an official page is not ours.
  if (tab?.id === undefined || (sender.frameId ?? 0) !== 0 || !(await isReadable(url))) return null
  return { context: 'page', tabId: tab.id, url, incognito: tab.incognito === true }
}
