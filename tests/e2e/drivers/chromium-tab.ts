import type { Browser, Page, Target } from 'puppeteer-core'
import { type TabOptions, viewportOf, waitForAddress } from './pages.ts'

/** The protocol's id of a target; puppeteer keeps it to itself. */
const idOf = (target: Target): string => (target as unknown as { readonly _targetId: string })._targetId

/**
 * Opens a tab at an address from its beginning: an empty page that then goes over into another is a process more, half of the
 * work of most tabs.
 */
export async function openTab(browser: Browser, url: string, { behind, headless }: TabOptions): Promise<Page> {
  const session = await browser.target().createCDPSession()
  const { targetId } = await session.send('Target.createTarget', { url, background: behind })
  await session.detach()
  const target = await browser.waitForTarget((each) => idOf(each) === targetId)
  const page = await target.page()
  if (!page) throw new Error(`The tab with ${url} is no page`)
  if (headless) await page.setViewport(viewportOf(url))
  if (behind && headless) await keepAwake(page)
  await waitForAddress(page, url)
  if (!behind) await page.bringToFront()
  return page
}

/**
 * Has a tab behind another run as if it were seen: throttled as hidden, which a real popup never is, it draws one frame
 * a second. The picture that is asked for makes it draw each one; none is ever sent.
 */
async function keepAwake(page: Page): Promise<void> {
  const session = await page.createCDPSession()
  await session.send('Emulation.setFocusEmulationEnabled', { enabled: true })
  await session.send('Page.startScreencast', { format: 'jpeg', maxWidth: 1, maxHeight: 1, everyNthFrame: 1_000_000 })
}
