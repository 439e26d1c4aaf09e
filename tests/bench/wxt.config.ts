import { defineConfig } from 'wxt'
import { bundling } from '../../scripts/bundling.ts'
import { leaveOutExamples } from '../../scripts/leave-out-examples.ts'
import { officialMatchPatterns } from '../../utils/references/addresses/sites.ts'

/**
 * The extension that is measured: one content script (`extension/`) that imports the very modules of Kamerlens' own,
 * built by the same tool with the same settings. What measures is in it and not in the product: a hook to reach the
 * detection from outside would have to be shipped.
 */
export default defineConfig({
  manifestVersion: 3,
  imports: false,
  entrypointsDir: 'tests/bench/extension',
  publicDir: 'tests/bench/public',
  outDir: '.output/bench',
  outDirTemplate: '{{browser}}-mv{{manifestVersion}}',
  vite: () => ({
    plugins: [leaveOutExamples()],
    build: { ...bundling, modulePreload: false, minify: process.env.BENCH_PLAIN !== '1' },
  }),
  manifest: { name: 'Kamerlens, measured', host_permissions: [...officialMatchPatterns] },
})
