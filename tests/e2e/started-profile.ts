import { cpSync, mkdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { aWhile } from '#tests/a-while.ts'
import { root } from '../../scripts/programs.ts'
import { addresses } from '../site/addresses.ts'
import { startSite } from '../site/site.ts'
import { launch } from './drivers/launch.ts'

/** Milliseconds in which Firefox does what it puts off until after its start. */
const putOff = 2000

/** What is not for another world: that the browser ran, what was set for it, and what it fetched. */
const own = new Set(['lock', '.parentlock', 'parent.lock', 'prefs.js', 'user.js', 'cache2'])

/**
 * Makes a profile of a Firefox that was started once, without Kamerlens, and ended in good order: what it does at its very first
 * start alone is a quarter of the work of a start. Worlds begin with a copy of it where KAMERLENS_STARTED_PROFILE names it.
 *
 * @param path its program
 */
export async function makeStartedProfile(path: string): Promise<string> {
  const profile = join(root, '.output', 'profiles', 'started')
  rmSync(profile, { recursive: true, force: true })
  mkdirSync(profile, { recursive: true })
  const site = await startSite()
  try {
    const { proxyPort } = site
    const driver = await launch({ family: 'firefox', path, profile, proxyPort, headless: true, extension: null })
    try {
      const page = await driver.openPage(addresses.withoutCodes)
      await aWhile(putOff)
      await page.close()
    } finally {
      await driver.close()
    }
  } finally {
    await site.stop()
  }
  return profile
}

/** Gives a new profile what a started one has, where there is one. */
export function beginStarted(profile: string): void {
  const started = process.env.KAMERLENS_STARTED_PROFILE
  if (started) cpSync(started, profile, { recursive: true, filter: (path) => !own.has(basename(path)) })
}
