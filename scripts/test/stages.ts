import { families } from '../browsers.ts'
import { missingPackages, readLock } from '../lock-file.ts'
import { buildPackage } from '../packages.ts'
import { checkSizes, checkStyle, checkTypes, checkUnused } from './commands.ts'
import { lintPackage } from './linter.ts'
import { checkManifests } from './manifest.ts'
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

/** All of `npm test`, in order: what is quick and finds most comes first. Stages after `build` look at the packages. */
export const stages: readonly Stage[] = [
  { name: 'types', about: 'TypeScript, also of the pure layers alone', run: checkTypes },
  { name: 'style', about: 'lint, format, direction of imports', run: checkStyle },
  { name: 'unused', about: 'files, exports and packages that nothing uses', run: checkUnused },
  { name: 'lock', about: 'package-lock.json serves all systems', run: checkLock },
  { name: 'unit', about: 'unit tests', run: () => runTests('unit') },
  { name: 'browser', about: 'parts in a real Chromium', run: () => runTestsIn('chromium', 'browser') },
  { name: 'build', about: 'the packages for Chrome and Firefox', run: buildAll },
  { name: 'linter', about: 'the add-on linter on the Firefox package', run: lintPackage },
  { name: 'sizes', about: 'size of the content script and the card', run: checkSizes },
  { name: 'manifest', about: 'permissions, hosts and policy of both packages', run: checkManifests },
  { name: 'e2e-chromium', about: 'the built extension in Chromium', run: () => runTestsIn('chromium', 'e2e-chromium') },
  { name: 'e2e-firefox', about: 'the built extension in Firefox', run: () => runTestsIn('firefox', 'e2e-firefox') },
]
