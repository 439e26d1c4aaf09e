import { browser } from 'wxt/browser'

/**
 * Documents that the reader is to show out of a private window. No browser shows a page of an extension with its store in such a
 * window (Chromium none at all, Firefox one with an empty store), so the reader opens in an ordinary one, whose history would
 * keep the document's address. Its own address names an id instead; what that stands for is in session storage, which is never
 * on disk and gone with the browser.
 */
const prefix = 'private-document.'

export interface PrivateDocument {
  readonly url: string
  readonly title: string
}

/** @returns the id under which the reader finds it; the same for the same address */
export async function rememberPrivate(document: PrivateDocument): Promise<string> {
  const known = await browser.storage.session.get<Record<string, PrivateDocument>>(null)
  const key =
    Object.keys(known).find((each) => each.startsWith(prefix) && known[each]?.url === document.url) ??
    `${prefix}${crypto.randomUUID()}`
  await browser.storage.session.set({ [key]: document })
  return key.slice(prefix.length)
}

/** Null for an id that stands for nothing, or no longer does. */
export async function privateDocument(id: string): Promise<PrivateDocument | null> {
  const key = prefix + id
  return (await browser.storage.session.get<Record<string, PrivateDocument>>(key))[key] ?? null
}
