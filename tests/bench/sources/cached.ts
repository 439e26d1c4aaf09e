import puppeteer from 'puppeteer-core'
import { servePage } from '../page-server.ts'

/**
 * Milliseconds of look-ups in what is kept, by kind: in a page of Chromium's, with its own IndexedDB on the disk.
 *
 * @param count of each kind
 */
export async function measureCached(documents: number, count: number): Promise<Record<string, readonly number[]>> {
  const served = await servePage('sources/cache.ts')
  const browser = await puppeteer.launch(served.launch)
  try {
    const page = await browser.newPage()
    await page.goto(served.address)
    await page.waitForFunction('typeof run === "function"')
    return (await page.evaluate(`run(${documents}, ${count})`)) as Record<string, number[]>
  } finally {
    await browser.close()
    served.close()
  }
}
