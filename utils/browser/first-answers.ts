import { type Browser, browser } from 'wxt/browser'
import { readManaged } from './managed.ts'

/** What the popup's first screen follows from, asked of the browser all at once, before anything else is asked or made. */
export interface FirstAnswers {
  /** The tab under the popup, alone. */
  readonly tabs: Promise<readonly Browser.tabs.Tab[]>
  /** What the session remembers: what the page in each tab named. */
  readonly session: Promise<Readonly<Record<string, unknown>>>
  /** The user's settings. */
  readonly stored: Promise<Readonly<Record<string, unknown>>>
  /** Those that an administrator has fixed. */
  readonly managed: Promise<Readonly<Record<string, unknown>>>
}

export function firstAnswers(): FirstAnswers {
  return {
    tabs: browser.tabs.query({ active: true, currentWindow: true }),
    session: browser.storage.session.get(null),
    stored: browser.storage.local.get(null),
    managed: readManaged(),
  }
}
