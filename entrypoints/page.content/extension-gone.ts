import { browser } from 'wxt/browser'
import { isHidden } from '#utils/dom/natives.ts'

/** A port also closes when the background worker merely stops: what is true is known a moment later. */
const doubt = 300
/** How often the extension is looked for once there is no port to tell of its end; reads one property. */
const pace = 1000

/**
 * Calls back once when the extension was disabled, removed or updated under this page (Chromium; Firefox ends the
 * script without an event). A port tells at once while the background runs. When only the background has stopped, the
 * port is not opened again, since that would wake the background for nothing: the page looks by itself from then on.
 */
export function whenExtensionGone(onGone: () => void, signal: AbortSignal): void {
  const isGone = (): boolean => browser.runtime?.id === undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const check = (): void => {
    if (signal.aborted) return
    if (isGone()) onGone()
    // Nobody sees a hidden page: it is looked at again when it is shown.
    else if (!isHidden()) timer = setTimeout(check, pace)
  }
  const checkNow = (): void => {
    clearTimeout(timer)
    check()
  }
  let port: ReturnType<typeof browser.runtime.connect> | null = null
  try {
    port = browser.runtime.connect({ name: 'page' })
    port.onDisconnect.addListener(() => {
      port = null
      // Reading it keeps Chromium from reporting a port that nobody listened to.
      void browser.runtime?.lastError
      timer = setTimeout(check, doubt)
    })
  } catch {
    check()
  }
  document.addEventListener('visibilitychange', () => port === null && checkNow(), { signal })
  signal.addEventListener('abort', () => {
    clearTimeout(timer)
    try {
      port?.disconnect()
    } catch {
      // The extension is gone and its port with it.
    }
  })
}
