import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { startWorld, type World } from '../../tests/e2e/world.ts'
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
      const picture = join(folder, `${String(index + 1).padStart(2, '0')}-${step.name}.png`)
      const { saw, page } = await step.run(world).catch(async (error: unknown) => {
        await pictureOfFailure(world, picture)
        throw new Error(`${step.name}: ${error instanceof Error ? error.message : String(error)} (${picture})`)
      })
      await keepPicture(page, picture)
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

/** @param path from the project's folder */
async function keepPicture(page: Page, path: string): Promise<void> {
  // A tab behind another is not drawn, and a picture of it takes a minute.
  await page.bringToFront()
  await page.screenshot({ path: join(root, path) as `${string}.png` })
}

/** What stood on the page opened last when a step did not hold. */
async function pictureOfFailure(world: World, path: string): Promise<void> {
  const last = (await world.driver.browser.pages()).at(-1)
  if (last) await keepPicture(last, path).catch(() => {})
}
