import type { PageChannel } from './channel.ts'

/** What is narrower or lower, in CSS pixels, shows nothing to read: counters, log-ins, advertisements. */
const readable = '(min-width: 40px) and (min-height: 40px)'

export const isFrame = window !== window.top

/**
 * Whether there is a page here to work on. The manifest also lets us into frames without an address of their own
 * (`about:blank`, `srcdoc`), which belong to the page that made them; a tab that shows one is nobody's page.
 */
export const isPlace = (): boolean => (isFrame ? /^(?:https?|about):$/ : /^https?:$/).test(location.protocol)

/**
 * A page that is loaded ahead is not the tab's page yet; a frame that is hidden or tiny is left alone until it grows. That is asked by a media
 * query: where a frame of another site gets its size between our start and its first layout, Chromium sends no `resize`.
 */
export async function whenShown(signal: AbortSignal): Promise<void> {
  if (Reflect.get(document, 'prerendering') === true) await once(document, 'prerenderingchange', signal)
  const size = matchMedia(readable)
  while (isFrame && !size.matches) await once(size, 'change', signal)
}

function once(target: EventTarget, type: string, signal: AbortSignal): Promise<unknown> {
  return new Promise((resolve) => target.addEventListener(type, resolve, { once: true, signal }))
}

/**
 * Host name of the page in the tab, by whose switch its frames go too. A frame that can't see that page asks the
 * background; rejects where Kamerlens has no business there.
 */
export async function siteOf({ send }: Pick<PageChannel, 'send'>): Promise<string> {
  try {
    return (window.top ?? window).location.hostname
  } catch {
    return send('page/site')
  }
}
