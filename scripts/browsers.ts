import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { run } from './programs.ts'

/** Two families run the same code of Kamerlens: all that is built on Chromium, and Firefox. */
export const families = ['chromium', 'firefox'] as const
export type Family = (typeof families)[number]
export type BrowserName = 'chromium' | 'chrome' | 'edge' | 'firefox'

export interface FoundBrowser {
  readonly name: BrowserName
  readonly family: Family
  readonly path: string
  /** What the browser calls itself, or null where it does not say (Windows). */
  readonly version: string | null
}

interface BrowserRow {
  readonly name: BrowserName
  readonly family: Family
  /** Names another program for this browser. */
  readonly variable: string
  readonly commands: readonly string[]
  readonly places: Partial<Record<NodeJS.Platform, readonly string[]>>
  /** Below the folders in which Windows keeps programs. */
  readonly windows: string
  /** The Debian package. */
  readonly debian?: string
}

const rows: readonly BrowserRow[] = [
  {
    name: 'chromium',
    family: 'chromium',
    variable: 'KAMERLENS_CHROMIUM',
    commands: ['chromium', 'chromium-browser'],
    places: {
      linux: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/snap/bin/chromium'],
      darwin: ['/Applications/Chromium.app/Contents/MacOS/Chromium'],
    },
    windows: 'Chromium/Application/chrome.exe',
    debian: 'chromium',
  },
  {
    name: 'chrome',
    family: 'chromium',
    variable: 'KAMERLENS_CHROME',
    commands: ['google-chrome', 'google-chrome-stable'],
    places: {
      linux: ['/opt/google/chrome/chrome'],
      darwin: ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
    },
    windows: 'Google/Chrome/Application/chrome.exe',
  },
  {
    name: 'edge',
    family: 'chromium',
    variable: 'KAMERLENS_EDGE',
    commands: ['microsoft-edge', 'microsoft-edge-stable'],
    places: {
      linux: ['/opt/microsoft/msedge/msedge'],
      darwin: ['/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'],
    },
    windows: 'Microsoft/Edge/Application/msedge.exe',
  },
  {
    name: 'firefox',
    family: 'firefox',
    variable: 'KAMERLENS_FIREFOX',
    commands: ['firefox', 'firefox-esr'],
    places: {
      linux: ['/usr/bin/firefox-esr', '/usr/lib/firefox-esr/firefox-esr', '/snap/bin/firefox'],
      darwin: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
    },
    windows: 'Mozilla Firefox/firefox.exe',
    debian: 'firefox-esr',
  },
]

/** The oldest versions that Kamerlens runs in (DESIGN, «Decisions»). */
const oldest: Readonly<Record<Family, number>> = { chromium: 140, firefox: 149 }

/** Every program that may be this browser, likeliest first. A variable that is set allows no other. */
function candidates(row: BrowserRow): readonly string[] {
  const chosen = process.env[row.variable]
  if (chosen) return [chosen]
  const folders = (process.env.PATH ?? '').split(delimiter)
  const onPath = row.commands.flatMap((command) => folders.map((folder) => join(folder, command)))
  const windows = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((name) => process.env[name] ?? [])
  if (process.platform === 'win32') return windows.map((folder) => join(folder, row.windows))
  return [...onPath, ...(row.places[process.platform] ?? [])]
}

/** What a program says that it is; null where it does not say, and undefined where it is no browser. */
async function versionOf(path: string): Promise<string | null | undefined> {
  // On Windows `--version` opens a window instead of answering.
  if (process.platform === 'win32') return null
  const { code, output } = await run(path, ['--version'], { limit: 20_000 })
  if (code === 0) return /\d+\.\d+[\d.]*/.exec(output)?.[0]
  // On a machine that is too busy for an answer it may still be one.
  return output.endsWith('ended by SIGTERM') ? null : undefined
}

/**
 * The first program that can be had of this browser; of several that are there one that is new enough comes before others.
 * What fails where its version is asked for is left out, such as what stands in the place of Chromium where its snap is not installed.
 */
async function findOne(row: BrowserRow): Promise<FoundBrowser | null> {
  let old: FoundBrowser | null = null
  for (const path of new Set(candidates(row))) {
    if (!existsSync(path)) continue
    const version = await versionOf(path)
    if (version === undefined) continue
    const found = { name: row.name, family: row.family, path, version }
    if (!isTooOld(found)) return found
    old ??= found
  }
  return old
}

function isTooOld({ family, version }: FoundBrowser): boolean {
  return version !== null && Number.parseInt(version, 10) < oldest[family]
}

/** The installation under way: apt-get refuses to run twice at once, and stages that run side by side want browsers. */
let installing: Promise<unknown> = Promise.resolve()

/** @returns what apt-get said last, where it did not install them, or null */
async function installOnDebian(packages: readonly string[], tell: (sentence: string) => void): Promise<string | null> {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version') || packages.length === 0) return null
  // A machine that has just started may be installing something by itself.
  const apt = (...args: readonly string[]) =>
    run('apt-get', ['-o', 'DPkg::Lock::Timeout=120', ...args], { environment: { DEBIAN_FRONTEND: 'noninteractive' } })
  const install = async () => {
    tell(`Installing ${packages.join(' and ')} with apt-get …`)
    await apt('update')
    const { code, output } = await apt('install', '-y', ...packages)
    return code === 0 ? null : (output.trim().split('\n').at(-1) ?? '')
  }
  const own = installing.then(install)
  installing = own
  return await own
}

const familyNames: Readonly<Record<Family, string>> = { chromium: 'Chromium, Chrome or Edge', firefox: 'Firefox' }

/**
 * The browser of this family (or of this name alone): the one that a variable names, else one on the PATH or in the
 * usual places; on Debian as root it is installed when missing. Nothing is ever downloaded otherwise.
 *
 * @throws Error with one sentence for the user that says what to install
 */
export async function findBrowser(
  wanted: Family | BrowserName,
  tell: (sentence: string) => void,
): Promise<FoundBrowser> {
  const suited = rows.filter((row) => row.name === wanted || row.family === wanted)
  const search = async () => (await Promise.all(suited.map(findOne))).filter((found) => found !== null)
  let found = await search()
  let refused: string | null = null
  if (found.length === 0) {
    refused = await installOnDebian(
      suited.flatMap((row) => row.debian ?? []),
      tell,
    )
    found = await search()
  }
  const good = found.find((browser) => !isTooOld(browser))
  if (good) return good
  const family = suited[0]?.family ?? 'chromium'
  const variables = suited.map((row) => row.variable).join(' or ')
  const why = found.map(({ path, version }) => `${path} is ${version}`)
  if (refused !== null) why.push(`apt-get: ${refused}`)
  throw new Error(
    `No ${familyNames[family]} from version ${oldest[family]} on was found${why.length > 0 ? ` (${why.join(', ')})` : ''}: install it, or name its program in ${variables}.`,
  )
}
