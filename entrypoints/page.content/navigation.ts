/**
 * Calls back when the page has a new address without being loaded anew (detail pages of the Tweede Kamer). WXT's own
 * event fires before the address has changed (DESIGN «Decisions»), so the browser's are used: they fire after it.
 */
export function watchNavigation(onChange: () => void, signal: AbortSignal): void {
  let url = location.href
  const check = (): void => {
    if (location.href === url) return
    url = location.href
    onChange()
  }
  globalThis.navigation?.addEventListener('navigatesuccess', check, { signal })
  for (const type of ['popstate', 'hashchange']) addEventListener(type, check, { signal })
}
