import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Case, readCases } from './cases.ts'

const folder = fileURLToPath(new URL('../../tests/fixtures/references', import.meta.url))

/** All annotated passages of our own. */
export function readFixtures(): Case[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.txt'))
  return files.sort().flatMap((name) => readCases(name, readFileSync(join(folder, name), 'utf8')))
}
