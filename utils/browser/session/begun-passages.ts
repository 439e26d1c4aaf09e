import { browser } from 'wxt/browser'
import type { BegunPassage } from '../protocol/passages.ts'

/**
 * Notes on passages that were begun and are not stored yet: too much for the address of the popup that opens on them. In
 * session storage, which is in memory alone and which no page reaches.
 */
const prefix = 'begun-passage.'

/** So many are kept: a popup that was closed too early may be opened again. */
const most = 8

export async function keepBegun(begun: BegunPassage): Promise<void> {
  const known = Object.keys(await browser.storage.session.get(null)).filter((key) => key.startsWith(prefix))
  await browser.storage.session.remove(known.slice(0, Math.max(0, known.length - most + 1)))
  await browser.storage.session.set({ [prefix + begun.id]: begun })
}

/** What was begun under a note's id; null where nothing was, or long ago. */
export async function begunPassage(id: string): Promise<BegunPassage | null> {
  const key = prefix + id
  return ((await browser.storage.session.get(key))[key] as BegunPassage | undefined) ?? null
}
