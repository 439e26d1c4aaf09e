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
const own = new Map(
  Object.entries(fakeBrowser).flatMap(([api, value]) => (typeof value === 'object' ? [[api, { ...value }]] : [])),
)

/** Makes it a browser that nobody has used yet: for files that run one after another in one place. */
export function renewBrowser(): void {
  const apis = fakeBrowser as unknown as Record<string, object>
  for (const [api, value] of Object.entries(apis)) {
    const methods = own.get(api)
    if (methods === undefined) {
      if (typeof value === 'object') delete apis[api]
      continue
    }
    for (const method of Object.keys(value)) delete (value as Record<string, unknown>)[method]
    Object.assign(value, methods)
  }
  fakeBrowser.reset()
}
