import { browser } from 'wxt/browser'
import type { Frame } from '#utils/browser/senders.ts'

/** Put into a document when they are first needed: many name nothing, and most are read without a card. */
type PageScript = '/finder.js' | '/card.js' | '/chip.js' | '/passages.js'

/**
 * Gives an open tab what pages opened later get by themselves. The manifest says which files: their names are the
 * build's business. Rejects where the browser refuses.
 *
 * @param frameIds only these documents of it
 */
export async function injectInto(tabId: number, frameIds?: readonly number[]): Promise<void> {
  const target = frameIds === undefined ? { tabId, allFrames: true } : { tabId, frameIds: [...frameIds] }
  for (const { css = [], js = [] } of browser.runtime.getManifest().content_scripts ?? []) {
    // The script first: it takes away what a former instance left, which the style alone would show again.
    await Promise.all([
      js.length > 0 && browser.scripting.executeScript({ target, files: [...js] as never }),
      css.length > 0 && browser.scripting.insertCSS({ target, files: [...css] }),
    ])
  }
}

/** Puts a script of ours into one document; false where that is refused. */
export function putInto({ tabId, frameId }: Frame, script: PageScript): Promise<boolean> {
  const target = { tabId, frameIds: [frameId] }
  return browser.scripting.executeScript({ target, files: [script], injectImmediately: true }).then(
    () => true,
    () => false,
  )
}
