import { expect, test, vi } from 'vitest'
import { browser } from 'wxt/browser'
import { aWhile } from '#tests/a-while.ts'
import { whenExtensionGone } from '../../../entrypoints/page.content/extension-gone.ts'
import { show } from '../dom/page.ts'

test('an extension that is gone is noticed whatever the page calls its elements', async () => {
  show('<form name="visibilityState"></form>')
  const addListener = vi.fn((_left: () => void) => undefined)
  const connect = () => ({ onDisconnect: { addListener }, disconnect() {} })
  const runtime: { id: string | undefined; connect: typeof connect } = { id: 'here', connect }
  Object.assign(browser, { runtime })
  const gone = vi.fn()
  const ended = new AbortController()
  whenExtensionGone(gone, ended.signal)
  // The background has only stopped; later all of it goes.
  addListener.mock.calls[0]?.[0]()
  await aWhile(500)
  expect(gone).not.toHaveBeenCalled()
  runtime.id = undefined
  await vi.waitFor(() => expect(gone).toHaveBeenCalled(), { timeout: 4000 })
  ended.abort()
  Reflect.deleteProperty(browser, 'runtime')
})
