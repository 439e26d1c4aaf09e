import { browser } from 'wxt/browser'

/**
 * What the library is to open with where that was asked for in a private window: it opens in an ordinary one, whose history would
 * keep what its address names. The address names an id instead; what that stands for is in session storage (see `private-documents.ts`).
 */
const prefix = 'private-opening.'

/** @param query of the address that it would have had; gives the one that it gets */
export async function keptPrivately(query: string): Promise<string> {
  const id = crypto.randomUUID()
  await browser.storage.session.set({ [prefix + id]: query })
  return `?private=${id}`
}

/** The query that a page's own query stands for, and whether it came out of a private window. */
export async function openedPrivately(query: string): Promise<{ readonly query: string; readonly isPrivate: boolean }> {
  const id = new URLSearchParams(query).get('private')
  if (id === null) return { query, isPrivate: false }
  const kept = (await browser.storage.session.get(prefix + id))[prefix + id]
  return { query: typeof kept === 'string' ? kept : '', isPrivate: true }
}
