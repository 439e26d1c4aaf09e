import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Family, findBrowser } from '../../scripts/browsers.ts'
import { packageFolders } from '../../scripts/packages.ts'
import { root } from '../../scripts/programs.ts'
import { type Site, type SiteOptions, startSite } from '../site/site.ts'
import { launch } from './drivers/launch.ts'
import type { Driver } from './drivers/types.ts'
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
  /** Ends the browser, in good order or by `kill`, and starts it again with the same profile. */
  readonly restart: (end?: 'close' | 'kill') => Promise<void>
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
  readonly site?: SiteOptions
}

/** A profile of its own under .output, where browsers in a sandbox (snap) may write too. */
function makeProfile(): string {
  const folder = join(root, '.output', 'profiles')
  mkdirSync(folder, { recursive: true })
  return mkdtempSync(join(folder, 'test-'))
}

function builtExtension(family: Family): string {
  const folder = join(root, packageFolders[family])
  if (!existsSync(join(folder, 'manifest.json')))
    throw new Error(`${packageFolders[family]} is missing: run npm run build first.`)
  return folder
}

/** A copy of the package without the permission by which Chromium keeps to no limit at all. */
function limitedCopy(extension: string, profile: string): string {
  const folder = join(profile, 'limited')
  cpSync(extension, folder, { recursive: true })
  const file = join(folder, 'manifest.json')
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as { permissions: string[] }
  const permissions = manifest.permissions.filter((name) => name !== 'unlimitedStorage')
  writeFileSync(file, JSON.stringify({ ...manifest, permissions }))
  return folder
}

/** Waits for the page that opens after the installation and closes it: else it would be the active tab halfway a test. */
async function closeWelcome(driver: Driver): Promise<void> {
  await until(
    'the welcome page',
    () => driver.closeExtensionPage('welcome.html'),
    (closed) => closed,
  )
}

/** Starts everything that an end-to-end test or the tour needs; whoever starts it must `stop` it. */
export async function startWorld(given: WorldOptions): Promise<World> {
  const { family, path, installed = true, storage } = given
  const built = builtExtension(family)
  const program = path ?? (await findBrowser(family, console.error)).path
  const site = await startSite(given.site)
  const profile = makeProfile()
  const extension = storage === undefined ? built : limitedCopy(built, profile)
  const downloads = join(profile, 'downloads')
  mkdirSync(downloads)
  const limit = storage === undefined ? {} : { storage }
  const options = { family, path: program, profile, proxyPort: site.proxyPort, headless: true, downloads, ...limit }
  const start = async () => {
    const started = await launch({ ...options, extension: installed ? extension : null })
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
    restart: async (end = 'close') => {
      await driver[end]()
      driver = await start()
    },
    stop: async () => {
      await driver.close().catch(() => driver.kill())
      await site.stop()
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
    },
  }
}
