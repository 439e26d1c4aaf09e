import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import puppeteer, { type Page } from 'puppeteer-core'
import { build } from 'vite'
import { findBrowser } from '../../../scripts/browsers.ts'
import { root } from '../../../scripts/programs.ts'

const folder = join(root, '.output', 'bench-search')

async function buildPage(): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'esnext',
      chunkSizeWarningLimit: 10_000,
      rolldownOptions: {
        input: join(root, 'tests', 'bench', 'search', 'page.ts'),
        output: { entryFileNames: 'page.js', codeSplitting: false },
      },
    },
  })
}

/** A profile of Chromium's on the disk. Each run is a browser that is started for it. */
export interface SearchBench {
  /** Runs what `page.ts` offers. */
  run<Value>(expression: string): Promise<Value>
  close(): void
}

export async function openSearchBench(): Promise<SearchBench> {
  await buildPage()
  const server = createServer(({ url }, response) => {
    const isScript = url === '/page.js'
    response.writeHead(200, { 'content-type': isScript ? 'text/javascript' : 'text/html' })
    response.end(
      isScript
        ? readFileSync(join(folder, 'page.js'))
        : '<!doctype html><script type="module" src="/page.js"></script>',
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const { path } = await findBrowser('chromium', console.error)
  const userDataDir = mkdtempSync(join(tmpdir(), 'kamerlens-bench-'))
  const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update']
  return {
    async run<Value>(expression: string) {
      // Filling the store takes minutes on a slow disk.
      const browser = await puppeteer.launch({
        executablePath: path,
        headless: true,
        args,
        userDataDir,
        protocolTimeout: 30 * 60_000,
      })
      try {
        const page: Page = await browser.newPage()
        await page.goto(address)
        await page.waitForFunction('typeof fill === "function"')
        return (await page.evaluate(expression)) as Value
      } finally {
        await browser.close()
      }
    },
    close() {
      server.close()
      rmSync(userDataDir, { recursive: true, force: true })
    },
  }
}
