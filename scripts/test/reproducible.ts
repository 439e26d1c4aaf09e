import { join } from 'node:path'
import { families } from '../browsers.ts'
import { buildPackage, packageFolders } from '../packages.ts'
import { root } from '../programs.ts'
import { differencesBetween, hashesOf } from '../tree-hash.ts'
import { faultsFound, type StageResult } from './stage.ts'

/** Builds the packages once more: a store that builds them from the sources must get the very same files. */
export async function checkReproducible(): Promise<StageResult> {
  const folders = families.map((family) => join(root, packageFolders[family]))
  const before = folders.map(hashesOf)
  const outcomes = await Promise.all(families.map(buildPackage))
  const failed = outcomes.filter(({ code }) => code !== 0).map(({ output }) => output)
  const differing = folders.flatMap((folder, index) => differencesBetween(before[index] ?? new Map(), hashesOf(folder)))
  return faultsFound([...failed, ...differing])
}
