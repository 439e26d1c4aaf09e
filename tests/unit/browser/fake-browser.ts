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

/** What the fake has by itself, before a test puts anything in its place. */
const own = Object.entries(fakeBrowser).flatMap(([api, value]) =>
  typeof value === 'object' ? [{ api, value: value as Record<string, unknown>, methods: { ...value } }] : [],
)

/** Makes it a browser that nobody has used yet: for files that run one after another in one place. */
export function renewBrowser(): void {
  const apis = fakeBrowser as unknown as Record<string, unknown>
  for (const [api, value] of Object.entries(apis)) if (typeof value !== 'function') delete apis[api]
  // A test may have put another object in the place of one, or nothing, as a browser has that lacks it.
  for (const { api, value, methods } of own) {
    for (const method of Object.keys(value)) delete value[method]
    apis[api] = Object.assign(value, methods)
  }
  fakeBrowser.reset()
}
