import { browser } from 'wxt/browser'
import { keptPrivately } from '#utils/browser/session/private-openings.ts'
import { openInOrdinaryWindow } from './ordinary-window.ts'

/** What a screen shall open with, as the query of its address; popup and library read the same. */
export type Opening =
  /** A code by its canonical id; `note`: with the caret in its note. */
  | { readonly code: string; readonly note?: boolean }
  /** A kept document, at one of its questions. */
  | { readonly document: string; readonly question?: number }
  /** A note by its id: kept, or on a passage and begun just now (`utils/browser/session/begun-passages.ts`). */
  | { readonly passage: string }
  /** Words to search for. */
  | { readonly search: string }
  /** A document being read. */
  | { readonly job: string }
  /** Why what was asked for in the context menu could not be done; a key of `errorMessages`. */
  | { readonly error: string }
  /** What is followed. */
  | { readonly view: 'followed' }

/** `?code=2023D19158&note=1`, `?document=…&question=3`, `?passage=…`, `?search=…`, `?job=…`, `?error=…`, `?view=followed`. */
export function queryOf(opening: Opening): string {
  const query = new URLSearchParams()
  if ('code' in opening) {
    query.set('code', opening.code)
    if (opening.note) query.set('note', '1')
  } else if ('document' in opening) {
    query.set('document', opening.document)
    if (opening.question !== undefined) query.set('question', String(opening.question))
  } else if ('passage' in opening) query.set('passage', opening.passage)
  else if ('search' in opening) query.set('search', opening.search)
  else if ('job' in opening) query.set('job', opening.job)
  else if ('view' in opening) query.set('view', opening.view)
  else query.set('error', opening.error)
  return `?${query}`
}

/** The address of the library that opens with something; asked for in a private window it does not name it. */
export async function libraryAddress(opening: Opening | null, isPrivate: boolean): Promise<string> {
  const address = `/library.html${opening === null ? '' : queryOf(opening)}`
  return isPrivate && opening !== null ? keptPrivately(address) : address
}

/** Opens the library in a tab beside the one that asked for it. */
export async function openLibrary(opening: Opening, opener?: number): Promise<void> {
  const tab = opener === undefined ? null : await browser.tabs.get(opener).catch(() => null)
  const isPrivate = tab?.incognito === true
  const url = await libraryAddress(opening, isPrivate)
  if (isPrivate) return openInOrdinaryWindow(url)
  try {
    await browser.tabs.create({ url, ...(opener === undefined ? {} : { openerTabId: opener }) })
  } catch {
    // The opener is gone.
    await browser.tabs.create({ url })
  }
}

/** Opens the library at what is followed, in front of whatever else is on the screen. */
export async function openFollowed(): Promise<void> {
  const { windowId } = await browser.tabs.create({ url: `/library.html${queryOf({ view: 'followed' })}` })
  if (windowId !== undefined) await browser.windows.update(windowId, { focused: true })
}

/** Says once, after the installation, what Kamerlens does and what it may see. */
export async function openWelcome(): Promise<void> {
  await browser.tabs.create({ url: '/welcome.html' })
}

/**
 * Opens the popup over a tab, or the library where the browser allows no popup (no window in focus, a toolbar without
 * the button). The popup's address carries what to open: the background may be stopped before the popup asks.
 */
export async function openPopup(opening: Opening, tabId: number): Promise<void> {
  try {
    const { windowId } = await browser.tabs.get(tabId)
    await browser.action.setPopup({ tabId, popup: `/popup.html${queryOf(opening)}` })
    try {
      await browser.action.openPopup({ windowId })
    } finally {
      await browser.action.setPopup({ tabId, popup: '/popup.html' })
    }
  } catch {
    await openLibrary(opening, tabId)
  }
}
