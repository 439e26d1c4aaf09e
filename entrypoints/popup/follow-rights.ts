import { browser } from 'wxt/browser'
import { envelopeFor } from '#utils/browser/messages.ts'
import { watchPermissions } from '#utils/browser/permissions.ts'

/**
 * Follows the rights to the page under the popup, which the browser's own settings give and take while it is open.
 *
 * @param tabId the tab, once it is known
 */
export function followRights(tabId: () => number | undefined, onChange: () => void): void {
  watchPermissions(onChange)
  // What was taken back leaves the page a moment later.
  browser.runtime.onMessage.addListener((message: unknown, sender) => {
    const isStopped = envelopeFor('background', message)?.type === 'page/stopped'
    if (isStopped && sender.tab?.id !== undefined && sender.tab.id === tabId()) onChange()
    return undefined
  })
}
