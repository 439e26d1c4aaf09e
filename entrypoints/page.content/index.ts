import { defineContentScript } from 'wxt/utils/define-content-script'
import type { MessageFailure } from '#utils/browser/errors.ts'
import { onPageMessages, onPassageMessages, onPresenceMessages, sendToBackground } from '#utils/browser/messages.ts'
import { presence } from '#utils/browser/presence.ts'
import { followAppearance } from '#utils/browser/settings/appearance.ts'
import { officialMatchPatterns } from '#utils/references/addresses/sites.ts'
import type { PageChannel } from './channel.ts'
import { whenExtensionGone } from './extension-gone.ts'
import { listenInFrames, passOnEscape } from './in-frames.ts'
import { removeLeftovers } from './leftovers.ts'
import { keepLookout } from './lookout.ts'
import { keepPassages } from './passages/slot.ts'
import { isPlace, siteOf, whenShown } from './place.ts'
import { share, tellAppearance } from './script-exchange.ts'
import { shared } from './shared.ts'
import { whileOn } from './while-on.ts'
import { whileWritten } from './written-anew.ts'
import './style.css'

export default defineContentScript({
  matches: [...officialMatchPatterns],
  // Frames of the official sites, and those without an address that such a page has made: all others cost nothing.
  allFrames: true,
  matchOriginAsFallback: true,
  runAt: 'document_idle',
  cssInjectionMode: 'manifest',
  // A second instance (after an update, or put into tabs that were open before) ends the first by an event on the
  // document that WXT sends; nothing needs to be posted to the page as well.
  noScriptStartedPostMessage: true,
  async main(ctx) {
    const { signal } = ctx
    Reflect.set(globalThis, presence, true)
    if (!isPlace()) return
    share(shared)
    // At once, and not where there is work: the page may be hidden, switched off or taken back before any begins.
    removeLeftovers()
    const channel = channelOf(() => ctx.notifyInvalidated())
    const stop = onPresenceMessages({
      'page/check': async () => {
        await channel.send('page/site').catch(() => undefined)
      },
    })
    signal.addEventListener('abort', stop)
    await whenShown(signal)
    followAppearance(tellAppearance)
    const site = await siteOf(channel).catch(() => null)
    if (site === null || signal.aborted) return
    whileOn(
      site,
      (on) =>
        whileWritten((running) => {
          whenExtensionGone(() => ctx.notifyInvalidated(), running)
          // It may be gone already, where the page was only shown now.
          if (running.aborted) return
          keepLookout({ channel, signal: running })
          passOnEscape(channel, running)
          keepPassages({ channel, listen: onPassageMessages, signal: running })
        }, on),
      () => channel.send('page/stopped').catch(() => undefined),
      signal,
    )
  },
})

/** @param onUnwelcome the user has taken the permission for this page back, or it is a frame in a page of others */
function channelOf(onUnwelcome: () => void): PageChannel {
  const send: PageChannel['send'] = (type, ...request) =>
    sendToBackground(type, ...request).catch((error: unknown) => {
      if ((error as MessageFailure).detail === 'sender') onUnwelcome()
      throw error
    })
  return { send, listen: listenInFrames(onPageMessages) }
}
