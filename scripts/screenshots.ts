import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { findBrowser } from './browsers.ts'
import { readCommandLine } from './command-line.ts'
import { root, runTool } from './programs.ts'

/**
 * `npm run screenshots`: every screen in every state of the browser tests (empty, full, failed, offline, …), light and
 * dark, in forced colours, Dutch and English, narrow, and with spaced text, under `.output/screenshots`, to be looked at.
 */
readCommandLine('Usage: npm run screenshots', {})

const folder = join(root, '.output', 'screenshots')
rmSync(folder, { recursive: true, force: true })
const { path } = await findBrowser('chromium', console.error)
const files = ['pages', 'windows'].map((name) => `tests/browser/components/every-screen-of-${name}.test.tsx`)
console.log('Showing every screen (some minutes) …')
const { code, output } = await runTool(
  'vitest/vitest.mjs',
  ['run', '--project', 'browser', '--maxWorkers=2', ...files],
  {
    environment: { KAMERLENS_CHROMIUM: path, VITE_KAMERLENS_SHOTS: folder },
  },
)
if (code !== 0) {
  console.error(output)
  process.exitCode = 1
}
console.log(`.output/screenshots: ${readdirSync(folder).length} pictures`)
