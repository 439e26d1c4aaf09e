// wxt/browser looks for the browser while it is loaded, so a test imports this file first, for its effect alone:
// `import './fake-browser.ts'` (such imports are not sorted).
import '@webext-core/fake-browser/auto'
import { fakeBrowser } from '@webext-core/fake-browser'
import { vi } from 'vitest'

export { fakeBrowser }

/** Puts a stand-in in the place of a browser function that the fake does not have. */
export function stubBrowser(api: string, method: string, stub: (...args: never[]) => unknown) {
  const root = fakeBrowser as unknown as Record<string, Record<string, unknown>>
  root[api] ??= {}
  const mock = vi.fn(stub)
  root[api][method] = mock
  return mock
}
