import { browser } from 'wxt/browser'
import type { Frame } from '#utils/browser/senders.ts'

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
