import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Site, type SiteOptions, startSite } from '../site/site.ts'
import type { Driver } from './drivers/types.ts'
import { profilesFolder } from './run-profiles.ts'
import { beginStarted } from './started-profile.ts'

/** What a world lives in: the stand-in, a profile and a browser that runs with them. */
export interface Home {
  readonly site: Site
  /** Folder of a profile of its own. */
  readonly profile: string
  /** Where the browser lays what is saved as a file. */
  readonly downloads: string
  /** Null where its start has failed. */
  readonly driver: Driver | null
}

type Running = Home & { readonly driver: Driver }

export async function newHome(options?: SiteOptions): Promise<Omit<Home, 'driver'>> {
  const site = await startSite(options)
  const profile = mkdtempSync(join(profilesFolder(), 'test-'))
  beginStarted(profile)
  const downloads = join(profile, 'downloads')
  mkdirSync(downloads)
  return { site, profile, downloads }
}

const removed = { recursive: true, force: true, maxRetries: 5, retryDelay: 200 } as const

/** Ends all of it. The profile goes as well: nothing that a browser writes at an end in good order is of use. */
export async function endHome({ driver, site, profile }: Home): Promise<void> {
  await driver?.kill()
  await site.stop()
  rmSync(profile, removed)
}

/**
 * A start is half of what a file of few tests costs: the browser of the one before it in this process, which has left
 * it in order.
 */
let spare: Running | null = null

/** Leaves a home to the next world that wants a spare one. */
export async function leaveHome(home: Home): Promise<void> {
  const { driver } = home
  if (spare !== null || driver === null) return endHome(home)
  spare = { ...home, driver }
}

/** The one that nobody has taken ends with the process; its profile goes with all of the run (`run-profiles.ts`). */
for (const end of ['exit', 'SIGTERM'] as const)
  process.once(end, () => spare?.driver.browser.process()?.kill('SIGKILL'))

/**
 * The home that was left, without anything that the world before has left in it: Kamerlens is out, and what is installed has
 * another address and so nothing stored. Null where there is none, or it can't be made so.
 */
export async function spareHome(pagesId: string): Promise<Running | null> {
  const home = spare
  spare = null
  if (home === null) return null
  try {
    await home.driver.renew(pagesId)
  } catch (error) {
    console.error('The browser could not be used again.', error)
    await endHome(home)
    return null
  }
  home.site.forget()
  rmSync(home.downloads, removed)
  mkdirSync(home.downloads)
  return home
}
