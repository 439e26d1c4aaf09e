import { browser } from 'wxt/browser'

/** Firefox has its own API for it; the types know Chromium's alone. */
interface FirefoxBrowser {
  readonly sidebarAction?: { readonly open: () => Promise<void> }
}

/**
 * Opens the side panel (Chrome, Edge) or the sidebar (Firefox). Call it straight from a click or a key, before anything is
 * waited for.
 *
 * @param windowId the window that it opens in; Firefox takes that of the click
 */
export function openPanel(windowId: number): Promise<void> {
  const { sidebarAction } = browser as FirefoxBrowser
  return sidebarAction ? sidebarAction.open() : browser.sidePanel.open({ windowId })
}
