/**
 * Runs in popups of the bench before anything else: notes when, in milliseconds since the navigation began, each selector of
 * `data-watch` first fits something on the page.
 */
const watched = (document.documentElement.dataset.watch ?? '').split(',').filter((selector) => selector !== '')
const times: Record<string, number> = {}

function look(): void {
  for (const selector of watched) {
    if (Object.hasOwn(times, selector) || document.querySelector(selector) === null) continue
    times[selector] = performance.now()
    document.documentElement.dataset.times = JSON.stringify(times)
  }
}

new MutationObserver(look).observe(document, { childList: true, subtree: true, attributeFilter: ['data-state'] })
