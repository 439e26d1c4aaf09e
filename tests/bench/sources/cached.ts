import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import puppeteer from 'puppeteer-core'
import { build } from 'vite'
import { findBrowser } from '../../../scripts/browsers.ts'
import { root } from '../../../scripts/programs.ts'

const folder = join(root, '.output', 'bench-sources')

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
        input: join(root, 'tests', 'bench', 'sources', 'cache.ts'),
        output: { entryFileNames: 'cache.js', codeSplitting: false },
      },
    },
  })
}

/**
 * Milliseconds of look-ups in what is kept, by kind: in a page of Chromium's, with its own IndexedDB on the disk.
 *
 * @param count of each kind
 */
export async function measureCached(documents: number, count: number): Promise<Record<string, readonly number[]>> {
  await buildPage()
  const server = createServer(({ url }, response) => {
    const isScript = url === '/cache.js'
    response.writeHead(200, { 'content-type': isScript ? 'text/javascript' : 'text/html' })
    response.end(
      isScript
        ? readFileSync(join(folder, 'cache.js'))
        : '<!doctype html><script type="module" src="/cache.js"></script>',
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { path } = await findBrowser('chromium', console.error)
  const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update']
  // Filling the store takes minutes on a slow disk.
  const browser = await puppeteer.launch({ executablePath: path, headless: true, args, protocolTimeout: 30 * 60_000 })
  try {
    const page = await browser.newPage()
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
    await page.waitForFunction('typeof run === "function"')
    return (await page.evaluate(`run(${documents}, ${count})`)) as Record<string, number[]>
  } finally {
    await browser.close()
    server.close()
  }
}
