import { browser } from 'wxt/browser'

/**
 * Gives an open tab what pages opened later get by themselves. The manifest says which files: their names are the
 * build's business. Rejects where the browser refuses.
 */
export async function injectInto(tabId: number): Promise<void> {
  const target = { tabId, allFrames: true }
  for (const { css = [], js = [] } of browser.runtime.getManifest().content_scripts ?? []) {
    if (css.length > 0) await browser.scripting.insertCSS({ target, files: [...css] })
    if (js.length > 0) await browser.scripting.executeScript({ target, files: [...js] as never })
  }
}
