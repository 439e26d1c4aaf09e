import { families } from '../browsers.ts'
import { missingPackages, readLock } from '../lock-file.ts'
import { buildPackage } from '../packages.ts'
import { checkSizes, checkStyle, checkTypes, checkUnused } from './commands.ts'
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

/** Stages that run one after another, in this order. */
export type Track = readonly Stage[]

/** What is quick comes first, and then the build: the others look at the packages, or take long. */
const quick: Track = [
  { name: 'types', about: 'TypeScript, also of the pure layers alone', run: checkTypes },
  { name: 'style', about: 'lint, format, direction of imports', run: checkStyle },
  { name: 'unused', about: 'files, exports and packages that nothing uses', run: checkUnused },
  { name: 'lock', about: 'package-lock.json serves all systems', run: checkLock },
  { name: 'build', about: 'the packages for Chrome and Firefox', run: buildAll },
  { name: 'reproducible', about: 'a second build gives the same files', run: checkReproducible },
]

/** The tests in Firefox take longest and mostly wait: their files are shared out over the tracks, by thirds. */
const inFirefox = (third: 1 | 2 | 3): Stage => ({
  name: 'e2e-firefox',
  about: `the built extension in Firefox, third ${third} of its files`,
  run: () => runTestsIn('firefox', 'e2e-firefox', `${third}/3`),
})

const inChromium: Track = [
  { name: 'e2e-chromium', about: 'the built extension in Chromium', run: () => runTestsIn('chromium', 'e2e-chromium') },
]

const parted: Track = [
  { name: 'browser', about: 'parts in a real Chromium', run: () => runTestsIn('chromium', 'browser') },
  { name: 'unit', about: 'unit tests', run: () => runTests('unit') },
  { name: 'linter', about: 'the add-on linter on the Firefox package', run: lintPackage },
  { name: 'sizes', about: 'size of the content script and the card', run: checkSizes },
  { name: 'manifest', about: 'permissions, hosts and policy of both packages', run: checkManifests },
]

/** All of `npm test`: part after part, the tracks of a part side by side. One that waits for a browser leaves the others room. */
export const parts: readonly (readonly Track[])[] = [
  [quick],
  [[...parted, inFirefox(3)], [...inChromium], [inFirefox(1), inFirefox(2)]],
]
