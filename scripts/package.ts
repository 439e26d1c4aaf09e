import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { unzipSync } from 'fflate'
import { newestVersion } from './changelog.ts'
import { readCommandLine } from './command-line.ts'
import { root, run, runTool } from './programs.ts'
import { differencesBetween, hashesOf, hashOf } from './tree-hash.ts'

/**
 * `npm run package`: what the stores are given, under `.output`: a zip each for Chrome, Edge and Firefox, and the sources
 * that Mozilla asks for. The sources are unpacked and built, and must give the very files of the Firefox zip.
 */
readCommandLine('Usage: npm run package', {})

const stores = ['chrome', 'edge', 'firefox'] as const

const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, string>
const zipOf = (part: string) => join(root, '.output', `${name}-${version}-${part}.zip`)

function unpack(zip: string, folder: string): void {
  rmSync(folder, { recursive: true, force: true })
  for (const [path, bytes] of Object.entries(unzipSync(readFileSync(zip)))) {
    if (path.endsWith('/')) continue
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), bytes)
  }
}

/** Builds the Firefox package out of the sources zip and compares it; the packages that are installed here serve it. */
async function checkSources(): Promise<readonly string[]> {
  const sources = join(root, '.output', 'sources')
  const unpacked = join(root, '.output', 'firefox-zip')
  unpack(zipOf('sources'), sources)
  unpack(zipOf('firefox'), unpacked)
  symlinkSync(join(root, 'node_modules'), join(sources, 'node_modules'), 'dir')
  const wxt = join(root, 'node_modules', 'wxt', 'bin', 'wxt.mjs')
  const { code, output } = await run(process.execPath, [wxt, 'build', sources, '--browser', 'firefox', '--mv3'])
  if (code !== 0) return [output]
  return differencesBetween(hashesOf(unpacked), hashesOf(join(sources, '.output', 'firefox-mv3')))
}

async function main(): Promise<void> {
  const told = newestVersion(readFileSync(join(root, 'CHANGELOG.md'), 'utf8'))
  if (told !== version) throw new Error(`CHANGELOG.md tells of ${told ?? 'no version'}, package.json of ${version}.`)
  for (const store of stores) {
    console.error(`Building for ${store} …`)
    const { code, output } = await runTool('wxt/bin/wxt.mjs', ['zip', '--browser', store, '--mv3'])
    if (code !== 0) throw new Error(output)
  }
  for (const part of [...stores, 'sources']) {
    const bytes = readFileSync(zipOf(part))
    console.log(`${zipOf(part).slice(root.length)}  ${(bytes.length / 1e6).toFixed(2)} MB  SHA-256 ${hashOf(bytes)}`)
  }
  console.error('Building the sources, to compare …')
  const differences = await checkSources()
  if (differences.length > 0) throw new Error(`The sources give other files:\n${differences.join('\n')}`)
  console.log('The sources, unpacked and built, give the very files of the Firefox zip.')
}

await main().catch((error: Error) => {
  console.error(error.message)
  process.exitCode = 1
})
