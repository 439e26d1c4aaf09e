import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { findBrowser } from '../../scripts/browsers.ts'
import { root, runTool } from '../../scripts/programs.ts'
import { launchChromium } from '../e2e/drivers/chromium.ts'
import { startProxy } from '../site/proxy.ts'
import { startServer } from '../site/server.ts'
import { layoutsInScripts } from './layouts.ts'
import type { Mode } from './measure.ts'
import type { Figures } from './measuring.ts'

const host = 'https://zoek.officielebekendmakingen.nl'

/** A browser with the extension that measures, and the pages that it measures on. */
export interface BenchWorld {
  readonly version: string
  /** Figures of one measurement on a page that was opened for it alone. */
  readonly measure: (page: string, mode: Mode) => Promise<Figures>
  /** How often a script of the extension's made the browser lay the page out at once, from its start to its rest. */
  readonly forcedLayouts: (page: string) => Promise<number>
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
  const address = (page: string, mode: Mode) => `${host}/${page}#${mode}`
  return {
    version: driver.version,
    measure: async (name, mode) => {
      const page = await driver.openPage(address(name, mode))
      try {
        return await figuresOf(page)
      } finally {
        await page.close()
      }
    },
    forcedLayouts: async (name) => {
      const page = await driver.openPage('about:blank')
      try {
        await page.tracing.start({ categories: ['devtools.timeline'] })
        await page.goto(address(name, 'natural'))
        await figuresOf(page)
        const trace = await page.tracing.stop()
        return layoutsInScripts(new TextDecoder().decode(trace), 'measure.js')
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

async function figuresOf(page: Page): Promise<Figures> {
  await page.waitForSelector('html[data-figures]', { timeout: 60_000 })
  const text = await page.evaluate(() => document.documentElement.dataset.figures ?? '')
  const figures = JSON.parse(text) as Figures | { readonly error: string }
  if ('error' in figures) throw new Error(String(figures.error))
  return figures as Figures
}
