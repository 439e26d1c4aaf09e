import { browser } from 'wxt/browser'
import { presence } from '#utils/browser/presence.ts'
import type { Frame } from '#utils/browser/senders.ts'
import { injectInto } from './inject.ts'

/**
 * The documents of a tab in which Kamerlens may be at work. The browser tells them as the places where a script of ours
 * that does nothing has run: asking for them by name (`webNavigation`) would cost a permission to see all browsing.
 */
export async function framesOf(tabId: number): Promise<readonly Frame[]> {
  try {
    const reached = await browser.scripting.executeScript({
      target: { tabId, allFrames: true },
      func: () => null,
      // A frame that is still loading is not waited for.
      injectImmediately: true,
    })
    return reached.map(({ frameId, documentId }) => ({ tabId, frameId, ...(documentId ? { documentId } : {}) }))
  } catch {
    // Where no script may run, one that was put there earlier may still answer.
    return [{ tabId, frameId: 0 }]
  }
}

/**
 * Gives the content script to frames of a loaded page that the browser left out: Chromium sometimes forgets it where a
 * frame of another site begins a process of its own.
 */
export async function reachMissedFrames(tabId: number): Promise<void> {
  try {
    // Not before the document stands, where the manifest's scripts come first.
    const reached = await browser.scripting.executeScript({
      target: { tabId, allFrames: true },
      func: (name: string) => Reflect.has(globalThis, name),
      args: [presence],
    })
    // Where the page itself has none, it is not to have one: one that was searched once has led to another.
    if (reached.some(({ frameId, result }) => frameId === 0 && result !== true)) return
    const missed = reached.filter(({ result }) => result === false).map(({ frameId }) => frameId)
    if (missed.length > 0) await injectInto(tabId, missed)
  } catch {
    // Gone, or not ours to touch any more.
  }
}

/** A document as a key, without what else is known of it. */
export function frameOf({ tabId, frameId, documentId }: Frame): Frame {
  return { tabId, frameId, ...(documentId === undefined ? {} : { documentId }) }
}
