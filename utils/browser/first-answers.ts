import { type Browser, browser } from 'wxt/browser'
import { readManaged } from './settings/managed.ts'

/**
 * What the popup's first screen follows from, asked of the browser all at once and taken as it comes. Nothing here reads the
 * answers: a script of its own asks (`entrypoints/popup-questions.ts`), so it is to stay small.
 */
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

declare global {
  var kamerlensFirstAnswers: FirstAnswers | undefined
}

/** Asks once in each page, whoever comes first. */
export function firstAnswers(): FirstAnswers {
  globalThis.kamerlensFirstAnswers ??= {
    tabs: browser.tabs.query({ active: true, currentWindow: true }),
    session: browser.storage.session.get(null),
    stored: browser.storage.local.get(null),
    managed: readManaged(),
  }
  return globalThis.kamerlensFirstAnswers
}
