import { browser } from 'wxt/browser'

/**
 * Gives an open tab what pages opened later get by themselves. The manifest says which files: their names are the
 * build's business. Rejects where the browser refuses.
 */
export async function injectInto(tabId: number): Promise<void> {
  const target = { tabId, allFrames: true }
  for (const { css = [], js = [] } of browser.runtime.getManifest().content_scripts ?? []) {
    // The script first: it takes away what a former instance left, which the style alone would show again.
    await Promise.all([
      js.length > 0 && browser.scripting.executeScript({ target, files: [...js] as never }),
      css.length > 0 && browser.scripting.insertCSS({ target, files: [...css] }),
    ])
  }
}
