import { fileURLToPath } from 'node:url'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'

/** The same tests in each family of browsers; `npm test` names the program in KAMERLENS_CHROMIUM or KAMERLENS_FIREFOX. */
function endToEnd(family: 'chromium' | 'firefox') {
  return {
    extends: true as const,
    test: {
      name: `e2e-${family}`,
      environment: 'node' as const,
      include: ['tests/e2e/**/*.test.ts'],
      globalSetup: ['tests/e2e/run-profiles.ts'],
      fileParallelism: false,
      // Each file has a world of its own, in the browser that the one before has left (`tests/e2e/home.ts`).
      isolate: false,
      // A test with a restart takes six seconds, and a minute where ten other things are done beside it.
      testTimeout: 90_000,
      // A busy machine can make a browser late; what holds only at the second try is named at the end (`scripts/test/main.ts`).
      retry: 1,
      hookTimeout: 90_000,
      provide: { family },
    },
  }
}

// A busy machine gives a test that works for two seconds a tenth of its time.
const unit = { testTimeout: 60_000, environment: 'node' as const }

/** Folders of unit tests that need a browser, which is a fake one. */
const withBrowser = '{background,browser,popup,reader,reading,sidepanel}'

/** Files of unit tests that see what others leave behind, or replace what others need: each has a place of its own to run in. */
const alone = [
  'tests/unit/cli/*.test.ts',
  // All of the background, which listens for good.
  'tests/unit/background/index.test.ts',
  // Serves the journal's channel, and replaces IndexedDB.
  'tests/unit/background/opening.test.ts',
  // Something happens at the official services (`tests/site/odata/later.ts`).
  'tests/unit/background/{following,following-faults}.test.ts',
  // What is asked once, or listened to, by a module that goes on with it.
  'tests/unit/browser/{appearance,citation-form,first-answers,site-list,switches}.test.ts',
  'tests/unit/reader/look-ups.test.ts',
  // Load pdf.js, or what listens to it, anew: both halves of it are there once a process.
  'tests/unit/documents/prepare.test.ts',
  'tests/unit/pdf/text-states.test.ts',
]

/** What is drawn by the style sheets of our own pages, and takes away what it has shown (`tests/browser/components/setup.ts`). */
const components = 'tests/browser/components/**/*.test.{ts,tsx}'

const unitTests = (folders: string) => [`tests/unit/${folders}/**/*.test.{ts,tsx}`]

/**
 * Three layers: `unit` (and `unit-pure`) in Node, `browser` in a real Chromium, `e2e-…` (the built extension in Chromium and
 * Firefox, with tests/site on loopback). `npm test` runs all of them, the third beside the others; one alone:
 * `npm run check -- unit`.
 */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    // A live query that begins while its test's own database goes, after the screen has gone: nobody waits for it.
    onUnhandledError: ({ name }) => (name === 'DatabaseClosedError' ? false : undefined),
    projects: [
      // Threads start sooner than processes: 115 → 98 core-seconds for 116 files.
      { extends: true, test: { ...unit, name: 'unit', pool: 'threads', include: alone } },
      // All others share one place a worker, and load what they test once: 74 → 40 core-seconds for 113 files.
      {
        extends: true,
        test: {
          ...unit,
          name: 'unit-browser',
          pool: 'threads',
          include: unitTests(withBrowser),
          exclude: alone,
          isolate: false,
          setupFiles: ['tests/unit/browser/renewed.ts', 'tests/unit/indexed-db.ts'],
        },
      },
      {
        extends: true,
        test: {
          ...unit,
          name: 'unit-shared',
          include: unitTests('**'),
          exclude: [...alone, ...unitTests(withBrowser)],
          isolate: false,
          // Dexie takes the IndexedDB that is there when it is loaded.
          setupFiles: ['tests/unit/indexed-db.ts'],
        },
      },
      {
        extends: true,
        // Bundled in one go before the first test: found one by one, Preact and its hooks become two copies, and a file that
        // is being fetched when another one’s packages are found fails.
        optimizeDeps: {
          include: [
            '@nanostores/i18n',
            '@preact/signals',
            '@rgrove/parse-xml',
            'approx-string-match',
            'axe-core',
            'dexie',
            'fast-check',
            'fflate',
            'marked',
            'nanostores',
            'node-diff3',
            'parse5',
            'pdf-lib',
            'pdfjs-dist',
            'pdfjs-dist/build/pdf.worker.mjs',
            'preact',
            'preact/hooks',
            'preact/jsx-dev-runtime',
            'preact/jsx-runtime',
            'valibot',
            'wxt/browser',
            'wxt/utils/define-content-script',
          ],
        },
        test: {
          name: 'browser',
          retry: 1,
          // A browser has no environment of its own (`tests/unit/cases.ts`).
          env: { KAMERLENS_CASES: process.env.KAMERLENS_CASES ?? '', KAMERLENS_SEED: process.env.KAMERLENS_SEED ?? '' },
          // A page on a busy machine may take longer than a second.
          // Each look by role goes over all that is shown.
          expect: { poll: { timeout: 6000, interval: 100 } },
          testTimeout: 30_000,
          include: ['tests/browser/**/*.test.{ts,tsx}'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                executablePath: process.env.KAMERLENS_CHROMIUM ?? '/usr/bin/chromium',
                args: [
                  '--no-sandbox',
                  '--disable-gpu',
                  '--disable-background-networking',
                  '--disable-component-update',
                ],
              },
            }),
            // No test mocks a module; where Vitest may have to, each file fetches all of them anew.
            importMapMocks: true,
            instances: [
              { browser: 'chromium', name: 'browser-alone', exclude: [components] },
              // Of one document for all: 43 files load the modules of all screens once a worker.
              {
                browser: 'chromium',
                name: 'browser-components',
                include: [components],
                isolate: false,
                setupFiles: [fileURLToPath(new URL('tests/browser/components/setup.ts', import.meta.url))],
              },
            ],
          },
        },
      },
      ...(['chromium', 'firefox'] as const).map(endToEnd),
    ],
  },
})
