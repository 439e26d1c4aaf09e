import { writeFileSync } from 'node:fs'
import { readCommandLine } from './command-line.ts'
import { lockFile, missingPackages, readLock } from './lock-file.ts'

/** `npm run lock`, after a change of the packages: completes package-lock.json for all systems. */
readCommandLine('Usage: npm run lock', {})

const lock = readLock()
const missing = missingPackages(lock)
const all = [...Object.entries(lock.packages), ...missing].sort(([one], [other]) => one.localeCompare(other, 'en'))
writeFileSync(lockFile, `${JSON.stringify({ ...lock, packages: Object.fromEntries(all) }, null, 2)}\n`)
console.log(`package-lock.json: ${missing.length} packages of other systems added.`)
