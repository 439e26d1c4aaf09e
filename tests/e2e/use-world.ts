import type { Page } from 'puppeteer-core'
import { afterAll, afterEach, beforeAll, beforeEach, inject } from 'vitest'
import type { Family } from '../../scripts/browsers.ts'
import { startWorld, type World, type WorldOptions } from './world.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The browser that this run is in (vitest.config.ts). */
    readonly family: Family
  }
}

interface UseOptions extends Pick<WorldOptions, 'installed' | 'storage' | 'notifications'> {
  /** The one family in which any test of the file runs: no browser is started for those that are all skipped. */
  readonly only?: Family
}

/**
 * One world for the tests of a file, in the browser of this run: the one that the file before has left, as it would be
 * new. What a test that failed has left open is closed: the next one may lead to a page of which there is to be none.
 */
export function useWorld({ only, ...options }: UseOptions = {}): () => World {
  let world: World | null = null
  let before: readonly Page[] = []
  let hasFailed = false
  beforeEach(async () => {
    before = (await world?.driver.browser.pages()) ?? []
  })
  afterEach(async ({ task }) => {
    if (world === null || (task.result?.errors ?? []).length === 0) return
    hasFailed = true
    const left = (await world.driver.browser.pages()).filter((page) => !before.includes(page))
    await Promise.all(left.map((page) => page.close().catch(() => undefined)))
  })
  beforeAll(async () => {
    const family = inject('family')
    if (only === undefined || only === family) world = await startWorld({ family, spare: true, ...options })
  })
  afterAll(() => world?.stop(!hasFailed))
  return () => {
    if (!world) throw new Error('The world has not started')
    return world
  }
}
