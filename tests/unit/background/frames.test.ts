import '../browser/fake-browser.ts'
import { beforeEach, describe, expect, test } from 'vitest'
import { presence } from '#utils/browser/presence.ts'
import { reachMissedFrames } from '../../../entrypoints/background/pages/frames.ts'
import { fakeBrowser, stubBrowser } from '../browser/fake-browser.ts'

/** Whether the content script has begun, by frame. */
let begun: Readonly<Record<number, boolean>>
let put: unknown[]

beforeEach(() => {
  fakeBrowser.reset()
  put = []
  stubBrowser('runtime', 'getManifest', () => ({ content_scripts: [{ js: ['page.js'], css: ['page.css'] }] }))
  stubBrowser('scripting', 'insertCSS', async (injection: unknown) => put.push(injection))
  stubBrowser(
    'scripting',
    'executeScript',
    async (injection: { func?: (name: string) => boolean; args?: [string]; files?: unknown }) => {
      if (injection.func === undefined) return put.push(injection)
      return Object.entries(begun).map(([frameId, isBegun]) => {
        if (isBegun) Reflect.set(globalThis, presence, true)
        const result = injection.func?.(...(injection.args ?? ['']))
        Reflect.deleteProperty(globalThis, presence)
        return { frameId: Number(frameId), result }
      })
    },
  )
})

describe('frames of a loaded page', () => {
  test('in which the content script has not begun get it, and its style; the others are left alone', async () => {
    begun = { 0: true, 5: false, 9: true, 12: false }
    await reachMissedFrames(7)
    const target = { tabId: 7, frameIds: [5, 12] }
    expect(put).toEqual([
      { target, files: ['page.js'] },
      { target, files: ['page.css'] },
    ])
  })

  test('are left alone where it has begun in all of them', async () => {
    begun = { 0: true, 5: true }
    await reachMissedFrames(7)
    expect(put).toEqual([])
  })

  test('are left alone in a page in which it has not begun: that was searched once, and led here', async () => {
    begun = { 0: false, 5: false }
    await reachMissedFrames(7)
    expect(put).toEqual([])
  })

  test('of a page that may not be touched any more are no error', async () => {
    stubBrowser('scripting', 'executeScript', () => Promise.reject(new Error('no')))
    await expect(reachMissedFrames(7)).resolves.toBeUndefined()
    expect(put).toEqual([])
  })
})
