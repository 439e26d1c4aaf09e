import { builtPackage } from '../packages.ts'
import { openForUser } from './open.ts'
import { readOptions } from './options.ts'
import { runTour } from './tour.ts'

/** `npm start`: Kamerlens in a browser of this machine, on the stand-in for the official sites. */
async function main(args: readonly string[]): Promise<boolean> {
  const { browser, tour } = await readOptions(args, console.log)
  console.log(`Building Kamerlens for ${browser.name} …`)
  await builtPackage(browser.family)
  if (tour) return runTour(browser)
  await openForUser(browser)
  return true
}

await main(process.argv.slice(2)).then(
  (held) => {
    process.exitCode = held ? 0 : 1
  },
  (error: Error) => {
    console.error(error.message)
    process.exitCode = 1
  },
)
