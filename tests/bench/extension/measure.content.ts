import { defineContentScript } from 'wxt/utils/define-content-script'
import { officialMatchPatterns } from '#utils/references/addresses/sites.ts'
import '../../../entrypoints/page.content/style.css'
import { isMode, measure } from '../measure.ts'

/** Measures what the address's fragment names, once, on a page that nobody has touched, and leaves the figures in the page. */
export default defineContentScript({
  matches: [...officialMatchPatterns],
  runAt: 'document_idle',
  cssInjectionMode: 'manifest',
  noScriptStartedPostMessage: true,
  async main() {
    const mode = location.hash.slice(1)
    if (!isMode(mode)) return
    await settled()
    const figures = await measure[mode]().catch((error: Error) => ({ error: `${error.message}\n${error.stack}` }))
    document.documentElement.dataset.figures = JSON.stringify(figures)
  },
})

/** The page is laid out and painted, and its own work is done. */
async function settled(): Promise<void> {
  while (document.readyState !== 'complete') await new Promise((resolve) => setTimeout(resolve, 20))
  await new Promise((resolve) => setTimeout(resolve, 300))
  await new Promise((resolve) => requestIdleCallback(resolve))
}
