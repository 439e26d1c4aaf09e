import { browser } from 'wxt/browser'
import type { sendToPage } from '#utils/browser/messages.ts'
import type { Result } from '#utils/browser/protocol/result.ts'
import type { KamerlensDatabase } from '#utils/database/open.ts'
import { isOfficialUrl } from '#utils/references/addresses/sites.ts'
import { codeOf } from '#utils/references/code.ts'
import { openReader } from '../reading/reader.ts'

/** The passage that the user wants to see in a tab whose page is still on its way. */
const wantedKey = (tabId: number): string => `wanted-passage.${tabId}`

/** The one that the page of a tab is to show, if it is one of these; told once. */
export async function takeWanted(tabId: number, ids: ReadonlySet<string>): Promise<string | null> {
  const key = wantedKey(tabId)
  const wanted = (await browser.storage.session.get(key))[key]
  if (typeof wanted !== 'string' || !ids.has(wanted)) return null
  await browser.storage.session.remove(key)
  return wanted
}

/** The tab is closed. */
export function forgetWanted(tabId: number): Promise<void> {
  return browser.storage.session.remove(wantedKey(tabId))
}

/** Shows a passage where it was taken: in the reader, in a tab that is there, or in a new one. */
export async function openPassage(db: KamerlensDatabase, id: string, send: typeof sendToPage): Promise<Result<true>> {
  const note = await db.notes.get(id)
  if (note?.passage === undefined) return { ok: false, error: 'not-found' }
  const url = note.passage.url ?? codeOf(note.target)?.url
  if (url === undefined || !/^https?:/i.test(url)) return { ok: false, error: 'not-found' }
  if (note.passage.format === 'pdf') {
    if (!isOfficialUrl(url)) return { ok: false, error: 'invalid' }
    await openReader({ url, title: '', passage: id }, null)
    return { ok: true, value: true }
  }
  const tab = await openTab(url)
  const isShown =
    tab !== undefined && (await send({ tabId: tab, frameId: 0 }, 'page/show-passage', { id }).catch(() => false))
  if (isShown) return { ok: true, value: true }
  // The page asks for its passages once it is there, and hears which one is wanted.
  const made = tab === undefined ? await browser.tabs.create({ url }) : { id: tab }
  if (made.id !== undefined) await browser.storage.session.set({ [wantedKey(made.id)]: id })
  if (tab !== undefined) await browser.tabs.reload(tab)
  return { ok: true, value: true }
}

/** A tab that shows an address, brought to the front. */
async function openTab(url: string): Promise<number | undefined> {
  const own = (one: string | undefined) => one?.split('#', 1)[0]
  const tab = (await browser.tabs.query({}).catch(() => [])).find((each) => own(each.url) === own(url))
  if (tab?.id === undefined) return undefined
  await browser.tabs.update(tab.id, { active: true })
  await browser.windows.update(tab.windowId, { focused: true }).catch(() => undefined)
  return tab.id
}
