import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Family, findBrowser } from '../../scripts/browsers.ts'
import { packageFolders } from '../../scripts/packages.ts'
import { root } from '../../scripts/programs.ts'
import { type Site, type SiteOptions, startSite } from '../site/site.ts'
import { launch } from './drivers/launch.ts'
import type { Driver } from './drivers/types.ts'
import { beginStarted } from './started-profile.ts'
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
  readonly stop: () => Promise<void>
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
}

/** A profile of its own under .output, where browsers in a sandbox (snap) may write too. */
function makeProfile(): string {
  const folder = join(root, '.output', 'profiles')
  mkdirSync(folder, { recursive: true })
  const profile = mkdtempSync(join(folder, 'test-'))
  beginStarted(profile)
  return profile
}

function builtExtension(family: Family): string {
  const folder = join(root, packageFolders[family])
  if (!existsSync(join(folder, 'manifest.json')))
    throw new Error(`${packageFolders[family]} is missing: run npm run build first.`)
  return folder
}

/** A copy of the package with other permissions. */
function copyWith(
  permitted: (permissions: readonly string[]) => readonly string[],
  extension: string,
  profile: string,
) {
  const folder = join(profile, 'changed')
  cpSync(extension, folder, { recursive: true })
  const file = join(folder, 'manifest.json')
  const { optional_permissions: _, ...manifest } = JSON.parse(readFileSync(file, 'utf8')) as {
    permissions: string[]
    optional_permissions?: string[]
  }
  writeFileSync(file, JSON.stringify({ ...manifest, permissions: permitted(manifest.permissions) }))
  return folder
}

/** Without the permission by which Chromium keeps to no limit at all. */
const limited = (permissions: readonly string[]) => permissions.filter((name) => name !== 'unlimitedStorage')
const notifying = (permissions: readonly string[]) => [...permissions, 'notifications']

/** Milliseconds that a busy machine may take from the installation to the page that it opens. */
const firstPage = 40_000

/** Waits for the page that opens after the installation and closes it: else it would be the active tab halfway a test. */
async function closeWelcome(driver: Driver): Promise<void> {
  await until(
    'the welcome page',
    () => driver.closeExtensionPage('welcome.html'),
    (closed) => closed,
    firstPage,
  )
}

/** Starts everything that an end-to-end test or the tour needs; whoever starts it must `stop` it. */
export async function startWorld(given: WorldOptions): Promise<World> {
  const { family, path, installed = true, storage, features, notifications = false } = given
  const built = builtExtension(family)
  const program = path ?? (await findBrowser(family, console.error)).path
  const site = await startSite(given.site)
  const profile = makeProfile()
  const change = storage !== undefined ? limited : notifications && family === 'chromium' ? notifying : null
  const extension = change === null ? built : copyWith(change, built, profile)
  const downloads = join(profile, 'downloads')
  mkdirSync(downloads)
  const limit = { ...(storage === undefined ? {} : { storage }), ...(features === undefined ? {} : { features }) }
  const launching = {
    family,
    path: program,
    profile,
    proxyPort: site.proxyPort,
    keyHash: site.keyHash,
    headless: true,
    downloads,
    ...limit,
  }
  const start = async () => {
    const started = await launch({ ...launching, extension: installed ? extension : null })
    // What is added from a folder counts as newly installed at each start.
    if (installed) await closeWelcome(started)
    return started
  }
  let driver = await start().catch(async (error: Error) => {
    await site.stop()
    throw error
  })
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
    restart: async (end = 'close', meanwhile) => {
      await driver[end]()
      meanwhile?.(profile)
      driver = await start()
    },
    stop: async () => {
      // The profile goes as well: nothing that a browser writes at an end in good order is of use.
      await driver.kill()
      await site.stop()
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
    },
  }
}
