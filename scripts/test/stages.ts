import { families } from '../browsers.ts'
import { missingPackages, readLock } from '../lock-file.ts'
import { buildPackage } from '../packages.ts'
import { checkSizes, checkStyle, checkTypes, checkUnused } from './commands.ts'
import { checkImports } from './imports.ts'
import { lintPackage } from './linter.ts'
import { checkManifests } from './manifest.ts'
import { checkReproducible } from './reproducible.ts'
import { faultsFound, oneCheck, type Stage, type StageResult } from './stage.ts'
import { runTests, runTestsIn } from './vitest.ts'

async function buildAll(): Promise<StageResult> {
  const outcomes = await Promise.all(families.map(buildPackage))
  return oneCheck(
    outcomes.every(({ code }) => code === 0),
    outcomes.map(({ output }) => output).join('\n'),
  )
}

async function checkLock(): Promise<StageResult> {
  return faultsFound(missingPackages(readLock()).map(([path]) => `${path} is missing: run npm run lock.`))
}

/**
 * What is quick comes first, group by group, those of a group two at a time: the types make what the others read, and
 * the build what it is compared with.
 */
export const first: readonly (readonly Stage[])[] = [
  [{ name: 'types', about: 'TypeScript, also of the pure layers alone', run: checkTypes }],
  [
    { name: 'build', about: 'the packages for Chrome and Firefox', run: buildAll },
    { name: 'style', about: 'lint and format', run: checkStyle },
    { name: 'imports', about: 'the direction of imports', run: checkImports },
    { name: 'unused', about: 'files, exports and packages that nothing uses', run: checkUnused },
    { name: 'lock', about: 'package-lock.json serves all systems', run: checkLock },
  ],
  [{ name: 'reproducible', about: 'a second build gives the same files', run: checkReproducible }],
]

type Part = `${number}/${number}`

/**
 * End-to-end tests mostly wait for a browser; their files are run in parts, so that all workers end at about the same
 * time. Each part has a start of its own to pay.
 */
const inFirefox = (part: Part): Stage => ({
  name: 'e2e-firefox',
  about: `the built extension in Firefox, part ${part} of its files`,
  run: () => runTestsIn('firefox', 'e2e-firefox', part),
})

const inChromium = (part: Part): Stage => ({
  name: 'e2e-chromium',
  about: `the built extension in Chromium, part ${part} of its files`,
  run: () => runTestsIn('chromium', 'e2e-chromium', part),
})

/**
 * Of the rest, longest first, each of three workers takes the next when it is free; what works most begins beside what
 * mostly waits.
 */
export const rest: readonly Stage[] = [
  { name: 'browser', about: 'parts in a real Chromium', run: () => runTestsIn('chromium', 'browser') },
  inFirefox('1/2'),
  inFirefox('2/2'),
  { name: 'unit', about: 'unit tests', run: () => runTests('unit*') },
  inChromium('1/2'),
  inChromium('2/2'),
  { name: 'linter', about: 'the add-on linter on the Firefox package', run: lintPackage },
  { name: 'sizes', about: 'size of the content script and the card', run: checkSizes },
  { name: 'manifest', about: 'permissions, hosts and policy of both packages', run: checkManifests },
]
