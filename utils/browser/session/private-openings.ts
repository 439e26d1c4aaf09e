import { browser } from 'wxt/browser'

/**
 * What a page of ours is to open with where that was asked for in a private window. No browser shows a page of an
 * extension with its store in such a window (Chromium none at all, Firefox one with an empty store), so it opens in an
 * ordinary one, whose history would keep what its address names. The address names an id instead; what that stands for
 * is in session storage, which is never on disk and gone with the browser.
 */
const prefix = 'private-opening.'

interface Kept {
  readonly query: string
  readonly thing: string
}

/**
 * @param address that the page would have had: `/reader.html?url=…`
 * @param thing what tells it from others: the same gets the same id
 * @returns the one that it gets
 */
export async function keptPrivately(address: string, thing: string = address): Promise<string> {
  const [page = '', query = ''] = address.split('?', 2)
  const known = await browser.storage.session.get<Record<string, Kept>>(null)
  const isThing = (key: string) => key.startsWith(prefix) && known[key]?.thing === thing
  const key = Object.keys(known).find(isThing) ?? prefix + crypto.randomUUID()
  await browser.storage.session.set({ [key]: { query: `?${query}`, thing } satisfies Kept })
  return `${page}?private=${key.slice(prefix.length)}`
}

/**
 * The query that a page's own query stands for, empty where nobody knows (any more), and whether it came out of a
 * private window.
 */
export async function openedPrivately(query: string): Promise<{ readonly query: string; readonly isPrivate: boolean }> {
  const id = new URLSearchParams(query).get('private')
  if (id === null) return { query, isPrivate: false }
  const key = prefix + id
  const kept = await browser.storage.session.get<Record<string, Kept>>(key).catch((): Record<string, Kept> => ({}))
  return { query: kept[key]?.query ?? '', isPrivate: true }
}
