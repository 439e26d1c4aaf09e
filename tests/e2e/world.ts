import { randomUUID } from 'node:crypto'
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Family, findBrowser } from '../../scripts/browsers.ts'
import { packageFolders } from '../../scripts/packages.ts'
import { root } from '../../scripts/programs.ts'
import type { Site, SiteOptions } from '../site/site.ts'
import { launch } from './drivers/launch.ts'
import type { Driver } from './drivers/types.ts'
import { endHome, type Home, leaveHome, newHome, spareHome } from './home.ts'
import { until } from './until.ts'

/** The stand-in for the official sites and a browser that sees it. */
export interface World {
  readonly site: Site
  readonly family: Family
  /** Folder of the built extension. */
  readonly extension: string
  /** Where the browser lays what is saved as a file. */
  readonly downloads: string
  /** The running browser: another one after each restart. */
  readonly driver: Driver
  /** Installs Kamerlens in a browser that was started without it. */
  readonly install: () => Promise<void>
  /** Puts Kamerlens anew over itself under the open pages. */
  readonly update: () => Promise<void>
  /**
   * Ends the browser, in good order or by `kill`, and starts it again with the same profile; `meanwhile` is what happens to
   * the profile's folder in between.
   */
  readonly restart: (end?: 'close' | 'kill', meanwhile?: (profile: string) => void) => Promise<void>
  /** @param inOrder the browser is left for the next world that wants a spare one */
  readonly stop: (inOrder?: boolean) => Promise<void>
}

export interface WorldOptions {
  readonly family: Family
  /** The browser's program; found by itself when left out. */
  readonly path?: string
  /** False: the browser starts without Kamerlens. */
  readonly installed?: boolean
  /** Bytes that Chromium may keep for Kamerlens. */
  readonly storage?: number
  /** Features of Chromium that are tried out. */
  readonly features?: string
  /** As if the user had let Chromium show notifications: its question is in a window that no protocol reaches. */
  readonly notifications?: boolean
  readonly site?: SiteOptions
  /** Begins in the browser that a world before it has left in order, where there is one. */
  readonly spare?: boolean
}

function builtExtension(family: Family): string {
  const folder = join(root, packageFolders[family])
  if (!existsSync(join(folder, 'manifest.json')))
    throw new Error(`${packageFolders[family]} is missing: run npm run build first.`)
  return folder
}

type Change = (permissions: readonly string[]) => readonly string[]

/** A copy of the package, with other permissions where they are to change. */
function copyOf(extension: string, profile: string, permitted: Change | null): string {
  const folder = join(profile, `kamerlens-${randomUUID()}`)
  cpSync(extension, folder, { recursive: true })
  if (permitted === null) return folder
  const file = join(folder, 'manifest.json')
  const { optional_permissions: _, ...manifest } = JSON.parse(readFileSync(file, 'utf8')) as {
    permissions: string[]
    optional_permissions?: string[]
  }
  writeFileSync(file, JSON.stringify({ ...manifest, permissions: permitted(manifest.permissions) }))
  return folder
}

/** Without the permission by which Chromium keeps to no limit at all. */
const limited: Change = (permissions) => permissions.filter((name) => name !== 'unlimitedStorage')
const notifying: Change = (permissions) => [...permissions, 'notifications']

/** Milliseconds that a busy machine may take from the installation to the page that it opens. */
const firstPage = 40_000

/** Waits for the page that opens after the installation and closes it: else it would be the active tab halfway a test. */
async function closeWelcome(driver: Driver): Promise<void> {
  await until(
    'the welcome page',
    async () => (await driver.closeExtensionPage('welcome.html')) || driver.state(),
    (seen) => seen === true,
    firstPage,
  )
}

/** Starts everything that an end-to-end test or the tour needs; whoever starts it must `stop` it. */
export async function startWorld(given: WorldOptions): Promise<World> {
  const { family, installed = true, storage, features, notifications = false } = given
  const built = builtExtension(family)
  const path = given.path ?? (await findBrowser(family, console.error)).path
  const pagesId = randomUUID()
  const spare = given.spare ? await spareHome(pagesId) : null
  const { site, profile, downloads } = spare ?? (await newHome(given.site))
  const change = storage !== undefined ? limited : notifications && family === 'chromium' ? notifying : null
  // Chromium knows an extension by its folder: in a browser that has had it before it comes from another one.
  const isKnown = spare !== null && family === 'chromium'
  const extension = change !== null || isKnown ? copyOf(built, profile, change) : built
  const launching = {
    family,
    path,
    profile,
    pagesId,
    proxyPort: site.proxyPort,
    keyHash: site.keyHash,
    headless: true,
    downloads,
    ...(storage === undefined ? {} : { storage }),
    ...(features === undefined ? {} : { features }),
  }
  const begun = async (started: Driver) => {
    // What is added from a folder counts as newly installed at each start.
    if (installed) await closeWelcome(started)
    return started
  }
  const start = async () => begun(await launch({ ...launching, extension: installed ? extension : null }))
  const goOn = async (running: Driver) => {
    if (installed) await running.install(extension, storage)
    return begun(running)
  }
  let driver = await (spare ? goOn(spare.driver) : start()).catch(async (error: Error) => {
    await endHome({ site, profile, downloads, driver: spare?.driver ?? null })
    throw error
  })
  let restarting: Promise<void> = Promise.resolve()
  return {
    site,
    family,
    extension,
    downloads,
    install: async () => {
      await driver.install(extension)
      await closeWelcome(driver)
    },
    update: () => driver.update(extension),
    get driver() {
      return driver
    },
    restart: (end = 'close', meanwhile) => {
      restarting = (async () => {
        await driver[end]()
        meanwhile?.(profile)
        driver = await start()
      })()
      return restarting
    },
    stop: async (inOrder = false) => {
      // A test whose time is over may have left one that is still starting.
      await restarting.catch(() => undefined)
      const home: Home = { site, profile, downloads, driver }
      return inOrder ? leaveHome(home) : endHome(home)
    },
  }
}
