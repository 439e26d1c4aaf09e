import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { build } from 'vite'
import { findBrowser } from '../../scripts/browsers.ts'
import { root } from '../../scripts/programs.ts'

/** A page of a bench's own, on loopback, and how Chromium is started for it. */
export interface ServedPage {
  readonly address: string
  readonly launch: {
    readonly executablePath: string
    readonly headless: true
    readonly args: string[]
    readonly protocolTimeout: number
  }
  close(): void
}

/** Builds a script under `tests/bench` and serves a page that runs it. */
export async function servePage(script: string): Promise<ServedPage> {
  const folder = join(root, '.output', `bench-${script.replace(/\W+/g, '-')}`)
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
        input: join(root, 'tests', 'bench', script),
        output: { entryFileNames: 'page.js', codeSplitting: false },
      },
    },
  })
  const server = createServer(({ url }, response) => {
    const isScript = url === '/page.js'
    // A page that is isolated from others has a clock of 5 µs; others have one of 100, which is a good part of what is measured.
    response.writeHead(200, {
      'content-type': isScript ? 'text/javascript' : 'text/html',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
    })
    response.end(
      isScript
        ? readFileSync(join(folder, 'page.js'))
        : '<!doctype html><script type="module" src="/page.js"></script>',
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { path } = await findBrowser('chromium', console.error)
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    launch: {
      executablePath: path,
      headless: true,
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
      // Filling the store takes minutes on a slow disk.
      protocolTimeout: 30 * 60_000,
    },
    close: () => void server.close(),
  }
}
