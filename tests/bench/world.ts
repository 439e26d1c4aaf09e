import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'puppeteer-core'
import { findBrowser } from '../../scripts/browsers.ts'
import { root, runTool } from '../../scripts/programs.ts'
import { launchChromium } from '../e2e/drivers/chromium.ts'
import { startProxy } from '../site/proxy.ts'
import { startServer } from '../site/server.ts'
import type { Figures, Mode } from './measure.ts'

const host = 'https://zoek.officielebekendmakingen.nl'

/** A browser with the extension that measures, and the pages that it measures on. */
export interface BenchWorld {
  readonly browser: Browser
  readonly version: string
  /** Figures of one measurement on a page that was opened for it alone. */
  readonly measure: (page: string, mode: Mode) => Promise<Figures>
  /** The same, with the page still open. @param inspect called with the page, before the measurement begins or after it */
  readonly open: (page: string, mode: Mode | null) => Promise<Page>
  readonly stop: () => Promise<void>
}

export async function buildMeasuring(): Promise<void> {
  const args = ['build', '--config', 'tests/bench/wxt.config.ts', '--browser', 'chrome', '--mv3']
  const { code, output } = await runTool('wxt/bin/wxt.mjs', args)
  if (code !== 0) throw new Error(output)
}

/** @param pages HTML by name */
export async function startBenchWorld(pages: ReadonlyMap<string, string>): Promise<BenchWorld> {
  const headers = { 'content-type': 'text/html; charset=utf-8' }
  const server = await startServer(async ({ pathname }) => {
    const html = pages.get(pathname.slice(1))
    return { status: html === undefined ? 404 : 200, headers, body: Buffer.from(html ?? '') }
  })
  const proxy = await startProxy(server.port)
  const profiles = join(root, '.output', 'profiles')
  mkdirSync(profiles, { recursive: true })
  const profile = mkdtempSync(join(profiles, 'bench-'))
  const { path } = await findBrowser('chromium', console.error)
  const options = { family: 'chromium', path, extension: null, profile, proxyPort: proxy.port, headless: true } as const
  const driver = await launchChromium(options)
  await driver.browser.installExtension(join(root, '.output', 'bench', 'chrome-mv3'))
  const open = (page: string, mode: Mode | null) => driver.openPage(`${host}/${page}${mode === null ? '' : `#${mode}`}`)
  return {
    browser: driver.browser,
    version: driver.version,
    open,
    measure: async (name, mode) => {
      const page = await open(name, mode)
      try {
        await page.waitForSelector('html[data-figures]', { timeout: 120_000 })
        const figures = await page.evaluate(() => document.documentElement.dataset.figures ?? '')
        return JSON.parse(figures) as Figures
      } finally {
        await page.close()
      }
    },
    stop: async () => {
      await driver.close().catch(() => driver.kill())
      await proxy.stop()
      await server.stop()
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
    },
  }
}
