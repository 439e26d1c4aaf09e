import { browser } from 'wxt/browser'

/** Firefox opens its page itself; the types know Chromium's API alone. */
interface FirefoxCommands {
  readonly openShortcutSettings?: () => Promise<void>
}

/** Opens the browser's own page on which the user changes Kamerlens' keys. */
export async function openShortcuts(): Promise<void> {
  const { openShortcutSettings } = browser.commands as FirefoxCommands
  if (openShortcutSettings) await openShortcutSettings()
  // Edge takes this address for its own.
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' })
}
