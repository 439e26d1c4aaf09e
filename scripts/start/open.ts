import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { launch } from '../../tests/e2e/drivers/launch.ts'
import { addresses } from '../../tests/site/addresses.ts'
import { type Site, startSite } from '../../tests/site/site.ts'
import type { FoundBrowser } from '../browsers.ts'
import { packageFolders } from '../packages.ts'
import { root } from '../programs.ts'
import { guide } from './guide.ts'

/** What a driver says of a browser that did not start, in one line. */
const inOneLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error))
    .replace(/^(?:TROUBLESHOOTING|stderr):.*$/gm, '')
    .replace(/\s+/g, ' ')
    .trim()

/**
 * Opens the browser with Kamerlens on the first page of the stand-in, and ends when the user ends either.
 *
 * @throws Error with one sentence when there is no window to open
 */
export async function openForUser(browser: FoundBrowser): Promise<void> {
  const site = await startSite()
  try {
    await openOn(site, browser)
  } finally {
    await site.stop()
  }
}

async function openOn({ proxyPort }: Site, browser: FoundBrowser): Promise<void> {
  const profile = join(root, '.output', 'profiles', browser.name)
  mkdirSync(profile, { recursive: true })
  const driver = await launch({
    family: browser.family,
    path: browser.path,
    extension: join(root, packageFolders[browser.family]),
    profile,
    proxyPort,
    headless: false,
  }).catch((error: unknown) => {
    throw new Error(
      `${browser.path} did not start: ${inOneLine(error)} The tour needs no display: npm start -- --tour.`,
    )
  })
  const empty = await driver.browser.pages()
  await driver.openPage(addresses.firstPage)
  await driver.pinButton()
  for (const page of empty) if (page.url() === 'about:blank') await page.close()
  console.log(guide)
  await new Promise<void>((resolve) => {
    process.once('SIGINT', () => resolve())
    process.once('SIGTERM', () => resolve())
    driver.browser.once('disconnected', () => resolve())
  })
  await driver.close().catch(() => driver.kill())
}
