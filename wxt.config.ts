import { defineConfig } from 'wxt'
import { bareScripts } from './scripts/bare-scripts.ts'
import { bundling } from './scripts/bundling.ts'
import { inlineSheet } from './scripts/inline-sheet.ts'
import { leaveOutExamples } from './scripts/leave-out-examples.ts'
import { licences } from './scripts/licences.ts'
import { pageChunks } from './scripts/page-chunks.ts'
import { pdfFilesToCopy } from './scripts/pdf-files.ts'
import { asModules, isReadingWorker } from './scripts/reading-modules.ts'
import { findsContentScript, shareModules } from './scripts/share-modules.ts'
import { officialMatchPatterns } from './utils/references/addresses/sites.ts'

/** Extension pages may contact themselves and the official sites, and nothing else (SAFETY: exfiltration). */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  `connect-src 'self' ${officialMatchPatterns.map((pattern) => pattern.replace('*://', 'https://').replace(/\/\*$/, '')).join(' ')}`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types kamerlens',
].join('; ')

const popupSheet = inlineSheet('popup/index.html')
const bundled = licences()

export default defineConfig({
  manifestVersion: 3,
  imports: false,
  outDir: '.output',
  outDirTemplate: '{{browser}}-mv{{manifestVersion}}',
  modules: [],
  // Names by store and version; the sources are what Mozilla builds the package from.
  zip: {
    artifactTemplate: '{{name}}-{{version}}-{{browser}}.zip',
    sourcesTemplate: '{{name}}-{{version}}-sources.zip',
    excludeSources: ['docs/**', 'tests/**'],
  },
  hooks: {
    'build:publicAssets': (_, files) => {
      files.push(...pdfFilesToCopy(), { contents: bundled.text(), relativeDest: 'licences.txt' })
    },
    'build:manifestGenerated': (_, { content_security_policy: policies }) => {
      const policy = policies as { extension_pages: string }
      const sources = ["style-src 'self'", ...popupSheet.sources()].join(' ')
      policy.extension_pages = policy.extension_pages.replace("style-src 'self'", sources)
    },
    'vite:build:extendConfig': (entrypoints, config) => {
      if (findsContentScript(entrypoints)) config.plugins?.push(shareModules())
      if (isReadingWorker(entrypoints)) asModules(config)
      if (entrypoints.every(({ type }) => type !== 'popup')) return
      const output = config.build?.rolldownOptions?.output ?? config.build?.rollupOptions?.output
      if (output !== undefined && !Array.isArray(output)) output.codeSplitting = pageChunks()
    },
  },
  vite: () => ({
    plugins: [leaveOutExamples(), bareScripts(), popupSheet.plugin, bundled.plugin],
    build: { ...bundling, modulePreload: { polyfill: false } },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  }),
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    short_name: 'Kamerlens',
    description: '__MSG_extensionDescription__',
    default_locale: 'nl',
    permissions: [
      'storage',
      'unlimitedStorage',
      'alarms',
      'contextMenus',
      'activeTab',
      'scripting',
      // Neither is warned of: workers that the background may not start, and the panel beside the page.
      ...(browser === 'firefox' ? [] : ['offscreen', 'sidePanel']),
    ],
    // Browsers warn of it, so it is asked for where notifications are turned on, and not at the installation.
    // Firefox has no folders of the user's choice: copies outside the browser go among the downloads there.
    optional_permissions: ['notifications', ...(browser === 'firefox' ? ['downloads'] : [])],
    host_permissions: [...officialMatchPatterns],
    // Nothing of it is granted by installing: the user gives one site at a time, in the popup.
    optional_host_permissions: ['*://*/*'],
    content_security_policy: { extension_pages: contentSecurityPolicy },
    action: { default_title: '__MSG_extensionName__' },
    omnibox: { keyword: 'kl' },
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+K' } },
      'next-reference': { suggested_key: { default: 'Alt+Period' }, description: '__MSG_commandNext__' },
      'previous-reference': { suggested_key: { default: 'Alt+Comma' }, description: '__MSG_commandPrevious__' },
      'note-on-reference': { suggested_key: { default: 'Alt+Shift+M' }, description: '__MSG_commandNote__' },
      // Chromium suggests four keys at most: these have none until the user gives them one.
      'note-on-selection': { description: '__MSG_commandNoteOnSelection__' },
      'next-passage': { description: '__MSG_commandNextPassage__' },
      // Firefox opens and closes its sidebar itself.
      ...(browser === 'firefox'
        ? { _execute_sidebar_action: {} }
        : { 'open-panel': { description: '__MSG_commandPanel__' } }),
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: '{6f0a1d0e-7a55-4c0b-9b5c-2f1f3f6f7e55}',
              strict_min_version: '149.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '140', storage: { managed_schema: 'managed-schema.json' } }),
  }),
})
