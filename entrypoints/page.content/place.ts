import type { PageChannel } from './channel.ts'

/** What is narrower or lower, in CSS pixels, shows nothing to read: counters, log-ins, advertisements. */
const readable = '(min-width: 40px) and (min-height: 40px)'

export const isFrame = window !== window.top

/**
 * Whether there is a page here to work on. The manifest also lets us into frames without an address of their own
 * (`about:blank`, `srcdoc`), which belong to the page that made them; a tab that shows one is nobody's page.
 */
export const isPlace = (): boolean => (isFrame ? /^(?:https?|about):$/ : /^https?:$/).test(location.protocol)

/** Milliseconds after which the size of a frame that had none at first is looked at by itself. */
const looks = [100, 1000, 5000]

/**
 * A page that is loaded ahead is not the tab's page yet; a frame that is hidden or tiny is left alone until it grows. Chromium gives frames of
 * other sites their size in its own time: where that is between our start and the first layout it sends no `resize`, and where the frame is out
 * of sight it tells of nothing.
 */
export async function whenShown(signal: AbortSignal): Promise<void> {
  if (Reflect.get(document, 'prerendering') === true) await once(document, 'prerenderingchange', signal)
  const size = matchMedia(readable)
  if (!isFrame || size.matches) return
  await new Promise<void>((resolve) => {
    // Where the extension has gone meanwhile nothing begins.
    const look = () => size.matches && !signal.aborted && resolve()
    size.addEventListener('change', look, { signal })
    for (const delay of looks) setTimeout(look, delay)
  })
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
