import { families } from './browsers.ts'
import { readCommandLine } from './command-line.ts'
import { buildPackage, packageFolders } from './packages.ts'

/** `npm run build`: the packages for both families of browsers. */
readCommandLine('Usage: npm run build', {})

for (const family of families) {
  const { code, output } = await buildPackage(family)
  if (code === 0) console.log(`${family === 'firefox' ? 'Firefox' : 'Chrome and Edge'}: ${packageFolders[family]}`)
  else {
    console.error(output)
    process.exitCode = 1
  }
}
