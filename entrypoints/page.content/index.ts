import { defineContentScript } from 'wxt/utils/define-content-script'
import { onPageMessages, sendToBackground } from '#utils/browser/messages.ts'
import { officialMatchPatterns } from '#utils/references/sites.ts'
import type { PageChannel } from './channel.ts'
import { whenExtensionGone } from './extension-gone.ts'
import { startPage } from './start.ts'
import './style.css'

const channel: PageChannel = { send: sendToBackground, listen: onPageMessages }

export default defineContentScript({
  matches: [...officialMatchPatterns],
  runAt: 'document_idle',
  cssInjectionMode: 'manifest',
  // A second instance (after an update, or put into tabs that were open before) ends the first by an event on the
  // document that WXT sends; nothing needs to be posted to the page as well.
  noScriptStartedPostMessage: true,
  async main(ctx) {
    await whenShown(ctx.signal)
    if (ctx.signal.aborted) return
    whenExtensionGone(() => ctx.notifyInvalidated(), ctx.signal)
    startPage({ channel, signal: ctx.signal })
  },
})

/** A page that is loaded ahead is not the tab's page yet: its report would set the badge of the one being read. */
function whenShown(signal: AbortSignal): Promise<void> {
  if (Reflect.get(document, 'prerendering') !== true) return Promise.resolve()
  return new Promise((resolve) => {
    document.addEventListener('prerenderingchange', () => resolve(), { once: true, signal })
  })
}
