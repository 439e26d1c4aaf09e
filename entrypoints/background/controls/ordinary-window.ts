import { browser } from 'wxt/browser'

/**
 * Opens a page of ours out of a private window in an ordinary one: in a private window Chromium lets none be, and Firefox lets none
 * reach its store.
 */
export async function openInOrdinaryWindow(url: string): Promise<void> {
  try {
    const all = await browser.windows.getAll({ windowTypes: ['normal'] })
    const id = all.findLast(({ incognito }) => !incognito)?.id
    if (id === undefined) await browser.windows.create({ url, incognito: false })
    else {
      await browser.tabs.create({ url, windowId: id })
      await browser.windows.update(id, { focused: true }).catch(() => undefined)
    }
  } catch {
    // A browser that knows private windows alone.
    await browser.tabs.create({ url })
  }
}
