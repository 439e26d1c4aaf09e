import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { differencesBetween, hashesOf } from '../../../scripts/tree-hash.ts'

const made: string[] = []
function folder(files: Readonly<Record<string, string>>): string {
  const path = mkdtempSync(join(tmpdir(), 'kamerlens-tree-'))
  made.push(path)
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(path, name, '..'), { recursive: true })
    writeFileSync(join(path, name), text)
  }
  return path
}
afterEach(() => {
  for (const path of made.splice(0)) rmSync(path, { recursive: true })
})

test('two folders with the same files differ in nothing; else each file that does is named', () => {
  const one = hashesOf(folder({ 'a.js': '1', 'deep/b.js': '2', 'c.js': '3' }))
  expect(differencesBetween(one, hashesOf(folder({ 'c.js': '3', 'deep/b.js': '2', 'a.js': '1' })))).toEqual([])
  expect(differencesBetween(one, hashesOf(folder({ 'a.js': '1', 'deep/b.js': '9', 'd.js': '' })))).toEqual([
    'c.js is missing in the second',
    'd.js is new in the second',
    'deep/b.js differs',
  ])
})
