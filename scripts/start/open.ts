import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { launch } from '../../tests/e2e/drivers/launch.ts'
import { addresses } from '../../tests/site/addresses.ts'
import { startSite } from '../../tests/site/site.ts'
import type { FoundBrowser } from '../browsers.ts'
import { packageFolders } from '../packages.ts'
import { root } from '../programs.ts'
import { guide } from './guide.ts'

/** Opens the browser with Kamerlens on the first page of the stand-in, and ends when the user ends either. */
export async function openForUser(browser: FoundBrowser): Promise<void> {
  const site = await startSite()
  const profile = join(root, '.output', 'profiles', browser.name)
  mkdirSync(profile, { recursive: true })
  const driver = await launch({
    family: browser.family,
    path: browser.path,
    extension: join(root, packageFolders[browser.family]),
    profile,
    proxyPort: site.proxyPort,
    headless: false,
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
  await site.stop()
}
