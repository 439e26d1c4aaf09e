import type { Browser, Page } from 'puppeteer-core'
import { aWhile } from '#tests/a-while.ts'

/** The popup at its own size, everything else at that of a small laptop. */
const viewports = { popup: { width: 400, height: 600 }, other: { width: 1180, height: 820 } }

/** The stand-in knows what was asked for: a browser that tells of each request as well works for nobody. */
export const untold = { networkEnabled: false, issuesEnabled: false } as const

export interface TabOptions {
  /** Leave the present tab the active one. */
  readonly behind: boolean
  /** A window that somebody looks at keeps its own size. */
  readonly headless: boolean
}

export const viewportOf = (url: string) => (/-extension:.*\/popup\.html/.test(url) ? viewports.popup : viewports.other)

/** Waits until a page has loaded the address, for navigations whose end the protocol does not tell. */
export async function waitForAddress(page: Page, url: string, limit = 25_000): Promise<void> {
  const end = Date.now() + limit
  const arrived = (wanted: string) => location.href.startsWith(wanted) && document.readyState === 'complete'
  while (!(await page.evaluate(arrived, url).catch(() => false))) {
    if (Date.now() > end) throw new Error(`${url} did not load within ${limit} ms`)
    await aWhile(40)
  }
}

/** Waits for the end of a browser's process. */
export function ended(browser: Browser): Promise<void> {
  const process = browser.process()
  if (!process || process.exitCode !== null || process.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => process.once('exit', () => resolve()))
}

/** Waits until a page has been drawn with what it was just told, colours that go over into others included. */
export async function drawn(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await new Promise((resolve) => setTimeout(resolve, 100))
    for (const animation of document.getAnimations()) if (animation instanceof CSSTransition) animation.finish()
  })
}
