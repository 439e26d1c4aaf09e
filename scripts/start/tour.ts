import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { startWorld } from '../../tests/e2e/world.ts'
import type { FoundBrowser } from '../browsers.ts'
import { root } from '../programs.ts'
import { tourSteps } from './steps.ts'

/**
 * Drives the browser through the three jobs, tells what it saw at each step and keeps a picture of it.
 *
 * @returns whether each step held
 */
export async function runTour({ family, name, path, version }: FoundBrowser): Promise<boolean> {
  const folder = join('.output', 'tour', name)
  rmSync(join(root, folder), { recursive: true, force: true })
  mkdirSync(join(root, folder), { recursive: true })
  console.log(`Tour in ${name} ${version ?? ''}`)
  const world = await startWorld({ family, path })
  let held = true
  try {
    for (const [index, step] of tourSteps.entries()) {
      const { saw, page } = await step.run(world)
      const picture = join(folder, `${String(index + 1).padStart(2, '0')}-${step.name}.png`)
      // A tab behind another is not drawn, and a picture of it takes a minute.
      await page.bringToFront()
      await page.screenshot({ path: join(root, picture) as `${string}.png` })
      console.log(`✓ ${saw} (${picture})`)
    }
  } catch (error) {
    // Each step stands on the one before it, so the first that fails ends the tour.
    held = false
    console.error(`✗ ${error instanceof Error ? error.message : String(error)}`)
  } finally {
    await world.stop()
  }
  console.log(held ? `All ${tourSteps.length} steps held.` : 'The tour did not hold.')
  return held
}
