import { afterAll, beforeAll, inject } from 'vitest'
import { startWorld, type World, type WorldOptions } from './world.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The browser that this run is in (vitest.config.ts). */
    readonly family: 'chromium' | 'firefox'
  }
}

/** One world for the tests of a file, in the browser of this run. */
export function useWorld(options: Pick<WorldOptions, 'installed' | 'storage' | 'notifications'> = {}): () => World {
  let world: World | null = null
  beforeAll(async () => {
    world = await startWorld({ family: inject('family'), ...options })
  })
  afterAll(() => world?.stop())
  return () => {
    if (!world) throw new Error('The world has not started')
    return world
  }
}
