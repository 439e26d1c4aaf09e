import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import puppeteer from 'puppeteer-core'
import { servePage } from '../page-server.ts'

/** A profile of Chromium's on the disk. Each run is a browser that is started for it. */
export interface SearchBench {
  /** Runs what `page.ts` offers. */
  run<Value>(expression: string): Promise<Value>
  close(): void
}

export async function openSearchBench(): Promise<SearchBench> {
  const served = await servePage('search/page.ts')
  const userDataDir = mkdtempSync(join(tmpdir(), 'kamerlens-bench-'))
  return {
    async run<Value>(expression: string) {
      const browser = await puppeteer.launch({ ...served.launch, userDataDir })
      try {
        const page = await browser.newPage()
        await page.goto(served.address)
        await page.waitForFunction('typeof fill === "function"')
        return (await page.evaluate(expression)) as Value
      } finally {
        await browser.close()
      }
    },
    close() {
      served.close()
      rmSync(userDataDir, { recursive: true, force: true })
    },
  }
}
