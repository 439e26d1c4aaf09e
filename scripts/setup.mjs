/**
 * Plain JavaScript that runs on any Node from 20 on, before a single package is there: installs the packages when they
 * are missing or differ from package-lock.json, and runs the project's own scripts with the Node 24 among them.
 */
import { spawn, spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

const windows = process.platform === 'win32'
const node = join(root, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node')

/** What Node made of the code of a program is kept for its next start, which then takes a fifth of the work (0.2 in place of 1 s). */
const compiled = join(root, '.output', 'node')

/** Standard output belongs to the script that is run, so what the set-up does is told on standard error. */
function tell(sentence) {
  process.stderr.write(`${sentence}\n`)
}

function readLock(...path) {
  try {
    return JSON.parse(readFileSync(join(root, ...path), 'utf8')).packages ?? {}
  } catch {
    return null
  }
}

/** Whether the Node among the packages can be started: not one that was cut off, or installed on another system. */
function nodeRuns() {
  return existsSync(node) && spawnSync(node, ['--version']).stdout?.toString().startsWith('v') === true
}

/**
 * Why the packages must be installed, or null. npm keeps a stamp of what it installed; comparing the versions in it
 * holds where dates don't (a fresh checkout, a copied folder).
 */
export function reasonToInstall() {
  const wanted = readLock('package-lock.json') ?? {}
  const installed = readLock('node_modules', '.package-lock.json')
  if (!installed || !existsSync(node)) return 'not installed yet'
  const differs = Object.keys(wanted).some((path) => {
    const { optional, version } = wanted[path]
    const found = installed[path]?.version
    return path !== '' && found !== version && !(optional && found === undefined)
  })
  if (differs) return 'not those of package-lock.json'
  return nodeRuns() ? null : 'not for this system'
}

/** Runs a program and gives its exit code; a program ended by a signal counts as failed. */
function run(command, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options })
    // The terminal sends Ctrl+C to the child as well, which then ends in its own time; other signals are passed on.
    const wait = () => {}
    const pass = () => child.kill('SIGTERM')
    process.on('SIGINT', wait)
    process.on('SIGTERM', pass)
    child.on('error', reject)
    child.on('close', (code) => {
      process.off('SIGINT', wait)
      process.off('SIGTERM', pass)
      resolve(code ?? 1)
    })
  })
}

/** npm keeps what it fetches in the user's home, which may be one that nobody writes to; then it is kept here. */
function cacheOfOurOwn() {
  let folder = process.env.npm_config_cache ?? join(homedir(), '.npm')
  while (!existsSync(folder) && dirname(folder) !== folder) folder = dirname(folder)
  try {
    accessSync(folder, constants.W_OK)
    return []
  } catch {
    return ['--cache', join(root, '.output', 'npm')]
  }
}

async function installPackages() {
  const reason = reasonToInstall()
  if (!reason) return
  tell(`Packages are ${reason}: running npm ci, once (a minute or two) …`)
  // npm names its own program when it runs a script; a plain `npm` is a batch file on Windows and needs the shell there.
  const own = process.env.npm_execpath?.endsWith('.js') ? process.env.npm_execpath : null
  const options = { cwd: root, stdio: ['ignore', 2, 2], shell: windows && !own }
  // All of them are for developing: an environment that is set for production would leave them out.
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error', ...cacheOfOurOwn()]
  const [program, first] = own ? [process.execPath, [own]] : ['npm', []]
  const code = await run(program, [...first, ...args], options).catch(({ message }) => {
    throw new Error(`npm cannot be started (${message}): install it, it comes with Node.`)
  })
  if (code !== 0) throw new Error(`npm ci ended with ${code}: see the lines above.`)
  if (!nodeRuns())
    throw new Error(
      'npm ci left no Node 24 behind that runs here: its install script must be allowed (allowScripts in package.json; no ignore-scripts), and this system be one that Node has builds for.',
    )
}

/**
 * Runs one of the project's scripts (a path from the root of the checkout) with Node 24 and ends with its exit code.
 * A path under node_modules is a tool's own program.
 */
export async function runScript(script, args) {
  try {
    await installPackages()
    const path = [join(root, 'node_modules', '.bin'), process.env.PATH ?? ''].join(delimiter)
    // What a build or a test is made for is theirs to say.
    const { NODE_ENV: _, ...environment } = process.env
    const env = { NODE_COMPILE_CACHE: compiled, ...environment, PATH: path }
    process.exitCode = await run(node, [join(root, script), ...args], { env })
  } catch (error) {
    tell(error instanceof Error ? error.message : String(error))
    process.exitCode = 1
  }
}
