import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

/** SHA-256 of each file under a folder, by its path with slashes, sorted. */
export function hashesOf(folder: string): ReadonlyMap<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const paths = files
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).split(sep).join('/'))
    .sort()
  return new Map(paths.map((path) => [path, hashOf(readFileSync(join(folder, path)))]))
}

export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** What differs between two folders, a line each; empty where they hold the same. */
export function differencesBetween(
  one: ReadonlyMap<string, string>,
  other: ReadonlyMap<string, string>,
): readonly string[] {
  return [...new Set([...one.keys(), ...other.keys()])].sort().flatMap((path) => {
    if (!other.has(path)) return [`${path} is missing in the second`]
    if (!one.has(path)) return [`${path} is new in the second`]
    return one.get(path) === other.get(path) ? [] : [`${path} differs`]
  })
}
